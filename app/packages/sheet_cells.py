"""The cells of one sheet: what stands in them as the buyer sees it, and which format each has."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from lxml import etree

from app.packages.sheet_places import LAST_COLUMN, LAST_ROW, Area, Position, column_number
from app.packages.sheet_styles import PLAIN, NumberKind, Style

_DIGITS = "0123456789"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BESIDE_COLUMNS = 32
_BELOW_ROWS = 250
"""How far beyond the last filled cell formatted blanks are still looked at: sheets are formatted to XFD1048576."""

Value = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the file, filled or only formatted."""

    value: Value
    text: str
    """What a reader sees, stripped; a formula by the value last computed."""
    style_index: int
    is_formula: bool = False


BLANK = Cell(None, "", 0)


@dataclass(frozen=True, slots=True)
class Columns:
    """What a stretch of columns has in common."""

    first: int
    last: int
    hidden: bool
    style_index: int
    width: float


@dataclass(slots=True)
class Grid:
    """The cells of a sheet by position, with rows and columns that are hidden."""

    cells: dict[Position, Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    row_styles: dict[int, int] = field(default_factory=dict)
    row_heights: dict[int, float] = field(default_factory=dict)
    columns: tuple[Columns, ...] = ()
    used: Area | None = None
    """The smallest area that holds every filled cell."""


def unescape(text: str) -> str:
    """Read the `_x000D_` of ECMA-376 22.9.2.19 back into the character it stands for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if not 0xD800 <= int(match[1], 16) < 0xE000 else "", text)


def rich_text(element: etree._Element) -> str:
    """Join the runs of a shared or inline string, without its phonetic guide."""
    parts = []
    for child in element:
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.extend(run.text or "" for run in child.iterfind("{*}t"))
    return unescape("".join(parts))


def read_grid(root: etree._Element, strings: Sequence[str], styles: Sequence[Style], *, from_1904: bool) -> Grid:
    """Read the cells of a sheet's part in one pass for the filled ones and one for the formatted blanks."""
    grid = Grid(columns=tuple(_columns(root)))
    data = root.find("{*}sheetData")
    if data is None:
        return grid
    read = _value_reader(strings, styles, from_1904=from_1904)
    row_number = 0
    for row in data.iterchildren("{*}row"):
        row_number = _row_number(row, row_number)
        if row_number > LAST_ROW:
            break
        _note_row(grid, row, row_number)
        _read_row(grid, row, row_number, read)
    grid.used = _used(grid.cells)
    _read_blanks(grid, data)
    return grid


def _row_number(row: etree._Element, before: int) -> int:
    number = row.get("r", "")
    return int(number) if number.isdecimal() and len(number) < 9 else before + 1


def _note_row(grid: Grid, row: etree._Element, number: int) -> None:
    if row.get("hidden") in ("1", "true"):
        grid.hidden_rows.add(number)
    if (style := row.get("s")) and style.isdecimal() and row.get("customFormat") in ("1", "true"):
        grid.row_styles[number] = int(style)
    if height := row.get("ht"):
        grid.row_heights[number] = _number(height) or 0.0


def _column_at(cell: etree._Element, before: int) -> int:
    letters = cell.get("r", "").rstrip(_DIGITS)
    return column_number(letters) if letters.isalpha() and len(letters) < 4 else before + 1


def _read_row(grid: Grid, row: etree._Element, number: int, read: Callable[[etree._Element], Cell | None]) -> None:
    column = 0
    for cell in row.iterchildren("{*}c"):
        column = _column_at(cell, column)
        if len(cell) and column <= LAST_COLUMN and (made := read(cell)) is not None:
            grid.cells[number, column] = made


def _read_blanks(grid: Grid, data: etree._Element) -> None:
    last_row = (grid.used.bottom if grid.used else 0) + _BELOW_ROWS
    last_column = (grid.used.right if grid.used else 0) + _BESIDE_COLUMNS
    made: dict[str, Cell] = {}
    number = 0
    for row in data.iterchildren("{*}row"):
        number = _row_number(row, number)
        if number > last_row:
            break
        column = 0
        for cell in row.iterchildren("{*}c"):
            column = _column_at(cell, column)
            if column > last_column:
                break
            style = cell.get("s", "0")
            if style not in made:
                made[style] = Cell(None, "", int(style) if style.isdecimal() else 0)
            grid.cells.setdefault((number, column), made[style])


def _value_reader(
    strings: Sequence[str], styles: Sequence[Style], *, from_1904: bool
) -> Callable[[etree._Element], Cell | None]:
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's days have no zone

    def read(cell: etree._Element) -> Cell | None:
        raw, inline, formula = "", None, False
        for child in cell:
            name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if name == "v":
                raw = child.text or ""
            elif name == "f":
                formula = True
            elif name == "is":
                inline = child
        index = cell.get("s", "0")
        style_index = int(index) if index.isdecimal() else 0
        style = styles[style_index] if style_index < len(styles) else PLAIN
        value = rich_text(inline) if inline is not None else _value(raw, cell.get("t", "n"), strings)
        text = _shown(value, style, epoch)
        return Cell(value, text, style_index, formula) if text or formula else None

    return read


def _value(raw: str, kind: str, strings: Sequence[str]) -> Value:
    if kind == "s":
        return strings[int(raw)] if raw.isdecimal() and int(raw) < len(strings) else None
    if kind == "b":
        return raw.strip() in ("1", "true")
    if kind in ("str", "e", "d", "inlineStr"):
        return unescape(raw)
    return _number(raw) if raw else None


def _number(raw: str) -> float | None:
    try:
        return float(raw)
    except ValueError:
        return None


def _shown(value: Value, style: Style, epoch: datetime) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if value is None:
        return ""
    if style.number_kind is NumberKind.DATE and 0 <= value < 2_958_466:
        return _day(value, epoch)
    if style.number_kind is NumberKind.PERCENT:
        return f"{value * 100:.10g}%"
    return f"{value:.15g}"


def _day(value: float, epoch: datetime) -> str:
    moment = epoch + timedelta(days=value)
    return moment.strftime("%H:%M") if value < 1 else moment.strftime("%d/%m/%Y")


def _columns(root: etree._Element) -> list[Columns]:
    found = []
    for one in root.iterfind("{*}cols/{*}col"):
        first, last, style = one.get("min", ""), one.get("max", ""), one.get("style", "0")
        if first.isdecimal() and last.isdecimal():
            hidden = one.get("hidden") in ("1", "true")
            width = _number(one.get("width", "")) or 0.0
            found.append(Columns(int(first), int(last), hidden, int(style) if style.isdecimal() else 0, width))
    return found


def _used(cells: Mapping[Position, Cell]) -> Area | None:
    filled = [position for position, cell in cells.items() if cell.text]
    if not filled:
        return None
    rows, columns = [row for row, _ in filled], [column for _, column in filled]
    return Area(min(rows), min(columns), max(rows), max(columns))
