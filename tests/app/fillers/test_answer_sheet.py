"""Answers to files without places: a sheet in the order of the questions."""

from pathlib import Path

import pytest
from docx import Document

from app.domain.errors import FileUnwritable
from app.domain.questionnaire import Kind, Limit, LimitUnit, Question, Questionnaire, Slot
from app.domain.values import JsonValue
from app.fillers import fill_file
from tests.samples.package_check import faults

NOWHERE = Slot(None)
QUESTIONS = (
    Question("a", "What is your name?", NOWHERE, ref="1.1", section="About you"),
    Question("b", "How will you work?", NOWHERE, Kind.LONG_TEXT, "2.1", "Quality", limit=Limit(LimitUnit.WORDS, 5, "")),
    Question("c", "When were you founded?", NOWHERE, Kind.DATE, "2.2", "Quality"),
    Question("d", "Signed", NOWHERE, Kind.SIGNATURE, "2.3", "Quality"),
    Question("e", "What else?", NOWHERE, Kind.TEXT, "2.4", "Quality"),
)
ANSWERS: dict[str, JsonValue] = {
    "a": "Thistle",
    "b": "In **two** steps:\n- one\n- two more",
    "c": "2011-03-07",
    "d": "x",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text("1.1 What is your name?\n")
    return path


def _fill(source: Path, target: Path) -> object:
    questionnaire = Questionnaire("list.txt", "txt", "", QUESTIONS, title="Questions of Anytown")
    return fill_file(source, questionnaire, ANSWERS, target)


def test_every_question_stands_in_order_with_its_answer_and_its_count(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "sheet.docx"
    _fill(source, target)
    shown = [(one.style.name, one.text) for one in Document(str(target)).paragraphs]
    assert shown == [
        ("Title", "Questions of Anytown"),
        ("Heading 1", "About you"),
        ("Heading 2", "1.1 What is your name?"),
        ("Normal", "Thistle"),
        ("Caption", "1 word"),
        ("Heading 1", "Quality"),
        ("Heading 2", "2.1 How will you work?"),
        ("Normal", "In two steps:"),
        ("List Bullet", "one"),
        ("List Bullet", "two more"),
        ("Caption", "6 of 5 words, 1 too many"),
        ("Heading 2", "2.2 When were you founded?"),
        ("Normal", "7 March 2011"),
        ("Heading 2", "2.3 Signed"),
        ("Normal", "[Signatures are written by hand: sign it yourself.]"),
        ("Heading 2", "2.4 What else?"),
        ("Normal", "[No answer yet.]"),
    ]
    assert faults(target) == []


def test_the_report_names_what_was_written_and_left(source: Path, tmp_path: Path) -> None:
    report = fill_file(source, Questionnaire("l", "txt", "", QUESTIONS), {**ANSWERS, "z": 1}, tmp_path / "s.docx")
    assert [one.question_id for one in report.filled] == ["a", "b", "c"]
    assert [(one.question_id, one.refused) for one in report.left] == [("d", True), ("e", False), ("z", True)]
    assert report.notices


def test_two_sheets_of_the_same_answers_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    _fill(source, tmp_path / "a.docx")
    _fill(source, tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_target_of_another_kind_is_refused_with_what_to_do(source: Path, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as raised:
        _fill(source, tmp_path / "sheet.pdf")
    assert raised.value.remedy == "Give it a name that ends in .docx."
    assert [one.name for one in tmp_path.iterdir()] == ["list.txt"]


def test_a_table_is_written_as_a_table(source: Path, tmp_path: Path) -> None:
    slot = Slot(None, {"Name": "", "Role": ""})
    questionnaire = Questionnaire("l", "txt", "", (Question("t", "People", slot, Kind.TABLE),))
    fill_file(
        source, questionnaire, {"t": [["Ada", "Director"], {"role": "Clerk", "name": "Ben"}]}, tmp_path / "s.docx"
    )
    table = Document(str(tmp_path / "s.docx")).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Name", "Role"],
        ["Ada", "Director"],
        ["Ben", "Clerk"],
    ]
