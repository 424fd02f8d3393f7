"""The parts of a question that may be all it asks: the whole, without brackets, windows or years, each sentence."""

import re
from dataclasses import dataclass

from app.matching.words import Lexicon

_FIRST_PART, _LATER_PART = 0.99, 0.93
_WINDOW = re.compile(
    r"\b(?:at any time )?(?:in|within|during|over|for) (?:the )?(?:last|past|previous|preceding) [\w-]+(?: ?\(\d+\))? "
    r"(?:years?|months?)\b,?|,? ?\banywhere in the world\b,?",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_SAYS_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = re.compile(
    r"(?:\b(?:in|for|of|at|during|as\s+at)\s+)?(?:\bthe\s+)?(?:\b(?:financial|fiscal|accounting|calendar|last|trading)\s+)*"
    r"(?:\b(?:year|period|fy|y/?e)s?\b\.?\s*)?(?:\b(?:ended|ending|end|to)\b\s*)?[:(]?\s*"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:\b{_MONTH}\s+)?\b(?:19|20)\d\d(?:\s*[/–-]\s*\d\d(?:\d\d)?)?\b\)?",
    re.IGNORECASE,
)
"""A year with what leads up to it: "for the year ended 31 March 2026", "(2025/26)"."""
_PERSONS = re.compile(
    r",? ?\b(?:or|and|nor) (?:any|its|your|their|one)(?: of (?:its|your|their))? (?:\w+ )?(?:directors?|partners?|"
    r"officers?|executives?|employees|members|persons?|representatives?|managers?)\b(?:(?:,| or| and) \w+s\b)*,?",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\n+|(?<=[.?!;:])\s+|\s[-–—•]\s|\s/\s|\t+")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PLACEHOLDER = re.compile(r"\[(?!\s*(?:foot)?note\b)[^\]]*[a-z]{3}[^\]]*\](?!\()", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a question that may be all that is asked."""

    terms: frozenset[str]
    weight: float
    """What a likeness of this part counts: the whole more than a later sentence."""
    words: int
    """How many words it has, those without meaning among them."""
    whole: bool = False
    """Whether it is the whole text, or the whole without what stands in brackets."""
    dated: bool = False
    """Whether a year was taken out: it means the same only where the answer is picked by year."""


def cut_into_segments(text: str, terms: frozenset[str], lexicon: Lexicon) -> tuple[Segment, ...]:
    """Cut a text into what may be all that is asked: the whole, without brackets, within them, each part."""
    found: dict[frozenset[str], Segment] = {}

    def add(part: str, weight: float, *, whole: bool = False, dated: bool = False) -> None:
        own = terms if part == text else frozenset(lexicon.terms(part))
        if own:
            found.setdefault(own, Segment(own, weight, len(part.split()), whole, dated))

    placeholder = _PLACEHOLDER.search(text) if "[" in text else None
    if placeholder:
        add(placeholder.group(), 1.0)
    most = _LATER_PART if placeholder else 1.0
    add(text, most, whole=True)
    if "(" in text or "[" in text:
        add(_BRACKETS.sub(" ", text), most, whole=True)
    add(_PERSONS.sub(" ", _WINDOW.sub(" ", text)), most)
    if _SAYS_YEAR.search(text):
        add(_DATED.sub(" ", text), most, whole=True, dated=True)
    parts = [part for part in _SEGMENT.split(text) if part.strip()][:8]
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        add(part, min(most, _LATER_PART if place else _FIRST_PART))
    return tuple(found.values())


def without_brackets(text: str) -> str:
    """Take what stands in brackets out of a text."""
    return _BRACKETS.sub(" ", text)
