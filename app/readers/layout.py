"""A buyer's file as it looks, place by place, for a person who puts its reading right."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.domain.errors import KindUnsupported
from app.domain.layout import LaidBlock, LaidCell, Layout
from app.packages.archive import Archive
from app.packages.file_kind import FileKind, file_kind
from app.packages.pdf_fields import FieldKind
from app.packages.pdf_file import PdfFile
from app.packages.sheet_places import cell_name
from app.packages.word_package import open_word
from app.packages.workbook import Workbook
from app.readers.excel_view import Row as SheetRow
from app.readers.excel_view import SheetView, Spot
from app.readers.kinds import kind_of
from app.readers.limits import find_limit
from app.readers.word_view import Line, Row, Table, view_document

_NO_LOOKS = "Its questions are listed; only Word, Excel and PDF forms can be shown with their places."
_MOST_BLANKS = 60_000
"""Cells of a sheet that are shown although the file does not hold them."""
_LONGEST = 2_000
"""Characters of a text that are shown."""


def read_layout(path: Path) -> Layout:
    """Read how a file looks. Raises `FileMissing`, `FileUnreadable`, `KindUnsupported`."""
    kind = file_kind(path)
    match kind:
        case FileKind.DOCX | FileKind.DOCM:
            return Layout(tuple(_word(view_document(open_word(path)).blocks)))
        case FileKind.XLSX | FileKind.XLSM:
            with Archive(path) as archive:
                views = [SheetView(sheet) for sheet in Workbook(archive).sheets if sheet.is_visible]
                return Layout(tuple(_sheet(view) for view in views if view.rows))
        case FileKind.PDF:
            with PdfFile(path) as pdf:
                return Layout(tuple(_form(pdf)))
        case _:
            raise KindUnsupported(path, f"of the kind {kind}", _NO_LOOKS)


def _word(blocks: tuple[Line | Table, ...]) -> Iterator[LaidBlock]:
    for block in blocks:
        if isinstance(block, Line):
            if block.text or block.blanks:
                yield LaidBlock(((_cell(block.place, block.shown, bold=block.bold),),), level=block.level)
        else:
            yield LaidBlock(tuple(tuple(_row(row)) for row in block.rows))
            yield from (inner for row in block.rows for cell in row.cells for inner in _word(cell.tables))


def _row(row: Row) -> Iterator[LaidCell]:
    for cell in row.cells:
        if not cell.merged:
            yield _cell(cell.place, cell.text, cell.column, cell.span, bold=cell.bold, fill=cell.fill)


def _sheet(view: SheetView) -> LaidBlock:
    """Give the rows of a sheet, and in them the blank cells that the file does not hold: an answer may go there."""
    name = view.sheet.name
    rows = [row for row in view.rows if row.spots]
    right = max(spot.last_column for row in rows for spot in row.spots if spot.text) + 1 if _says(rows) else 0
    right = min(right, _MOST_BLANKS // max(1, len(rows)))
    return LaidBlock(tuple(tuple(_filled_row(view, name, row, right)) for row in rows), title=name)


def _says(rows: Sequence[SheetRow]) -> bool:
    return any(spot.text for row in rows for spot in row.spots)


def _filled_row(view: SheetView, name: str, row: SheetRow, right: int) -> Iterator[LaidCell]:
    at = min((spot.column for spot in row.spots), default=1)
    for spot in row.spots:
        yield from _blanks(view, name, row.number, range(at, min(spot.column, right + 1)))
        yield _spot(name, spot)
        at = max(at, spot.last_column + 1)
    yield from _blanks(view, name, row.number, range(at, right + 1))


def _blanks(view: SheetView, name: str, number: int, columns: range) -> Iterator[LaidCell]:
    for column in columns:
        position = (number, column)
        if not view.is_hidden(position) and view.spot(position).position == position:
            yield LaidCell(f"{name}!{cell_name(position)}", "", column)


def _spot(sheet: str, spot: Spot) -> LaidCell:
    place = f"{sheet}!{cell_name(spot.position)}"
    span = spot.last_column - spot.column + 1
    return _cell(place, spot.text, spot.column, span, bold=spot.style.bold, fill=spot.style.fill)


def _form(pdf: PdfFile) -> Iterator[LaidBlock]:
    """Give the fields page by page, each beside what its tooltip or name says."""
    fields = [field for field in pdf.fields if field.kind is not FieldKind.BUTTON]
    for page in range(pdf.page_count):
        rows = tuple(
            (_cell(f"label:{field.name}", field.tooltip or field.name), _cell(f"field:{field.name}", field.value, 1))
            for field in fields
            if field.widgets and field.widgets[0].page == page
        )
        if rows:
            yield LaidBlock(rows, title=f"Page {page + 1}")


def _cell(place: str, text: str, column: int = 0, span: int = 1, *, bold: bool = False, fill: str = "") -> LaidCell:
    limit = find_limit(text)
    return LaidCell(place, text[:_LONGEST], column, span, bold, fill, kind_of(text, limit=limit), limit)
