"""The blocks of a document, cell or text box in order: headings make the scene, lines and tables are read in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.readers.who_fills import is_example, told_filler
from app.readers.word_draft import Draft, Scene
from app.readers.word_lines import read_lines
from app.readers.word_tables import read_table
from app.readers.word_view import Line, Table

_HEADING_WORDS = 16
_BOLD_WORDS = 12
_LEVEL_OF_PARTS = 10
_LEVEL_OF_BOLD = 20
_PART = re.compile(
    r"(?i)^(?:part|section|schedule|annex|appendix|attachment|stage|lot|volume|envelope)\s+[\dA-Z]{1,3}\b"
)


def read_blocks(blocks: Sequence[Line | Table], scene: Scene) -> list[Draft]:
    """Find the drafts of questions in blocks that follow each other."""
    drafts: list[Draft] = []
    lines: list[Line] = []
    lead = ""
    for block in blocks:
        if isinstance(block, Table):
            drafts += read_lines(lines, scene, before_table=True)
            lines = []
            drafts += _read_table(block, scene, lead)
            scene = replace(scene, lead="", example=False)
            lead = ""
            continue
        level = heading_level(block)
        if level is not None:
            drafts += read_lines(lines, scene)
            lines = []
            scene = replace(scene.under(level, block.shown), lead=block.text)
        elif not block.contents:
            lines.append(block)
        lead = block.text or lead
        scene = _told(scene, block)
        for box in (block.boxes,) if block.boxes else ():
            drafts += read_blocks(box, scene)
    return drafts + read_lines(lines, scene)


def heading_level(line: Line) -> int | None:
    """Give the level of a heading, or None: styled so, or a short bold line, or "Part 2"; never a sentence."""
    text = line.text
    words = len(text.split())
    if (
        not text
        or line.blanks
        or line.contents
        or words > _HEADING_WORDS
        or text.endswith((".", ";"))
        or text[0] in "[<"
    ):
        return None
    if line.level is not None and not text.endswith("?"):
        return line.level
    if words <= _BOLD_WORDS and _PART.match(text) and not text.endswith("?"):
        return _LEVEL_OF_PARTS
    if line.bold and words <= _BOLD_WORDS and text[-1] not in ":?,":
        return _LEVEL_OF_BOLD
    return None


def _told(scene: Scene, line: Line) -> Scene:
    if not line.text:
        return scene
    return replace(scene.told(told_filler(line.text)), example=is_example(line.text) or scene.example)


def _read_table(table: Table, scene: Scene, lead: str) -> list[Draft]:
    found, left = read_table(table, scene, lead)
    drafts = list(found)
    for cell, around in left:
        inside = replace(around, in_cell=True, lead="")
        drafts += read_blocks(cell.blocks, inside)
    return drafts
