"""Canonical questions known by what they mean, where the buyer's words are none of the bank's.

A question counts only where nothing of weight stands against it: no number and no telling word on one side alone, no
phrase that makes it another question, the same way round, and no other canonical question nearly as near.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.questionnaire import Kind
from app.domain.suggestions import GREEN
from app.matching.bank_index import BankWording
from app.matching.close_reading import way_of_asking
from app.matching.context import TEXT, Surroundings
from app.matching.finding import UNSURE
from app.matching.question_bank import CanonicalQuestion, QuestionBank
from app.matching.recognise import (
    AFFIRMING,
    Recognition,
    context_of,
    fits,
    fits_way,
    is_closed,
    meets_needs,
    with_doubts,
    with_polarity,
)
from app.matching.words import is_negated, stems

BY_MEANING = 0.96
"""Confidence in what is known by meaning: of wordings held back in turn, 99 % are known for what they are."""
_NEAR, _APART, _FROM_ANY = 0.7, 0.1, 0.05
"""Least cosine, and least distance to the next canonical question whose words are there too and to any other, where
the words of its needs are in the question."""
_ALONE_NEAR, _ALONE_APART = 0.82, 0.15
"""Least cosine and distance where they are not."""
_SHORT, _SHORT_NEAR = 3, 0.85
"""A label of so few words must be nearer: it fits much."""
_LONGEST = 60
"""Words. What says more asks more than one thing."""
_OF_TIME = frozenset(("how long", "how often", "how soon"))
"""Ways of asking that neither a date nor a year answers."""
_ASKED = frozenset(Kind) - {Kind.TABLE, Kind.UPLOAD, Kind.SIGNATURE}


@dataclass(frozen=True, slots=True)
class NearWording:
    """A wording of the bank near to a buyer's question; the nearest of its canonical question and its way round."""

    canonical: CanonicalQuestion
    wording: BankWording
    cosine: float


def may_be_meant(place: Surroundings, found: Sequence[Recognition], bank: QuestionBank) -> bool:
    """Tell whether it is worth asking what a question means: it is short enough, and its words leave it open."""
    question = place.asked.question
    known = any(one.confidence >= GREEN for one in found)
    return (
        question.kind in _ASKED and not known and len(question.text.split()) <= _LONGEST and not is_closed(place, bank)
    )


def with_meant(
    place: Surroundings, found: tuple[Recognition, ...], near: Sequence[NearWording], bank: QuestionBank
) -> tuple[Recognition, ...]:
    """Put the question that is meant first, if one is beyond doubt; `near` are the nearest wordings, best first."""
    asked = place.asked
    negated, affirms = is_negated(asked.text), asked.says(AFFIRMING)
    same_way = [
        one
        for one in near
        if fits(one.canonical, asked.question.kind)
        and fits_way(one.canonical, asked)
        and (one.canonical.kind is not Kind.YES_NO or affirms or one.wording.negated == negated)
    ]
    best = next(iter(same_way), None)
    if best is None or _speaks_against(place, best, bank):
        return found
    others = [one for one in same_way if one.canonical is not best.canonical]
    if not _is_near_enough(place, best, others):
        return found
    context = context_of(place, best.canonical, bank)
    if context is None:
        return found
    # Grounds lie close together, and a wrong one is a false declaration: a person looks at it.
    sure = UNSURE if best.canonical.declaration else BY_MEANING
    confidence = min(sure, best.canonical.most)
    meant = Recognition(best.canonical, context.value, confidence, best.wording.text, context.where == TEXT)
    meant = with_doubts(with_polarity(meant, best.wording, negated=negated), place, bank, context)
    return (meant, *(one for one in found if one.canonical is not best.canonical))


def _speaks_against(place: Surroundings, best: NearWording, bank: QuestionBank) -> bool:
    asked, canonical = place.asked, best.canonical
    if asked.says(canonical.never) or _telling(asked.text, bank) != _telling(best.wording.text, bank):
        return True
    way = way_of_asking(asked.text)
    if way in _OF_TIME and way != way_of_asking(best.wording.text):
        return True
    return canonical.kind is not Kind.YES_NO and way == "yes"


def _is_near_enough(place: Surroundings, best: NearWording, others: Sequence[NearWording]) -> bool:
    asked = place.asked
    apart = best.cosine - max((one.cosine for one in others), default=0.0)
    least = _SHORT_NEAR if len(asked.text.split()) <= _SHORT else 0.0
    if not (meets_needs(asked, best.canonical) and all(place.says_around(group) for group in best.canonical.around)):
        return best.cosine >= max(least, _ALONE_NEAR) and apart >= _ALONE_APART
    rivals = (one.cosine for one in others if meets_needs(asked, one.canonical) and not asked.says(one.canonical.never))
    return best.cosine >= max(least, _NEAR) and apart >= _FROM_ANY and best.cosine - max(rivals, default=0.0) >= _APART


def _telling(text: str, bank: QuestionBank) -> frozenset[str]:
    """Give the numbers of a text and those of its words that make another question."""
    words = bank.lexicon.unite(stems(text))
    return frozenset(one for one in words if one in bank.reading.apart or one[0].isdigit())
