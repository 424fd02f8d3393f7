"""Which canonical question a buyer's question is, from its wording, its headings and its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.questionnaire import Kind
from app.matching.bank_index import NEARLY, SAME, BankIndex, BankWording, index_of
from app.matching.close_reading import way_of_asking
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
from app.matching.evidence_parts import may_lack_topic, parts_asked, topic_of
from app.matching.finding import UNSURE
from app.matching.question_bank import CanonicalQuestion, QuestionBank
from app.matching.words import is_negated, stems

NOT_GREEN = 0.93
GUESSED_CONTEXT = 0.8
LEAST = 0.5
_MOSTLY_SAID = 0.75
"""Likeness from which a question that is no declaration may be known by words of several wordings together."""
_LABEL_WORDS = 6
_FIRM_ALONE = frozenset(("org",))
"""The term of "Company" or "Supplier": only a label that is nothing else asks for the name."""
_REACHED = (Kind.EMAIL, Kind.PHONE)
"""Kinds by which somebody is reached: the person's, where the question names one."""
_CONTACT = (stems("contact"),)
_CHOSEN = frozenset((Kind.YES_NO, Kind.CHOICE, Kind.MULTI_CHOICE))
_WRITTEN = frozenset(Kind) - _CHOSEN - {Kind.UPLOAD, Kind.SIGNATURE, Kind.DECLARATION}
_PLAIN = frozenset((Kind.TEXT, Kind.LONG_TEXT))
_NO_NUMBERS = frozenset((Kind.DATE, Kind.EMAIL, Kind.URL, Kind.ADDRESS))
_COUNTED = frozenset((Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.TABLE))
_WANTED = {
    "when": frozenset((Kind.DATE, Kind.TABLE)),
    "how many": _COUNTED,
    "how much": _COUNTED,
}
"""What kinds of facts answer a question that begins so."""
_STRICT = frozenset((Kind.EMAIL, Kind.PHONE, Kind.URL, Kind.DATE, Kind.MONEY, Kind.PERCENT))
"""Kinds of slot that another of these cannot stand for."""


AFFIRMING = tuple(map(stems, ("confirm", "declare", "certify", "state that", "we have", "i have")))
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


def recognise(place: Surroundings, bank: QuestionBank, *, any_kind: bool = False) -> tuple[Recognition, ...]:
    """List the canonical questions that this may be, the likeliest first; none below `LEAST`.

    With `any_kind` the kind of the answer's place does not count: of a kept wording it is not known.
    """
    if is_closed(place, bank):
        return ()
    found = _with_details(_recognise_all(place, bank, any_kind=any_kind), place, bank)
    if not found and (under := _under_heading(place, bank)) is not None:
        named = [one for one in _recognise_all(under, bank, any_kind=any_kind) if one.canonical.evidence]
        found = _with_details(named, under, bank)
    if not any(one.canonical.evidence for one in found):
        found += _details_of_earlier(place, bank)
    found = _without_whole_of_details(found, place)
    kind = place.asked.question.kind
    found.sort(key=lambda one: (one.confidence, one.canonical.kind is kind), reverse=True)
    return tuple(found)


def is_closed(place: Surroundings, bank: QuestionBank) -> bool:
    """Tell whether the headings say that nothing is asked of the supplier here: "Office use only"."""
    return any(phrase in heading for heading in place.asked.headings[:2] for phrase in bank.closed)


def _recognise_all(place: Surroundings, bank: QuestionBank, *, any_kind: bool) -> list[Recognition]:
    index = index_of(bank)
    return [
        one
        for canonical in index.likely(place.asked)
        if (any_kind or fits(canonical, place.asked.question.kind))
        and fits_way(canonical, place.asked)
        and (one := _recognise(place, canonical, bank, index))
    ]


def _with_details(found: list[Recognition], place: Surroundings, bank: QuestionBank) -> list[Recognition]:
    """Add the details of evidence that a label names; where its words are explained so, no other detail is meant."""
    if _of_other_firm(place, bank):
        return found
    for part in parts_asked(place.asked, bank):
        exact = Recognition(part.canonical, "", SAME, part.words)
        found = [one for one in found if one.canonical.evidence != part.canonical.evidence]
        found.append(exact)
    return found


def _details_of_earlier(place: Surroundings, bank: QuestionBank) -> list[Recognition]:
    """Recognise "Certificate number" and the like below a question that says of which certificate."""
    if not place.before or not may_lack_topic(place.asked, bank) or _of_other_firm(place, bank):
        return []
    topics = (topic_of(other, bank) for other in place.before)
    topic = next((topic for topic in topics if topic), "")
    if not topic or topic_of(place.asked, bank):
        return []
    return [Recognition(part.canonical, "", NEARLY, part.words) for part in parts_asked(place.asked, bank, topic)]


def _without_whole_of_details(found: list[Recognition], place: Surroundings) -> list[Recognition]:
    """Leave out whether evidence is held where a detail of it is asked for and no yes or no."""
    if place.asked.question.kind is Kind.YES_NO:
        return found
    detailed = {one.canonical.evidence for one in found if one.canonical.asks != "held" and one.confidence >= NEARLY}
    return [one for one in found if one.canonical.asks != "held" or one.canonical.evidence not in detailed]


def _of_other_firm(place: Surroundings, bank: QuestionBank) -> bool:
    firm = place.of_headings(bank.axes["firm"])
    return firm is not None and firm.value != OURS


def _under_heading(place: Surroundings, bank: QuestionBank) -> Surroundings | None:
    """Read a bare label together with its heading: "Policy number" under "Public liability insurance"."""
    question = place.asked.question
    heading = question.section.rpartition(" > ")[2]
    if not heading or len(question.text.split()) > _LABEL_WORDS or len(heading.split()) > _LABEL_WORDS:
        return None
    return Surroundings(prepare(replace(question, text=f"{heading} {question.text}"), bank.lexicon), place.before)


def _recognise(
    place: Surroundings, canonical: CanonicalQuestion, bank: QuestionBank, index: BankIndex
) -> Recognition | None:
    asked = place.asked
    worded = index.has_wording(asked, canonical, in_full=asked.says(canonical.never))
    if not worded and (asked.says(canonical.never) or not meets_needs(asked, canonical)):
        return None
    if not all(place.says_around(group) for group in canonical.around):
        return None
    context = context_of(place, canonical, bank)
    if context is None:
        return None
    value = context.value
    ignored = cue_words(bank.axes[canonical.axis], value, asked.grams) if canonical.axis and value else frozenset()
    negated, affirms = is_negated(asked.text), asked.says(AFFIRMING)
    likenesses = [
        one
        for one in _likenesses(place, canonical, index, ignored)
        if canonical.kind is not Kind.YES_NO or affirms or one[1].negated == negated
    ]
    best = max(likenesses, key=lambda one: (one[0], one[1].negated == negated), default=None)
    if best is None:
        return None
    likeness, wording = best
    known = 0.0 if canonical.declaration else _MOSTLY_SAID
    if known <= likeness < NEARLY and index.explains(asked, canonical):
        likeness = NEARLY
    found = Recognition(
        canonical, value, min(likeness, canonical.most), wording.text, context.where == TEXT, bare=wording.bare
    )
    found = with_polarity(found, wording, negated=negated)
    return with_doubts(found, place, bank, context) if found.confidence >= LEAST else None


def meets_needs(asked: Asked, canonical: CanonicalQuestion) -> bool:
    """Tell whether the words stand in the question without which it can hardly be this one."""
    return all(asked.says(group) for group in canonical.needs)


def fits(canonical: CanonicalQuestion, slot: Kind) -> bool:
    """Tell whether the answer to a canonical question can stand in a place of this kind."""
    if slot in (Kind.SIGNATURE, Kind.UPLOAD) or (slot is Kind.NUMBER and canonical.kind in _NO_NUMBERS):
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


def fits_way(canonical: CanonicalQuestion, asked: Asked) -> bool:
    """Tell whether what answers is of the form that the question's first words want: a day to "when"."""
    wanted = _WANTED.get(way_of_asking(asked.text))
    return wanted is None or canonical.kind in wanted or canonical.asks == "year"


def context_of(place: Surroundings, canonical: CanonicalQuestion, bank: QuestionBank) -> Context | None:
    """Find whose or which it is; None where the fact would be somebody else's."""
    firm = place.context(bank.axes["firm"])
    if canonical.axis not in ("firm", "person") and _is_of_others(firm, canonical):
        return None
    if not canonical.axis:
        return Context("", TEXT)
    if canonical.axis == "person":
        person = place.person(bank.axes["person"])
        ours = firm.value == OURS or (firm.value == THING and person.where == TEXT) or _follows_parent(firm, person)
        return person if ours and canonical.fact_for(person.value) else None
    context = firm if canonical.axis == "firm" else place.context(bank.axes[canonical.axis])
    if context is firm and canonical.kind in _REACHED and place.asked.says(_CONTACT):
        return None
    if context is firm and firm.where != TEXT and _is_a_persons(place, canonical, bank, firm.depth):
        return None
    return context if canonical.fact_for(context.value) else None


def _follows_parent(firm: Context, person: Context) -> bool:
    """Tell whether a contact is asked for after the details of a parent: forms ask for no parent's contact."""
    return firm.where == BEFORE and firm.value.startswith("parent.") and person.where in (TEXT, BEFORE)


def _is_of_others(firm: Context, canonical: CanonicalQuestion) -> bool:
    """Tell whether the headings speak of another firm: its turnover and its certificates are not ours."""
    if firm.depth >= OUTERMOST:
        return False
    if firm.value == OTHERS:
        own = canonical.fact_for("").startswith("supplier.") and canonical.kind not in _CHOSEN
        return firm.where == HEADING or (own and firm.where in (TEXT, BEFORE))
    parents = any(key.startswith("parent.") for key in canonical.fact_keys())
    meant = firm.where == HEADING or (firm.where == TEXT and canonical.kind not in _CHOSEN)
    return firm.value.startswith("parent.") and meant and not parents


def _is_a_persons(place: Surroundings, canonical: CanonicalQuestion, bank: QuestionBank, depth: int) -> bool:
    """Tell whether a bare label such as "Email" belongs to a contact or signatory named nearer than the firm."""
    person = place.person(bank.axes["person"])
    bare = {frozenset(bank.lexicon.terms(label)) for label in canonical.bare_labels}
    worded_so = any(segment.whole and segment.terms in bare for segment in place.asked.segments)
    return worded_so and bool(person.value) and (person.depth <= depth or place.of_person)


def _likenesses(
    place: Surroundings, canonical: CanonicalQuestion, index: BankIndex, ignored: frozenset[str]
) -> Iterator[tuple[float, BankWording]]:
    by_period = canonical.axis in ("year", "period")
    for segment in place.asked.segments:
        if segment.dated and not by_period:
            continue
        for terms in {segment.terms, segment.terms - ignored} if ignored else {segment.terms}:
            mass = index.mass(terms)
            for wording in index.wordings[canonical.id]:
                if terms <= _FIRM_ALONE and segment.words > len(terms) + 1:
                    continue
                likeness = index.likeness(terms, mass, wording)
                if likeness:
                    yield likeness * segment.weight, wording


def with_polarity(found: Recognition, wording: BankWording, *, negated: bool) -> Recognition:
    """Note whether the buyer asks the opposite of the wording; a denial on one side alone leaves a doubt."""
    if found.canonical.kind is not Kind.YES_NO:
        return found
    if negated == wording.negated:
        return replace(found, denied=wording.denied)
    doubt = "the question denies what the wording asks"
    return replace(found, denied=not wording.denied, confidence=min(found.confidence, 0.9), doubt=doubt)


def with_doubts(found: Recognition, place: Surroundings, bank: QuestionBank, context: Context) -> Recognition:
    """Lower the confidence where the form leaves it open whose detail it is, or when the answer counts."""
    asked = place.asked
    doubts: list[tuple[float, str]] = []
    guessed = context.where == DEFAULT and found.canonical.axis == "person"
    far = context.where in (DEFAULT, NOWHERE) or (context.where == HEADING and context.depth > 1)
    if guessed or (found.bare and far):
        doubts.append((GUESSED_CONTEXT, "the form does not say whose it is"))
    if (
        found.canonical.axis in ("firm", "person")
        and context.where != TEXT
        and place.is_among_others(bank.axes["firm"])
    ):
        doubts.append((UNSURE, "details of another firm are asked for just before"))
    if found.canonical.axis == "person" and _follows_parent(place.context(bank.axes["firm"]), context):
        doubts.append((UNSURE, "details of a parent are asked for just before"))
    if found.canonical.kind is Kind.YES_NO and asked.conditional:
        doubts.append((NOT_GREEN, "it counts only after another answer"))
    if found.canonical.kind is Kind.YES_NO and asked.question.kind is Kind.DECLARATION:
        doubts.append((NOT_GREEN, "it is a declaration to sign"))
    if not doubts:
        return found
    most, doubt = min(doubts)
    return replace(found, confidence=min(found.confidence, most), doubt=doubt) if most < found.confidence else found
