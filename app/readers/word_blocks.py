"""The blocks of a document, cell or text box in order: headings make the scene, lines and tables are read in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.readers.asides import aside_of
from app.readers.headings import Role, heading_roles
from app.readers.sentences import asks
from app.readers.who_fills import signing_party, told_filler
from app.readers.word_draft import Draft, Scene
from app.readers.word_headers import Headings
from app.readers.word_lines import read_lines
from app.readers.word_tables import read_table
from app.readers.word_view import Line, Table
from app.readers.word_weights import weigh_label, weigh_scene

_HEADING_WORDS = 16
_BOLD_WORDS = 12
LEVEL_OF_PARTS = 10
"""The level of a line such as "Part 2" that is not styled as a heading."""
_LEVEL_OF_BOLD = 20
_NOTES = 4
"""Lines above a box among which its question is looked for: limit and weighting may stand between."""
_REQUESTS = 1.75
_FIELD = re.compile(r"(?i)\W*(?:\w+\s+)?(?:date|name|signature|signed|position|title|role|e-?mail|phone|address)\W*")
_PART = re.compile(
    r"(?i)^(?:part|section|schedule|annex|appendix|attachment|stage|lot|volume|envelope)\s+[\dA-Z]{1,3}\b"
)


def read_blocks(blocks: Sequence[Line | Table], scene: Scene) -> list[Draft]:
    """Find the drafts of questions in blocks that follow each other."""
    reading = _Reading(scene)
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            reading.table(block, before_table=_table_follows(blocks, at))
        else:
            reading.line(block)
    return reading.end()


class _Reading:
    """How far a run of blocks is read: the lines that wait for their end, and the scene they stand in."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._drafts: list[Draft] = []
        self._lines: list[Line] = []
        self._lead = ""
        self._spoken: list[str] = []
        self._above: Headings | None = None

    def line(self, line: Line) -> None:
        """Take a line: a heading changes the scene, others wait for those that follow."""
        level = heading_level(line)
        signing = signing_party(line.text)
        if level is not None or signing is not None:
            self._read_lines()
        if level is not None:
            contract = self._scene.contracts.get(line.place, self._scene.contract)
            self._scene = replace(self._scene.under(level, line.shown), lead=line.text, contract=contract)
            self._above = None
        elif not line.contents:
            self._lines.append(line)
        if line.text:
            self._spoken.append(line.text)
            self._lead = line.text
            told = self._scene.told(told_filler(line.text) or signing)
            self._scene = replace(told, aside=aside_of(line.text) or told.aside)
        if line.boxes:
            self._drafts += read_text_boxes(line, self._scene, self._lead) or read_blocks(line.boxes, self._scene)

    def table(self, table: Table, *, before_table: bool) -> None:
        """Read a table, and the cells in it that may hold questions of their own."""
        self._read_lines(before_table=True)
        lead = _question_of_box(self._spoken) if _is_box(table) else self._lead
        read = read_table(table, self._scene, lead, self._above, before_table=before_table)
        before = len(self._drafts)
        self._drafts += read.drafts
        for cell, around in read.left:
            self._drafts += read_blocks(cell.blocks, replace(around, in_cell=True, lead=""))
        self._scene = replace(self._scene, lead="")
        self._above = read.headings
        if len(self._drafts) > before or read.lead or not _is_scoring(table):
            self._lead, self._spoken = read.lead, []

    def end(self) -> list[Draft]:
        """Read what still waits and give all that was found."""
        self._read_lines()
        return self._drafts

    def _read_lines(self, *, before_table: bool = False) -> None:
        self._drafts += read_lines(self._lines, self._scene, before_table=before_table)
        self._lines = []


def _is_scoring(table: Table) -> bool:
    """Tell whether a table only says how answers are marked: it stands between a question and its box."""
    roles = heading_roles(list(table.rows[0].texts)) if table.rows else ()
    return any(role in (Role.SCORE, Role.WEIGHT) for role in roles)


def _is_box(table: Table) -> bool:
    return len(table.rows) == 1 and len(table.rows[0].cells) == 1


def _question_of_box(spoken: Sequence[str]) -> str:
    """Find the question of a box among the lines above it: the last that asks, with the notes between the two."""
    near = spoken[-_NOTES:]
    asking = [at for at, text in enumerate(near) if asks(text) >= _REQUESTS]
    return "\n".join(near[asking[-1] :] if asking else near[-1:])


def read_text_boxes(line: Line, scene: Scene, lead: str) -> list[Draft]:
    """Read an empty text box as the place to answer the text it stands beside or below."""
    if any(isinstance(one, Table) or one.text or one.boxes for one in line.boxes):
        return []
    draft = Draft(line.boxes[0].place, line.text or lead, section=scene.section)
    draft.say("is a box of its own", 1.25)
    weigh_label(draft, draft.text)
    weigh_scene(draft, scene)
    return [draft]


def _table_follows(blocks: Sequence[Line | Table], at: int) -> bool:
    """Tell whether the next block that shows something is a table."""
    following = (blocks[i] for i in range(at + 1, len(blocks)))
    return isinstance(next((one for one in following if isinstance(one, Table) or one.text), None), Table)


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
        return LEVEL_OF_PARTS
    if line.bold and words <= _BOLD_WORDS and text[-1] not in ":?," and not _FIELD.fullmatch(text):
        return _LEVEL_OF_BOLD
    return None
