"""Rows of options with a box of their own: [ ] beside each of several texts, below or beside one question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.questionnaire import Kind
from app.readers.kind_words import ONE_ONLY
from app.readers.sentences import asks
from app.readers.word_asked import Asked
from app.readers.word_boxes import group_boxes
from app.readers.word_draft import Draft, Scene
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import weigh_label, weigh_repetition, weigh_scene

_LONGEST_OPTION = 30
_WHICH = re.compile(r"(?i)\b(?:which|all\s+that\s+apply|any\s+of\s+the\s+following)\b")
_TICK = re.compile(r"(?i)\b(?:tick|check|cross|mark)\b(?!\s+(?:list|against))|✓|✔")
_ASKS = 1.75
_ASKS_WHICH = re.compile(r"(?i)\W*(?:[\w.()]{1,6}\s+)?(?:what|which)\b.*\?\s*$", re.DOTALL)
_APPLIES = re.compile(r"(?i)\btick\b.*\bappl(?:y|ies|icable)\b")
_FEWEST = 2
_SELECTS = re.compile(r"(?i)\b(?:tick|select|choose|which|mark|indicate|check)\b")


@dataclass
class _Checklist:
    question: str
    options: dict[str, str] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)


def read_checklists(table: Table, rows: range, scene: Scene, lead: str) -> tuple[list[Draft], set[str]]:
    """Read rows of options as one question each list; give also the places of the cells so used.

    A list is known by a cell merged downwards beside it, or by a text above it that says to choose.
    """
    if whole := _blank_list(table, rows, lead) or _paired_list(table, rows, lead):
        return [_draft(whole, scene)], whole.places
    lists: list[_Checklist] = []
    open_list: _Checklist | None = None
    above = lead
    for at in rows:
        found = _option(table.rows[at])
        if found is None:
            open_list = None
            above = " ".join(cell.text for cell in table.rows[at].cells) or above
            continue
        label, _, place = found
        asker = _merged_question(table, at, label)
        if asker is not None or open_list is None or _starts_anew(table.rows[at], label):
            question = asker.text if asker is not None else above if _SELECTS.search(above) else ""
            open_list = _Checklist(question) if question else None
            lists += [open_list] if open_list else []
        if open_list is not None:
            open_list.options[" ".join(label.text.split())] = place
            open_list.places |= {cell.place for cell in table.rows[at].cells}
    kept = [one for one in lists if len(one.options) > 1]
    return [_draft(one, scene) for one in kept], {place for one in kept for place in one.places}


def _blank_list(table: Table, rows: range, lead: str) -> _Checklist | None:
    """Read rows of a text and an empty cell below a text that says to tick."""
    if not _TICK.search(lead) or len(rows) < _FEWEST or any(len(table.rows[at].cells) != len("ab") for at in rows):
        return None
    found = _Checklist(lead)
    for at in rows:
        label, blank = sorted(table.rows[at].cells, key=lambda cell: not cell.text)
        if not label.text or blank.text or len(label.text.split()) > _LONGEST_OPTION or asks(label.text) >= _ASKS:
            return None
        found.options[" ".join(label.text.split())] = blank.place
        found.places |= {label.place, blank.place}
    return found


def _paired_list(table: Table, rows: range, lead: str) -> _Checklist | None:
    """Read rows of several texts, each with a box beside it, as the options of the text before the table."""
    if not (_SELECTS.search(lead) or _ASKS_WHICH.match(lead)):
        return None
    found = _Checklist(lead)
    for at in rows:
        cells = [cell for cell in table.rows[at].cells if cell.text]
        boxes = [cell for cell in cells if _is_box(cell)]
        labels = [cell for cell in cells if cell not in boxes]
        if not boxes or len(boxes) != len(labels) or any(len(one.text.split()) > _LONGEST_OPTION for one in labels):
            return None
        for label, box in zip(labels, boxes, strict=True):
            found.options[" ".join(label.text.split())] = group_boxes(box.lines)[0].where
        found.places |= {cell.place for cell in table.rows[at].cells}
    return found if len(found.options) > len(rows) else None


def choose_rows(asked: Sequence[Asked], scene: Scene, lead: str) -> Draft | None:
    """Read rows with a box each as one question, where the text above or the heading asks which of them apply."""
    boxed = [one for one in asked if len(one.answers) == 1 and _is_box(one.answers[0][1])]
    if len(boxed) < max(len(asked), _FEWEST):
        return None
    heading = boxed[0].answers[0][0].text
    if not (_WHICH.search(lead) or _APPLIES.search(heading)):
        return None
    names = [" ".join(f"{one.ref} {one.text}".split()) for one in boxed]
    places = [group_boxes(one.answers[0][1].lines)[0].where for one in boxed]
    question = lead if _WHICH.search(lead) else f"{lead}\n{heading}".strip()
    return _draft(_Checklist(question, dict(zip(names, places, strict=True))), scene)


def _option(row: Row) -> tuple[Cell, Cell, str] | None:
    """Part a row into an option's text and its box, where it is no more."""
    boxes = [cell for cell in row.cells if _is_box(cell)]
    labels = [cell for cell in row.cells if cell.text and not cell.merged and cell not in boxes]
    if len(boxes) != 1 or not labels:
        return None
    beside = [cell for cell in labels if cell.column < boxes[0].column] or labels
    label = beside[-1]
    if len(label.text.split()) > _LONGEST_OPTION:
        return None
    return label, boxes[0], group_boxes(boxes[0].lines)[0].where


def _is_box(cell: Cell) -> bool:
    groups = group_boxes(cell.lines)
    return len(groups) == 1 and list(groups[0].options) == ["1"] and not groups[0].lead


def _merged_question(table: Table, at: int, label: Cell) -> Cell | None:
    """Find the cell before a label that is merged with the row below."""
    below = table.rows[at + 1] if at + 1 < len(table.rows) else None
    for cell in table.rows[at].cells:
        under = below.at(cell.column) if below else None
        if cell is not label and cell.text and not cell.merged and under is not None and under.merged:
            return cell
    return None


def _starts_anew(row: Row, label: Cell) -> bool:
    return any(cell.text and not cell.merged and cell is not label and not _is_box(cell) for cell in row.cells)


def _draft(one: _Checklist, scene: Scene) -> Draft:
    draft = Draft(next(iter(one.options.values())), one.question, boxes=dict(one.options), section=scene.section)
    draft.kind = Kind.CHOICE if ONE_ONLY.search(one.question) else Kind.MULTI_CHOICE
    draft.say("has boxes to tick", 2.0)
    weigh_label(draft, one.question)
    weigh_scene(draft, scene)
    weigh_repetition(draft, len(one.options))
    return draft
