"""Whether two wordings ask the same, read closely: how they ask, what one says and the other does not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.matching.procurement_names import names_in, without_editions
from app.matching.question_bank import QuestionBank
from app.matching.term_index import Terms, Weights
from app.matching.words import plain, stems

_BRACKETS = re.compile(r"\([^)]*\)")
_IN_BRACKETS, _IN_NAME = 0.3, 0.25
"""What a term counts within brackets, or within a name that runs through the form."""
_POLITE = re.compile(r"^(?:please|kindly|can you|could you|also|and)\s+")
_LEAST_SHARED, _LEAST_SHARE, _LEAST_ONE_SIDED = 2, 0.6, 0.7
_RARE = 8.0
"""Weight from which a term is something of its own (it stands in fewer than about one text in fifty)."""
_YES_OR_NO = frozenset(
    "do does did is are was were has have had will would can could should may confirm".split()  # noqa: SIM905
)
_TELLING_WAY = frozenset("describe explain outline list give provide state add upload tell summarise detail".split())  # noqa: SIM905
_AMOUNT = frozenset(("much", "many", "long", "often", "soon"))
_FREE_TEXT = frozenset(("tell", "topic"))


@dataclass(frozen=True, slots=True)
class Wording:
    """A question or the wording of a kept answer, cut for comparison."""

    text: str
    terms: Terms
    """Every term, and what it counts here."""
    core: frozenset[str]
    """The terms outside brackets and names."""
    way: str
    """How it asks: `yes`, `tell`, `topic`, `what`, `how much`, ..."""


def read_wording(text: str, bank: QuestionBank, names: frozenset[str]) -> Wording:
    """Cut a wording; `names` are those that run through the form or the library."""
    words = bank.reading
    even = without_editions(text, words.counted)
    every = dict.fromkeys((word for word in stems(even) if word not in words.function), 1.0)
    outside = {word for word in stems(_BRACKETS.sub(" ", even)) if word in every} if "(" in even else set(every)
    named = {word for name in names_in(even, names) for word in stems(name)}
    outside = outside or set(every)
    terms = {word: (1.0 if word in outside else _IN_BRACKETS) * (_IN_NAME if word in named else 1.0) for word in every}
    return Wording(text, terms, frozenset(outside - named) or frozenset(outside), way_of_asking(even))


def way_of_asking(text: str) -> str:
    """Name how a text asks: for yes or no, for words, for an amount, a place, a person; or it only names a topic."""
    words = re.findall(r"[a-z]+", _POLITE.sub("", plain(text).strip()))
    if not words:
        return ""
    first = words[0]
    if first in _YES_OR_NO:
        return "yes"
    if first in _TELLING_WAY:
        return "tell"
    if first == "how":
        return f"how {words[1]}" if len(words) > 1 and words[1] in _AMOUNT else "tell"
    if first in ("what", "which"):
        return "what"
    return first if first in ("where", "when", "who", "why") else "topic"


def is_sure(one: Wording, other: Wording, weights: Weights, bank: QuestionBank) -> bool:
    """Tell whether both ask for the same beyond doubt: nothing of weight stands on one side alone."""
    if one.way != other.way and not {one.way, other.way} <= _FREE_TEXT:
        return False
    kin = bank.lexicon.kin
    left, right = _own(one, other, kin), _own(other, one, kin)
    if (left | right) & bank.reading.telling:
        return False
    shared = one.core & other.core
    share = min(_share(one, other, weights), _share(other, one, weights))
    rare_left, rare_right = (_rare(own, weights, bank) for own in (left, right))
    if not rare_left and not rare_right:
        return share >= _LEAST_SHARE and len(shared) >= _LEAST_SHARED
    return not (rare_left and rare_right) and share >= _LEAST_ONE_SIDED


def is_same(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings are the same but for marks, articles and editions."""
    return one.terms.keys() == other.terms.keys() and one.way == other.way


def _own(one: Wording, other: Wording, kin: Mapping[tuple[str, ...], str]) -> set[str]:
    theirs = {kin.get((term,), term) for term in other.terms}
    return {term for term in one.core if term not in other.terms and kin.get((term,), term) not in theirs}


def _rare(terms: set[str], weights: Weights, bank: QuestionBank) -> bool:
    return any(weights.of(term) > _RARE and term not in bank.reading.asking for term in terms)


def _share(one: Wording, other: Wording, weights: Weights) -> float:
    return weights.sum(one.core & other.terms.keys()) / (weights.sum(one.core) or 1.0)
