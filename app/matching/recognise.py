"""Which canonical question a buyer's question is, from its wording, its headings and its neighbours."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from app.domain.questionnaire import Kind
from app.matching.context import (
    BEFORE,
    DEFAULT,
    HEADING,
    NOWHERE,
    OTHERS,
    OURS,
    OUTERMOST,
    TEXT,
    THING,
    Asked,
    Context,
    Surroundings,
    cue_words,
    prepare,
)
from app.matching.finding import UNSURE
from app.matching.question_bank import CanonicalQuestion, Phrase, QuestionBank
from app.matching.words import is_negated, stems

SAME, NEARLY = 0.98, 0.97
"""Confidence in a question that has the words of a wording or of a label, or nearly so."""
NOT_GREEN = 0.93
GUESSED_CONTEXT = 0.8
LEAST = 0.5
_CURVE = ((0.0, 0.0), (0.3, 0.55), (0.45, 0.75), (0.6, 0.9), (0.7, 0.955), (0.85, NEARLY), (1.0, SAME))
"""Likeness of words, and the confidence it gives; straight lines between."""
_FEW_TERMS, _LABEL_WORDS = 3, 6
_LEAST_HELD = 0.6
"""Share of the question that a wording must hold: what else is asked may make it another question."""
_FIRM_ALONE = frozenset(("org",))
"""The term of "Company" or "Supplier": only a label that is nothing else asks for the name."""
_CHOSEN = frozenset((Kind.YES_NO, Kind.CHOICE, Kind.MULTI_CHOICE))
_WRITTEN = frozenset(Kind) - _CHOSEN - {Kind.UPLOAD, Kind.SIGNATURE, Kind.DECLARATION}
_PLAIN = frozenset((Kind.TEXT, Kind.LONG_TEXT))
_STRICT = frozenset((Kind.EMAIL, Kind.PHONE, Kind.URL, Kind.DATE, Kind.MONEY, Kind.PERCENT))
"""Kinds of slot that another of these cannot stand for."""


_AFFIRMING = tuple(map(stems, ("confirm", "declare", "certify", "state that", "we have", "i have")))
"""Only "confirm that you have not ..." turns a question round; any other denial is left to a person."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A canonical question in a buyer's question."""

    canonical: CanonicalQuestion
    context: str
    """Value of the canonical question's axis; "" where it has none."""
    confidence: float
    wording: str
    """The bank's wording that came nearest."""
    named: bool = False
    """Whether the question itself says whose or which it is."""
    denied: bool = False
    """Whether the buyer asks the opposite way round."""
    bare: bool = False
    """Whether only the context tells whose detail the label asks for."""
    doubt: str = ""
    """Why the confidence is lower than the likeness of words."""


@dataclass(frozen=True, slots=True)
class _Wording:
    text: str
    terms: frozenset[str]
    mass: float
    negated: bool
    whole: bool = True
    """Whether its terms are enough to know it by: a label is, a sentence of which one word is left is not."""
    bare: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class _Index:
    weights: Mapping[str, float]
    unseen: float
    wordings: Mapping[str, tuple[_Wording, ...]]
    """The wordings of each canonical question, by its id."""

    exact: Mapping[str, frozenset[frozenset[str]]]
    """The terms of each of its labels and wordings: who asks in these words asks this."""
    needing: Mapping[Phrase, tuple[CanonicalQuestion, ...]]
    """The canonical questions of which a phrase meets the first need."""
    worded: Mapping[frozenset[str], tuple[CanonicalQuestion, ...]]
    """The canonical questions with a wording of just these terms."""

    def mass(self, terms: frozenset[str]) -> float:
        return sum(self.weights.get(term, self.unseen) for term in terms)


def recognise(place: Surroundings, bank: QuestionBank, *, any_kind: bool = False) -> tuple[Recognition, ...]:
    """List the canonical questions that this may be, the likeliest first; none below `LEAST`.

    With `any_kind` the kind of the answer's place does not count: of a kept wording it is not known.
    """
    found = _recognise_all(place, bank, any_kind=any_kind)
    if not found and (under := _under_heading(place, bank)) is not None:
        found = [one for one in _recognise_all(under, bank, any_kind=any_kind) if one.canonical.evidence]
    kind = place.asked.question.kind
    found.sort(key=lambda one: (one.confidence, one.canonical.kind is kind), reverse=True)
    return tuple(found)


def _recognise_all(place: Surroundings, bank: QuestionBank, *, any_kind: bool) -> list[Recognition]:
    index = _build_index(bank)
    return [
        one
        for canonical in _likely(place.asked, index)
        if (any_kind or _fits(canonical, place.asked.question.kind))
        and (one := _recognise(place, canonical, bank, index))
    ]


def _under_heading(place: Surroundings, bank: QuestionBank) -> Surroundings | None:
    """Read a bare label together with its heading: "Policy number" under "Public liability insurance"."""
    question = place.asked.question
    heading = question.section.rpartition(" > ")[2]
    if not heading or len(question.text.split()) > _LABEL_WORDS or len(heading.split()) > _LABEL_WORDS:
        return None
    return Surroundings(prepare(replace(question, text=f"{heading} {question.text}"), bank.lexicon), place.before)


def _likely(asked: Asked, index: _Index) -> Iterable[CanonicalQuestion]:
    """List those of which the first need is met, or a wording is the very same."""
    named = {one.id: one for gram in asked.grams for one in index.needing.get(gram, ())}
    for segment in asked.segments:
        if segment.whole:
            named.update((one.id, one) for one in index.worded.get(segment.terms, ()))
    return named.values()


def _recognise(
    place: Surroundings, canonical: CanonicalQuestion, bank: QuestionBank, index: _Index
) -> Recognition | None:
    asked = place.asked
    if not _passes(asked, canonical) and not _is_worded_so(asked, index.exact[canonical.id]):
        return None
    if not all(place.says_around(group) for group in canonical.around):
        return None
    context = _context(place, canonical, bank)
    if context is None:
        return None
    value = context.value
    ignored = cue_words(bank.axes[canonical.axis], value) if canonical.axis and value else frozenset()
    negated, affirms = is_negated(asked.text), asked.says(_AFFIRMING)
    likenesses = [
        one
        for one in _likenesses(place, canonical, index, ignored)
        if canonical.kind is not Kind.YES_NO or affirms or one[1].negated == negated
    ]
    best = max(likenesses, key=lambda one: (one[0], one[1].negated == negated), default=None)
    if best is None:
        return None
    likeness, wording = best
    found = Recognition(
        canonical, value, min(likeness, canonical.most), wording.text, context.where == TEXT, bare=wording.bare
    )
    found = _with_polarity(found, wording, negated=negated)
    return _with_doubts(found, place, bank, context) if found.confidence >= LEAST else None


def _passes(asked: Asked, canonical: CanonicalQuestion) -> bool:
    return not asked.says(canonical.never) and all(asked.says(group) for group in canonical.needs)


def _is_worded_so(asked: Asked, wordings: frozenset[frozenset[str]]) -> bool:
    return any(segment.whole and segment.terms in wordings for segment in asked.segments)


def _fits(canonical: CanonicalQuestion, slot: Kind) -> bool:
    if slot in (Kind.SIGNATURE, Kind.UPLOAD):
        return False
    if canonical.kind in (Kind.YES_NO, Kind.CHOICE):
        return slot in _CHOSEN or slot in _PLAIN or slot is Kind.DECLARATION
    if slot in _CHOSEN:
        return slot is not Kind.YES_NO and canonical.kind in (Kind.TEXT, Kind.NUMBER, Kind.MONEY, Kind.CHOICE)
    if slot in _STRICT and canonical.kind in _STRICT:
        return slot is canonical.kind
    if slot is Kind.TABLE:
        return canonical.kind is Kind.TABLE
    return slot in _WRITTEN


def _context(place: Surroundings, canonical: CanonicalQuestion, bank: QuestionBank) -> Context | None:
    """Find whose or which it is; None where the fact would be somebody else's."""
    firm = place.context(bank.axes["firm"])
    if canonical.axis not in ("firm", "person") and _is_of_others(firm, canonical):
        return None
    if not canonical.axis:
        return Context("", TEXT)
    if canonical.axis == "person":
        person = place.person(bank.axes["person"])
        ours = firm.value == OURS or (firm.value == THING and person.where == TEXT)
        return person if ours and canonical.fact_for(person.value) else None
    context = firm if canonical.axis == "firm" else place.context(bank.axes[canonical.axis])
    if context is firm and firm.where != TEXT and _is_a_persons(place, canonical, bank, firm.depth):
        return None
    return context if canonical.fact_for(context.value) else None


def _is_of_others(firm: Context, canonical: CanonicalQuestion) -> bool:
    """Tell whether the headings speak of another firm: its turnover and its certificates are not ours."""
    if firm.depth >= OUTERMOST:
        return False
    if firm.value == OTHERS:
        own = canonical.fact_for("").startswith("supplier.") and canonical.kind not in _CHOSEN
        return firm.where == HEADING or (own and firm.where in (TEXT, BEFORE))
    parents = any(key.startswith("parent.") for key in canonical.fact_keys())
    return firm.value.startswith("parent.") and firm.where == HEADING and not parents


def _is_a_persons(place: Surroundings, canonical: CanonicalQuestion, bank: QuestionBank, depth: int) -> bool:
    """Tell whether a bare label such as "Email" belongs to a contact or signatory named nearer than the firm."""
    person = place.person(bank.axes["person"])
    bare = {frozenset(bank.lexicon.terms(label)) for label in canonical.bare_labels}
    return bool(person.value) and person.depth <= depth and _is_worded_so(place.asked, frozenset(bare))


def _likenesses(
    place: Surroundings, canonical: CanonicalQuestion, index: _Index, ignored: frozenset[str]
) -> Iterator[tuple[float, _Wording]]:
    for segment in place.asked.segments:
        for terms in {segment.terms, segment.terms - ignored} if ignored else {segment.terms}:
            mass = index.mass(terms)
            for wording in index.wordings[canonical.id]:
                if terms <= _FIRM_ALONE and segment.words > len(terms) + 1:
                    continue
                likeness = _likeness(terms, mass, wording, index)
                if likeness:
                    yield likeness * segment.weight, wording


def _likeness(terms: frozenset[str], mass: float, wording: _Wording, index: _Index) -> float:
    """Compare two sets of terms by the weight of what they share, and give the confidence it allows."""
    if terms == wording.terms and wording.whole:
        return SAME
    if wording.bare or not mass:
        return 0.0
    shared = index.mass(terms & wording.terms)
    confidence = _on_curve(0.55 * shared / mass + 0.45 * shared / wording.mass)
    if len(terms) < _FEW_TERMS:
        return min(confidence, 0.85)
    return min(confidence, UNSURE) if shared < _LEAST_HELD * mass else confidence


def _on_curve(likeness: float) -> float:
    for (low, least), (high, most) in pairwise(_CURVE):
        if likeness <= high:
            return least + (most - least) * (likeness - low) / (high - low)
    return SAME


def _with_polarity(found: Recognition, wording: _Wording, *, negated: bool) -> Recognition:
    if found.canonical.kind is not Kind.YES_NO:
        return found
    if negated == wording.negated:
        return replace(found, denied=wording.denied)
    doubt = "the question denies what the wording asks"
    return replace(found, denied=not wording.denied, confidence=min(found.confidence, 0.9), doubt=doubt)


def _with_doubts(found: Recognition, place: Surroundings, bank: QuestionBank, context: Context) -> Recognition:
    asked = place.asked
    doubts: list[tuple[float, str]] = []
    if found.bare and (context.where in (DEFAULT, NOWHERE) or (context.where == HEADING and context.depth > 1)):
        doubts.append((GUESSED_CONTEXT, "the form does not say whose it is"))
    if (
        found.canonical.axis in ("firm", "person")
        and context.where != TEXT
        and place.is_among_others(bank.axes["firm"])
    ):
        doubts.append((0.9, "details of another firm are asked for just before"))
    if found.canonical.kind is Kind.YES_NO and asked.conditional:
        doubts.append((NOT_GREEN, "it counts only after another answer"))
    if found.canonical.kind is Kind.YES_NO and asked.question.kind is Kind.DECLARATION:
        doubts.append((NOT_GREEN, "it is a declaration to sign"))
    if not doubts:
        return found
    most, doubt = min(doubts)
    return replace(found, confidence=min(found.confidence, most), doubt=doubt) if most < found.confidence else found


@lru_cache(maxsize=2)
def _build_index(bank: QuestionBank) -> _Index:
    texts: dict[str, list[tuple[str, bool, bool, bool]]] = defaultdict(list)
    for one in bank.questions:
        texts[one.id] += [(text, True, False, False) for text in one.labels]
        texts[one.id] += [(text, True, True, False) for text in one.bare_labels]
        texts[one.id] += [(text, False, False, False) for text in one.wordings]
        texts[one.id] += [(text, False, False, True) for text in one.denied]
    terms = {text: frozenset(bank.lexicon.terms(text)) for own in texts.values() for text, *_ in own}
    seen = Counter(term for own in terms.values() for term in own)
    total = len(terms)
    weights = {term: math.log(1 + total / count) for term, count in seen.items()}
    unseen = math.log(1 + total / 4)
    index = _Index(weights, unseen, {}, {}, {}, {})
    wordings = {
        name: tuple(
            _Wording(
                text,
                terms[text],
                index.mass(terms[text]) or 1.0,
                is_negated(text),
                label or len(terms[text]) > 1,
                bare,
                denied,
            )
            for text, label, bare, denied in own
        )
        for name, own in texts.items()
    }
    exact = {name: frozenset(one.terms for one in own if one.whole and not one.bare) for name, own in wordings.items()}
    needing: dict[Phrase, tuple[CanonicalQuestion, ...]] = {}
    worded: dict[frozenset[str], tuple[CanonicalQuestion, ...]] = {}
    for one in bank.questions:
        for phrase in one.needs[0]:
            needing[phrase] = (*needing.get(phrase, ()), one)
        for wording in exact[one.id]:
            worded[wording] = (*worded.get(wording, ()), one)
    return _Index(weights, unseen, wordings, exact, needing, worded)
