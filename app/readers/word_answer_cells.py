"""What an answer's cell asks beside its boxes: "If yes, please give details: ____"."""

import re
from dataclasses import replace

from app.packages.blanks import BlankKind
from app.readers.word_blank_lines import read_blanks
from app.readers.word_boxes import has_box
from app.readers.word_draft import Draft, Scene
from app.readers.word_view import Cell, Line
from app.readers.word_waiting_lines import read_follow_up_in_cell

_FEWEST = 2
_LONGEST_INSIDE = 6
_PLACEHOLDER = re.compile(r"\[(?P<words>[^\[\]]+)\]")


def labels_inside(cell: Cell) -> list[tuple[Line, str]]:
    """List the parts of an answer that a cell asks for line by line: "Name:" over "Telephone:", or placeholders."""
    lines = [line for line in cell.lines if line.text]
    if len(lines) < _FEWEST:
        return []
    plain = [line.text.rstrip("_.… \t") for line in lines]
    if all(text.endswith(":") and len(text.split()) <= _LONGEST_INSIDE for text in plain):
        return list(zip(lines, plain, strict=True))
    words = [_PLACEHOLDER.fullmatch(line.text) for line in lines]
    named = [match["words"].strip() for match in words if match and len(match["words"].split()) <= _LONGEST_INSIDE]
    return list(zip(lines, named, strict=True)) if len(named) == len(lines) == len(set(named)) else []


def read_beside_boxes(cell: Cell, scene: Scene) -> list[Draft]:
    """Read the blanks and follow-ups on the lines of a cell that hold no box."""
    inside = replace(scene, in_cell=True)
    found: list[Draft] = []
    for at, line in enumerate(cell.lines):
        written = any(one.blank.kind is not BlankKind.BOX for one in line.blanks)
        if line.text and has_box(line) and written:
            step = read_blanks(cell.lines, at, inside)
            found += step[0] if step else []
        elif line.text and not has_box(line):
            step = read_blanks(cell.lines, at, inside) or read_follow_up_in_cell(cell.lines, at, inside)
            found += step[0] if step else []
    return found
