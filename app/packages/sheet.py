"""One sheet of a workbook: its cells with their styles, merges, rules, tables and notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from lxml import etree

from app.domain.errors import FileUnreadable
from app.packages.sheet_cells import BLANK, Cell, Grid, read_grid, rich_text
from app.packages.sheet_places import Area, AreaIndex, Position, cell_name, parse_area, parse_cell
from app.packages.sheet_styles import PLAIN, Style
from app.packages.sheet_validations import Validation, index_validations, read_validations
from app.packages.xml_part import XmlPart, XmlUnsafe

MOST_VALUES = 400_000
"""Filled cells of a sheet that are read: as many take most of a minute and 700 MB."""
MOST_CELLS = 1_000_000
"""Cells of a sheet, those that only have a format included."""
_NAME_WORDS = 4
"""Words of the name that Excel puts before a note."""


class SheetSurroundings(Protocol):
    """What a sheet needs of its workbook."""

    @property
    def path(self) -> Path:
        """The workbook's file."""

    @property
    def strings(self) -> Sequence[str]:
        """The texts that cells share."""

    @property
    def styles(self) -> Sequence[Style]:
        """The cell formats."""

    @property
    def counts_from_1904(self) -> bool:
        """Whether days are counted from 1904."""

    def read(self, part: str) -> bytes:
        """Unpack a part."""

    def xml(self, part: str) -> etree._Element:
        """Parse a part."""

    def holds(self, part: str) -> bool:
        """Tell whether the package holds a part."""

    def relations(self, part: str) -> Mapping[str, "Relation"]:
        """Read what a part refers to."""

    def options(self, validation: Validation) -> tuple[str, ...]:
        """Give the items of a list."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to, by its kind and the name of the other part."""

    kind: str
    """The last word of the relation's type: `worksheet`, `sharedStrings`, `comments`, ..."""
    target: str


@dataclass(frozen=True, slots=True)
class SheetTable:
    """An area that the buyer made a table, with the names of its columns."""

    name: str
    area: Area
    header_rows: int
    columns: tuple[str, ...]

    def column_area(self, index: int) -> Area:
        """Give the cells of a column without its heading."""
        left = self.area.left + index
        return Area(self.area.top + self.header_rows, left, max(self.area.bottom, self.area.top + 1), left)


class Sheet:
    """A work sheet. Cells are read when they are first asked for."""

    def __init__(self, book: SheetSurroundings, name: str, part_name: str, *, is_visible: bool) -> None:
        self._book = book
        self.name = name
        self.part_name = part_name
        self.is_visible = is_visible

    @cached_property
    def part(self) -> XmlPart:
        """The sheet's part of the package, to read or to patch. Raises `FileUnreadable`."""
        content = self._book.read(self.part_name)
        if content.count(b"</v>") + content.count(b"</is>") > MOST_VALUES or content.count(b"<c ") > MOST_CELLS:
            remedy = "Open it, keep only the sheets and columns to answer, save a copy and use that."
            raise FileUnreadable(self._book.path, f"holds a sheet of more than {MOST_VALUES:,} filled cells", remedy)
        try:
            return XmlPart(content)
        except XmlUnsafe as error:
            remedy = "Ask the buyer for the file again, or open it in its own program and save a copy."
            raise FileUnreadable(self._book.path, "is damaged", remedy) from error

    @property
    def root(self) -> etree._Element:
        """The root element of the sheet's part."""
        return self.part.root

    @cached_property
    def grid(self) -> Grid:
        """The cells as they were when first read: patching the part does not change them."""
        book = self._book
        return read_grid(self.root, book.strings, book.styles, from_1904=book.counts_from_1904)

    @property
    def cells(self) -> Mapping[Position, Cell]:
        """Every cell the file holds, by row and column."""
        return self.grid.cells

    @property
    def used(self) -> Area | None:
        """The smallest area that holds every filled cell; None of an empty sheet."""
        return self.grid.used

    def cell(self, position: Position) -> Cell:
        """Give a cell, a blank one where the file holds none."""
        return self.grid.cells.get(position, BLANK)

    def text(self, position: Position) -> str:
        """Give what a reader sees in a cell."""
        return self.cell(position).text

    def style(self, position: Position) -> Style:
        """Give the format of a cell: its own, else its row's, else its column's."""
        index = self.style_index(position)
        styles = self._book.styles
        return styles[index] if index < len(styles) else PLAIN

    def style_index(self, position: Position) -> int:
        """Give the number of a cell's format, also of a cell the file does not hold."""
        cell = self.grid.cells.get(position)
        return cell.style_index if cell is not None else self._usual_style(position)

    @property
    def counts_from_1904(self) -> bool:
        """Whether days are counted from 1904."""
        return self._book.counts_from_1904

    def place(self, position: Position) -> str:
        """Name a cell as the whole program does: `Sheet name!C5`, of a merged range its top left cell."""
        return f"{self.name}!{cell_name(self.anchor(position))}"

    @cached_property
    def merges(self) -> tuple[Area, ...]:
        """The merged ranges."""
        found = []
        for one in self.root.iterfind("{*}mergeCells/{*}mergeCell"):
            try:
                found.append(parse_area(one.get("ref", "")))
            except ValueError:
                continue
        return tuple(found)

    def merge_at(self, position: Position) -> Area | None:
        """Give the merged range that covers a cell, or None."""
        return self._merge_index.at(position)

    def anchor(self, position: Position) -> Position:
        """Give the top left cell of the merged range a cell belongs to, or the cell itself."""
        merge = self._merge_index.at(position)
        return position if merge is None else merge.start

    @cached_property
    def is_protected(self) -> bool:
        """Tell whether only unlocked cells may be written to."""
        protection = self.root.find("{*}sheetProtection")
        return protection is not None and protection.get("sheet") in ("1", "true")

    def is_writable(self, position: Position) -> bool:
        """Tell whether protection lets a cell be written to."""
        return not (self.is_protected and self.style(position).locked)

    def is_hidden(self, position: Position) -> bool:
        """Tell whether the row or the column of a cell is hidden."""
        return position[0] in self.grid.hidden_rows or self._column(position[1], hidden=True) is not None

    @cached_property
    def validations(self) -> tuple[Validation, ...]:
        """The rules for what may be typed in."""
        return read_validations(self.root, self.name)

    def validation_at(self, position: Position) -> Validation | None:
        """Give the rule of a cell, or None."""
        return self._validation_index.at(position)

    def options(self, position: Position) -> tuple[str, ...]:
        """Give the items of a cell's drop-down; empty where it has none."""
        validation = self.validation_at(position)
        return () if validation is None else self._book.options(validation)

    @cached_property
    def tables(self) -> tuple[SheetTable, ...]:
        """The areas that are tables of the workbook."""
        return tuple(self._tables())

    @cached_property
    def comments(self) -> Mapping[Position, str]:
        """The notes on cells."""
        return dict(self._comments())

    def find_row(self, row: int) -> etree._Element | None:
        """Find the element of a row, or None where the file holds none."""
        return self._rows.get(row)

    def row_before(self, number: int) -> etree._Element | None:
        """Find the element of the nearest row above the one with this number, or None."""
        above = max((one for one in self._rows if one < number), default=None)
        return None if above is None else self._rows[above]

    def find_cell(self, position: Position) -> etree._Element | None:
        """Find the element of a cell, or None where the file holds none."""
        row = self.find_row(position[0])
        name = cell_name(position)
        return None if row is None else next((one for one in row.iterchildren("{*}c") if one.get("r") == name), None)

    def add_row(self, number: int, row: etree._Element) -> None:
        """Note a row that was made in the part."""
        self._rows[number] = row

    @cached_property
    def _rows(self) -> dict[int, etree._Element]:
        rows, number = {}, 0
        for row in self.root.iterfind("{*}sheetData/{*}row"):
            given = row.get("r", "")
            number = int(given) if given.isdecimal() else number + 1
            rows[number] = row
        return rows

    @cached_property
    def _merge_index(self) -> AreaIndex[Area]:
        index: AreaIndex[Area] = AreaIndex()
        for area in self.merges:
            index.add(area, area)
        return index

    @cached_property
    def _validation_index(self) -> AreaIndex[Validation]:
        return index_validations(self.validations)

    def _usual_style(self, position: Position) -> int:
        row_style = self.grid.row_styles.get(position[0])
        if row_style is not None:
            return row_style
        column = self._column(position[1])
        return 0 if column is None else column

    def _column(self, number: int, *, hidden: bool = False) -> int | None:
        columns = self.grid.columns
        if not columns:
            return None
        fits = (one for one in columns if one.first <= number <= one.last and (one.hidden or not hidden))
        return next((one.style_index for one in fits), None)

    def _tables(self) -> Iterator[SheetTable]:
        for relation in self._book.relations(self.part_name).values():
            if relation.kind != "table":
                continue
            root = self._book.xml(relation.target)
            try:
                area = parse_area(root.get("ref", ""))
            except ValueError:
                continue
            rows = root.get("headerRowCount", "1")
            columns = tuple(one.get("name", "") for one in root.iterfind("{*}tableColumns/{*}tableColumn"))
            yield SheetTable(root.get("displayName", ""), area, int(rows) if rows.isdecimal() else 1, columns)

    def _comments(self) -> Iterator[tuple[Position, str]]:
        for relation in self._book.relations(self.part_name).values():
            if relation.kind != "comments" or not self._book.holds(relation.target):
                continue
            for one in self._book.xml(relation.target).iterfind("{*}commentList/{*}comment"):
                text = one.find("{*}text")
                try:
                    position = parse_cell(one.get("ref", ""))
                except ValueError:
                    continue
                if text is not None:
                    yield position, _note(rich_text(text))

    @property
    def controls(self) -> int:
        """The number of form controls drawn on the sheet: boxes, buttons and lists that are no cells."""
        return sum(one.kind in ("ctrlProp", "control") for one in self._book.relations(self.part_name).values())


def _note(text: str) -> str:
    """Give the words of a note without the name of who wrote it, or what Excel puts before a threaded comment."""
    if text.startswith("[Threaded comment]"):
        text = text.partition("Comment:")[2]
    first, _, rest = text.strip().partition("\n")
    return (rest if first.endswith(":") and rest.strip() and len(first.split()) <= _NAME_WORDS else text).strip()
