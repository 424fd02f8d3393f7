"""A Word document as a reader sees it: lines and tables in order, with what their looks tell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from app.packages.word_blanks import WordBlank, WordText, word_text
from app.packages.word_names import CELL, PARAGRAPH, ROW, VALUE, W, is_on
from app.packages.word_package import WordPackage
from app.packages.word_places import blocks, children, text_boxes
from app.packages.word_styles import paragraph_style

_FAR = 200
"""Rows up to which a cell merged downwards is followed."""


@dataclass(eq=False)
class Line:
    """A paragraph."""

    place: str
    element: etree._Element
    word: WordText
    number: str
    """Its automatic number as Word shows it; a bullet is `•`; empty where it has none."""
    depth: int
    """The level in its list, from 0; -1 outside lists."""
    level: int | None
    """Heading level from 0, or None."""
    bold: bool
    contents: bool
    """Whether it is a line of a table of contents."""
    boxes: tuple["Line | Table", ...] = ()
    """The lines and tables in text boxes anchored here."""

    @cached_property
    def text(self) -> str:
        """The text, stripped."""
        return self.word.text.strip()

    @property
    def blanks(self) -> tuple[WordBlank, ...]:
        """The blanks in the line."""
        return self.word.blanks

    @property
    def shown(self) -> str:
        """The text after its number, as it is printed."""
        return f"{self.number} {self.text}" if self.number and self.text else self.text


@dataclass(eq=False)
class Cell:
    """A cell of a table."""

    place: str
    element: etree._Element
    column: int
    """The first column of the grid that it covers."""
    span: int
    merged: bool
    """Whether it is the lower part of a cell merged downwards."""
    fill: str
    blocks: tuple["Line | Table", ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The paragraphs in the cell, without those of tables inside."""
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @cached_property
    def text(self) -> str:
        """The text of the cell, stripped, one line for each paragraph."""
        return "\n".join(line.word.text for line in self.lines).strip()

    @cached_property
    def shown(self) -> str:
        """The text with the automatic numbers of its paragraphs, but for that of the first: it is the reference."""
        shown = [line.shown for line in self.lines if line.text]
        return "\n".join([line.text for line in self.lines if line.text][:1] + shown[1:]).strip()

    @property
    def tables(self) -> tuple["Table", ...]:
        """The tables inside."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def bold(self) -> bool:
        """Whether all that it shows is bold."""
        shown = [line for line in self.lines if line.text]
        return bool(shown) and all(line.bold for line in shown)

    @cached_property
    def word(self) -> WordText:
        """The text of the cell with its blanks, as fillers count them."""
        return word_text(self.element)


@dataclass(eq=False)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    header: bool
    """Whether it is repeated on each page."""

    def at(self, column: int) -> Cell | None:
        """Find the cell that covers a column of the grid."""
        return next((cell for cell in self.cells if cell.column <= column < cell.column + cell.span), None)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The texts of the cells."""
        return tuple(cell.text for cell in self.cells)


@dataclass(eq=False)
class Table:
    """A table."""

    place: str
    rows: tuple[Row, ...]
    width: int = field(init=False)
    """The number of columns of its grid."""

    def __post_init__(self) -> None:
        self.width = max((cell.column + cell.span for row in self.rows for cell in row.cells), default=0)

    def top_of(self, row: int, cell: Cell) -> Cell | None:
        """Find the upper end of a cell merged downwards: itself or one above; None for a cell that is not merged."""
        above: Cell | None = cell
        at = row
        while above is not None and above.merged and at > max(0, row - _FAR):
            at -= 1
            above = self.rows[at].at(cell.column)
        below = self.rows[row + 1].at(cell.column) if row + 1 < len(self.rows) else None
        return above if cell.merged or (below is not None and below.merged) else None


@dataclass(eq=False)
class Document:
    """The body of a document."""

    blocks: tuple[Line | Table, ...]


def texts_in(block: Line | Table) -> Iterator[str]:
    """List the texts in a block, with those of cells and text boxes."""
    if isinstance(block, Line):
        yield block.text
    inside = block.boxes if isinstance(block, Line) else (b for r in block.rows for c in r.cells for b in c.blocks)
    for one in inside:
        yield from texts_in(one)


def view_document(package: WordPackage) -> Document:
    """See a document: every paragraph is numbered on the way."""
    return Document(tuple(_Viewer(package).blocks(package.body, "")))


class _Viewer:
    def __init__(self, package: WordPackage) -> None:
        self._styles = package.styles
        self._numbering = package.numbering

    def blocks(self, node: etree._Element, prefix: str) -> Iterator[Line | Table]:
        lines = tables = 0
        for block in blocks(node):
            if block.tag == PARAGRAPH:
                yield self._line(block, f"{prefix}p{lines}")
                lines += 1
            else:
                yield self._table(block, f"{prefix}t{tables}")
                tables += 1

    def _line(self, element: etree._Element, place: str) -> Line:
        style = paragraph_style(element)
        number = self._numbering.number(element)
        inside = tuple(
            block for i, box in enumerate(text_boxes(element)) for block in self.blocks(box, f"{place}.x{i}.")
        )
        return Line(
            place=place,
            element=element,
            word=word_text(element),
            number="" if number is None else number.text,
            depth=-1 if number is None else number.level,
            level=self._level(element, style),
            bold=self._bold(element, style),
            contents=self._styles.is_contents(style),
            boxes=inside,
        )

    def _level(self, element: etree._Element, style: str | None) -> int | None:
        own = element.find(f"{W}pPr/{W}outlineLvl")
        value = "" if own is None else own.get(VALUE, "")
        if value.isdecimal():
            return int(value) if int(value) < len("123456789") else None
        return self._styles.level(style)

    def _bold(self, element: etree._Element, style: str | None) -> bool:
        """Tell whether every run that shows text is bold."""
        by_style, seen = self._styles.bold(style), False
        for run in element.iter(W + "r"):
            if not any((text.text or "").strip() for text in run.iterfind(W + "t")):
                continue
            seen = True
            mark = run.find(f"{W}rPr/{W}b")
            if not (by_style if mark is None else is_on(mark.get(VALUE))):
                return False
        return seen

    def _table(self, element: etree._Element, place: str) -> Table:
        return Table(place, tuple(self._row(row, f"{place}.r{r}") for r, row in enumerate(children(element, ROW))))

    def _row(self, element: etree._Element, place: str) -> Row:
        properties = element.find(W + "trPr")
        header = properties is not None and properties.find(W + "tblHeader") is not None
        column, cells = _number(properties, "gridBefore", 0), []
        for c, cell in enumerate(children(element, CELL)):
            made = self._cell(cell, f"{place}.c{c}", column)
            column += made.span
            cells.append(made)
        return Row(tuple(cells), header)

    def _cell(self, element: etree._Element, place: str, column: int) -> Cell:
        properties = element.find(W + "tcPr")
        merge = properties.find(W + "vMerge") if properties is not None else None
        shade = properties.find(W + "shd") if properties is not None else None
        fill = "" if shade is None else (shade.get(W + "fill") or "").upper()
        return Cell(
            place=place,
            element=element,
            column=column,
            span=max(1, _number(properties, "gridSpan", 1)),
            merged=merge is not None and merge.get(VALUE, "continue") == "continue",
            fill="" if fill in ("AUTO", "FFFFFF") else fill,
            blocks=tuple(self.blocks(element, place + ".")),
        )


def _number(properties: etree._Element | None, tag: str, otherwise: int) -> int:
    found = properties.find(W + tag) if properties is not None else None
    value = "" if found is None else found.get(VALUE, "")
    return min(int(value), 1000) if value.isdecimal() else otherwise
