"""Where things stand in a Word document: one short name for each place, and its element.

    p12                the 13th paragraph of the body
    t3                 table 3 as a whole
    t3.r2.c1           table 3, row 2, cell 1: cells as the file holds them, so a merged cell counts once
    t3.r2.c1.p0        the first paragraph in that cell
    t3.r2.c1.t0.r0.c0  a cell of a table inside that cell
    p12.x0.p1          the second paragraph of the first text box anchored in that paragraph
    p12#1              the second blank of a place (the first has no number)

All are counted from 0. Content controls, custom XML and tracked insertions around blocks, rows or cells are
looked through: they change no number. Fallback copies of text boxes are not counted.
"""

import re
from collections.abc import Iterator

from lxml import etree

from app.packages.word_names import CELL, CONTROL, MC, PARAGRAPH, ROW, TABLE, TEXT_BOX, W
from app.packages.word_text import text_of

__all__ = [
    "blocks",
    "body_of",
    "children",
    "container",
    "element_at",
    "elements",
    "place_text",
    "split_blank",
    "text_boxes",
]

_WRAPPERS = frozenset({W + "customXml", W + "smartTag", W + "ins"})
_TAGS = {"p": PARAGRAPH, "t": TABLE, "r": ROW, "c": CELL}
_STEP = re.compile(r"([ptrcx])(\d+)")


def body_of(root: etree._Element) -> etree._Element:
    """Find the body of the main document part. Raises ValueError where there is none."""
    body = root if root.tag == W + "body" else root.find(W + "body")
    if body is None:
        raise ValueError("the part has no body")
    return body


def children(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """List the children that are `tag` (a full name), looking through what only wraps them."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag == CONTROL:
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from children(content, tag)
        elif child.tag in _WRAPPERS:
            yield from children(child, tag)


def text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """List the contents of the text boxes anchored in a paragraph, each once; not those inside another box."""
    for box in paragraph.iter(TEXT_BOX):
        for above in box.iterancestors():
            if above is paragraph:
                yield box
            if above is paragraph or above.tag in (MC + "Fallback", TEXT_BOX):
                break


def elements(root: etree._Element) -> dict[str, etree._Element]:
    """Map the place of every paragraph, table and cell to its element, in the order of the document."""
    found: dict[str, etree._Element] = {}
    _collect(body_of(root), "", found)
    return found


def element_at(root: etree._Element, place: str) -> etree._Element | None:
    """Find the element a place names (the container, where it names a blank in it), or None."""
    node = body_of(root)
    for step in split_blank(place)[0].split("."):
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        letter, at = match[1], int(match[2])
        found = text_boxes(node) if letter == "x" else children(node, _TAGS[letter])
        next_node = next((one for i, one in enumerate(found) if i == at), None)
        if next_node is None:
            return None
        node = next_node
    return node


def place_text(root: etree._Element, place: str) -> str | None:
    """Give the text a reader sees at a place, or None where there is no such place."""
    element = element_at(root, place)
    return None if element is None else text_of(element)


def split_blank(place: str) -> tuple[str, int]:
    """Part `p12#1` into `p12` and 1; a place without a number is its first blank, 0."""
    base, mark, number = place.rpartition("#")
    return (base, int(number)) if mark and number.isdecimal() else (place, 0)


def container(place: str) -> str:
    """Name the cell that a place stands in, or the place itself where it stands in none."""
    return re.sub(r"\.p\d+$", "", split_blank(place)[0])


def _collect(node: etree._Element, prefix: str, found: dict[str, etree._Element]) -> None:
    """Add what stands directly in a body, cell or text box, and what stands in that."""
    counts = {"p": 0, "t": 0}
    for block in blocks(node):
        letter = "p" if block.tag == PARAGRAPH else "t"
        name = f"{prefix}{letter}{counts[letter]}"
        counts[letter] += 1
        found[name] = block
        if block.tag == TABLE:
            _collect_cells(block, name, found)
        else:
            for i, box in enumerate(text_boxes(block)):
                _collect(box, f"{name}.x{i}.", found)


def _collect_cells(table: etree._Element, name: str, found: dict[str, etree._Element]) -> None:
    for r, row in enumerate(children(table, ROW)):
        for c, cell in enumerate(children(row, CELL)):
            found[f"{name}.r{r}.c{c}"] = cell
            _collect(cell, f"{name}.r{r}.c{c}.", found)


def blocks(node: etree._Element) -> Iterator[etree._Element]:
    """List the paragraphs and tables of a body, cell or text box as they follow each other."""
    for child in node:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag == CONTROL:
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from blocks(content)
        elif child.tag in _WRAPPERS:
            yield from blocks(child)
