"""Suggestions from the answer library: the variant that fits the buyer's limit, and how fresh it is."""

from collections.abc import Sequence
from functools import partial

from app.domain.answers_in_words import say_date
from app.domain.questionnaire import Kind, Limit, LimitUnit, Question
from app.domain.records import AnswerState, AnswerVariant, LibraryAnswer
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.domain.values import JsonValue
from app.matching.field_values import FieldValues
from app.matching.kept_texts import KeptText
from app.matching.options import choose
from app.matching.question_bank import QuestionBank
from app.matching.shelf import SURE, Kept

_OVERDUE, _TOO_LONG, _DRAFT, _OPEN_FIELD = 0.85, 0.8, 0.85, 0.8
_FIELDS = frozenset((Kind.EMAIL, Kind.PHONE, Kind.URL, Kind.DATE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.ADDRESS))
"""Kinds of places that hold a few words, whatever is asked."""
_CHOSEN = frozenset((Kind.CHOICE, Kind.MULTI_CHOICE))
_LABEL_WORDS, _FIELD_WORDS, _PASSAGE = 5, 20, 0.3
"""A label of so few words asks for no more than so many; a longer text is this much less likely to be the answer, and
a text is no more than this sure where the buyer wants an option."""


def kept_answers(answers: Sequence[LibraryAnswer], bank: QuestionBank, values: FieldValues) -> list[Kept]:
    """Bring every answer that is in use to the shelf; `values` fill its fields at the days of the bid."""
    return [
        Kept(text_of_answer(one), partial(_offer, one, bank, values))
        for one in answers
        if one.state is not AnswerState.RETIRED and one.variants
    ]


def text_of_answer(answer: LibraryAnswer) -> KeptText:
    """Take the questions of an answer, and its tags with its longest text."""
    longest = max((variant.text for variant in answer.variants), key=len, default="")
    return KeptText(answer.questions or (answer.key,), " ".join((*answer.tags, longest)))


def _offer(
    answer: LibraryAnswer, bank: QuestionBank, values: FieldValues, question: Question, confidence: float, why: str
) -> Suggestion:
    variant, fits = choose_variant(answer.variants, question)
    filled, doubt = values.fill(variant.text)
    reasons = [(1.0, why)]
    if doubt:
        reasons.append((_OPEN_FIELD, doubt))
    if confidence < SURE and is_too_long_for(question, variant.text):
        reasons.append((confidence * _PASSAGE, "it is a passage, and a few words are asked for"))
    if not fits:
        reasons.append((_TOO_LONG, "it is longer than the buyer allows"))
    if answer.review_by is not None and answer.review_by < values.dates.submission:
        reasons.append((_OVERDUE, f"its review was due on {say_date(answer.review_by)}"))
    if answer.state is AnswerState.DRAFT:
        reasons.append((_DRAFT, "it is a draft"))
    value = in_form(filled.text, question, bank)
    if question.kind in _CHOSEN and question.options and value not in question.options:
        reasons.append((_PASSAGE, "it names none of the buyer's options"))
    confidence = min(confidence, *(most for most, _ in reasons))
    title = answer.questions[0] if answer.questions else answer.key
    source = Source(SourceKind.ANSWER, answer.id, title, "; ".join(reason for _, reason in reasons))
    return Suggestion(question.id, filled.text, value, round(confidence, 3), source)


def is_too_long_for(question: Question, text: str) -> bool:
    """Tell whether a whole passage would go where the form has a short field."""
    asks_words = question.kind is Kind.TEXT and question.limit is None
    label = asks_words and len(question.text.split()) <= _LABEL_WORDS and not question.text.rstrip().endswith("?")
    return (label or question.kind in _FIELDS) and len(text.split()) > _FIELD_WORDS


def choose_variant(variants: Sequence[AnswerVariant], question: Question) -> tuple[AnswerVariant, bool]:
    """Take the longest variant within the buyer's limit, and tell whether it is; the shortest where none is."""
    by_length = sorted(variants, key=lambda one: len(one.text), reverse=True)
    if question.limit is not None and question.limit.per == "answer":
        fitting = next((one for one in by_length if _length(one.text, question.limit) <= question.limit.maximum), None)
        return (fitting, True) if fitting else (by_length[-1], False)
    return (by_length[-1] if question.kind is Kind.TEXT else by_length[0]), True


def in_form(value: JsonValue, question: Question, bank: QuestionBank) -> JsonValue:
    """Turn a kept answer into what the place takes: a yes or no, one of the options, or its words."""
    if question.kind is Kind.YES_NO and isinstance(value, str):
        first = value[:20].casefold().replace(",", " ").replace(".", " ").split()[:1]
        return first[0] in ("yes", "true") if first and first[0] in ("yes", "no", "true", "false") else value
    if question.kind in _CHOSEN and question.options:
        return choose(value, question.options, bank) or value
    return value


def _length(text: str, limit: Limit) -> int:
    return {LimitUnit.WORDS: len(text.split()), LimitUnit.CHARACTERS: len(text)}.get(limit.unit, 0)
