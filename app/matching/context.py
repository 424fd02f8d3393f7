"""What stands around a question: its headings, what was asked just before, and whose details it therefore asks for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.domain.questionnaire import Kind, Question
from app.matching.question_bank import Axis, Phrase, QuestionBank
from app.matching.segments import Segment, cut_into_segments, without_brackets
from app.matching.words import Lexicon, stems

TEXT, HEADING, BEFORE, DEFAULT, NOWHERE = "text", "heading", "before", "default", ""
OTHERS = "other"
"""Value of the axis `firm`: somebody else's details."""
OURS = "supplier"
FIRM = "firm"
"""Value of the axis `firm`: "company" alone, which is the firm that the headings or the rows before speak of."""
THING = "thing"
"""Value of the axis `firm`: not a firm's details at all. It counts in the question's own words only."""
_OWNERS = (FIRM, "person")
_FIRST_WORDS = 16
_LONGEST_PHRASE = 5
_LOOK_BACK = 10
_NEAR, OUTERMOST, _NOWHERE_NEAR = 1, 5, 99
_HEADING_WORDS = 14
_SHORT_HEADING = 6
"""Runs of words in a heading of three words."""
_NUMBERING = re.compile(r"^\s*(?:[qQ]?\d+(?:\.\d+)+[.):]?|[qQ]\d+[.):]?|\d+[.):]|\(?[a-z][.)]|\([ivx]+\))\s+(?=\D)")
_REFERENCE_LINE = re.compile(
    r"^\s*(?!\d{4})(?!FY|[HY]\d)[A-Za-z]{0,3}\d{1,3}[A-Za-z]?(?:[./-]\d{1,3}[A-Za-z]?)*(?:\([a-z0-9]{1,3}\))*[.):]?\s*\n"
)
"""A reference that stands in a cell of its own before the question: "2A.1", "Q4(b)"; no year and no quarter."""
_PREFIX = re.compile(
    r"^\s*if\s+(?:you(?:r\s+organisation)?\s+(?:have\s+|has\s+)?(?:answered|selected|responded|ticked|said)|yes\b|no\b|so\b|"
    r"applicable\b|other\b|the\s+answer)[^,:;.–—]*?(?:[,:;.–—]|\s-\s)\s*",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""The day of a date is no number that is asked about: "31 March 2026" says nothing of 31 days."""
_ASIDE = re.compile(r"\((?:[^()\s]+\s+){6,}[^()\s]+\)")
"""What stands in brackets at length explains; a few words there may say whose or which."""
_NAMES = frozenset(map(stems, ("name", "full name", "name in full", "first and last name", "name and surname")))
_POSITIONS = frozenset(
    map(stems, ("role", "position", "title", "job title", "position held", "designation", "job role"))
)
_CELL = re.compile(r"\.(?P<row>r\d+)\.(?P<column>c\d+)|!(?P<letters>[A-Z]+)(?P<number>\d+)")
_CONTAINER = re.compile(r"t\d+|p\d|field")
Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A value of an axis, and where it was found."""

    value: str
    where: str
    depth: int = 0
    """How far away: 0 in the text, 1 in the innermost heading and what was asked under it, more in outer ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, prepared for comparison."""

    question: Question
    text: str
    """What is asked, without a leading "If you answered yes to question 4"."""
    conditional: bool
    grams: frozenset[Gram]
    """Every run of up to five stems of the text, and every term alone."""
    first_grams: frozenset[Gram]
    """The same of its first words."""
    segments: tuple[Segment, ...]
    headings: tuple[frozenset[Gram], ...]
    """The headings above it, innermost first."""
    block: tuple[str, str]
    """Section and table or sheet: questions of one block stand together."""
    guidance: frozenset[Gram] = field(default=frozenset())

    def says(self, phrases: Iterable[Phrase]) -> bool:
        """Tell whether one of the phrases stands in the text."""
        return any(phrase in self.grams for phrase in phrases)


def prepare(question: Question, lexicon: Lexicon) -> Asked:
    """Cut a question into what is compared."""
    numbered = _NUMBERING.sub("", _REFERENCE_LINE.sub("", question.text, count=1), count=1)
    text = _PREFIX.sub("", numbered, count=1) or numbered
    every = stems(_DAY_OF_MONTH.sub("", text))
    words, terms = every[:90], lexicon.terms_of(every)
    headings = [part for part in reversed(question.section.split(" > ")) if part.strip()]
    return Asked(
        question=question,
        text=text,
        conditional=text != numbered,
        grams=_grams(words) | _single(terms),
        first_grams=_grams(stems(_ASIDE.sub(" ", text))[:_FIRST_WORDS] or words[:_FIRST_WORDS]),
        segments=cut_into_segments(text, frozenset(terms), lexicon),
        headings=tuple(_grams(stems(without_brackets(heading) or heading)[:60]) for heading in headings),
        block=(question.section, _container(question.slot.where)),
        guidance=_grams(stems(question.guidance)[:120]),
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A question among the others of its form."""

    asked: Asked
    before: tuple[Asked, ...]
    """What was asked before it in the same block, the nearest first."""
    signed: bool = False
    """Whether its block begins right below a place for a signature."""
    opening: Asked | None = None
    """What its block asks first; None of that itself."""
    of_person: bool = False
    """Whether its block asks for a bare name and a position: somebody's details, and not a firm's."""

    def says_around(self, phrases: Sequence[Phrase]) -> bool:
        """Tell whether one of the phrases stands in the text, its headings, its guidance or just before."""
        near = (self.asked.guidance, *self.asked.headings, *(other.grams for other in self.before))
        return self.asked.says(phrases) or any(phrase in grams for grams in near for phrase in phrases)

    def context(self, axis: Axis) -> Context:
        """Find the value of an axis in the text, the headings, or what was asked before; else its default."""
        value = _value(axis, self.asked.first_grams, headings=False)
        if value not in (None, FIRM):
            return Context(value or "", TEXT)
        found = self._around(axis)
        if value == FIRM:
            return found if found is not None and found.value != OURS else Context(OURS, TEXT)
        return found or Context(axis.default, DEFAULT if axis.default else NOWHERE, _NOWHERE_NEAR)

    def _around(self, axis: Axis) -> Context | None:
        """Look in the headings and in what was asked before; whether others take part says not that theirs follow."""
        opened = _value(axis, self.opening.first_grams, headings=False) if self.opening is not None else None
        if opened == OTHERS or (opened or "").startswith("parent."):
            return Context(opened or "", BEFORE, _NEAR)
        if (found := _of_headings(axis, self.asked.headings[:1], 1)) is not None:
            return found
        for other in self.before:
            value = _value(axis, other.first_grams, headings=False)
            if value not in (None, THING) and not (value == OTHERS and other.question.kind is Kind.YES_NO):
                return Context(OURS if value == FIRM else value or "", BEFORE, _NEAR)
        outer = self.asked.headings[1:]
        return _of_headings(axis, outer[:2], 2) or _of_headings(axis, outer[2:][-1:], OUTERMOST)

    def of_headings(self, axis: Axis) -> Context | None:
        """Find the value that the headings alone give; None where they say nothing of it."""
        return _of_headings(axis, self.asked.headings, _NEAR)

    def person(self, axis: Axis) -> Context:
        """Find whose person is asked for, contact or signatory; a signature just before makes it the signatory."""
        found = self.context(axis)
        above = _of_headings(axis, self.asked.headings[:1], _NEAR)
        if found.where == TEXT and found.value == "contact" and above is not None and above.value == OTHERS:
            return above
        if self.signed and found.where in (DEFAULT, NOWHERE):
            return Context("signatory", BEFORE, _NEAR)
        signed = next((place for place, one in enumerate(self.before) if one.question.kind is Kind.SIGNATURE), None)
        if found.depth >= _NOWHERE_NEAR and signed is None and self.of_person:
            return Context("contact", DEFAULT, _NOWHERE_NEAR)
        if found.depth < _NEAR or signed is None:
            return found
        nearer = any(_value(axis, one.first_grams, headings=False) for one in self.before[:signed])
        return found if nearer else Context("signatory", BEFORE, _NEAR)

    def is_among_others(self, axis: Axis) -> bool:
        """Tell whether somebody else's details were asked for just before."""
        named = (_value(axis, other.first_grams, headings=False) for other in self.before)
        return next((value for value in named if value not in (None, THING)), None) == OTHERS


def surroundings(questions: Sequence[Question], bank: QuestionBank) -> tuple[Surroundings, ...]:
    """Prepare a form: each question with what was asked before it in its block."""
    asked = [prepare(question, bank.lexicon) for question in questions]
    sided, persons = _sided_blocks(asked), _blocks_of_persons(asked)
    found: list[Surroundings] = []
    for place, one in enumerate(asked):
        same = place and asked[place - 1].block == one.block
        opening = (found[-1].opening or asked[place - 1]) if same else None
        before: list[Asked] = []
        signed = False
        for other in reversed(asked[max(0, place - _LOOK_BACK) : place]):
            if other.block != one.block:
                signed = other.question.kind is Kind.SIGNATURE and other.question.section == one.question.section
                break
            if one.block not in sided or _place(one)[1] == _place(other)[1]:
                before.append(other)
        found.append(Surroundings(one, tuple(before), signed, opening, one.block in persons))
    return tuple(found)


def _sided_blocks(asked: Sequence[Asked]) -> frozenset[tuple[str, str]]:
    """Find the blocks with two groups of fields side by side: the same label stands on either side.

    There only what stands above on the same side comes before; elsewhere a row is read from left to right.
    """
    columns: dict[tuple[tuple[str, str], str], set[str]] = {}
    for one in asked:
        columns.setdefault((one.block, one.text.strip(" :").casefold()), set()).add(_place(one)[1])
    return frozenset(block for (block, label), sides in columns.items() if label and len(sides - {""}) > 1)


def _blocks_of_persons(asked: Sequence[Asked]) -> frozenset[tuple[str, str]]:
    """Find the blocks in which "Name" stands beside "Position": they ask for a person."""
    bare: dict[tuple[str, str], set[Phrase]] = {}
    for one in asked:
        bare.setdefault(one.block, set()).add(stems(one.text))
    return frozenset(block for block, labels in bare.items() if labels & _NAMES and labels & _POSITIONS)


def _place(asked: Asked) -> tuple[str, str]:
    """Give row and column of a cell that waits for an answer; empty elsewhere."""
    match = _CELL.search(asked.question.slot.where or "")
    if match is None:
        return "", ""
    return (match["row"], match["column"]) if match["row"] else (match["number"], match["letters"])


def names_whose(label: str, bank: QuestionBank) -> bool:
    """Tell whether a label says whose details of ours or which period is meant: "Parent", "Baseline year"."""
    values = {value_of(label, axis) for axis in bank.axes.values()} - {"", THING, FIRM}
    return bool(values) and OTHERS not in values


def value_of(label: str, axis: Axis) -> str:
    """Give the value of an axis that a label names as a heading does; empty where it names none."""
    return _value(axis, _grams(stems(label)[:_FIRST_WORDS]), headings=True) or ""


def cue_words(axis: Axis, value: str, grams: frozenset[Gram]) -> frozenset[str]:
    """List the stems that name a value of an axis: they say whose, not what.

    Of a firm or a person only what stands there as a whole counts: "Sales" beside "Name" is another person than the
    "sales contact".
    """
    cues = (cue for one in axis.values if one.name == value for cue in one.cues)
    return frozenset(word for cue in cues if cue in grams or axis.name not in _OWNERS for word in cue)


def _of_headings(axis: Axis, headings: Sequence[frozenset[Gram]], depth: int) -> Context | None:
    for more, heading in enumerate(headings):
        short = len(heading) <= _HEADING_WORDS * _LONGEST_PHRASE
        if short and (value := _value(axis, heading, headings=True)) not in (None, THING, FIRM):
            return Context(value or "", HEADING, depth + more)
    return None


def _value(axis: Axis, grams: frozenset[Gram], *, headings: bool) -> str | None:
    best, length = None, 0
    for value in axis.values:
        short = not headings or len(grams) <= _SHORT_HEADING
        cues = (*value.cues, *(value.headings if headings else ()), *(value.asked if short else ()))
        longest = max((len(cue) for cue in cues if cue in grams), default=0)
        if longest > length:
            best, length = value.name, longest
    return best


def _grams(words: Sequence[str]) -> frozenset[Gram]:
    return frozenset(
        tuple(words[start : start + length])
        for length in range(1, _LONGEST_PHRASE + 1)
        for start in range(len(words) - length + 1)
    )


def _single(terms: Iterable[str]) -> frozenset[Gram]:
    return frozenset((term,) for term in terms)


def _container(where: str | None) -> str:
    if where is None:
        return ""
    if "!" in where:
        return where.split("!", 1)[0]
    match = _CONTAINER.match(where)
    return (
        match.group().rstrip("0123456789")
        if match and match.group().startswith("p")
        else match.group()
        if match
        else ""
    )
