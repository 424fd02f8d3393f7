"""Kept answers side by side: which of them fits each question of a form, and how surely."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain.questionnaire import Question
from app.domain.suggestions import MOST_SUGGESTIONS, Suggestion
from app.matching.close_reading import Wording, is_same, is_sure, read_wording
from app.matching.context import Surroundings
from app.matching.finding import UNSURE
from app.matching.procurement_names import running_names
from app.matching.question_bank import QuestionBank
from app.matching.term_index import TermIndex, Weights
from app.matching.traps import Kinship, Traps
from app.matching.words import plain, stems

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Vector = NDArray[numpy.float64]

SURE, SAME = 0.96, 0.98
FLOOR = 0.15
"""Nothing less likely than this is offered."""
_QUESTION_SHARE = 0.6
_BODY, _HEADING, _LETTERS = 0.25, 0.08, 0.3
"""What the answer's text, the headings and the letters add to the likeness of the wordings."""
_READ_CLOSELY = 60
_OTHER_WORDS, _KIN = 0.8, 0.5
"""Likeness of two wordings that the bank knows for one question, and what that adds to the order."""
_LIKELIHOOD = ((0.0, 0.0), (0.25, 0.15), (0.4, 0.35), (0.55, 0.55), (0.7, 0.72), (0.85, 0.85), (1.0, 0.9), (9.0, 0.9))
"""Likeness of two wordings, and how often a person would take the answer; straight lines between."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer kept under one or more wordings."""

    wordings: tuple[str, ...]
    """At least one."""
    body: str
    """Everything else that tells what it is about: its text and tags."""
    offer: Callable[[Question, float, str], Suggestion]
    """Makes the suggestion for a question, with the confidence of the likeness and the reason in words."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    entry: int
    wording: int
    likeness: float
    order: float


class Shelf:
    """Kept answers, read once and compared with a form."""

    def __init__(self, kept: Sequence[Kept], bank: QuestionBank) -> None:
        """Read every kept answer."""
        import numpy

        self._bank = bank
        self._kept = kept
        worded = [(place, text) for place, one in enumerate(kept) for text in one.wordings]
        self._names = running_names([text for _, text in worded])
        self._wordings = [read_wording(text, bank, self._names) for _, text in worded]
        owners = numpy.array([place for place, _ in worded], dtype=numpy.int64)
        self._starts = numpy.searchsorted(owners, numpy.arange(len(kept) + 1))
        self._index = TermIndex([one.terms for one in self._wordings])
        self._bodies = TermIndex([self._body(one) for one in kept])

    def offer(self, places: Sequence[Surroundings], traps: Traps) -> dict[str, tuple[Suggestion, ...]]:
        """Give the suggestions for each question of a form, best first; none where nothing comes near."""
        if not self._kept:
            return {}
        texts = [place.asked.question.text for place in places]
        names = running_names(texts) | self._names
        asked = [read_wording(text, self._bank, names) for text in texts]
        counts = self._index.counts + Counter(term for one in asked for term in one.terms)
        weights = Weights(counts, len(self._wordings) + len(asked), self._bank.reading.asking)
        self._index.weigh(weights)
        self._bodies.weigh(weights)
        return {
            place.asked.question.id: self._offer_one(place, wording, weights, traps)
            for place, wording in zip(places, asked, strict=True)
        }

    def _offer_one(self, place: Surroundings, asked: Wording, weights: Weights, traps: Traps) -> tuple[Suggestion, ...]:
        offered: list[Suggestion] = []
        for candidate in self._candidates(place, asked, weights, traps):
            confidence, why = self._confidence(candidate, place, asked, weights, traps, first=not offered)
            suggestion = self._kept[candidate.entry].offer(place.asked.question, confidence, why)
            if suggestion.confidence >= FLOOR:
                offered.append(suggestion)
            if len(offered) == MOST_SUGGESTIONS:
                break
        best = offered[0].confidence if offered else 0.0
        return tuple(replace(one, confidence=min(one.confidence, best)) for one in offered)

    def _candidates(self, place: Surroundings, asked: Wording, weights: Weights, traps: Traps) -> list[_Candidate]:
        import numpy
        from rapidfuzz import fuzz

        held, own = self._index.shares(asked.terms, weights)
        likeness = _QUESTION_SHARE * held + (1 - _QUESTION_SHARE) * own
        best = numpy.maximum.reduceat(likeness, self._starts[:-1])
        body, _ = self._bodies.shares(asked.terms, weights)
        order = best + _BODY * body + _HEADING * self._heading(place, weights)
        count = min(_READ_CLOSELY, len(order))
        top = numpy.argpartition(-order, count - 1)[:count]
        text, found = plain(asked.text), []
        for entry in top.tolist():
            mine = range(self._starts[entry], self._starts[entry + 1])
            wording = max(mine, key=lambda one: likeness[one])
            letters = fuzz.ratio(text, plain(self._wordings[wording].text)) / 100
            near = max(float(likeness[wording]), 0.7 * float(body[entry]))
            more = _LETTERS * letters
            match traps.kinship(place, self._wordings[wording].text):
                case Kinship.SAME:
                    near, more = max(near, _OTHER_WORDS), more + _KIN
                case Kinship.OTHER:
                    near, more = near * _OTHER_WORDS, more - _KIN
            found.append(_Candidate(entry, wording, near, float(order[entry]) + more))
        return sorted(found, key=lambda one: one.order, reverse=True)

    def _confidence(
        self, candidate: _Candidate, place: Surroundings, asked: Wording, weights: Weights, traps: Traps, *, first: bool
    ) -> tuple[float, str]:
        wording = self._wordings[candidate.wording]
        why = f"kept under “{wording.text}”"
        likely = _on_line(candidate.likeness)
        if not first or not is_sure(asked, wording, weights, self._bank):
            return likely, why
        if doubt := traps.doubt(place, wording.text):
            return min(likely, UNSURE), f"{why}; {doubt}"
        return (SAME if is_same(asked, wording) else SURE), why

    def _heading(self, place: Surroundings, weights: Weights) -> "Vector":
        innermost = place.asked.question.section.rpartition(" > ")[2]
        words = self._bank.reading
        terms = {word: 1.0 for word in stems(innermost) if word not in words.function}
        return self._bodies.shares(terms, weights)[0]

    def _body(self, kept: Kept) -> dict[str, float]:
        function = self._bank.reading.function
        return {word: 1.0 for word in stems(" ".join((*kept.wordings, kept.body))) if word not in function}


def _on_line(likeness: float) -> float:
    for (low, least), (high, most) in pairwise(_LIKELIHOOD):
        if likeness <= high:
            return least + (most - least) * (likeness - low) / (high - low)
    return _LIKELIHOOD[-1][1]
