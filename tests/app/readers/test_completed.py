"""Past bids: a form that our own fillers or a person filled in is read back into questions and answers."""

from pathlib import Path

import docx
import openpyxl
import pytest

from app.domain.errors import FileUnreadable, KindUnsupported
from app.domain.incoming import IncomingBid
from app.fillers import fill_file
from app.readers import read_file
from app.readers.completed import read_completed

SIGNED = ("Signed on behalf of the supplier", "Signature:", "Name: A. Rowan", "Job title: Director", "Date: 3 May 2026")
TEXT = "Our service desk answers within one hour, and an engineer follows the same day."


def _said(bid: IncomingBid) -> dict[str, str]:
    return {one.question.text: one.answer for one in bid.answered}


def _word(tmp_path: Path, rows: list[tuple[str, ...]], *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(0, len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "bid.docx"
    document.save(str(path))
    return path


def test_answers_under_a_heading_are_read(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Question", "Response"),
        ("1", "How will you support the service?", TEXT),
        ("2", "How will you train our staff?", "Two days on site."),
    ]
    assert _said(read_completed(_word(tmp_path, rows))) == {
        "How will you support the service?": TEXT,
        "How will you train our staff?": "Two days on site.",
    }


def test_answers_beside_labels_are_read_and_definitions_are_not(tmp_path: Path) -> None:
    rows = [
        ("Company name", "Harbour Works Ltd"),
        ("Company number", "98765432"),
        ("Contact email", "bids@harbour.example"),
        ("Supplier", "means the company that signs this form"),
    ]
    said = _said(read_completed(_word(tmp_path, rows)))
    assert said["Company number"] == "98765432"
    assert len(said) == 3


def test_a_line_with_its_label_is_read(tmp_path: Path) -> None:
    rows = [("Company name", "Harbour Works Ltd"), ("VAT number", "GB999999973")]
    said = _said(read_completed(_word(tmp_path, rows, *SIGNED)))
    assert said["Job title"] == "Director"
    assert said["Name"] == "A. Rowan"


def test_ticked_columns_are_read_as_the_option_chosen(tmp_path: Path) -> None:
    rows = [
        ("Requirement", "Yes", "No"),
        ("The system must keep an audit trail of every change.", "X", ""),
        ("The system must be hosted in the United Kingdom.", "", "X"),
        ("The supplier must provide a service desk.", "X", ""),
    ]
    assert list(_said(read_completed(_word(tmp_path, rows))).values()) == ["Yes", "No", "Yes"]


def test_a_workbook_is_read_under_its_headings_and_below_its_questions(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["No", "Question", "Bidder response"])
    sheet.append([1, "How will you support the service?", TEXT])
    sheet.append([2, "Do you hold ISO 9001?", "Yes"])
    book.save(tmp_path / "bid.xlsx")
    assert list(_said(read_completed(tmp_path / "bid.xlsx")).values()) == [TEXT, "Yes"]


def test_what_nobody_filled_in_is_no_answer(tmp_path: Path) -> None:
    rows = [
        ("Question", "Response"),
        ("How will you support the service?", ""),
        ("How will you train our staff?", "[Insert your answer here]"),
        ("How will you report?", "Monthly."),
    ]
    assert _said(read_completed(_word(tmp_path, rows))) == {"How will you report?": "Monthly."}


def test_the_sample_forms_give_back_what_was_filled_in(tmp_path: Path, sample_forms: tuple[Path, ...]) -> None:
    for form in sample_forms:
        asked = read_file(form)
        answers = {one.id: TEXT for one in asked if one.kind in ("text", "long_text") and one.slot.where}
        report = fill_file(form, asked, answers, tmp_path / form.name)
        got = {one.question.id for one in read_completed(tmp_path / form.name).answered if TEXT in one.answer}
        filled = {one.question_id for one in report.filled}
        assert len(got & filled) >= 0.8 * len(filled)


def test_a_printed_page_and_another_kind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("1. How?\n")
    with pytest.raises(KindUnsupported):
        read_completed(tmp_path / "list.txt")
    (tmp_path / "bid.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(FileUnreadable):
        read_completed(tmp_path / "bid.pdf")


@pytest.fixture
def sample_forms() -> tuple[Path, ...]:
    from app.paths import RESOURCES

    return tuple(sorted((RESOURCES / "sample" / "buyers").iterdir()))
