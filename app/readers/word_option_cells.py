"""Rows that print their options in cells: question | Yes | No, with boxes in the same or in further cells."""

import re

from app.readers.sentences import asks
from app.readers.word_boxes import group_boxes
from app.readers.word_draft import Draft, Scene
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import weigh_label, weigh_repetition, weigh_scene

_REQUESTS = 1.75
"""From this weight on a text asks in so many words."""
_OPTION = re.compile(r"(?i)(?:yes|no|n/?a|not\s+applicable|partly|partially)")


def read_spoken_options(table: Table, rows: range, scene: Scene, lead: str) -> tuple[list[Draft], set[str]]:
    """Read rows whose cells print "Yes" and "No"; give also the places of the cells so used.

    `lead` is the text before the table: the question of a single row that holds no more than its options.
    """
    found = [(row, parts) for at in rows if (parts := _parts(row := table.rows[at], _above(table, rows, at)))]
    if not found and len(table.rows) == len(rows) == 1 and asks(lead) >= _REQUESTS:
        row = table.rows[rows.start]
        parts = _parts(row, row.cells[0])
        return ([_draft(parts[1], lead, 1, scene)], {cell.place for cell in row.cells}) if parts else ([], set())
    drafts = [_draft(options, label.shown, len(found), scene) for _, (label, options) in found]
    return drafts, {cell.place for row, (label, _) in found for cell in (*row.cells, label)}


def _draft(options: dict[str, str], text: str, times: int, scene: Scene) -> Draft:
    draft = Draft(next(iter(options.values())), text, boxes=options, section=scene.section)
    draft.say("prints the answers to choose from", 2.0)
    weigh_label(draft, text)
    weigh_scene(draft, scene)
    weigh_repetition(draft, times)
    return draft


def _above(table: Table, rows: range, at: int) -> Cell | None:
    """Give the only cell of the row above, where it asks."""
    cells = table.rows[at - 1].cells if at - 1 in rows else ()
    return cells[0] if len(cells) == 1 and asks(cells[0].text) >= _REQUESTS else None


def _parts(row: Row, above: Cell | None) -> tuple[Cell, dict[str, str]] | None:
    """Part a row into its question and the cell of each option: the one after its name, where that is empty.

    `above` is the question of a row that holds its options and no more.
    """
    found = [_spoken(cell) for cell in row.cells]
    spoken = [i for i, (name, _) in enumerate(found) if _OPTION.fullmatch(name)]
    names = [found[i][0].capitalize() for i in spoken]
    if not {"Yes", "No"} <= set(names) or (spoken[0] == 0 and above is None):
        return None
    labels = [cell for cell in row.cells[: spoken[0]] if cell.text and not cell.merged]
    labels = labels or [above] if above is not None else labels
    if not labels:
        return None
    options = {}
    for name, at in zip(names, spoken, strict=True):
        after = row.cells[at + 1] if at + 1 < len(row.cells) and at + 1 not in spoken else None
        beside = after is not None and not found[at][1] and prompt_of(after) is not None
        options[name] = after.place if after is not None and beside else found[at][1] or row.cells[at].place
    return labels[-1], options


def _spoken(cell: Cell) -> tuple[str, str]:
    """Give the word of a cell and the place of the box beside it, where it has one."""
    groups = group_boxes(cell.lines)
    if len(groups) == 1 and len(groups[0].options) == 1 and not groups[0].lead:
        return next(iter(groups[0].options.items()))
    return cell.text.strip(" :"), ""
