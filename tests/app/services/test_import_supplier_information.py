"""Supplier information of the Central Digital Platform beside what the profile holds already."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.incoming import IncomingProfile, Taken
from app.domain.profile import Profile
from app.domain.records import Fact
from app.domain.values import JsonValue
from app.services.import_supplier_information import import_supplier_information
from app.storage.workspace import SqlWorkspace
from tests.samples.workspaces import new_id, new_workspace

TODAY = date(2026, 11, 22)
KEY = "supplier.legal_name"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[SqlWorkspace]:
    made = new_workspace(tmp_path)
    yield made
    made.close()


def _keep(workspace: SqlWorkspace, value: JsonValue) -> None:
    with workspace.work("Add") as work:
        work.facts.add(Fact(new_id(), key=KEY, value=value))


def _take(workspace: SqlWorkspace, value: JsonValue) -> Taken:
    profile = Profile(facts=(Fact(new_id(), key=KEY, value=value),))
    return import_supplier_information(workspace, IncomingProfile(Path("cdp.json"), profile), TODAY)


def _history(workspace: SqlWorkspace) -> list[tuple[JsonValue, date | None]]:
    with workspace.work("Look") as work:
        return [(one.value, one.valid_from) for one in work.profile().history(KEY)]


def test_what_differs_without_a_day_stands_beside_what_was_known(workspace: SqlWorkspace) -> None:
    _keep(workspace, "Willow Ltd")
    assert _take(workspace, "Willowbrook Ltd") == Taken(added=1)
    assert _history(workspace) == [("Willowbrook Ltd", TODAY), ("Willow Ltd", None)]
    assert _take(workspace, "Willowbrook Ltd") == Taken(unchanged=1)


def test_what_was_not_known_is_taken_as_it_is(workspace: SqlWorkspace) -> None:
    assert _take(workspace, "Willowbrook Ltd") == Taken(added=1)
    assert _history(workspace) == [("Willowbrook Ltd", None)]


def test_an_address_with_its_parts_in_another_order_agrees(workspace: SqlWorkspace) -> None:
    _keep(workspace, {"street": "4 Quay Street", "locality": "Northport"})
    assert _take(workspace, {"locality": "Northport", "street": "4 Quay Street"}) == Taken(unchanged=1)
