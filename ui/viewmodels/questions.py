"""What the review shows of each question: its answer, its state and what is wrong, worked out from the parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain.answers_in_words import as_date, say_money, say_number, say_percent, say_value
from app.domain.counting import Measure, measure
from app.domain.questionnaire import Kind, LimitUnit, Question
from app.domain.responses import Person, Response, ResponseState
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from ui.viewmodels.saying import say_day

BY_HAND = frozenset({Kind.SIGNATURE, Kind.UPLOAD})
"""Signed or attached by a person: the program never writes there."""
CHOSEN = frozenset({Kind.YES_NO, Kind.CHOICE, Kind.MULTI_CHOICE, Kind.DECLARATION})

OFFERED_FROM = 0.5
"""The least confidence of a suggestion that stands in the editor before anybody asked for it."""


class QuestionState(Enum):
    """How far a question has come."""

    APPROVED = "approved"
    IN_REVIEW = "in_review"
    DRAFT = "draft"
    NO_ANSWER = "no_answer"
    PROBLEM = "problem"


class Show(Enum):
    """The filters above the table."""

    ALL = "all"
    NEEDS_YOU = "needs_you"
    IN_REVIEW = "in_review"
    DRAFT = "draft"
    NO_ANSWER = "no_answer"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of the table."""

    id: str
    ref: str
    text: str
    section: str
    answer: str
    """The answer, or what is offered where nobody has answered yet."""
    is_offer: bool
    confidence: float | None
    """Of the best suggestion, or of the one the answer came from; None where nothing fits."""
    used: int | None
    """Words or characters; None of answers that are not counted."""
    maximum: int | None
    unit: LimitUnit
    state: QuestionState
    word: str
    """The state in a word: "Approved", "Over limit", "Sign by hand"."""
    mandatory: bool = False
    is_searched: bool = False
    """Whether suggestions have been looked for, and are of use here."""
    doubtful: int = 0
    """How many suggestions there are where none is sure enough to be offered."""

    @property
    def over(self) -> int:
        """How many too many."""
        return max(0, (self.used or 0) - self.maximum) if self.maximum is not None else 0

    @property
    def needs_you(self) -> bool:
        """Whether something is wrong with it, or nothing stands there yet."""
        return self.state is QuestionState.PROBLEM or (
            self.state is QuestionState.NO_ANSWER and self.word in ("No answer", "Suggested")
        )

    @property
    def spoken(self) -> str:
        """The sentence a screen reader says: "3.4, Explain how..., over limit, 74 of 60 words, match 78 per cent"."""
        count = (
            ""
            if self.used is None
            else f"{self.used}{'' if self.maximum is None else f' of {self.maximum}'} {self.unit}"
        )
        match = "" if self.confidence is None else f"match {round(self.confidence * 100)} per cent"
        return ", ".join(part for part in (self.ref, self.text, self.word.lower(), count, match) if part)


@dataclass(frozen=True, slots=True)
class Answering:
    """All that is known of one question's answer at this moment."""

    question: Question
    value: JsonValue = None
    """What stands in the editor or in the workspace; None for nothing."""
    response: Response | None = None
    edited: bool = False
    """Whether the editor holds what has not been kept yet."""
    suggestions: tuple[Suggestion, ...] = ()
    is_searched: bool = False
    """Whether suggestions have been worked out."""
    asked: bool = True
    """False where the answer to another question makes it fall away."""

    @property
    def is_approved(self) -> bool:
        """Whether a person stands behind what is shown."""
        return not self.edited and self.response is not None and self.response.may_be_filled

    @property
    def measure(self) -> Measure:
        """The answer against its limit."""
        return measure(say_answer(self.question, self.value), self.question.limit)


def say_answer(question: Question, value: JsonValue) -> str:
    """Say an answer as the buyer will read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return option_of(question, value)
    if isinstance(value, int | float):
        say = {Kind.MONEY: say_money, Kind.PERCENT: say_percent}.get(question.kind, say_number)
        return say(value)
    if question.kind is Kind.DATE and isinstance(value, str):
        day = as_date(value)
        return say_day(day) if day else value
    return say_value(value)


def option_of(question: Question, value: bool) -> str:
    """Find the option that says yes or no in the buyer's words; "Yes" and "No" where there are none."""
    wanted = "yes" if value else "no"
    found = (option for option in question.options if option.casefold().split(" ")[0].strip(",.") == wanted)
    return next(found, wanted.capitalize())


def name_of(question: Question) -> str:
    """Give the buyer's wording; one that says nothing alone, "(h)", together with the heading above it."""
    if len(question.text.strip()) > len("(viii)"):
        return question.text
    return f"{question.section.split(' > ')[-1]} {question.text}".strip()


def is_answered(value: JsonValue) -> bool:
    """Tell an answer from an empty field: no and nought are answers."""
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value not in ([], (), {})


def is_asked(question: Question, answers: Mapping[str, str]) -> bool:
    """Tell whether a question counts: its condition holds, or the question it hangs on is not answered yet.

    `answers` are the answers in words, by question id.
    """
    condition = question.condition
    if condition is None:
        return True
    given = answers.get(condition.question_id, "").casefold().strip()
    return not given or any(given == wanted.casefold().strip() for wanted in condition.answers)


def question_row(now: Answering) -> QuestionRow:
    """Work out the row of a question."""
    question = now.question
    said = say_answer(question, now.value)
    best = now.suggestions[0] if now.suggestions else None
    sure = best is not None and best.confidence >= OFFERED_FROM
    state, word = state_of(now)
    counted = question.kind not in CHOSEN | BY_HAND | {Kind.DATE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT}
    held = measure(said, question.limit) if counted else None
    is_offer = not is_answered(now.value) and sure and question.kind not in BY_HAND
    kept = now.response.confidence if now.response and is_answered(now.value) else None
    return QuestionRow(
        question.id,
        question.ref,
        name_of(question),
        question.section,
        best.text if is_offer and best else said,
        is_offer,
        kept if kept is not None else best.confidence if best else None,
        held.used if held else None,
        held.maximum if held else None,
        held.unit if held else LimitUnit.WORDS,
        state,
        word,
        question.mandatory,
        now.is_searched and now.asked and question.kind not in BY_HAND,
        0 if sure else len(now.suggestions),
    )


def state_of(now: Answering) -> tuple[QuestionState, str]:
    """Tell the state of a question and say it in a word."""
    if now.question.kind in BY_HAND and not is_answered(now.value):
        word = "Sign by hand" if now.question.kind is Kind.SIGNATURE else "Attach by hand"
        return QuestionState.NO_ANSWER, word
    if not is_answered(now.value):
        return QuestionState.NO_ANSWER, _word_of_nothing(now)
    if now.measure.over:
        return QuestionState.PROBLEM, "Over limit"
    if now.is_approved:
        return QuestionState.APPROVED, "Approved"
    in_review = not now.edited and now.response is not None and now.response.state is ResponseState.IN_REVIEW
    return (QuestionState.IN_REVIEW, "In review") if in_review else (QuestionState.DRAFT, "Draft")


def _word_of_nothing(now: Answering) -> str:
    if not now.asked:
        return "Not asked"
    return "Suggested" if now.suggestions and now.suggestions[0].confidence >= OFFERED_FROM else "No answer"


def shows(row: QuestionRow, show: Show, words: Sequence[str]) -> bool:
    """Tell whether a filter and a search let a row through."""
    if not all(word in f"{row.ref} {row.text} {row.answer} {row.section}".casefold() for word in words):
        return False
    if show is Show.ALL:
        return True
    return row.needs_you if show is Show.NEEDS_YOU else row.state.value == show.value


def stood_behind(response: Response | None) -> str:
    """Say who approved an answer and when; empty where nobody did."""
    if response is None or not response.may_be_filled:
        return ""
    name = response.reviewer.name if isinstance(response.reviewer, Person) else ""
    when = f", {say_day(response.reviewed_at)} {response.reviewed_at:%H:%M}" if response.reviewed_at else ""
    return f"Approved by {name}{when}"
