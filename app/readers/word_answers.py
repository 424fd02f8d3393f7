"""The drafts of one answer in a matrix: a tick in one of several columns, boxes, or a cell that waits."""

import re
from collections.abc import Sequence

from app.readers.headings import Role, stated_options
from app.readers.kinds import kind_of
from app.readers.prompts import PromptForm, read_prompt
from app.readers.question_parts import parts_of
from app.readers.sentences import asks
from app.readers.word_answer_cells import labels_inside
from app.readers.word_asked import Asked
from app.readers.word_boxes import group_boxes, has_box, named_boxes
from app.readers.word_draft import Draft
from app.readers.word_headers import Column
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Line
from app.readers.word_weights import weigh_prompt, weigh_role

_LONGEST_CHOICE = 14
_MOST_CHOICES = 12


def ticks_draft(one: Asked, ticks: Sequence[tuple[Column, Cell]]) -> Draft:
    """Draft a question answered by a tick in one of several columns."""
    draft = Draft(ticks[0][1].place, one.text)
    for column, cell in ticks:
        draft.boxes[_option_name(column)] = _place_of_tick(cell)
    weigh_role(draft, Role.YES, "")
    prompt = prompt_of(ticks[0][1])
    if prompt is None:
        draft.say("holds the buyer's own text", -3.0)
    else:
        weigh_prompt(draft, prompt)
    draft.prompt = None
    draft.where = next(iter(draft.boxes.values()))
    return draft


def _option_name(column: Column) -> str:
    plain = column.text.strip(" ?:.")
    if column.role is Role.NO and plain.lower() in ("", "n", "no"):
        return "No"
    return "Yes" if column.role is Role.YES and len(plain) <= 1 else plain


def _place_of_tick(cell: Cell) -> str:
    boxes = [line for line in cell.lines if has_box(line)]
    return boxes[0].place if boxes else cell.place


def answer_drafts(one: Asked, column: Column, cell: Cell) -> list[Draft]:
    """Draft the questions of one answer cell: one for each group of boxes, else one for the cell."""
    prompt = prompt_of(cell)
    labels = labels_inside(cell)
    if labels:
        return [_label_draft(one, column, line, label) for line, label in labels]
    groups = group_boxes(cell.lines) if prompt is None or prompt.form is PromptForm.BOXES else []
    if groups:
        drafts = []
        parts = parts_of(one.text, len(groups)) or (one.text,) * len(groups)
        for group, text in zip(groups, parts, strict=True):
            draft = Draft(group.where, text, boxes=named_boxes(group.options), notes=" ".join(group.rest))
            if group.lead:
                draft.text = f"{one.text}\n{group.lead}"
            draft.say("has boxes to tick", 2.0)
            weigh_role(draft, column.role, column.text)
            drafts.append(draft)
        return drafts
    draft = Draft(cell.place, one.text, heading=column.text)
    weigh_role(draft, column.role, column.text)
    _weigh_answer(draft, cell)
    if not draft.choices and draft.prompt is not None and draft.prompt.form is PromptForm.EMPTY:
        draft.choices = stated_options(column.text)
    return [draft]


def _label_draft(one: Asked, column: Column, line: Line, label: str) -> Draft:
    draft = Draft(line.place, f"{one.text}\n{label}", kind=kind_of(label.rstrip(":")))
    draft.say("names a part of the answer", 1.0)
    weigh_role(draft, column.role, column.text)
    return draft


def _weigh_answer(draft: Draft, cell: Cell) -> None:
    """Weigh what stands in an answer cell: nothing, a prompt, a list to choose from, or the buyer's own text."""
    prompt = prompt_of(cell)
    lines = [part.strip() for line in cell.lines for part in line.text.split("|") if part.strip()]
    if prompt is not None and not (prompt.form is PromptForm.REQUEST and len(lines) > 1):
        weigh_prompt(draft, prompt)
        draft.choices = prompt.options
    elif re.fullmatch(r"(?i)yes|no", cell.text):
        draft.say("offers answers to choose from", 0.5)
        draft.choices = ("Yes", "No")
    elif 1 < len(lines) <= _MOST_CHOICES and all(_is_choice(line) for line in lines):
        draft.say("offers answers to choose from", 0.5)
        draft.choices = tuple(lines)
    elif cell.word.blanks or _echoes(cell.text, draft.text):
        draft.say("says something in the answer's place", 0.25)
        draft.guidance = cell.text
        draft.prompt = read_prompt(cell.text.splitlines()[-1])
    else:
        draft.say("holds the buyer's own text", -3.0)
    if (
        any(re.search(r"(?i)free text|text box|upload|word limit", line) for line in lines)
        and draft.choices
        and draft.prompt is None
    ):
        draft.choices = ()
    draft.notes = cell.text


def _echoes(text: str, question: str) -> bool:
    """Tell whether a short text in an answer's place names what is asked rather than answering it."""
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    asked = set(re.findall(r"[^\W\d_]{2,}", question.lower()))
    if not words or len(words) > _LONGEST_CHOICE or text[0].isdigit():
        return False
    return sum(word in asked for word in words) * 2 >= len(words) or asks(text) >= 1


def _is_choice(line: str) -> bool:
    return len(line.split()) <= _LONGEST_CHOICE and line[-1] not in ":?;"
