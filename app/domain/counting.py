"""Counting an answer as the buyer will: words as Word counts them, characters as portals do."""

import re
from dataclasses import dataclass

from app.domain.questionnaire import Limit, LimitUnit

_DOUBLE_HYPHEN = re.compile(r"-{2,}(?=[^\s-])")
_WORD_OF_ITS_OWN = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3001-\u318f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
)
_UNSEEN = "[\u00ad\u180e\u200c-\u200f\u2060\ufeff]"
"""Marks without a width: soft hyphens, joiners, marks of direction."""
_UNSEEN_AT_THE_EDGE = re.compile(rf"(?<=\S)(?<!{_UNSEEN}){_UNSEEN}+(?!\S)|(?<!\S){_UNSEEN}+(?=\S)")
_ALONE = re.compile("(?<!\\S)\u200b+(?!\\S)")
"""A place where a line may break, between blanks."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An answer held against its limit."""

    used: int
    unit: LimitUnit
    maximum: int | None = None
    """None where the buyer states no limit that can be counted here."""

    @property
    def over(self) -> int:
        """How many too many; 0 within the limit."""
        return 0 if self.maximum is None else max(0, self.used - self.maximum)


def count_words(text: str) -> int:
    """Count runs of characters without a space between them, as Word does: "24-hour", "&" and "£5m" are one each.

    As in LibreOffice with its extra separators switched off, each East Asian character is a word, two hyphens end
    one ("a--b" is two), and a mark without a width is one where it begins or ends a word: the stricter count where
    programs differ.
    """
    if "--" in text:
        text = _DOUBLE_HYPHEN.sub(r"\g<0> ", text)
    if not text.isascii():
        text = _UNSEEN_AT_THE_EDGE.sub(r" \g<0> ", _ALONE.sub("", text))
        text = _WORD_OF_ITS_OWN.sub(r" \g<0> ", text)
    return len(text.split())


def count_characters(text: str) -> int:
    """Count characters with spaces; a line break counts once, as in the counters of portals."""
    return len(text.replace("\r\n", "\n").strip("\n"))


def count_items(text: str) -> int:
    """Count lines that say something: one item of a list each."""
    return sum(bool(line.strip()) for line in text.splitlines())


def measure(text: str, limit: Limit | None) -> Measure:
    """Hold an answer against its limit; pages cannot be counted here and are shown as words without a limit.

    Of a limit for each item the longest item is taken.
    """
    if limit is None or limit.unit is LimitUnit.PAGES:
        return Measure(count_words(text), LimitUnit.WORDS)
    if limit.unit is LimitUnit.ITEMS:
        return Measure(count_items(text), LimitUnit.ITEMS, limit.maximum)
    count = count_words if limit.unit is LimitUnit.WORDS else count_characters
    parts = text.splitlines() if limit.per == "item" else [text]
    return Measure(max(map(count, parts), default=0), limit.unit, limit.maximum)
