"""What a template sees: a name that the supplier made up hides none of the program's."""

from datetime import date
from typing import Any

import pytest

from app.domain.dates import ReferenceDates
from app.domain.documents import DocumentData
from app.domain.records import Evidence, Fact
from app.interchange.fact_catalogue import load_catalogue
from app.services.gather_document import Occasion, gather_document
from tests.samples.workspace_in_memory import MemoryWorkspace

DAY = date(2026, 11, 22)
ADDRESS = {"street": "4 Quay Street", "postcode": "NX1 4QS"}
FACTS = (
    Fact("1", key="supplier.legal_name", value="Willow Ltd"),
    Fact("2", key="supplier.registered_address", value=ADDRESS),
)
COVER = Evidence("3", kind="insurance.public_liability", title="Public liability", cover=5_000_000)


def _gathered(*records: Fact | Evidence) -> DocumentData:
    workspace = MemoryWorkspace()
    for one in (*FACTS, COVER, *records):
        (workspace.unit.facts if isinstance(one, Fact) else workspace.unit.evidence).add(one)  # type: ignore[attr-defined]
    return gather_document(workspace.unit, load_catalogue(), Occasion(ReferenceDates.all_on(DAY), None, DAY))


def _at(data: DocumentData, name: str) -> Any:
    place: Any = data.values
    for part in name.split("."):
        place = place[part]
    return place


@pytest.mark.parametrize(
    "key",
    [
        "supplier",
        "insurance",
        "insurance.public_liability",
        "insurance.public_liability.cover",
        "supplier.registered_address.street",
        "supplier.legal_name.short",
        "team",
        "team.leader",
        "tender",
        "tender.title",
        "document",
        "document.date",
    ],
)
def test_a_made_up_fact_hides_no_name_of_the_program(key: str) -> None:
    assert _gathered(Fact("9", key=key, value="Mine")) == _gathered()


@pytest.mark.parametrize("kind", ["supplier", "team", "tender"])
def test_made_up_evidence_hides_no_name_of_the_program(kind: str) -> None:
    held = _gathered(Evidence("9", kind=kind, title="Mine"))
    assert _at(held, "supplier.legal_name") == "Willow Ltd"
    assert held.labels == _gathered().labels


@pytest.mark.parametrize("key", ["fleet.vans", "supplier.slogan", "insurance.public_liability.broker", "tender.mood"])
def test_a_made_up_fact_of_a_free_name_is_seen(key: str) -> None:
    data = _gathered(Fact("9", key=key, value="Mine"))
    assert _at(data, key) == "Mine"
    assert data.labels[key] == key.rpartition(".")[2].capitalize()
    assert _at(data, "insurance.public_liability.cover") == 5_000_000


def test_of_two_made_up_facts_the_one_inside_the_other_is_left_out() -> None:
    data = _gathered(Fact("8", key="fleet", value="Vans"), Fact("9", key="fleet.vans", value=4))
    assert data.values["fleet"] == "Vans"
    assert "fleet.vans" not in data.labels


def test_a_fact_is_never_changed_by_what_is_gathered() -> None:
    _gathered(Fact("9", key="supplier.registered_address.floor", value="2"))
    assert ADDRESS == {"street": "4 Quay Street", "postcode": "NX1 4QS"}
