"""A profile in which anything stands anywhere: refused in one sentence, or taken in, taken again and said."""

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.sandbox import FILTERS, say
from app.domain.dates import ReferenceDates
from app.domain.errors import BidfolioError, ProfileRefused
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.open_files import json_bytes
from app.interchange.profile_json import read_profile
from app.paths import RESOURCES
from app.services.gather_document import Occasion, gather_document
from app.services.import_profile import import_profile
from app.wording import sentence
from tests.samples.workspaces import new_id, new_workspace

DAY = date(2026, 11, 22)
WILD = (
    "", " ", "=1+1", "\ud800", "a\x00b", "a\nb", "x" * 70_000, "f" * 300, "../../secret", "/", ".", "\\\\host\\share",
    "2026-13-45", "0001-01-01", "9999-12-31", 0, -1, 1.5, 2**63, 10**400, -0.0, 1e308, None, True, [], {}, [[]],
    {"": ""}, {"street": 5}, {"value": None}, {"value": "x", "from": "0001-01-01", "until": "0001-01-01"},
    [{"value": "a"}, {"value": "b"}], [1, "a"],
)  # fmt: skip


def _small() -> dict[str, Any]:
    """Give the beginning of the sample profile, with another party in it."""
    whole = json.loads((RESOURCES / "sample" / "profile.json").read_text("utf-8"))
    small = {name: held[:2] if isinstance(held, list) else held for name, held in whole.items()}
    small["facts"] = dict(list(whole["facts"].items())[:20])
    people = [{"name": "A. Rowan"}]
    small["parties"] = [{"id": "p", "name": "Parent", "role": "parent", "facts": {}, "evidence": [], "people": people}]
    return small


def _places(held: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if above:
        yield above
    members = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for name, inner in members:
        yield from _places(inner, (*above, name))


SMALL = _small()
PLACES = tuple(_places(SMALL))


def _with(place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    document = copy.deepcopy(SMALL)
    holder: Any = document
    for name in place[:-1]:
        holder = holder[name]
    holder[place[-1]] = value
    return document


def _say_all(value: Any) -> None:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        _say_all(one)
    if value is not None:
        assert isinstance(say(value), str)
        assert all(isinstance(speak(value), str) for speak in FILTERS.values())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), value=st.sampled_from(WILD))
def test_whatever_stands_in_a_profile_is_taken_or_refused(tmp_path: Path, place: tuple[Any, ...], value: Any) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(_with(place, value)))
    catalogue = load_catalogue()
    try:
        incoming = read_profile(path, catalogue)
    except BidfolioError as error:
        sentence(error)
        return
    (tmp_path / (folder := new_id())).mkdir()
    workspace = new_workspace(tmp_path / folder)
    import_profile(workspace, incoming, DAY)
    again = import_profile(workspace, read_profile(path, catalogue), DAY)
    assert (again.added, again.changed) == (0, 0)
    with workspace.work("Look") as unit:
        data = gather_document(unit, catalogue, Occasion(ReferenceDates.all_on(DAY), None, DAY))
        profile = unit.profile()
    workspace.close()
    _say_all(data.values)
    assert json_bytes(profile)


@pytest.mark.parametrize("name", ["f" * 300, "a\x00b"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(_with(("evidence", 0, "file"), name)))
    with pytest.raises(ProfileRefused) as refused:
        read_profile(path, load_catalogue())
    assert "a name that a file can have" in sentence(refused.value)
