"""Labels that ask a certificate or an insurance for one of its details, in any order of words.

"Expiry date of public liability insurance", "ISO 9001 – certificate no", "Insurer" in the row of a policy: which
evidence, which detail, and nothing else. Each is known by its own words, so that no label needs a wording for every
pair of the two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.questionnaire import Kind
from app.matching.context import Asked
from app.matching.question_bank import CanonicalQuestion, Phrase, QuestionBank
from app.matching.words import stems

_LONGEST_LABEL = 16
"""Words. What says more may well ask for more."""


@dataclass(frozen=True, slots=True)
class PartAsked:
    """A detail that a label asks for."""

    canonical: CanonicalQuestion
    words: str
    """The words of the bank that name it."""


def parts_asked(asked: Asked, bank: QuestionBank, topic: str = "") -> Iterator[PartAsked]:
    """Give the details that a label asks for, if it asks for nothing else; at most one for each evidence.

    `topic` is the kind of evidence that is spoken of where the label names none: "Certificate number" below a
    question on a certificate.
    """
    words = bank.lexicon.unite(stems(asked.text))
    if not 0 < len(words) <= _LONGEST_LABEL:
        return
    index = _index_of(bank)
    held = {topic: ()} if topic else {kind: named for kind, named in index.topics.items() if _places(words, named)}
    for kind, named in held.items():
        part = _part(words, kind, named, index)
        canonical = index.questions.get((kind, part)) if part else None
        if canonical is not None and (canonical.kind is not Kind.YES_NO or asked.question.kind is Kind.YES_NO):
            yield PartAsked(canonical, asked.text.strip(" :?"))


def topic_of(asked: Asked, bank: QuestionBank) -> str:
    """Name the kind of evidence that a question speaks of; empty where it speaks of none or of several."""
    words = bank.lexicon.unite(stems(asked.text))
    places = {kind: _places(words, named) for kind, named in _index_of(bank).topics.items()}
    spans = {kind: max(found, key=len) for kind, found in places.items() if found}
    longest = [kind for kind, span in spans.items() if not any(span < other for other in spans.values())]
    return longest[0] if len(longest) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Index:
    topics: dict[str, tuple[Phrase, ...]]
    """The phrases that name each kind of evidence."""
    questions: dict[tuple[str, str], CanonicalQuestion]
    """Kind of evidence and detail, and the question for it."""
    parts: dict[str, dict[str, tuple[Phrase, ...]]]
    filler: frozenset[str]


@lru_cache(maxsize=2)
def _index_of(bank: QuestionBank) -> _Index:
    def united(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
        return tuple(dict.fromkeys(one for phrase in phrases for one in (phrase, bank.lexicon.unite(phrase))))

    held = [one for one in bank.questions if one.evidence and one.asks == "held" and one.needs]
    return _Index(
        topics={one.evidence: united(one.needs[0]) for one in held},
        questions={(one.evidence, one.asks): one for one in bank.questions if one.evidence and not one.axis},
        parts={
            group: {part: united(phrases) for part, phrases in parts.items()} for group, parts in bank.parts.items()
        },
        filler=frozenset(word for phrase in united(bank.part_filler) for word in phrase) | bank.reading.function,
    )


def _part(words: Phrase, kind: str, named: tuple[Phrase, ...], index: _Index) -> str:
    """Name the one detail that the words ask for, where nothing else stands in them; empty elsewhere."""
    about = set().union(*_places(words, named)) if named else set()
    rest = set(range(len(words))) - about
    found = {
        part: max((set(span) & rest for span in _places(words, phrases)), key=len, default=set())
        for part, phrases in index.parts.get(kind.partition(".")[0], {}).items()
    }
    best = max(found, key=lambda part: len(found[part]), default="")
    if not best or not found[best]:
        return ""
    others = [part for part, span in found.items() if part != best and span - found[best] - _fillers(words, index)]
    unexplained = rest - found[best] - _fillers(words, index)
    return "" if others or unexplained else best


def _fillers(words: Phrase, index: _Index) -> set[int]:
    return {at for at, word in enumerate(words) if word in index.filler}


def _places(words: Phrase, phrases: Iterable[Phrase]) -> list[frozenset[int]]:
    """List where phrases stand, each as the places of its words."""
    return [
        frozenset(range(at, at + len(phrase)))
        for phrase in phrases
        for at in range(len(words) - len(phrase) + 1)
        if phrase and words[at : at + len(phrase)] == phrase
    ]
