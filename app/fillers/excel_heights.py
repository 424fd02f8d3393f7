"""Rows that grow with the lines an answer needs, where the buyer's sheet lets them."""

import math

from lxml import etree

from app.packages.sheet import Sheet
from app.packages.sheet_places import Area, Position

_HIGHEST = 409.5
"""The greatest height of a row in points (Excel's bound)."""
_USUAL_HEIGHT, _USUAL_WIDTH, _USUAL_SIZE = 15.0, 8.43, 11.0
_LINE = 1.28
"""Height of a line in sizes of its letters."""
_FILLS = 0.92
"""Share of a line that words fill before they break."""


def grow_row(sheet: Sheet, position: Position, text: str) -> None:
    """Make the row of a cell high enough for the lines of its text; a row never shrinks.

    A row whose height the buyer has fixed grows only where a person could do it: the sheet is not protected, or
    its protection leaves rows open. Text that a cell does not wrap needs no height.
    """
    if not sheet.style(position).wraps:
        return
    merge = sheet.merge_at(position) or Area(*position, *position)
    needed = _needed(sheet, merge, text)
    row = sheet.find_row(merge.bottom)
    if row is None or needed is None:
        return
    others = sum(_height(sheet, number) for number in range(merge.top, merge.bottom))
    is_fixed = row.get("customHeight") in ("1", "true")
    if others + _height(sheet, merge.bottom) >= needed or (is_fixed and not _may_format_rows(sheet)):
        return
    sheet.part.touch(row)
    row.set("ht", f"{min(_HIGHEST, math.ceil(needed - others)):g}")
    if len(merge) > 1:
        # Programs fit rows to single cells only, so the height of a merged one has to be kept as it is.
        row.set("customHeight", "1")


def _needed(sheet: Sheet, merge: Area, text: str) -> float | None:
    """Reckon the height of a text in points; None where it stands on one line."""
    size = sheet.style(merge.start).size
    width = sum(_width(sheet, column) for column in range(merge.left, merge.right + 1))
    in_line = max(1.0, width * _FILLS * _USUAL_SIZE / size)
    lines = sum(max(1, math.ceil(len(line) / in_line)) for line in text.split("\n"))
    return None if lines == 1 else lines * size * _LINE + 3


def _height(sheet: Sheet, number: int) -> float:
    """Give the height of a row, at the moment, in points."""
    row = sheet.find_row(number)
    own = _number(row, "ht") if row is not None else 0.0
    return own or _number(_usual(sheet), "defaultRowHeight") or _USUAL_HEIGHT


def _width(sheet: Sheet, column: int) -> float:
    """Give the width of a column in letters of the usual size."""
    own = next((one.width for one in sheet.grid.columns if one.first <= column <= one.last), 0.0)
    return own or _number(_usual(sheet), "defaultColWidth") or _USUAL_WIDTH


def _may_format_rows(sheet: Sheet) -> bool:
    protection = sheet.root.find("{*}sheetProtection")
    return protection is None or not sheet.is_protected or protection.get("formatRows") in ("0", "false")


def _usual(sheet: Sheet) -> etree._Element | None:
    return sheet.root.find("{*}sheetFormatPr")


def _number(element: etree._Element | None, name: str) -> float:
    try:
        return float(element.get(name, "0")) if element is not None else 0.0
    except ValueError:
        return 0.0
