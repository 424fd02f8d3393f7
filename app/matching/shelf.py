"""Kept answers side by side: which of them fits each question of a form, and how surely."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.questionnaire import Kind, Question
from app.domain.suggestions import MOST_SUGGESTIONS, Suggestion
from app.matching.close_reading import Wording, is_same, is_sure, read_wording
from app.matching.context import Surroundings
from app.matching.finding import UNSURE
from app.matching.kept_texts import KNOWN, KeptText, meaning_of, read_kept
from app.matching.likelihood import BY_WORDS, WITH_MODEL, Features, load_likelihoods
from app.matching.procurement_names import running_names
from app.matching.question_bank import QuestionBank
from app.matching.recognise import Recognition
from app.matching.term_index import Weighed, Weights
from app.matching.words import plain, stems

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Vector = NDArray[numpy.float64]
    Nearness = NDArray[numpy.float32]

SURE, SAME = 0.96, 0.98
FLOOR, BELOW_FIRST = 0.12, 0.02
"""Nothing less likely than this is offered; below a first one others are listed that a person may look for."""
_QUESTION_SHARE = 0.6
_BODY, _HEADING, _LETTERS = 0.25, 0.08, 0.3
"""What the answer's text, the headings and the letters add to the likeness of the wordings."""
_MEANING, _AS_MEANT = 1.2, 1.0
"""What nearness by meaning adds to the order, and the likeness it stands for."""
Likely = Callable[[Features], float]
_READ_CLOSELY = 24
_OTHER_WORDS, _KIN = 0.8, 0.5
"""Likeness of two wordings that the bank knows for one question, and what that adds to the order."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer kept under one or more wordings."""

    text: KeptText
    offer: Callable[[Question, float, str], Suggestion]
    """Makes the suggestion for a question, with the confidence of the likeness and the reason in words."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    entry: int
    wording: int
    likeness: float
    order: float


@dataclass(frozen=True, slots=True)
class _Asked:
    place: Surroundings
    wording: Wording
    known: tuple[Recognition, ...]
    """What the bank is sure that it is."""


class Shelf:
    """Kept answers, compared with the questions of one form."""

    def __init__(self, kept: Sequence[Kept], bank: QuestionBank, likely: Likely | None = None) -> None:
        """Take the kept answers; their texts are read once for as long as they stay the same.

        `likely` turns what is compared into confidence; without one it is what was fitted for it.
        """
        self._likely = likely
        self._bank = bank
        self._kept = kept
        self._texts = read_kept(tuple(one.text for one in kept), bank)

    def offer(
        self,
        places: Sequence[Surroundings],
        recognised: Mapping[str, Sequence[Recognition]],
        nearness: "Nearness | None" = None,
    ) -> dict[str, tuple[Suggestion, ...]]:
        """Give the suggestions for each question of a form, best first.

        `recognised` is what the bank makes of the questions, `nearness` how near they come to each kept answer
        by meaning: a matrix [places, kept answers] of cosines, 0 where the model has not read an answer yet.
        """
        if not self._kept:
            return {}
        asked = self._read(places, recognised)
        counts = self._texts.by_wording.counts + Counter(term for one in asked for term in one.wording.terms)
        weights = Weights(counts, len(self._texts.wordings) + len(asked), self._bank.reading.asking)
        wordings, bodies = self._texts.by_wording.weigh(weights), self._texts.by_body.weigh(weights)
        near = nearness if nearness is not None else self._unread(len(asked))
        likely = self._likely or load_likelihoods()[BY_WORDS if nearness is None else WITH_MODEL].of
        return {
            one.place.asked.question.id: self._offer_one(
                one, self._candidates(one, wordings, bodies, row), weights, likely
            )
            for one, row in zip(asked, near, strict=True)
        }

    def _unread(self, count: int) -> "Nearness":
        import numpy

        return numpy.zeros((count, len(self._kept)), dtype=numpy.float32)

    def _read(self, places: Sequence[Surroundings], recognised: Mapping[str, Sequence[Recognition]]) -> list[_Asked]:
        names = running_names([place.asked.question.text for place in places]) | self._texts.names
        return [
            _Asked(
                place,
                read_wording(place.asked.question.text, self._bank, names),
                tuple(one for one in recognised.get(place.asked.question.id, ()) if one.confidence >= KNOWN),
            )
            for place in places
        ]

    def _candidates(self, asked: _Asked, wordings: Weighed, bodies: Weighed, meant: "Nearness") -> list[_Candidate]:
        import numpy
        from rapidfuzz import fuzz

        held, own = wordings.shares(asked.wording.terms)
        likeness = _QUESTION_SHARE * held + (1 - _QUESTION_SHARE) * own
        best = numpy.maximum.reduceat(likeness, self._texts.starts[:-1])
        body, _ = bodies.shares(asked.wording.terms)
        order = best + _BODY * body + _HEADING * self._heading(asked.place, bodies) + _MEANING * meant
        count = min(_READ_CLOSELY, len(order))
        entries = dict.fromkeys(numpy.argpartition(-order, count - 1)[:count].tolist()) | dict.fromkeys(
            self._texts.owners[wording] for one in asked.known for wording in self._texts.meant.get(meaning_of(one), ())
        )
        text, found = plain(asked.place.asked.text), []
        for entry in entries:
            wording = self._nearest(entry, likeness, asked)
            letters = fuzz.ratio(text, plain(self._texts.wordings[wording].text)) / 100
            near = max(float(likeness[wording]), 0.7 * float(body[entry]), _AS_MEANT * float(meant[entry]))
            near, more = self._by_meaning(asked, wording, near)
            found.append(_Candidate(entry, wording, near, float(order[entry]) + _LETTERS * letters + more))
        return sorted(found, key=lambda one: one.order, reverse=True)

    def _nearest(self, entry: int, likeness: "Vector", asked: _Asked) -> int:
        """Find the wording of an entry that comes nearest, one that the bank knows for the same question first."""
        mine = range(int(self._texts.starts[entry]), int(self._texts.starts[entry + 1]))
        meanings = {meaning_of(one) for one in asked.known}
        return max(mine, key=lambda one: (self._texts.meanings[one] in meanings, likeness[one]))

    def _by_meaning(self, asked: _Asked, wording: int, near: float) -> tuple[float, float]:
        """Lift a wording that the bank knows for the same question, lower one it knows for another."""
        kept = self._texts.meanings[wording]
        if kept is None or not asked.known:
            return near, 0.0
        if kept in {meaning_of(one) for one in asked.known}:
            return max(near, _OTHER_WORDS), _KIN
        return near * _OTHER_WORDS, -_KIN

    def _offer_one(
        self, asked: _Asked, candidates: Sequence[_Candidate], weights: Weights, likely: Likely
    ) -> tuple[Suggestion, ...]:
        offered: list[Suggestion] = []
        most, terms = 1.0, len(asked.wording.core)
        margin = candidates[0].order - (candidates[1].order if len(candidates) > 1 else 0.0)
        for place, candidate in enumerate(candidates[: 2 * MOST_SUGGESTIONS]):
            probable = likely(Features(candidate.likeness, 0.0 if place else margin, terms))
            confidence, why = self._confidence(candidate, probable, asked, weights, first=not place)
            most = min(most, confidence)
            suggestion = self._kept[candidate.entry].offer(asked.place.asked.question, most, why)
            if suggestion.confidence >= (BELOW_FIRST if offered else FLOOR):
                offered.append(suggestion)
        return tuple(offered[:MOST_SUGGESTIONS])

    def _confidence(
        self, candidate: _Candidate, likely: float, asked: _Asked, weights: Weights, *, first: bool
    ) -> tuple[float, str]:
        wording = self._texts.wordings[candidate.wording]
        why = f"kept under “{wording.text}”"
        if not first or not is_sure(asked.wording, wording, weights, self._bank):
            return likely, why
        if doubt := self._doubt(asked, candidate.wording):
            return min(likely, UNSURE), f"{why}; {doubt}"
        return (SAME if is_same(asked.wording, wording) else SURE), why

    def _doubt(self, asked: _Asked, wording: int) -> str:
        """Give the reason not to trust a wording that looks the same; "" where there is none."""
        known, kept = asked.known, self._texts.meanings[wording]
        if asked.place.asked.question.kind is Kind.DECLARATION or (known and known[0].canonical.declaration):
            return "a declaration rests on a fact, not on a likeness"
        other = known and kept is not None and kept not in {meaning_of(one) for one in known}
        return "it was kept for another question" if other else ""

    def _heading(self, place: Surroundings, bodies: Weighed) -> "Vector":
        innermost = place.asked.question.section.rpartition(" > ")[2]
        function = self._bank.reading.function
        return bodies.shares({word: 1.0 for word in stems(innermost) if word not in function})[0]
