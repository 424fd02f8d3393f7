"""Places of a sheet: `C5` as row and column counted from 1, areas such as `B2:D9`, and which area covers a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TALL = 64
"""Areas of more rows than this are kept in one list rather than with each of their rows."""

Position = tuple[int, int]
"""Row and column of a cell, both counted from 1."""

T = TypeVar("T")


@lru_cache(maxsize=LAST_COLUMN)
def column_number(letters: str) -> int:
    """Count a column's letters: `A` is 1, `XFD` is 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=LAST_COLUMN)
def column_letters(number: int) -> str:
    """Name a column by its number."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(position: Position) -> str:
    """Name a cell: (5, 3) is `C5`."""
    return f"{column_letters(position[1])}{position[0]}"


def parse_cell(name: str) -> Position:
    """Read a cell's name, with or without dollars. Raises ValueError."""
    match = _CELL.fullmatch(name.strip())
    if match is None:
        raise ValueError(f"no cell is called {name[:40]}")
    position = (int(match[2]), column_number(match[1]))
    if not (1 <= position[0] <= LAST_ROW and position[1] <= LAST_COLUMN):
        raise ValueError(f"no cell is called {name[:40]}")
    return position


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, all four edges within it."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, position: Position) -> bool:
        return self.top <= position[0] <= self.bottom and self.left <= position[1] <= self.right

    def __iter__(self) -> Iterator[Position]:
        rows = range(self.top, self.bottom + 1)
        return ((row, column) for row in rows for column in range(self.left, self.right + 1))

    def __len__(self) -> int:
        return self.height * self.width

    @property
    def start(self) -> Position:
        """The top left cell."""
        return self.top, self.left

    @property
    def height(self) -> int:
        """How many rows it covers."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """How many columns it covers."""
        return self.right - self.left + 1


def parse_area(name: str) -> Area:
    """Read `B2:D9`, `B2`, `B:D` or `2:9`, with or without dollars. Raises ValueError."""
    first, _, last = name.replace("$", "").strip().partition(":")
    last = last or first
    if first.isdecimal() and last.isdecimal():
        first, last = f"A{first}", f"XFD{last}"
    elif first.isalpha() and last.isalpha():
        first, last = f"{first}1", f"{last}{LAST_ROW}"
    a, b = parse_cell(first), parse_cell(last)
    return Area(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def parse_areas(names: str) -> tuple[Area, ...]:
    """Read a list of areas parted by spaces; what is no area is left out."""
    found = []
    for name in names.split():
        try:
            found.append(parse_area(name))
        except ValueError:
            continue
    return tuple(found)


class AreaIndex(Generic[T]):
    """Which of many areas covers a cell, found without looking at all of them."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[Area, T]]] = {}
        self._tall: list[tuple[Area, T]] = []

    def add(self, area: Area, what: T) -> None:
        """Note what stands at an area."""
        if area.height > _TALL:
            self._tall.append((area, what))
            return
        for row in range(area.top, area.bottom + 1):
            self._rows.setdefault(row, []).append((area, what))

    def at(self, position: Position) -> T | None:
        """Give what was noted first at a cell, narrow areas before tall ones; None where nothing was."""
        if not self._rows and not self._tall:
            return None
        for area, what in self._rows.get(position[0], ()):
            if area.left <= position[1] <= area.right:
                return what
        return next((what for area, what in self._tall if position in area), None)
