"""Automatic numbers of paragraphs, rendered as Word renders them: 3.2.1, (a), (iv).

ISO/IEC 29500-1, 17.9. Lists made of the same definition count on together; a level begins again when one above
it counts on.
"""

import re
from dataclasses import dataclass

from lxml import etree

from app.packages.word_names import VALUE, W, is_on
from app.packages.word_styles import Styles, number_of, paragraph_style

LEVELS = 9
BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and looks."""

    start: int
    form: str
    text: str
    """`%1.%2` and the like."""
    legal: bool
    """Show the numbers of all levels as decimals."""
    restarts: bool
    style: str | None
    """The paragraph style that belongs to this level."""


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The number of one paragraph."""

    text: str
    """As shown; a bullet is `•`."""
    level: int


class Numbering:
    """The lists of a document, and how far each has counted.

    Ask for the paragraphs in the order of the document, each once.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read the numbering part; a document without one has no lists."""
        self._styles = styles
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._overrides: dict[str, dict[int, tuple[int | None, Level | None]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        for definition in root.iterfind(W + "abstractNum") if root is not None else ():
            self._read_definition(definition)
        for one in root.iterfind(W + "num") if root is not None else ():
            self._read_list(one)

    def number(self, paragraph: etree._Element) -> ListNumber | None:
        """Count a paragraph and give its number, or None where it is in no list."""
        own, level = number_of(paragraph.find(W + "pPr"))
        style = paragraph_style(paragraph)
        if own is None:
            own, styled = self._styles.number(style)
            level = level if level is not None else styled
        if own is None or own == "0" or own not in self._lists:
            return None
        level = self._level_of_style(own, style) if level is None else level
        return self._count(own, min(level, LEVELS - 1))

    def _level_of_style(self, own: str, style: str | None) -> int:
        levels = self._levels.get(self._definition(own), {})
        return next((at for at, one in levels.items() if one.style == style and style), 0)

    def _count(self, own: str, at: int) -> ListNumber | None:
        definition = self._definition(own)
        level = self._level(own, at)
        if level is None:
            return None
        counts = self._counts.setdefault(definition, [None] * LEVELS)
        before, override = counts[at], self._overrides.get(own, {}).get(at, (None, None))[0]
        if override is not None and (own, at) not in self._begun:
            counts[at] = override
        else:
            counts[at] = level.start if before is None else before + 1
        self._begun.add((own, at))
        for deeper in range(at + 1, LEVELS):
            below = self._level(own, deeper)
            if below is None or below.restarts:
                counts[deeper] = None
        return ListNumber(self._text(own, at, level, counts), at)

    def _text(self, own: str, at: int, level: Level, counts: list[int | None]) -> str:
        if level.form == "bullet":
            return BULLET

        def shown(match: re.Match[str]) -> str:
            upper = int(match[1]) - 1
            other = self._level(own, upper)
            if other is None or upper > at:
                return ""
            count = counts[upper]
            return in_form(other.start if count is None else count, "decimal" if level.legal else other.form)

        return re.sub(r"%([1-9])", shown, level.text).strip()

    def _definition(self, own: str) -> str:
        definition = self._lists.get(own, "")
        linked = self._links.get(definition)
        if linked is None:
            return definition
        number, _ = self._styles.number(linked)
        return self._lists.get(number or "", definition)

    def _level(self, own: str, at: int) -> Level | None:
        override = self._overrides.get(own, {}).get(at, (None, None))[1]
        return override or self._levels.get(self._definition(own), {}).get(at)

    def _read_definition(self, definition: etree._Element) -> None:
        name = definition.get(W + "abstractNumId", "")
        self._levels[name] = dict(map(_level, definition.iterfind(W + "lvl")))
        link = definition.find(W + "numStyleLink")
        if link is not None:
            self._links[name] = link.get(VALUE, "")

    def _read_list(self, one: etree._Element) -> None:
        name, definition = one.get(W + "numId", ""), one.find(W + "abstractNumId")
        self._lists[name] = "" if definition is None else definition.get(VALUE, "")
        for override in one.iterfind(W + "lvlOverride"):
            at = _integer(override.get(W + "ilvl"), 0)
            start, level = override.find(W + "startOverride"), override.find(W + "lvl")
            first = None if start is None else _integer(start.get(VALUE), 1)
            self._overrides.setdefault(name, {})[at] = (first, None if level is None else _level(level)[1])


def in_form(count: int, form: str) -> str:
    """Write a count in a number format of Word; one that is not known here as decimals."""
    match form:
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            roman = _roman(count)
            return roman if form == "lowerRoman" else roman.upper()
        case "decimalZero":
            return f"{count:02d}"
        case "ordinal":
            ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
            return f"{count}{ending}"
        case _:
            return str(count)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST_ROMAN:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        text += letters * times
    return text


def _level(element: etree._Element) -> tuple[int, Level]:
    def value(tag: str, otherwise: str) -> str:
        child = element.find(W + tag)
        return otherwise if child is None else child.get(VALUE, otherwise)

    legal = element.find(W + "isLgl")
    style = element.find(W + "pStyle")
    level = Level(
        start=_integer(value("start", "1"), 1),
        form=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        legal=legal is not None and is_on(legal.get(VALUE)),
        restarts=value("lvlRestart", "") != "0",
        style=None if style is None else style.get(VALUE),
    )
    return _integer(element.get(W + "ilvl"), 0), level


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise
