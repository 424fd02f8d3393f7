"""Limits as buyers state them: "in no more than [500] words", "max 2 sides of A4", "10 words for each feature"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from app.domain.questionnaire import Limit, LimitUnit
from app.readers.patterns import any_of

_WORDS_AS_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_DIGITS = r"[\[(]?\s*(?:\d{1,3}(?:[,\s]\d{3})+|\d{1,7})\s*[\])]?"
_SPELT = rf"(?:{'|'.join(_WORDS_AS_NUMBERS)})\b(?:\s*\(\s*\d+\s*\))?"
_NUMBER = rf"(?P<number>{_DIGITS}|{_SPELT})"
_UNITS = {
    LimitUnit.WORDS: r"words?\b",
    LimitUnit.CHARACTERS: r"(?:characters?|chars?|keystrokes)\b",
    LimitUnit.PAGES: r"(?:(?:single[- ]sided\s+|A4\s+|typed\s+)*(?:pages?|sides?)\b(?:\s+of\s+A4)?)",
    LimitUnit.ITEMS: (
        r"(?:relevant\s+|recent\s+|different\s+|previous\s+|key\s+|of\s+your\s+|contract\s+|bullet\s+|case\s+)*"
        r"(?:examples?|contracts?|references?|referees|studies|study|features?|benefits?|items?|bullets?|points?|"
        r"projects?|"
        r"customers?|clients?|attachments?|documents?|files?|lines?|entries|CVs?)\b"
    ),
}
_MOST = (
    r"(?:(?:no|not)\s+(?:more|longer|greater)\s+than|max(?:imum)?\.?(?:\s+(?:of|length|response|size|is))*|up\s+to|at\s+most|"
    r"(?:limit(?:ed)?|restrict(?:ed)?)(?:\s+\w+){0,3}?\s+(?:of|to)|(?:not\s+(?:to\s+|be\s+)?|cannot\s+|never\s+)exceed(?:ing)?|"
    r"(?:less|fewer)\s+than|within(?:\s+a\s+limit\s+of)?|not\s+over|under|upper\s+limit\s+of|using)"
)
_LIMIT_AFTER = r"[\s(]*(?:max(?:imum)?\b|limit\b|or\s+(?:less|fewer|under)\b|allowed\b|permitted\b|only\b|count\b)"
_BETWEEN = r"[\s:=–-]*(?:the\s+|about\s+|approximately\s+|c\.\s*)?"
_RANGE = rf"{_DIGITS}\s*(?:-|–|to|and)\s*"
_LEAST = re.compile(
    r"(?i)(?:at\s+least|minimum(?:\s+of)?|min\.?|(?<!no )(?<!not )more\s+than|over"
    r"|(?<!not )(?<!to )(?<!be )(?<!nnot )(?<!ever )exceeds?)\s*[\[(]?\s*$"
)
_NOT_EACH = any_of("annum", "cent", "year", "month", "day", "hour", "question", "answer", "response")
_EACH = re.compile(rf"(?i)\b(?:for\s+each|per\s+(?!{_NOT_EACH})\w+|each\b|for\s+every|apiece)")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z\[(“\"'‘])|\n+")


def find_limit(*texts: str) -> Limit | None:
    """Give the limit that the texts state, the first text first; words, characters and pages before items.

    A least length ("at least 200 words") is no limit; of a range the upper end is.
    """
    first: Limit | None = None
    for limit in (limit for text in texts for limit in find_limits(text)):
        if limit.unit is not LimitUnit.ITEMS:
            return limit
        first = first or limit
    return first


@lru_cache(maxsize=4_096)
def find_limits(text: str) -> tuple[Limit, ...]:
    """List every limit that a text states, in order, each with its sentence."""
    if not _UNIT_WORD.search(text):
        return ()
    return tuple(limit for sentence in _SENTENCE_END.split(text) if sentence for limit in _in_sentence(sentence))


def _in_sentence(sentence: str) -> Iterator[Limit]:
    taken: list[tuple[int, int]] = []
    found = []
    named = {unit for unit, form in _NAMED.items() if form.search(sentence)}
    for unit, pattern in _PATTERNS if named and _A_NUMBER.search(sentence) else ():
        if unit not in named:
            continue
        for match in pattern.finditer(sentence):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken) or _LEAST.search(sentence[: match.start("number")]):
                continue
            maximum = _as_number(match["number"])
            if maximum:
                taken.append((start, end))
                found.append((start, Limit(unit, maximum, sentence.strip(), _per(sentence[end:]))))
    return (limit for _, limit in sorted(found, key=lambda one: one[0]))


def _per(rest: str) -> Literal["answer", "item"]:
    return "item" if _EACH.match(rest.lstrip(" ,()[]"), 0) or _EACH.search(rest[:24]) else "answer"


def _as_number(text: str) -> int:
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits else _WORDS_AS_NUMBERS.get(text.strip().lower(), 0)


def _patterns() -> Iterator[tuple[LimitUnit, re.Pattern[str]]]:
    """Make the forms of each unit, the surest first."""
    for unit, name in _UNITS.items():
        adjective = r"[\s-]*" if unit is not LimitUnit.ITEMS else r"\s+"
        yield unit, re.compile(rf"(?i){_MOST}{_BETWEEN}(?:{_RANGE})?{_NUMBER}{adjective}{name}")
        yield unit, re.compile(rf"(?i)(?:{_RANGE})?{_NUMBER}{adjective}\(?{name}{_LIMIT_AFTER}")
    for unit, name in (
        (LimitUnit.WORDS, "word"),
        (LimitUnit.CHARACTERS, "(?:character|char)"),
        (LimitUnit.PAGES, "(?:page|side)"),
    ):
        counted = rf"\b{name}s?[\s-]*(?:limit|count|allowance|maximum|max)\b\.?"
        yield (
            unit,
            re.compile(rf"(?i){counted}(?:\s+(?:is|of|for|this|the|response|answer|question))*{_BETWEEN}{_NUMBER}"),
        )
        yield unit, re.compile(rf"(?i)\bmax(?:imum)?\.?\s+(?:number\s+of\s+)?{name}s?\b{_BETWEEN}{_NUMBER}")
    for unit in (LimitUnit.WORDS, LimitUnit.CHARACTERS):
        yield unit, re.compile(rf"(?i)(?:{_RANGE})?{_NUMBER}[\s-]*\(?{_UNITS[unit]}")
    yield LimitUnit.PAGES, re.compile(rf"(?i)(?<=\(){_NUMBER}[\s-]*{_UNITS[LimitUnit.PAGES]}(?=\s*(?:A4)?\s*\))")
    yield LimitUnit.PAGES, re.compile(rf"(?i){_NUMBER}[\s-]*(?:sides?|pages?)\s+of\s+A4\b")


_PATTERNS = tuple(_patterns())
_NAMED = {
    unit: re.compile(rf"(?i)\b(?:{_UNITS[unit]}|{count})")
    for unit, count in (
        (LimitUnit.WORDS, r"words?[\s-]*(?:limit|count|max)"),
        (LimitUnit.CHARACTERS, r"char(?:acter)?s?[\s-]*(?:limit|count|max)"),
        (LimitUnit.PAGES, r"(?:page|side)s?[\s-]*(?:limit|count|max)"),
        (LimitUnit.ITEMS, r"items\b"),
    )
}
_A_NUMBER = re.compile(rf"(?i)\d|\b{_SPELT}")
_UNIT_WORD = re.compile("|".join(rf"(?:{form.pattern[4:]})" for form in _NAMED.values()), re.IGNORECASE)
