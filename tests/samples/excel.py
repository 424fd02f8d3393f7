"""Small made-up workbooks for tests: rows of texts, and what marks the cells."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
GREY = "DDDDDD"

Rows = Sequence[Sequence[object]]

QUESTIONS = (
    "Describe how you will manage the quality of the service.",
    "Do you hold a certificate of quality management?",
    "Please state your turnover in the last financial year.",
    "How will you cover staff who are absent?",
)


def sheet(title: str, rows: Rows = (), *, book: Workbook | None = None, at: int = 1, boxed: bool = False) -> Worksheet:
    """Make a sheet, in a workbook of its own unless one is given, and put the rows in."""
    made = book.create_sheet(title) if book is not None else Workbook().active
    assert isinstance(made, Worksheet)
    made.title = title
    put(made, rows, at=at, boxed=boxed)
    return made


def put(made: Worksheet, rows: Rows, *, at: int = 1, boxed: bool = False) -> None:
    """Put rows of texts in from row `at` on; None leaves a cell empty."""
    for number, row in enumerate(rows, at):
        for column, value in enumerate(row, 1):
            cell = made.cell(number, column)
            if value is not None:
                cell.value = value
            if boxed:
                cell.border = BOX


def heading(made: Worksheet, row: int, columns: int, fill: str = GREY) -> None:
    """Make a row look like headings."""
    for column in range(1, columns + 1):
        made.cell(row, column).font = Font(bold=True)
        made.cell(row, column).fill = PatternFill("solid", fgColor=fill)


def paint(made: Worksheet, cells: Iterable[str], fill: str) -> None:
    """Give cells a background."""
    for name in cells:
        made[name].fill = PatternFill("solid", fgColor=fill)


def unlock(made: Worksheet, cells: Iterable[str]) -> None:
    """Protect the sheet but for these cells."""
    made.protection.sheet = True
    for name in cells:
        made[name].protection = Protection(locked=False)


def choice(made: Worksheet, area: str, formula: str = '"Yes,No"', **more: str) -> None:
    """Give an area a drop-down."""
    rule = DataValidation(type="list", formula1=formula, **more)
    made.add_data_validation(rule)
    rule.add(area)


def merge(made: Worksheet, area: str, *, boxed: bool = False, height: float | None = None) -> None:
    """Merge an area."""
    made.merge_cells(area)
    for row in made[area]:
        for cell in row:
            cell.alignment = Alignment(wrap_text=True)
            if boxed:
                cell.border = BOX
            if height:
                made.row_dimensions[cell.row].height = height


def save(made: Worksheet, folder: Path, name: str = "form.xlsx") -> Path:
    """Save the workbook of a sheet."""
    path = folder / name
    assert made.parent is not None
    made.parent.save(path)
    return path
