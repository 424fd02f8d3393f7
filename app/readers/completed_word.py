"""A completed Word questionnaire: what was filled in, question by question."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from app.domain.incoming import AnsweredQuestion, IncomingBid
from app.domain.questionnaire import Kind, Question
from app.packages.word_blanks import word_text
from app.packages.word_names import CONTROL, W
from app.packages.word_package import open_word
from app.packages.word_places import container, elements, split_blank
from app.packages.word_text import text_of
from app.readers.completed_signs import TICKS, answers_label, asks_for_text, is_aside, labelled, says_something
from app.readers.headings import Role
from app.readers.word import read_package
from app.readers.word_headers import find_headings
from app.readers.word_view import Cell, Document, Line, Row, Table, view_document

_BOXES = frozenset("☐☒☑□✓✔√▢")
_PAIR = 2
_FILLED_IN = (Role.ANSWER, Role.REMARK)
_TICKED = (Role.YES, Role.NO, Role.OPTION)


def read_completed_word(path: Path) -> IncomingBid:
    """Read a completed Word file. Raises `FileMissing`, `FileUnreadable`, `KindUnsupported`."""
    package = open_word(path)
    before = elements(package.body)
    texts = {place: text_of(element) for place, element in before.items()}
    ticked = frozenset(_ticked(before))
    view = view_document(package)
    for cell in _answer_cells(view):
        _empty(cell.element)
    for line in _lines(view.blocks):
        _cut(line)
    for control in package.body.iter(CONTROL):
        _show_placeholder(control)
    questions = read_package(package, path.name).questions
    answered = ((question, _answer(question, texts, ticked)) for question in questions)
    return IncomingBid(path, tuple(AnsweredQuestion(one, text) for one, text in answered if says_something(text)))


def _answer(question: Question, texts: dict[str, str], ticked: frozenset[str]) -> str:
    chosen = [option for option, place in question.slot.options.items() if place in ticked]
    if question.slot.options and question.kind is not Kind.TABLE:
        return ", ".join(chosen)
    place = question.slot.where or ""
    text = texts.get(split_blank(place)[0], texts.get(container(place), ""))
    if text == question.text:
        return ""
    return labelled(text)[1] or text.removeprefix(question.text).strip(" :\t\n")


def _ticked(places: dict[str, etree._Element]) -> Iterator[str]:
    """List the boxes that hold a tick, by the places that options name: `t1.r2.c3`, `p12#1`."""
    for place, element in places.items():
        if element.tag == W + "tbl":
            continue
        word = word_text(element)
        if word.text.strip() in TICKS:
            yield place
        boxes = [one for one in word.blanks if word.text[one.blank.start : one.blank.end].strip() in _BOXES]
        for number, one in enumerate(word.blanks):
            if one in boxes and word.text[one.blank.start : one.blank.end].strip() in TICKS:
                yield f"{place}#{number}" if number else place


def _answer_cells(document: Document) -> Iterator[Cell]:
    for table in _tables(document.blocks):
        yield from _under_headings(table)
        yield from _beside_labels(table)


def _tables(blocks: tuple[Line | Table, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from _tables(cell.blocks)


def _under_headings(table: Table) -> Iterator[Cell]:
    """List the cells of the columns in which the supplier writes."""
    headings = find_headings(table)
    for number, one in enumerate(headings):
        stop = headings[number + 1].first if number + 1 < len(headings) else len(table.rows)
        for column in one.of(*_FILLED_IN, *_TICKED):
            for row in table.rows[one.after : stop]:
                cell = row.at(column.start)
                if cell is None or cell.column != column.start or len(row.cells) == 1:
                    continue
                if column.role in _FILLED_IN or cell.text in TICKS:
                    yield cell


def _beside_labels(table: Table) -> Iterator[Cell]:
    """List the cells beside a label, and the rows of one cell below a question."""
    above = ""
    for row in table.rows:
        alone = row.cells[0] if len(row.cells) == 1 else None
        if alone is not None and above and is_aside(alone.text):
            continue
        if alone is not None and asks_for_text(above) and not asks_for_text(alone.text):
            yield alone
        elif alone is None:
            yield from _in_pairs(row)
        above = _question_of(row)


def _question_of(row: Row) -> str:
    """Give what a row asks where it asks one thing and leaves no cell beside it: the answer may stand below."""
    shown = [cell.text for cell in row.cells if cell.text and len(cell.text.split()) > 1]
    return shown[0] if len(shown) == 1 else ""


def _lines(blocks: tuple[Line | Table, ...]) -> Iterator[Line]:
    """List the lines outside tables, and those of several in a cell."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for cell in (cell for row in block.rows for cell in row.cells):
                yield from _lines(cell.blocks if len(cell.lines) > 1 else cell.tables)


def _cut(line: Line) -> None:
    """Take the answer out of a line that begins with its label."""
    label, _ = labelled(line.word.text)
    if not label:
        return
    keep = line.word.text.index(label) + len(label)
    for piece, start, end in line.word.spans:
        if piece.tag == W + "t":
            piece.text = (piece.text or "")[: max(0, min(end, keep) - start)]


def _in_pairs(row: Row) -> Iterator[Cell]:
    """List the second, fourth, ... cell of a row of labels and answers; a reference may stand before them."""
    cells = [cell for cell in row.cells if not cell.merged]
    if len(cells) % _PAIR:
        cells = cells[1:] if len(cells) == _PAIR + 1 else []
    for label, cell in zip(cells[::_PAIR], cells[1::_PAIR], strict=True):
        if not cell.tables and not cell.bold and answers_label(label.text, cell.text):
            yield cell


def _empty(element: etree._Element) -> None:
    """Take the words out of a cell, and leave boxes where they stand."""
    text = text_of(element)
    if any(box in text for box in _BOXES):
        return
    for piece in element.iter(W + "t"):
        piece.text = ""


def _show_placeholder(control: etree._Element) -> None:
    """Have a content control look as if nobody had used it."""
    properties = control.find(W + "sdtPr")
    if properties is not None and properties.find(W + "showingPlcHdr") is None:
        etree.SubElement(properties, W + "showingPlcHdr")
