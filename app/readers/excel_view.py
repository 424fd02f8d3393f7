"""A sheet as a reader sees it: rows of places, merged ranges once, hidden rows and columns left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.packages.sheet import Sheet
from app.packages.sheet_colours import is_light, is_tinted
from app.packages.sheet_places import Area, Position
from app.packages.sheet_styles import Style
from app.packages.sheet_validations import Validation

_BEYOND = 3
"""How many rows and columns beyond the last text still belong to the form."""
_FAR_LISTS = 8
_NUMBERING = re.compile(
    r"[\[(]?(?:(?!(?:19|20)\d\d$)\d{1,5}(?:[.\-]\d{1,4}){0,5}[a-z]?|"
    r"(?:[A-Z][A-Z&]{0,5}[-.]?|(?:Q|No|Ref|Req|Item|Sec|Cl)[-.]?\s?)\d{1,3}(?:[.\-]\d{1,4}){0,5}[a-z]?|"
    r"[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})(?:\s?\([a-z0-9]{1,4}\))*[)\].:]*"
)

_FIGURE = re.compile(r"[-(£$€]*\d[\d,]*(?:\.\d+)?\s*%?\)?|#[A-Z/0!?]+")
_INSTRUCTS = re.compile(
    r"(?i)\b(?:instructions?|guidance|guide|read\s*me|introduction|notes|contents|how\s+to|cover|overview|glossary|"
    r"definitions|change\s*log|version|lookups?|lists?|acknowledg\w+)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Spot(NamedTuple):
    """A cell, or a merged range by its top left cell."""

    row: int
    column: int
    last_column: int
    last_row: int
    text: str
    style: Style
    validation: Validation | None
    writable: bool
    is_formula: bool
    in_file: bool
    """Whether the file holds the cell at all."""
    height: float = 0.0
    """The height of its first row in points, where the file sets one."""

    @property
    def position(self) -> Position:
        """Its row and column."""
        return self.row, self.column

    @property
    def has_list(self) -> bool:
        """Whether it offers a drop-down."""
        return self.validation is not None and self.validation.kind == "list"

    @property
    def has_rule(self) -> bool:
        """Whether what is typed in is checked."""
        return self.validation is not None and self.validation.kind not in ("none", "list")


@dataclass(frozen=True, slots=True)
class Row:
    """The places that begin on one row, from left to right."""

    number: int
    spots: tuple[Spot, ...]
    above: tuple[Spot, ...] = ()
    """Merged ranges with text that began on a row above and reach into this one."""

    @property
    def texts(self) -> tuple[Spot, ...]:
        """The places that say something."""
        return tuple(spot for spot in self.spots if spot.text)


def is_numbering(text: str) -> bool:
    """Tell whether a text is only the number of a row: `3.1(a)`, `A&A-01.1`, `iv)`."""
    return len(text) <= 16 and _NUMBERING.fullmatch(text.strip()) is not None


def is_number(text: str) -> bool:
    """Tell whether a text is a figure rather than words or a year."""
    return _FIGURE.fullmatch(text.strip()) is not None and not _YEAR.fullmatch(text.strip())


class SheetView:
    """The visible part of a sheet within its used area."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        used = sheet.used or Area(1, 1, 1, 1)
        self.bottom = used.bottom + _BEYOND
        self.right = self._right_edge(used)
        self._hidden_columns = {
            number
            for one in sheet.grid.columns
            if one.hidden
            for number in range(one.first, min(one.last, self.right) + 1)
        }
        self.rows = tuple(self._rows())
        self.instructs = _INSTRUCTS.search(sheet.name) is not None
        """Whether the sheet is named as one that only explains."""

    @cached_property
    def text_fills(self) -> Counter[str]:
        """How often each background stands behind text."""
        return Counter(spot.style.fill for row in self.rows for spot in row.spots if spot.text and spot.style.fill)

    @cached_property
    def blank_fills(self) -> Counter[str]:
        """How often each background stands behind a blank."""
        return Counter(spot.style.fill for row in self.rows for spot in row.spots if not spot.text and spot.style.fill)

    @cached_property
    def input_fills(self) -> frozenset[str]:
        """The light colours that mark blanks and hardly any text: the buyer painted the cells to fill in."""
        fills = self.blank_fills.items()
        return frozenset(
            fill for fill, count in fills if self.text_fills[fill] <= 0.1 * count and is_light(fill) and is_tinted(fill)
        )

    @cached_property
    def list_fills(self) -> dict[int, Counter[str]]:
        """For each column the backgrounds of its places with a drop-down."""
        found: dict[int, Counter[str]] = {}
        for row in self.rows:
            for spot in row.spots:
                if spot.has_list:
                    found.setdefault(spot.column, Counter())[spot.style.fill] += 1
        return found

    def spot(self, position: Position) -> Spot:
        """Give the place at a cell; of a merged range, as a whole."""
        sheet = self.sheet
        area = sheet.merge_at(position) or Area(*position, *position)
        cell = sheet.cells.get(area.start)
        return Spot(
            area.top,
            area.left,
            area.right,
            area.bottom,
            "" if cell is None else cell.text,
            sheet.style(area.start),
            sheet.validation_at(area.start),
            sheet.is_writable(area.start),
            cell is not None and cell.is_formula,
            cell is not None,
            sheet.grid.row_heights.get(area.top, 0.0),
        )

    def is_hidden(self, position: Position) -> bool:
        """Tell whether the row or column of a cell is hidden."""
        return position[1] in self._hidden_columns or position[0] in self.sheet.grid.hidden_rows

    def _right_edge(self, used: Area) -> int:
        lists = [
            area.left
            for rule in self.sheet.validations
            for area in rule.areas
            if area.left <= used.right + _FAR_LISTS and area.top <= self.bottom
        ]
        return max([used.right, *lists]) + _BEYOND

    def _positions(self) -> dict[int, set[int]]:
        """Collect the columns of each row that the file holds or that a rule speaks of."""
        columns: dict[int, set[int]] = {}
        for row, column in self.sheet.cells:
            if row <= self.bottom and column <= self.right:
                columns.setdefault(row, set()).add(column)
        for rule in self.sheet.validations:
            for area in rule.areas if rule.kind != "none" else ():
                for row in range(area.top, min(area.bottom, self.bottom) + 1):
                    columns.setdefault(row, set()).update(range(area.left, min(area.right, self.right) + 1))
        return columns

    def _rows(self) -> Iterator[Row]:
        columns = self._positions()
        reaching: list[Spot] = []
        for number in sorted(columns):
            if number in self.sheet.grid.hidden_rows:
                continue
            reaching = [spot for spot in reaching if spot.last_row >= number]
            spots = tuple(self._spots(number, sorted(columns[number])))
            yield Row(number, spots, tuple(reaching))
            reaching += [spot for spot in spots if spot.last_row > number and spot.text]

    def _spots(self, row: int, columns: list[int]) -> Iterator[Spot]:
        covered = 0
        for column in columns:
            if column <= covered or column in self._hidden_columns:
                continue
            merge = self.sheet.merge_at((row, column))
            if merge is not None and merge.start != (row, column):
                continue
            spot = self.spot((row, column))
            covered = spot.last_column
            yield spot
