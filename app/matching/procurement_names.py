"""Names of procurements and platforms that run through a form or a library: they say where, not what."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from app.matching.words import stem

_NAME = re.compile(r"(?<=[a-z,’'&;] )[A-Z][\w&]*(?:-[A-Z]?\w+)*(?:(?: (?:and|of|for|the|&))* [A-Z][\w&-]*)*")
_EDITION = re.compile(r"\b([A-Z][\w-]*)\s(\d{1,2})\b(?![.,]?\d)")
_LEAST, _SHARE = 4, 0.05
"""A name counts as running through where it stands in this many texts, and in this share of them."""


def running_names(texts: Sequence[str]) -> frozenset[str]:
    """Find capitalised names, in the middle of sentences, that stand in many of the texts."""
    counts = Counter(name for text in texts for name in {match.group() for match in _NAME.finditer(_even(text))})
    return frozenset(name for name, count in counts.items() if count >= max(_LEAST, _SHARE * len(texts)))


def without_editions(text: str, counted: Iterable[str]) -> str:
    """Drop the small number behind a name ("Framework 9"), unless the name is one whose number matters."""
    kept = frozenset(counted)
    return _EDITION.sub(lambda match: match[0] if stem(match[1].lower()) in kept else match[1], _even(text))


def names_in(text: str, names: Iterable[str]) -> frozenset[str]:
    """List the names that stand in a text."""
    even = _even(text)
    return frozenset(name for name in names if name in even)


def _even(text: str) -> str:
    return text.replace("&nbsp;", " ").replace("[", "").replace("]", "") if "&" in text or "[" in text else text
