"""What one kind of filler hands over: the parts it changed, the places it may have changed, and what it left."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.filling import FilledAnswer, LeftQuestion
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.refusal import LOCKED, NO_ANSWER, NO_PLACE, NO_QUESTION, SIGNATURE, TAKEN, Unwritable

Write = Callable[[Question, JsonValue], Iterable[str]]
"""Writes one answer and gives the places it touched. Raises `Unwritable`."""


@dataclass(slots=True)
class Patch:
    """The outcome of writing answers, before anything is on the disk."""

    parts: dict[str, bytes] = field(default_factory=dict)
    filled: list[FilledAnswer] = field(default_factory=list)
    left: list[LeftQuestion] = field(default_factory=list)
    allowed: set[str] = field(default_factory=set)
    """Every place whose text an answer was meant to change."""
    notices: list[str] = field(default_factory=list)
    parts_changed: tuple[str, ...] = ()
    parts_identical: int = 0
    growth: dict[int, int] = field(default_factory=dict)
    """Of a Word document: how many paragraphs an answer of several lines added behind a paragraph of the body."""


def write_answers(questionnaire: Questionnaire, answers: Mapping[str, JsonValue], write: Write) -> Patch:
    """Write each answer in the order of the questions, and note what was left with its reason."""
    patch = Patch()
    taken: set[str] = set()
    for question in questionnaire:
        if question.id not in answers:
            patch.left.append(LeftQuestion(question.id, NO_ANSWER))
            continue
        try:
            where = _place_of(question, taken)
            touched = list(write(question, answers[question.id]))
        except Unwritable as refusal:
            patch.left.append(LeftQuestion(question.id, str(refusal), refused=True))
            continue
        taken.add(where)
        patch.allowed.update(touched)
        patch.filled.append(FilledAnswer(question.id, where, answers[question.id]))
    known = {question.id for question in questionnaire}
    patch.left += [LeftQuestion(other, NO_QUESTION, refused=True) for other in answers if other not in known]
    return patch


def _place_of(question: Question, taken: set[str]) -> str:
    where = question.slot.where
    if where is None:
        raise Unwritable(NO_PLACE)
    if question.kind is Kind.SIGNATURE:
        raise Unwritable(SIGNATURE)
    if not question.slot.writable:
        raise Unwritable(LOCKED)
    if where in taken:
        raise Unwritable(TAKEN)
    return where
