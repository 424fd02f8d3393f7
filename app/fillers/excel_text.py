"""Cells that hold words of the buyer as well: the answer goes into the blank, or below the words."""

from app.domain.questionnaire import Question
from app.domain.values import JsonValue
from app.fillers.choices import choose_all, is_remark, labelled_boxes, printed_choice
from app.fillers.values import answer_text, beside_signs, one_line
from app.packages.blanks import EMPTY_BOXES, TICKED_BOXES, Blank, BlankKind, find_blanks

TICK = "X"
"""Marks an option whose cell is empty."""


def put_into_text(printed: str, number: int, content: str | float | bool, question: Question, value: JsonValue) -> str:
    """Set an answer into the words of a cell: into its blank, in place of the printed choice, else below them."""
    blanks = find_blanks(printed)
    boxes = labelled_boxes(printed, blanks)
    if boxes and question.options:
        chosen = choose_all(value, [box.label for box in boxes])
        for box in reversed(boxes):
            printed = _with_box(printed, box.blank, ticked=box.label in chosen)
        return printed
    words = content if isinstance(content, str) else answer_text(question, value)
    blank = blanks[number] if number < len(blanks) and blanks[number].kind is not BlankKind.BOX else None
    if blank and not is_remark(blank, printed):
        before, after = printed[: blank.start], printed[blank.end :]
        return before + beside_signs(one_line(words) if after.strip() else words, before, after) + after
    choice = printed_choice(printed, question.options)
    if choice:
        return printed[: choice[0]] + words + printed[choice[1] :]
    return f"{printed}\n{words}"


def tick_in_text(printed: str, number: int, *, ticked: bool) -> str | None:
    """Give the cell with its box ticked or emptied; None where it stays as it is."""
    blanks = find_blanks(printed)
    if number < len(blanks) and blanks[number].kind is BlankKind.BOX:
        changed = _with_box(printed, blanks[number], ticked=ticked)
        return None if changed == printed else changed
    if not ticked:
        return None
    return f"{printed} {TICK}" if printed else TICK


def _with_box(printed: str, blank: Blank, *, ticked: bool) -> str:
    return printed[: blank.start] + box_glyph(blank.text, ticked=ticked) + printed[blank.end :]


def box_glyph(box: str, *, ticked: bool) -> str:
    """Draw a box in the state it should have, in the buyer's own style."""
    if ticked:
        if box[0] in "[(":
            return f"{box[0]}X{box[-1]}"
        return box if box in TICKED_BOXES else "☒"
    return "☐" if box in TICKED_BOXES and box not in EMPTY_BOXES else box
