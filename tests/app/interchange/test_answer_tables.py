import contextlib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.domain.errors import FileMissing, FileUnreadable, FileUnwritable, KindUnsupported, TargetExists
from app.domain.records import AnswerState, AnswerVariant, LibraryAnswer
from app.interchange.answer_columns import Column, column_of
from app.interchange.answer_tables import read_answer_table
from app.interchange.answer_tables_write import write_answer_table
from app.interchange.table_files import MOST_IN_CELL

HEADER = "Question,Answer"


def _csv(folder: Path, text: str, encoding: str = "utf-8", name: str = "answers.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def _xlsx(folder: Path, rows: list[list[Any]], title: str = "Answers") -> Path:
    book = Workbook()
    book.worksheets[0].title = title
    for row in rows:
        book.worksheets[0].append(row)
    path = folder / "answers.xlsx"
    book.save(path)
    return path


def _said(path: Path) -> list[tuple[str, str]]:
    return [(one.questions[0], one.variants[0].text) for one in read_answer_table(path).answers]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_with_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = (
        delimiter.join(["Question", "Answer"])
        + "\r\n"
        + delimiter.join(['"What, when; café?"', '"£5\r\nmore"'])
        + "\r\n"
    )
    assert _said(_csv(tmp_path, text, encoding)) == [("What, when; café?", "£5\r\nmore")]


def test_an_excel_table_is_read_from_its_header_row(tmp_path: Path) -> None:
    rows = [
        ["Our answers"],
        [],
        ["No.", "Question", "Answer", "Last reviewed"],
        [1, "How?", "So.", datetime(2026, 3, 4)],
        [2, "Why?", None, None],
        [None, None, None, None],
        [3, "When?", "Now.", "5 April 2026"],
    ]
    first, second = read_answer_table(_xlsx(tmp_path, rows)).answers
    assert (first.key, first.questions, first.reviewed_on) == ("1", ("How?",), date(2026, 3, 4))
    assert (second.key, second.questions, second.reviewed_on) == ("3", ("When?",), date(2026, 4, 5))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Question", Column.QUESTION),
        ("Question text", Column.QUESTION),
        ("Requirement", Column.QUESTION),
        ("Alternate Questions", Column.OTHER_WORDINGS),
        ("Answer", Column.ANSWER),
        ("Standard Response", Column.ANSWER),
        ("Response (short)", Column.ANSWER),
        ("Question ID", Column.KEY),
        ("Ref", Column.KEY),
        ("Tags", Column.TAGS),
        ("Category", Column.TAGS),
        ("Answer owner", Column.OWNER),
        ("Last updated", Column.REVIEWED_ON),
        ("Review date", Column.REVIEW_BY),
        ("Next review", Column.REVIEW_BY),
        ("Expiry date", Column.REVIEW_BY),
        ("Status", Column.STATE),
        ("Response type", None),
        ("Word limit", None),
        ("Notes", None),
        ("", None),
        ("Please answer each question in the space below", None),
    ],
)
def test_a_column_is_told_by_the_words_of_its_heading(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


def test_every_column_ends_in_its_member(tmp_path: Path) -> None:
    text = (
        "ID,Question,Alternate questions,Answer,Short answer,Tags,Status,Owner,Last reviewed,Next review,Product\n"
        'a7,How?,"In what way?|By what means?",Thus and so.,So.,"quality, iso; 9001",'
        "Archived,A. Rowan,04/03/2026,2027-03-04,Mowing\n"
    )
    (answer,) = read_answer_table(_csv(tmp_path, text)).answers
    assert answer == LibraryAnswer(
        answer.id,
        key="a7",
        questions=("How?", "In what way?", "By what means?"),
        variants=(AnswerVariant("Thus and so."), AnswerVariant("So.")),
        state=AnswerState.RETIRED,
        tags=("quality", "iso", "9001"),
        owner="A. Rowan",
        reviewed_on=date(2026, 3, 4),
        review_by=date(2027, 3, 4),
        extra={"Product": "Mowing"},
    )


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Approved", AnswerState.APPROVED),
        ("", AnswerState.APPROVED),
        ("Needs review", AnswerState.DRAFT),
        ("draft", AnswerState.DRAFT),
        ("Archived", AnswerState.RETIRED),
    ],
)
def test_an_unknown_state_makes_a_draft(tmp_path: Path, word: str, state: AnswerState) -> None:
    (answer,) = read_answer_table(_csv(tmp_path, f"{HEADER},Status\nHow?,So.,{word}\n")).answers
    assert answer.state is state


def test_rows_without_a_question_or_an_answer_are_left_out(tmp_path: Path) -> None:
    assert _said(_csv(tmp_path, f"{HEADER}\nHow?,\n,So.\n\nWhy?,Thus.\n")) == [("Why?", "Thus.")]


def test_a_row_longer_or_shorter_than_the_header_does_no_harm(tmp_path: Path) -> None:
    assert _said(_csv(tmp_path, f"{HEADER},Tags\nHow?,So.\nWhy?,Thus.,a,b,c\n")) == [("How?", "So."), ("Why?", "Thus.")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"Question\nHow?\n",
        b"one,two\nthree,four\n",
        b"Question,Answer\n",
        b"\x00\x01\x02",
        b"PK\x03\x04abc",
    ],
)
def test_what_holds_no_answers_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes(content)
    with pytest.raises(FileUnreadable):
        read_answer_table(path)


def test_other_kinds_and_missing_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_answer_table(tmp_path / "none.csv")
    (tmp_path / "a.json").write_text('{"a": 1}')
    with pytest.raises(KindUnsupported):
        read_answer_table(tmp_path / "a.json")
    with pytest.raises(FileUnreadable):
        read_answer_table(tmp_path)


def test_an_excel_book_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_answer_table(_xlsx(tmp_path, [["only"], ["notes"]]))
    with pytest.raises(FileUnreadable):
        read_answer_table(_xlsx(tmp_path, []))


ANSWERS = (
    LibraryAnswer(
        "1",
        key="a-1",
        questions=("How?", "In what way?"),
        variants=(AnswerVariant("=SUM(A1) is no formula"), AnswerVariant("- so\n- and so")),
        state=AnswerState.DRAFT,
        tags=("quality", "iso 9001"),
        owner="A. Rowan",
        reviewed_on=date(2026, 3, 4),
        review_by=date(2027, 3, 4),
        extra={"Product": "Mowing", "words": 7},
    ),
    LibraryAnswer("2", key="a-2", questions=("Why?",), variants=(AnswerVariant("12"),)),
)


@pytest.mark.parametrize("name", ["answers.csv", "answers.xlsx"])
def test_a_table_that_was_written_reads_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_answer_table(ANSWERS, path)
    incoming = read_answer_table(path)
    assert incoming.says_state
    for written, read in zip(ANSWERS, incoming.answers, strict=True):
        assert (read.key, read.questions, read.variants) == (written.key, written.questions, written.variants)
        assert (read.state, read.tags, read.owner) == (written.state, written.tags, written.owner)
        assert (read.reviewed_on, read.review_by) == (written.reviewed_on, written.review_by)
    assert incoming.answers[0].extra == {"Product": "Mowing"}


def test_a_table_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("mine")
    with pytest.raises(TargetExists):
        write_answer_table(ANSWERS, path)
    assert path.read_text() == "mine"
    write_answer_table(ANSWERS, path, replace=True)
    assert read_answer_table(path).answers


def test_an_answer_that_no_cell_of_excel_holds_is_not_cut_short(tmp_path: Path) -> None:
    long = LibraryAnswer("1", key="a", questions=("How?",), variants=(AnswerVariant("x" * (MOST_IN_CELL + 1)),))
    with pytest.raises(FileUnwritable):
        write_answer_table([long], tmp_path / "answers.xlsx")
    write_answer_table([long], tmp_path / "answers.csv")
    assert read_answer_table(tmp_path / "answers.csv").answers[0].variants == long.variants


def test_an_empty_library_makes_a_table_with_its_header(tmp_path: Path) -> None:
    write_answer_table([], tmp_path / "answers.csv")
    assert (tmp_path / "answers.csv").read_text("utf-8-sig").startswith("ID,Question,Answer")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"{HEADER}\n{text}".encode("utf-8", "ignore")))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    with contextlib.suppress(FileUnreadable, KindUnsupported):
        assert read_answer_table(path).answers
