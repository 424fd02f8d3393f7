"""`match` and `review` from the command line, on a real workbook and a real workspace."""

import json
from pathlib import Path

import pytest

from tests.app.commands.conftest import Run
from tests.samples.excel import save, sheet

PROFILE = {
    "format": "bidfolio-profile/1",
    "facts": {
        "supplier.legal_name": "Quillfeather Marmalade Limited",
        "supplier.vat_number": "GB220430231",
        "exclusion.fraud": False,
    },
    "parties": [{"id": "dune", "name": "Dune Holdings Ltd", "role": "parent", "facts": {}}],
    "evidence": [{"kind": "certificate.iso_9001", "title": "ISO 9001:2015", "ends": "2027-01-31"}],
    "answers": [{"id": "a1", "question": "How do you train new staff?", "answer": "With care, over six weeks."}],
}
ROWS = (
    ("No", "Question", "Response"),
    (1, "Full legal name of the bidding organisation", None),
    (2, "VAT registration number", None),
    (3, "Do you hold ISO 9001 certification?", None),
    (4, "How do you train new staff?", None),
    (5, "What is your favourite colour?", None),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return save(sheet("Questions", ROWS, boxed=True), tmp_path)


@pytest.fixture
def filled_in(workspace: Path, bidfolio: Run, tmp_path: Path) -> Path:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(PROFILE), "utf-8")
    assert bidfolio("import", "profile", path, "-w", workspace).status == 0
    return workspace


def _ids(bidfolio: Run, form: Path, workspace: Path) -> dict[str, str]:
    document = bidfolio("match", form, "-w", workspace, "--json").json
    return {question["text"]: question["id"] for question in document["questions"]}


def test_match_gives_each_question_its_band_and_suggestions(bidfolio: Run, form: Path, filled_in: Path) -> None:
    shown = bidfolio("match", form, "-w", filled_in, "--on", "2026-11-22", "--json")
    assert shown.status == 0
    by_text = {question["text"]: question for question in shown.json["questions"]}
    name = by_text["Full legal name of the bidding organisation"]
    assert name["band"] == "green"
    assert name["suggestions"][0]["text"] == "Quillfeather Marmalade Limited"
    assert set(name["suggestions"][0]) >= {"text", "confidence", "band", "source"}
    assert set(name["suggestions"][0]["source"]) >= {"kind", "id", "title"}
    assert by_text["How do you train new staff?"]["suggestions"][0]["source"]["kind"] == "answer"
    assert by_text["What is your favourite colour?"]["band"] in ("none", "amber")
    assert name["slot"]["where"] == "Questions!C2"


def test_the_day_decides_whether_a_certificate_answers_yes(bidfolio: Run, form: Path, filled_in: Path) -> None:
    answers = {}
    for day in ("2026-11-22", "2027-06-01"):
        document = bidfolio("match", form, "-w", filled_in, "--on", day, "--json").json
        question = next(one for one in document["questions"] if "ISO" in one["text"])
        answers[day] = question["suggestions"][0]["text"]
    assert answers == {"2026-11-22": "Yes", "2027-06-01": "No"}


def test_as_another_party_the_suppliers_facts_are_not_offered(bidfolio: Run, form: Path, filled_in: Path) -> None:
    shown = bidfolio("match", form, "-w", filled_in, "--party", "dune", "--json")
    by_text = {question["text"]: question for question in shown.json["questions"]}
    assert by_text["Full legal name of the bidding organisation"]["suggestions"][0]["text"] == "Dune Holdings Ltd"
    assert by_text["VAT registration number"]["suggestions"] == []


def test_match_for_people_counts_what_is_sure(bidfolio: Run, form: Path, filled_in: Path) -> None:
    shown = bidfolio("match", form, "-w", filled_in)
    assert "Quillfeather Marmalade Limited" in shown.out
    assert "5 questions:" in shown.out


def test_approved_answers_are_shown_in_the_persons_name(bidfolio: Run, form: Path, filled_in: Path) -> None:
    ids = _ids(bidfolio, form, filled_in)
    chosen = [ids["VAT registration number"], ids["How do you train new staff?"]]
    shown = bidfolio("review", form, "-w", filled_in, "--approve", *chosen, "--as", "Ann Field", "--json")
    assert shown.status == 0
    responses = {one["id"]: one["response"] for one in shown.json["questions"]}
    assert responses[chosen[0]]["value"] == "GB220430231"
    assert responses[chosen[0]]["reviewed_by"] == "Ann Field"
    assert sum(one is not None for one in responses.values()) == 2
    assert "2 of 5 answers approved" in bidfolio("review", form, "-w", filled_in).out


def test_what_was_approved_is_remembered_for_the_next_form(bidfolio: Run, form: Path, filled_in: Path) -> None:
    name = _ids(bidfolio, form, filled_in)["How do you train new staff?"]
    bidfolio("review", form, "-w", filled_in, "--approve", name, "--as", "Ann Field")
    next_form = form.with_name("next.xlsx")
    other = (("Ref", "What we ask", "Your answer"), ("Q1", "How do you train new staff?", None))
    save(sheet("Next", other, boxed=True), form.parent, "next.xlsx")
    document = bidfolio("match", next_form, "-w", filled_in, "--json").json
    first = document["questions"][0]["suggestions"][0]
    assert (first["source"]["kind"], first["band"]) == ("memory", "green")
    assert "Ann Field" in first["source"]["title"]


def test_nothing_to_approve_is_named_and_ends_with_1(bidfolio: Run, form: Path, workspace: Path) -> None:
    name = _ids(bidfolio, form, workspace)["VAT registration number"]
    shown = bidfolio("review", form, "-w", workspace, "--approve", name, "--as", "Ann Field")
    assert shown.status == 1
    assert "no answer to approve" in shown.err


def test_an_unknown_question_or_no_person_is_wrong_usage(bidfolio: Run, form: Path, filled_in: Path) -> None:
    unknown = bidfolio("review", form, "-w", filled_in, "--approve", "q-none", "--as", "Ann Field")
    assert (unknown.status, unknown.err.count("\n")) == (2, 1)
    nameless = bidfolio("review", form, "-w", filled_in, "--approve", "q-none")
    assert (nameless.status, "--as" in nameless.err) == (2, True)
    blank = bidfolio("review", form, "-w", filled_in, "--approve", "q-none", "--as", "  ")
    assert blank.status == 2
