"""A column of a table: what it shows of a row, and how much room it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.widgets.cell import Cell

R = TypeVar("R")


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its title, what it shows of a row, and how wide it is."""

    title: str
    cell: Callable[[R], Cell]
    width: int = 0
    """Px at 100 %; 0 shares what is left, in parts of `share`."""
    share: int = 1
    rank: int = 0
    """Columns of rank 2, then 1, give way where there is little room; rank 0 stays."""
    right: bool = False
