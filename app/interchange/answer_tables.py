"""Answers in a table, as other tools export them: CSV or Excel with a header row."""

import csv
import io
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import FileUnreadable, KindUnsupported
from app.domain.incoming import IncomingAnswers
from app.domain.records import NO_EXTRA, AnswerState, AnswerVariant, LibraryAnswer
from app.domain.values import JsonValue
from app.interchange.answer_columns import Column, columns_of
from app.packages.archive import Archive
from app.packages.file_kind import FileKind, file_kind, read_text
from app.packages.workbook import Workbook

Rows = Sequence[Sequence[str]]

HEADER_WITHIN = 20
"""The header row stands among the first rows that hold anything."""
_REMEDY = "Give it a header row with the words “question” and “answer”, and save it as CSV or Excel."
_DELIMITERS = ",;\t"
_STATES: Mapping[AnswerState, frozenset[str]] = {
    AnswerState.APPROVED: frozenset(("", "approved", "published", "final", "live", "active", "current", "complete")),
    AnswerState.RETIRED: frozenset(("retired", "archived", "expired", "obsolete", "inactive", "withdrawn")),
}


def read_answer_table(path: Path) -> IncomingAnswers:
    """Read every row that has a question and an answer.

    Raises `FileMissing`, `FileUnreadable` where no header row or no such row is found, or `KindUnsupported`.
    """
    tables = tuple(_tables(path))
    answers = tuple(answer for rows in tables for answer in _answers(rows))
    if not answers:
        raise FileUnreadable(path, "has no row with a question and an answer", _REMEDY)
    says_state = any(Column.STATE in (columns_of(rows[0]) or {}).values() for rows in tables)
    return IncomingAnswers(path, answers, says_state)


def _tables(path: Path) -> Iterator[Rows]:
    """Give each table of the file, from its header row on."""
    match file_kind(path):
        case FileKind.CSV | FileKind.TEXT:
            found = next(filter(None, map(_from_header, _parsed(path, read_text(path)))), None)
            tables = [found] if found else []
        case FileKind.XLSX | FileKind.XLSM:
            tables = [rows for rows in map(_from_header, _sheets(path)) if rows]
        case kind:
            raise KindUnsupported(path, f"a file of the kind {kind}", "Answers are read from CSV and Excel files.")
    if not tables:
        raise FileUnreadable(path, "has no header row with a question and an answer", _REMEDY)
    yield from tables


def _parsed(path: Path, text: str) -> Iterator[Rows]:
    for delimiter in _DELIMITERS:
        try:
            yield list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        except csv.Error as error:
            raise FileUnreadable(path, "is no table: a quotation mark is never closed", _REMEDY) from error


def _sheets(path: Path) -> Iterator[Rows]:
    with Archive(path) as archive:
        for sheet in Workbook(archive).sheets:
            if sheet.used is None:
                continue
            rows = range(max(row for row, _ in sheet.cells) + 1)
            width = max(column for _, column in sheet.cells) + 1
            yield [[sheet.text((row, column)) for column in range(width)] for row in rows]


def _from_header(rows: Rows) -> Rows | None:
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        if columns_of(row):
            return rows[number:]
    return None


def _answers(rows: Rows) -> Iterator[LibraryAnswer]:
    headings = rows[0]
    columns = columns_of(headings) or {}
    for row in rows[1:]:
        cells = [text.strip() for text in row[: len(headings)]]
        answer = _answer(headings, columns, cells)
        if answer.questions and answer.variants:
            yield answer


def _answer(headings: Sequence[str], columns: Mapping[int, Column], cells: Sequence[str]) -> LibraryAnswer:
    held: dict[Column, list[str]] = {column: [] for column in Column}
    extra: dict[str, JsonValue] = {}
    for number, text in enumerate(cells):
        column = columns.get(number)
        if text and column:
            held[column].append(text)
        elif text and headings[number].strip():
            extra[headings[number].strip()] = text
    others = [one.strip() for text in held[Column.OTHER_WORDINGS] for one in re.split(r"[\n|]+", text)]
    return LibraryAnswer(
        str(uuid.uuid4()),
        key=" ".join(held[Column.KEY]),
        questions=tuple(filter(None, (*held[Column.QUESTION], *others))),
        variants=tuple(AnswerVariant(text) for text in held[Column.ANSWER]),
        state=_state(" ".join(held[Column.STATE])),
        tags=tuple(filter(None, (tag.strip() for text in held[Column.TAGS] for tag in re.split(r"[,;|\n]", text)))),
        owner=", ".join(held[Column.OWNER]),
        reviewed_on=_day(held[Column.REVIEWED_ON]),
        review_by=_day(held[Column.REVIEW_BY]),
        extra=extra or NO_EXTRA,
    )


def _state(text: str) -> AnswerState:
    """Tell the state; an unknown word makes a draft, for a person to look at."""
    return next((state for state, words in _STATES.items() if text.lower() in words), AnswerState.DRAFT)


def _day(texts: Sequence[str]) -> date | None:
    """Read the first day, in ISO 8601 or the British order; None where there is none."""
    for text in texts:
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y"):
            try:
                return datetime.strptime(text.split("T")[0].split(" 0")[0], form).date()  # noqa: DTZ007
            except ValueError:
                continue
    return None
