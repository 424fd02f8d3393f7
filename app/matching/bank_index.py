"""The wordings of the question bank, weighed and looked up by what they hold."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.domain.questionnaire import Kind
from app.matching.context import Asked
from app.matching.finding import UNSURE
from app.matching.question_bank import CanonicalQuestion, Phrase, QuestionBank
from app.matching.segments import without_brackets
from app.matching.words import is_negated, stems

SAME, NEARLY = 0.98, 0.97
"""Confidence in a question that has the words of a wording or of a label, or nearly so."""
_CURVE = ((0.0, 0.0), (0.3, 0.55), (0.45, 0.75), (0.6, 0.9), (0.7, 0.955), (0.85, NEARLY), (1.0, SAME))
"""Likeness of words, and the confidence it gives; straight lines between."""
_QUESTION_SHARE = 0.55
_FEW_TERMS, _OF_FEW = 3, 0.85
_LEAST_HELD = 0.6
"""Share of the question that a wording must hold: what else is asked may make it another question. The less it holds,
the less it counts: "Company" is in most questions."""
_LONG_ENOUGH, _RUNS_THROUGH = 3, 6
"""Terms a question must have, and declarations a term must stand in to say nothing of the ground."""
_UNSEEN = 4
"""A term that no wording has weighs as if this many had it."""


@dataclass(frozen=True, slots=True)
class BankWording:
    """One wording of a canonical question."""

    text: str
    terms: frozenset[str]
    mass: float
    negated: bool
    whole: bool = True
    """Whether its terms are enough to know it by: a label is, a sentence of which one word is left is not."""
    bare: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class BankIndex:
    """Every wording of a bank."""

    weights: Mapping[str, float]
    """The weight of each term: the fewer wordings have it, the more."""
    unseen: float
    wordings: Mapping[str, tuple[BankWording, ...]]
    """The wordings of each canonical question, by its id."""
    needing: Mapping[Phrase, tuple[CanonicalQuestion, ...]]
    """The canonical questions of which a phrase meets the first need."""
    worded: Mapping[frozenset[str], tuple[CanonicalQuestion, ...]]
    """The canonical questions with a wording of just these terms."""
    literal: Mapping[str, frozenset[Phrase]]
    """The stems of each wording of a canonical question, by its id."""
    spoken: Mapping[str, frozenset[str]]
    """Every term that stands in a wording of a declaration, by its id, with those that run through many of them."""

    def mass(self, terms: Iterable[str]) -> float:
        """Add up the weights of terms."""
        return sum(self.weights.get(term, self.unseen) for term in terms)

    def likely(self, asked: Asked) -> Iterable[CanonicalQuestion]:
        """List the canonical questions of which the first need is met, or a wording is the very same."""
        named = {one.id: one for gram in asked.grams for one in self.needing.get(gram, ())}
        for segment in asked.segments:
            if segment.whole:
                named.update((one.id, one) for one in self.worded.get(segment.terms, ()))
        return named.values()

    def has_wording(self, asked: Asked, canonical: CanonicalQuestion, *, in_full: bool = False) -> bool:
        """Tell whether the question has the very words of one of the canonical question's wordings.

        `in_full` counts only the very words, with or without what stands in brackets, and none of their kin.
        """
        if in_full:
            return not self.literal[canonical.id].isdisjoint((stems(asked.text), stems(without_brackets(asked.text))))
        whole = (segment.terms for segment in asked.segments if segment.whole)
        return any(canonical in self.worded.get(terms, ()) for terms in whole)

    def explains(self, asked: Asked, canonical: CanonicalQuestion) -> bool:
        """Tell whether every word of a question belongs to what a canonical question says somewhere.

        Of a declaration: its ground, who made it, and when; buyers wrap the same ground into whole sentences on
        directors, powers and years, and none of these change it. Of others: its own wordings together, and words that
        change nothing anywhere.
        """
        spoken = self.spoken.get(canonical.id, frozenset())
        whole = (segment.terms for segment in asked.segments if segment.whole)
        return any(len(terms) >= _LONG_ENOUGH and terms <= spoken for terms in whole)

    def likeness(self, terms: frozenset[str], mass: float, wording: BankWording) -> float:
        """Compare two sets of terms by the weight of what they share, and give the confidence it allows."""
        if terms == wording.terms and wording.whole:
            return SAME
        if wording.bare or not mass:
            return 0.0
        shared = self.mass(terms & wording.terms)
        confidence = _on_curve(_QUESTION_SHARE * shared / mass + (1 - _QUESTION_SHARE) * shared / wording.mass)
        if len(terms) < _FEW_TERMS:
            return min(confidence, _OF_FEW)
        held = shared / mass / _LEAST_HELD
        return min(confidence, UNSURE * held) if held < 1 else confidence


@lru_cache(maxsize=2)
def index_of(bank: QuestionBank) -> BankIndex:
    """Weigh and sort the wordings of a bank, once."""
    terms = {text: frozenset(bank.lexicon.terms(text)) for one in bank.questions for text in _texts(one)}
    seen = Counter(term for own in terms.values() for term in own)
    weights = {term: math.log(1 + len(terms) / count) for term, count in seen.items()}
    weigh = BankIndex(weights, math.log(1 + len(terms) / _UNSEEN), {}, {}, {}, {}, {})
    wordings = {one.id: tuple(_wordings(one, terms, weigh)) for one in bank.questions}
    needing: dict[Phrase, tuple[CanonicalQuestion, ...]] = {}
    worded: dict[frozenset[str], tuple[CanonicalQuestion, ...]] = {}
    for one in bank.questions:
        for phrase in one.needs[0]:
            needing[phrase] = (*needing.get(phrase, ()), one)
        for own in {wording.terms for wording in wordings[one.id] if wording.whole and not wording.bare}:
            worded[own] = (*worded.get(own, ()), one)
    literal = {one.id: frozenset(map(stems, _texts(one))) for one in bank.questions}
    return BankIndex(weights, weigh.unseen, wordings, needing, worded, literal, _spoken(bank, terms))


def _spoken(bank: QuestionBank, terms: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    own = {one.id: frozenset(term for text in _texts(one) for term in terms[text]) for one in bank.questions}
    neutral = frozenset(term for text in bank.neutral for term in bank.lexicon.terms(text))
    declared = {one.id for one in bank.questions if one.declaration and one.kind is Kind.YES_NO}
    counts = Counter(term for name in declared for term in own[name])
    common = frozenset(term for term, count in counts.items() if count >= _RUNS_THROUGH)
    around = common.union(neutral, *(bank.lexicon.terms(text) for text in bank.declared_by))
    return {name: each | (around if name in declared else neutral) for name, each in own.items()}


def _texts(one: CanonicalQuestion) -> tuple[str, ...]:
    return (*one.labels, *one.bare_labels, *one.wordings, *one.denied)


def _wordings(one: CanonicalQuestion, terms: Mapping[str, frozenset[str]], weigh: BankIndex) -> Iterator[BankWording]:
    short = {*one.labels, *one.bare_labels}
    for text in dict.fromkeys(_texts(one)):
        own = terms[text]
        yield BankWording(
            text,
            own,
            weigh.mass(own) or 1.0,
            is_negated(text),
            whole=text in short or len(own) > 1,
            bare=text in one.bare_labels,
            denied=text in one.denied,
        )


def _on_curve(likeness: float) -> float:
    for (low, least), (high, most) in pairwise(_CURVE):
        if likeness <= high:
            return least + (most - least) * (likeness - low) / (high - low)
    return SAME
