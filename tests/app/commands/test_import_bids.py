"""`bidfolio import bids`: what past bids give a newcomer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from tests.app.commands.conftest import Run

TEXT = "Our service desk answers within one hour, and an engineer follows the same day."
QUESTIONS = (
    ("What is your registered company name?", "Harbour Works Ltd"),
    ("What is your VAT registration number?", "GB999999973"),
    ("Have you been convicted of fraud?", "No"),
    ("How will you support the service?", TEXT),
)


def _bid(path: Path, answers: tuple[tuple[str, str], ...] = QUESTIONS) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["No", "Question", "Response"])
    for number, (question, answer) in enumerate(answers, 1):
        book.active.append([number, question, answer])
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path


def _profile(bidfolio: Run, workspace: Path) -> Any:
    out = workspace.with_name("exported.json")
    bidfolio("export", "profile", "-w", workspace, "--out", out, "--replace")
    return json.loads(out.read_text("utf-8"))


def test_facts_and_texts_are_taken_with_their_source(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    done = bidfolio("import", "bids", _bid(tmp_path / "Calder 2025.xlsx"), "-w", workspace)
    assert done.status == 0
    profile = _profile(bidfolio, workspace)
    assert profile["facts"]["supplier.legal_name"] == {
        "value": "Harbour Works Ltd",
        "source": "Calder 2025.xlsx, question 1",
    }
    assert "supplier.vat_number" in profile["facts"]
    (answer,) = profile["answers"]
    assert (answer["variants"], answer["questions"], answer["state"]) == (
        [{"text": TEXT}],
        ["How will you support the service?"],
        "draft",
    )


def test_a_declaration_of_a_past_bid_is_no_fact(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    bidfolio("import", "bids", _bid(tmp_path / "old.xlsx"), "-w", workspace)
    assert not [key for key in _profile(bidfolio, workspace)["facts"] if key.startswith("exclusion.")]


def test_a_second_time_changes_nothing(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    bid = _bid(tmp_path / "old.xlsx")
    bidfolio("import", "bids", bid, "-w", workspace)
    again = bidfolio("import", "bids", bid, "-w", workspace)
    assert "Facts: 0 added" in again.out
    assert "drafts: 0 added, 0 changed" in again.out


def test_what_differs_from_the_profile_is_told_and_left(
    tmp_path: Path, workspace: Path, bidfolio: Run, write_profile: Callable[..., Path]
) -> None:
    bidfolio("import", "profile", write_profile({"facts": {"supplier.legal_name": "Willow Ltd"}}), "-w", workspace)
    done = bidfolio("import", "bids", _bid(tmp_path / "old.xlsx"), "-w", workspace)
    assert "Legal name: old.xlsx, question 1 says Harbour Works Ltd." in done.err
    assert _profile(bidfolio, workspace)["facts"]["supplier.legal_name"] == "Willow Ltd"


def test_a_text_of_two_bids_is_kept_once_with_both_questions(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    _bid(tmp_path / "bids" / "one.xlsx")
    _bid(tmp_path / "bids" / "two.xlsx", (("Describe your support.", TEXT), ("How will you report?", "Monthly.")))
    assert bidfolio("import", "bids", tmp_path / "bids", "-w", workspace).status == 0
    (answer,) = _profile(bidfolio, workspace)["answers"]
    assert answer["questions"] == ["How will you support the service?", "Describe your support."]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_taken(
    tmp_path: Path, workspace: Path, bidfolio: Run
) -> None:
    _bid(tmp_path / "bids" / "one.xlsx")
    (tmp_path / "bids" / "two.docx").write_bytes(b"PK\x03\x04 cut short")
    done = bidfolio("import", "bids", tmp_path / "bids", "-w", workspace)
    assert done.status == 1
    assert "two.docx" in done.err
    assert _profile(bidfolio, workspace)["answers"]


def test_nothing_readable_is_refused(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    (tmp_path / "two.docx").write_bytes(b"PK\x03\x04 cut short")
    assert bidfolio("import", "bids", tmp_path / "two.docx", "-w", workspace).status == 3


def test_what_was_answered_is_listed_without_a_workspace(tmp_path: Path, bidfolio: Run) -> None:
    bid = _bid(tmp_path / "old.xlsx")
    listed = bidfolio("questions", bid, "--answered", "--json").json["questions"]
    assert [(one["text"], one["answer"]) for one in listed] == list(QUESTIONS)
    assert "4 answered questions" in bidfolio("questions", bid, "--answered").out
