"""Questions among lines, by the forms that lines take; the first that fits a line reads it."""

from collections.abc import Callable, Sequence

from app.readers.word_blank_lines import read_blanks, read_open_placeholder
from app.readers.word_choice_lines import read_boxes_below, read_list_below, read_yes_no
from app.readers.word_draft import Draft, Scene
from app.readers.word_nearby import Step
from app.readers.word_view import Line
from app.readers.word_waiting_lines import (
    read_answer_label,
    read_follow_up_in_cell,
    read_open_question,
    read_signature,
    read_waiting_label,
)

_FORMS: tuple[Callable[[Sequence[Line], int, Scene], Step | None], ...] = (
    read_open_placeholder,
    read_boxes_below,
    read_yes_no,
    read_answer_label,
    read_blanks,
    read_list_below,
    read_follow_up_in_cell,
    read_signature,
    read_waiting_label,
    read_open_question,
)


def read_lines(lines: Sequence[Line], scene: Scene, *, before_table: bool = False) -> list[Draft]:
    """Find the questions among lines that follow each other without heading or table between.

    `before_table` tells that a table follows: its lead-in is no question of its own.
    """
    drafts: list[Draft] = []
    at = 0
    while at < len(lines):
        step = next((step for read in _FORMS if (step := read(lines, at, scene)) is not None), None)
        found, taken = step or ([], 1)
        drafts += found
        at += taken
    if before_table and drafts and lines and drafts[-1].where == lines[-1].place and not lines[-1].blanks:
        drafts.pop()
    return drafts
