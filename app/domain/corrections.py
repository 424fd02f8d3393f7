"""What a person puts right in the reading of a buyer's file, and how it is carried to the next of the same shape."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.layout import LaidCell, Survey
from app.domain.questionnaire import Kind, Limit, Question, Questionnaire, Signal, Slot, question_id

BY_HAND = Signal("put right by a person", 4.0)


class Mark(StrEnum):
    """What a place is, in a person's word."""

    ANSWER = "answer"
    """The supplier writes here, in answer to the text at `asked_at`."""
    NOT_OURS = "not_ours"
    """Nothing is asked here."""
    SECTION = "section"
    """The heading of the questions that follow it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One place put right."""

    place: str
    mark: Mark
    asked_at: str = ""
    """The place of the question's wording; a paragraph may ask and be answered in one place."""
    text: str = ""
    """The wording at `asked_at`, or of a place that is not ours its own: by it the place is known again."""
    kind: Kind = Kind.TEXT
    limit: Limit | None = None
    before: str = ""
    """The id of the question that comes after it in the file; empty at the end."""


def corrected(questionnaire: Questionnaire, corrections: Sequence[Correction]) -> Questionnaire:
    """Apply corrections to a reading. Ids come from places alone, so no other question changes its own."""
    gone = {one.place for one in corrections}
    questions = [one for one in questionnaire.questions if not _places(one) & gone]
    for correction in corrections:
        if correction.mark is Mark.ANSWER:
            questions.insert(_position(questions, correction), _question(correction, questionnaire))
    for correction in corrections:
        if correction.mark is Mark.SECTION:
            questions = _under_heading(questions, correction)
    return replace(questionnaire, questions=tuple(questions))


def with_correction(held: Sequence[Correction], new: Iterable[Correction]) -> tuple[Correction, ...]:
    """Add corrections to those of a file; the newest word on a place counts."""
    kept: dict[str, Correction] = {one.place: one for one in held}
    for one in new:
        kept.pop(one.place, None)
        kept[one.place] = one
    return tuple(kept.values())


def carried(corrections: Sequence[Correction], survey: Survey, questionnaire: Questionnaire) -> tuple[Correction, ...]:
    """Give the corrections of another file that fit this one: the same words, and the same place beside or below."""
    by_text: dict[str, list[LaidCell]] = {}
    for cell in survey.cells.values():
        by_text.setdefault(_plain(cell.text), []).append(cell)
    found = []
    for one in corrections:
        for asking in by_text.get(_plain(one.text), ()) if one.text else ():
            place = _moved(one, asking.place)
            if place in survey.cells:
                found.append(
                    replace(one, place=place, asked_at=asking.place, before=_next(survey, place, questionnaire))
                )
    return tuple(found)


def answer_at(survey: Survey, place: str, questionnaire: Questionnaire, asked_at: str = "") -> Correction | None:
    """Make a place an answer to the text that stands beside or above it; None where there is no such text."""
    asking = survey.cells.get(asked_at) if asked_at else survey.asks.get(place)
    if asking is None or place not in survey.cells:
        return None
    before = _next(survey, place, questionnaire)
    return Correction(place, Mark.ANSWER, asking.place, asking.text, asking.kind, asking.limit, before)


def not_ours(survey: Survey, place: str) -> Correction:
    """Say that nothing is asked at a place."""
    asking = survey.asks.get(place)
    return Correction(place, Mark.NOT_OURS, asking.place if asking else "", asking.text if asking else "")


def section_at(survey: Survey, place: str, questionnaire: Questionnaire) -> Correction | None:
    """Make a text the heading of the questions that follow it; None where the place is blank."""
    cell = survey.cells.get(place)
    if cell is None or not cell.text.strip():
        return None
    return Correction(place, Mark.SECTION, place, cell.text, before=_next(survey, place, questionnaire))


def _moved(one: Correction, asked_at: str) -> str:
    """Give the place that lies to `asked_at` as the answer lay to its wording."""
    if one.place == one.asked_at:
        return asked_at
    theirs, ours = _steps(one.asked_at), _steps(one.place)
    here = _steps(asked_at)
    if len(theirs) != len(ours) or len(here) != len(theirs):
        return ""
    moved = [at + (there - then) for at, there, then in zip(here, ours, theirs, strict=True)]
    return _rebuilt(asked_at, moved) if min(moved, default=0) >= 0 else ""


def _steps(place: str) -> list[int]:
    """Read a place as numbers: `t3.r2.c1` is 3, 2, 1, and `Sheet!C5` the column and the row."""
    name, mark, cell = place.rpartition("!")
    if mark:
        found = re.fullmatch(r"([A-Z]+)(\d+)", cell)
        return [_letters(found[1]), int(found[2])] if found else []
    return [int(number) for number in re.findall(r"\d+", name or cell)]


def _rebuilt(place: str, numbers: Sequence[int]) -> str:
    name, mark, _cell = place.rpartition("!")
    if mark:
        return f"{name}!{_column(numbers[0])}{numbers[1]}"
    left = iter(numbers)
    return re.sub(r"\d+", lambda _found: str(next(left)), place)


def _letters(text: str) -> int:
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number


def _column(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _places(question: Question) -> set[str]:
    where = {question.slot.where} if question.slot.where else set()
    return where | set(question.slot.options.values()) | {place.partition("#")[0] for place in where}


def _position(questions: Sequence[Question], correction: Correction) -> int:
    return next((at for at, one in enumerate(questions) if one.id == correction.before), len(questions))


def _under_heading(questions: Sequence[Question], correction: Correction) -> list[Question]:
    """Put the questions from `before` on into a section, as far as they stood in one section until now."""
    first = _position(questions, correction)
    found = list(questions)
    for at in range(first, len(found)):
        if found[at].section != questions[first].section:
            break
        above = (questions[at].section, " ".join(correction.text.split()))
        found[at] = replace(found[at], section=" > ".join(part for part in above if part))
    return found


def _question(correction: Correction, questionnaire: Questionnaire) -> Question:
    text = " ".join(correction.text.split())
    following = questionnaire.question(correction.before)
    return Question(
        question_id(correction.place),
        text,
        Slot(correction.place),
        kind=correction.kind,
        section=following.section if following else "",
        limit=correction.limit,
        signals=(BY_HAND,),
    )


def _next(survey: Survey, place: str, questionnaire: Questionnaire) -> str:
    """Find the question whose place comes next in the file."""
    at = survey.order.get(place, len(survey.order))
    ranked = [(_rank(one, survey.order), one.id) for one in questionnaire.questions]
    later = [(rank, name) for rank, name in ranked if rank > at]
    return min(later)[1] if later else ""


def _rank(question: Question, order: Mapping[str, int]) -> int:
    return min((order[place] for place in _places(question) if place in order), default=-1)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())
