import json

import pytest

from app.domain.errors import FileUnreadable, KindUnsupported
from app.packages.ocds import plain, points_elsewhere, read_processes, selection_criteria, text_at
from tests.samples.notices import OCID, release, with_criteria, write_notice


def test_a_bare_release_is_one_procurement(tmp_path):
    (process,) = read_processes(write_notice(tmp_path / "a.json", release()))
    assert process.ocid == OCID


def test_a_package_may_tell_of_several(tmp_path):
    path = write_notice(tmp_path / "a.json", release("ocds-zzzzzz-1"), release("ocds-zzzzzz-2"))
    assert [one.ocid for one in read_processes(path)] == ["ocds-zzzzzz-1", "ocds-zzzzzz-2"]


def test_of_one_procurement_the_newer_release_is_laid_over_the_older(tmp_path):
    newer = {"ocid": OCID, "date": "2026-06-01T00:00:00Z", "tender": {"title": "Cleaning, amended"}}
    (process,) = read_processes(write_notice(tmp_path / "a.json", newer, release()))
    assert text_at(process.release, "tender", "title") == "Cleaning, amended"
    assert text_at(process.release, "tender", "id") == "LS/26/7"


@pytest.mark.parametrize("member", ["compiledRelease", "releases"])
def test_a_record_package_is_read_too(tmp_path, member):
    inside = release() if member == "compiledRelease" else [release()]
    (tmp_path / "a.json").write_text(json.dumps({"records": [{"ocid": OCID, member: inside}]}))
    (process,) = read_processes(tmp_path / "a.json")
    assert text_at(process.release, "buyer", "name") == "Larkmead School"


@pytest.mark.parametrize("text", ["[]", "{}", '{"questions": []}', '{"releases": [{"tender": {}}]}', '{"records": 4}'])
def test_json_that_is_no_notice_is_refused_with_the_next_step(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(KindUnsupported, match="not an OCDS notice"):
        read_processes(tmp_path / "a.json")


def test_a_notice_cut_short_is_refused(tmp_path):
    path = write_notice(tmp_path / "a.json", release())
    path.write_text(path.read_text()[:-9])
    with pytest.raises(FileUnreadable):
        read_processes(path)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Two things:rn Insurance.rn Turnover.", ["Two things:", "Insurance.", "Turnover."]),
        ("Cover of 5m GBPrn - Public liabilityrn - Products", ["Cover of 5m GBP", "- Public liability", "- Products"]),
        ("Firstrn", ["First"]),
        ("They return The Western form in turn", ["They return The Western form in turn"]),
        ("one\r\ntwo  words\\r\\nthree", ["one", "two words", "three"]),
        ("Of concern.\nrn is kept where lines break", ["Of concern.", "rn is kept where lines break"]),
        ("a \ud800 stray half", ["a ? stray half"]),
    ],
)
def test_line_breaks_are_read_however_they_were_lost(text, lines):
    assert plain(text).split("\n") == lines


@pytest.mark.parametrize(
    "text",
    [
        "See ESPD",
        "As stated in the procurement documents.",
        "The selection criteria are in the SPD (Scotland) module",
        "Please refer to the ITT",
        "N/A",
    ],
)
def test_a_text_that_only_says_where_to_look_asks_nothing(text):
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Suppliers must hold ISO 9001 as detailed in the specification",
        "Membership of a trade body",
        "Minimum turnover of 500,000 as stated in the ITT",
        "Cyber Essentials",
    ],
)
def test_a_text_that_names_what_is_wanted_is_kept(text):
    assert not points_elsewhere(text)


def test_criteria_of_lots_are_listed_once(tmp_path):
    wanted = {"selectionCriteria": {"criteria": [{"type": "technical", "description": "Two references"}]}}
    made = release(lots=[{"id": "1", **wanted}, {"id": "2", **wanted}])
    (process,) = read_processes(write_notice(tmp_path / "a.json", made))
    assert [one.text for one in selection_criteria(process.release)] == ["Two references"]


def test_a_minimum_stands_in_where_the_description_points_elsewhere(tmp_path):
    made = with_criteria({"type": "economic", "description": "See ESPD", "minimum": "Turnover above 300,000 pounds"})
    (only,) = selection_criteria(made)
    assert (only.text, only.minimum) == ("Turnover above 300,000 pounds", "")
