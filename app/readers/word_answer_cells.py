"""What an answer's cell asks beside its boxes: "If yes, please give details: ____"."""

from dataclasses import replace

from app.readers.word_blank_lines import read_blanks
from app.readers.word_boxes import has_box
from app.readers.word_draft import Draft, Scene
from app.readers.word_view import Cell
from app.readers.word_waiting_lines import read_follow_up_in_cell


def read_beside_boxes(cell: Cell, scene: Scene) -> list[Draft]:
    """Read the blanks and follow-ups on the lines of a cell that hold no box."""
    inside = replace(scene, in_cell=True)
    found: list[Draft] = []
    for at, line in enumerate(cell.lines):
        if line.text and not has_box(line):
            step = read_blanks(cell.lines, at, inside) or read_follow_up_in_cell(cell.lines, at, inside)
            found += step[0] if step else []
    return found
