"""Passages to build an answer from where no kept answer fits as a whole: the best of several, with their sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.questionnaire import Kind, LimitUnit, Question
from app.domain.records import LibraryAnswer
from app.domain.suggestions import SourceKind, Suggestion
from app.matching.field_values import FieldValues
from app.matching.library import text_of_answer
from app.matching.meaning.entries import passages_of
from app.matching.meaning.model import entry_of
from app.matching.meaning.nearness import Nearness
from app.matching.question_bank import QuestionBank
from app.matching.words import stems

WHOLE = 0.75
"""A suggestion as likely as this is taken for the answer: nothing needs to be put together."""
_ANSWERS, _PASSAGES = 6, 3
_FEWEST = 3
"""An answer of fewer passages is short enough to be offered whole."""
_LEAST_SHARE = 0.25
"""Nearness by meaning, or share of the question's words, from which a passage is worth reading."""
_MOST_SURE = 0.5


@dataclass(frozen=True, slots=True)
class _Passage:
    text: str
    number: int
    total: int
    share: float


class Passages:
    """Finds in kept answers what comes nearest to a question."""

    def __init__(
        self, answers: Sequence[LibraryAnswer], bank: QuestionBank, values: FieldValues, near: Nearness | None
    ) -> None:
        """Take the library; `values` fill the fields of its answers, `near` compares the form by meaning."""
        self._answers = {one.id: one for one in answers}
        self._bank, self._values, self._near = bank, values, near

    def add_to(self, offered: Sequence[Suggestion], question: Question, number: int) -> tuple[Suggestion, ...]:
        """Give what is offered, followed by passages where a long answer is asked for and nothing fits as a whole.

        `number` is the question's place in the form.
        """
        best = max((one.confidence for one in offered), default=0.0)
        if question.kind is not Kind.LONG_TEXT or best >= WHOLE:
            return tuple(offered)
        whole = [one for one in offered if one.source.kind is SourceKind.ANSWER][:_ANSWERS]
        found = [
            (one, passage) for one in whole if (passage := self._best(one.source.id, question, number)) is not None
        ]
        found.sort(key=lambda pair: pair[1].share, reverse=True)
        chosen = _within(question, [pair for pair in found if pair[1].share >= _LEAST_SHARE][:_PASSAGES])
        room = max(0, _PASSAGES * 3 - len(chosen))
        return (*offered[:room], *(_suggestion(one, passage) for one, passage in chosen)) if chosen else tuple(offered)

    def _best(self, answer_id: str, question: Question, number: int) -> _Passage | None:
        answer = self._answers.get(answer_id)
        texts = passages_of(max((variant.text for variant in answer.variants), key=len, default="")) if answer else []
        if answer is None or len(texts) < _FEWEST:
            return None
        shares = self._near.passages(number, entry_of(text_of_answer(answer))) if self._near is not None else []
        if len(shares) != len(texts):
            asked = self._terms(f"{question.text} {question.guidance}")
            shares = [len(asked & self._terms(text)) / max(1, len(asked)) for text in texts]
        at = max(range(len(shares)), key=shares.__getitem__)
        return _Passage(self._values.fill(texts[at])[0].text, at + 1, len(texts), shares[at])

    def _terms(self, text: str) -> frozenset[str]:
        words = self._bank.reading
        return frozenset(word for word in stems(text) if word not in words.function | words.asking)


def _within(question: Question, found: Sequence[tuple[Suggestion, _Passage]]) -> list[tuple[Suggestion, _Passage]]:
    """Leave out the last passages where all together are longer than the buyer's limit of words."""
    limit = question.limit
    most = limit.maximum if limit and limit.unit is LimitUnit.WORDS and limit.per == "answer" else None
    kept: list[tuple[Suggestion, _Passage]] = []
    for one, passage in found:
        words = sum(len(other.text.split()) for _, other in kept) + len(passage.text.split())
        if most is None or words <= most:
            kept.append((one, passage))
    return kept


def _suggestion(whole: Suggestion, passage: _Passage) -> Suggestion:
    why = f"passage {passage.number} of {passage.total} of this answer; {whole.source.why}"
    return replace(
        whole,
        text=passage.text,
        value=passage.text,
        confidence=min(whole.confidence, _MOST_SURE),
        source=replace(whole.source, why=why),
        passage=True,
    )
