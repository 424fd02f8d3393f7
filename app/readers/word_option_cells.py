"""Rows that print their options in cells: question | Yes | No, or question | Yes | [ ] | No | [ ]."""

import re

from app.readers.word_draft import Draft, Scene
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import weigh_label, weigh_repetition, weigh_scene

_OPTION = re.compile(r"(?i)(?:yes|no|n/?a|not\s+applicable|partly|partially)")


def read_spoken_options(table: Table, rows: range, scene: Scene) -> tuple[list[Draft], set[str]]:
    """Read rows whose cells print "Yes" and "No"; give also the places of the cells so used."""
    found = [(row, parts) for at in rows if (parts := _parts(row := table.rows[at])) is not None]
    drafts = []
    for _, (label, options) in found:
        draft = Draft(next(iter(options.values())), label.shown, boxes=options, section=scene.section)
        draft.say("prints the answers to choose from", 2.0)
        weigh_label(draft, label.text)
        weigh_scene(draft, scene)
        weigh_repetition(draft, len(found))
        drafts.append(draft)
    return drafts, {cell.place for row, _ in found for cell in row.cells}


def _parts(row: Row) -> tuple[Cell, dict[str, str]] | None:
    """Part a row into its question and the cell of each option: the one after its name, where that is empty."""
    spoken = [i for i, cell in enumerate(row.cells) if _OPTION.fullmatch(cell.text.strip(" :"))]
    names = [row.cells[i].text.strip(" :").capitalize() for i in spoken]
    if spoken[:1] == [0] or not {"Yes", "No"} <= set(names):
        return None
    labels = [cell for cell in row.cells[: spoken[0]] if cell.text and not cell.merged]
    if not labels:
        return None
    options = {}
    for name, at in zip(names, spoken, strict=True):
        after = row.cells[at + 1] if at + 1 < len(row.cells) and at + 1 not in spoken else None
        options[name] = (after if after is not None and prompt_of(after) is not None else row.cells[at]).place
    return labels[-1], options
