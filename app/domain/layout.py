"""A buyer's file as it looks: paragraphs, tables and sheets with the names of their places, for showing them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.domain.questionnaire import Kind, Limit

_LEAST_LETTERS = 3
"""Letters of a word that asks: "Fax" does, a number such as "1.2 (a)" does not."""


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell or a paragraph."""

    place: str
    text: str
    column: int = 0
    span: int = 1
    bold: bool = False
    fill: str = ""
    """Its background as RRGGBB; empty for white."""
    kind: Kind = Kind.TEXT
    """The form an answer would take if its text were a question."""
    limit: Limit | None = None
    """The limit its text states."""


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A paragraph (one row of one cell), a table, or the rows of a sheet."""

    rows: tuple[tuple[LaidCell, ...], ...]
    title: str = ""
    """The name of a sheet."""
    level: int | None = None
    """Of a heading its level from 0."""

    @property
    def is_table(self) -> bool:
        """Tell a table or sheet from a paragraph."""
        return len(self.rows) > 1 or any(len(row) > 1 for row in self.rows)


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole file."""

    blocks: tuple[LaidBlock, ...]

    def cells(self) -> Iterator[LaidCell]:
        """List every cell and paragraph in the order of the file."""
        return (cell for block in self.blocks for row in block.rows for cell in row)


class Survey:
    """A layout with what is asked of it again and again: the order of its places, and what asks at each."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    @cached_property
    def cells(self) -> Mapping[str, LaidCell]:
        """Every cell and paragraph by its place."""
        return {cell.place: cell for cell in self.layout.cells()}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The number of each place in the order of the file."""
        return {place: number for number, place in enumerate(self.cells)}

    @cached_property
    def asks(self) -> Mapping[str, LaidCell]:
        """For each place the text that it would answer: to its left, else the last above it; a paragraph's own.

        In a table what stands above in the same column comes before what stands above the table.
        """
        found: dict[str, LaidCell] = {}
        above: LaidCell | None = None
        for block in self.layout.blocks:
            heads: dict[int, LaidCell] = {}
            for row in block.rows:
                for cell in row:
                    asking = _asking(block, row, cell) or heads.get(cell.column, above)
                    if asking is not None:
                        found[cell.place] = asking
                said = [cell for cell in row if cell.text]
                heads |= {column: cell for cell in said for column in range(cell.column, cell.column + cell.span)}
                above = said[-1] if said else above
        return found

    def column_of(self, place: str) -> tuple[str, ...]:
        """List the places of a column in rows that say something elsewhere, without a row of headings."""
        for block in self.layout.blocks:
            column = next((cell.column for row in block.rows for cell in row if cell.place == place), None)
            if column is None:
                continue
            rows = block.rows[1:] if _is_headed(block) else block.rows
            said = [row for row in rows if any(cell.text for cell in row if cell.column != column)]
            return tuple(cell.place for row in said for cell in row if cell.column == column)
        return ()


def _asking(block: LaidBlock, row: tuple[LaidCell, ...], here: LaidCell) -> LaidCell | None:
    if not block.is_table:
        return here if here.text else None
    left = [cell for cell in row if cell.column < here.column and sum(map(str.isalpha, cell.text)) >= _LEAST_LETTERS]
    return max(left, key=lambda cell: len(cell.text), default=None)


def _is_headed(block: LaidBlock) -> bool:
    """Tell whether a table begins with headings: all bold, or all of one colour."""
    first = block.rows[0]
    painted = {cell.fill for cell in first}
    return len(block.rows) > 1 and (
        all(cell.bold for cell in first if cell.text) or (len(painted) == 1 and "" not in painted)
    )
