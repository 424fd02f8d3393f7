"""What one kind of filler hands over: the parts it changed, the places it may have changed, and what it left."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.filling import FilledAnswer, LeftQuestion
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.refusal import LOCKED, NO_ANSWER, NO_PLACE, NO_QUESTION, SIGNATURE, TAKEN, Unwritable
from app.packages.word_places import split_blank

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
    meant: dict[str, str] = field(default_factory=dict)
    """What is to be read at a place afterwards, the buyer's own words there included."""
    before: Mapping[str, str] | None = None
    """What the places of the buyer's file said, where the filler has read them all; None where it has not."""
    notices: list[str] = field(default_factory=list)
    parts_changed: tuple[str, ...] = ()
    parts_identical: int = 0
    growth: dict[int, int] = field(default_factory=dict)
    """Of a Word document: how many paragraphs an answer of several lines added behind a paragraph of the body."""
    rows_added: dict[str, int] = field(default_factory=dict)
    """Of a Word document: how many rows entries added at the end of a table, by its place."""


def write_answers(questionnaire: Questionnaire, answers: Mapping[str, JsonValue], write: Write) -> Patch:
    """Write each answer and note what was left with its reason.

    Of several blanks in one place the last is filled first: a filled blank counts no longer, and `#1` must still
    name the second one.
    """
    patch = Patch()
    taken: set[str] = set()
    outcomes: dict[str, FilledAnswer | LeftQuestion] = {}
    for question in sorted(questionnaire, key=_last_blank, reverse=True):
        if question.id not in answers:
            outcomes[question.id] = LeftQuestion(question.id, NO_ANSWER)
            continue
        try:
            where = _place_of(question, taken)
            patch.allowed.update(write(question, answers[question.id]))
        except Unwritable as refusal:
            outcomes[question.id] = LeftQuestion(question.id, str(refusal), refused=True)
            continue
        taken.add(where)
        outcomes[question.id] = FilledAnswer(question.id, where, answers[question.id])
    in_order = [outcomes[question.id] for question in questionnaire]
    patch.filled = [one for one in in_order if isinstance(one, FilledAnswer)]
    patch.left = [one for one in in_order if isinstance(one, LeftQuestion)]
    patch.left += [LeftQuestion(other, NO_QUESTION, refused=True) for other in answers if other not in outcomes]
    return patch


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts hold the same characters, however they are spaced and broken into lines."""
    return "".join(one.split()) == "".join(other.split())


def _last_blank(question: Question) -> int:
    places = (question.slot.where or "", *question.slot.options.values())
    return max(split_blank(place)[1] for place in places)


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
