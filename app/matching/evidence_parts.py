"""Labels that ask a certificate or an insurance for one of its details, in any order of words.

"Expiry date of public liability insurance", "ISO 9001 – certificate no", "Insurer" in the row of a policy: which
evidence, which detail, and nothing else. Each is known by its own words, so that no label needs a wording for every
pair of the two.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.questionnaire import Kind
from app.matching.context import Asked
from app.matching.question_bank import CanonicalQuestion, Phrase, QuestionBank
from app.matching.words import stems

_LONGEST_TEXT = 160
_LONGEST_PHRASE = 5
_LONGEST_LABEL = 16
"""Words. What says more may well ask for more."""


@dataclass(frozen=True, slots=True)
class PartAsked:
    """A detail that a label asks for."""

    canonical: CanonicalQuestion
    words: str
    """The words that ask for it."""


def parts_asked(asked: Asked, bank: QuestionBank, topic: str = "") -> Iterator[PartAsked]:
    """Give the details that a label asks for, if it asks for nothing else; at most one for each evidence.

    `topic` is the kind of evidence that is spoken of where the label names none: "Certificate number" below a
    question on a certificate.
    """
    words, index = _words(asked, bank), _index_of(bank)
    named = {topic: frozenset[int]()} if topic else _named(words, index.topics)
    for kind, about in named.items():
        part = _part(words, kind.partition(".")[0], about, index)
        canonical = index.questions.get((kind, part))
        if canonical is not None and (canonical.kind is Kind.YES_NO) is (asked.question.kind is Kind.YES_NO):
            yield PartAsked(canonical, asked.text.strip(" :?"))


def may_lack_topic(asked: Asked, bank: QuestionBank) -> bool:
    """Tell whether a label is a detail that does not say of what: "Certificate number"."""
    words, index = _words(asked, bank), _index_of(bank)
    return any(_part(words, group, frozenset(), index) for group in index.parts)


def topic_of(asked: Asked, bank: QuestionBank) -> str:
    """Name the kind of evidence that a question speaks of; empty where it speaks of none or of several."""
    spans = _named(bank.lexicon.unite(stems(asked.text)), _index_of(bank).topics)
    longest = [kind for kind, span in spans.items() if not any(span < other for other in spans.values())]
    return longest[0] if len(longest) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Index:
    topics: Mapping[Phrase, tuple[str, ...]]
    """The kinds of evidence that each phrase names."""
    questions: Mapping[tuple[str, str], CanonicalQuestion]
    """Kind of evidence and detail, and the question for it."""
    parts: Mapping[str, Mapping[Phrase, tuple[str, ...]]]
    """Of certificates and of insurances: the details that each phrase names."""
    filler: frozenset[str]


@lru_cache(maxsize=2)
def _index_of(bank: QuestionBank) -> _Index:
    held = {one.evidence: one.needs[0] for one in bank.questions if one.evidence and one.asks == "held" and one.needs}
    filler = {word for phrase in bank.part_filler for word in (*phrase, *bank.lexicon.unite(phrase))}
    return _Index(
        topics=_by_phrase(held, bank),
        questions={(one.evidence, one.asks): one for one in bank.questions if one.evidence and not one.axis},
        parts={group: _by_phrase(parts, bank) for group, parts in bank.parts.items()},
        filler=frozenset(filler) | bank.reading.function,
    )


def _by_phrase(named: Mapping[str, Iterable[Phrase]], bank: QuestionBank) -> Mapping[Phrase, tuple[str, ...]]:
    """Turn names with their phrases round, each phrase as it is and with kin words as one."""
    found: dict[Phrase, dict[str, None]] = {}
    for name, phrases in named.items():
        for phrase in phrases:
            for one in {phrase, bank.lexicon.unite(phrase)} - {()}:
                found.setdefault(one, {})[name] = None
    return {phrase: tuple(names) for phrase, names in found.items()}


def _words(asked: Asked, bank: QuestionBank) -> Phrase:
    """Give the words of a label with kin words as one; none of a longer text."""
    words = bank.lexicon.unite(stems(asked.text)) if len(asked.text) < _LONGEST_TEXT else ()
    return words if len(words) <= _LONGEST_LABEL else ()


def _part(words: Phrase, group: str, about: frozenset[int], index: _Index) -> str:
    """Name the one detail that the words ask for, where nothing else stands in them; empty elsewhere.

    `about` are the places of the words that say which evidence is meant.
    """
    fillers = {at for at, word in enumerate(words) if word in index.filler}
    found = {part: span - about for part, span in _named(words, index.parts.get(group, {})).items() if span - about}
    best = max(found, key=lambda part: len(found[part]), default="")
    if not best:
        return ""
    others = any(span - found[best] - fillers for part, span in found.items() if part != best)
    return "" if others or set(range(len(words))) - about - found[best] - fillers else best


def _named(words: Phrase, phrases: Mapping[Phrase, tuple[str, ...]]) -> dict[str, frozenset[int]]:
    """Find what the words name, each with the places of its longest phrase."""
    found: dict[str, frozenset[int]] = {}
    for length in range(1, _LONGEST_PHRASE + 1):
        for at in range(len(words) - length + 1):
            for name in phrases.get(words[at : at + length], ()):
                found[name] = frozenset(range(at, at + length))
    return found
