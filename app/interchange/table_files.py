"""Tables of texts as files: CSV, or Excel by the name of the file."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import FileUnwritable
from app.interchange.open_files import write_files

Table = Sequence[Sequence[str]]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet runs (OWASP, CSV Injection)."""

MOST_IN_CELL = 32_767
"""Characters that a cell of Excel holds (Excel specifications and limits)."""


def write_table(table: Table, title: str, path: Path, *, replace: bool = False, guarded: bool = False) -> None:
    """Write a header row and its rows; `.xlsx` makes an Excel workbook, any other ending CSV in UTF-8.

    `guarded` is for texts of strangers that are read and not taken in again: see `guard`. In a workbook every cell is
    marked as text and needs none.
    Raises `TargetExists`, or `FileUnwritable`, also where a text is longer than a cell of Excel.
    """
    content = _workbook(table, title, path) if path.suffix.lower() == ".xlsx" else to_csv(table, guarded=guarded)
    write_files({path: content}, replace=replace)


def guard(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def to_csv(table: Table, *, guarded: bool) -> bytes:
    """Give a table as CSV; the mark at its beginning tells Excel that this is UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guard(cell) for cell in row] if guarded else row for row in table)
    return text.getvalue().encode("utf-8-sig")


def _workbook(table: Table, title: str, path: Path) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if any(len(text) > MOST_IN_CELL for row in table for text in row):
        raise FileUnwritable(path, "an answer is longer than a cell of Excel holds", "Export it as CSV.")
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title)
    for number, row in enumerate(table, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub("", text) or None)
            if text:
                # A text that begins like a formula stays a text.
                cell.data_type = "s"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
