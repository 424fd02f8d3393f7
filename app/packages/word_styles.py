"""Styles of a Word document, as far as they tell what a paragraph is: its level, its list, its weight."""

import re
from dataclasses import dataclass

from lxml import etree

from app.packages.word_names import VALUE, W, is_on

_HEADING = re.compile(r"(?i)heading ([1-9])")
_MOST_STEPS = 20
"""Styles based on each other are followed so far: a damaged file may have a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself, without the styles it is based on."""

    name: str
    based_on: str | None
    outline: int | None
    """Outline level from 0, as `w:outlineLvl` gives it."""
    bold: bool | None
    number: tuple[str | None, int | None]
    """Numbering id and level, each None where it says nothing."""


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the styles part; a document without one has no styles."""
        found = root.iterfind(W + "style") if root is not None else ()
        self._styles = {one.get(W + "styleId", ""): _style(one) for one in found}
        self._levels: dict[str, int | None] = {}

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """List a style and those it is based on, the nearest first."""
        chain: list[Style] = []
        while style_id in self._styles and len(chain) < _MOST_STEPS:
            style = self._styles[style_id]
            chain.append(style)
            style_id = style.based_on
        return tuple(chain)

    def level(self, style_id: str | None) -> int | None:
        """Give the heading level from 0 (a title or first level) of a style, or None."""
        if style_id is None:
            return None
        if style_id not in self._levels:
            self._levels[style_id] = self._find_level(style_id)
        return self._levels[style_id]

    def bold(self, style_id: str | None) -> bool:
        """Tell whether the text of a style is bold."""
        return next((style.bold for style in self.chain(style_id) if style.bold is not None), False)

    def is_contents(self, style_id: str | None) -> bool:
        """Tell whether a style is one of a table of contents."""
        return any(style.name.lower().startswith("toc ") for style in self.chain(style_id))

    def number(self, style_id: str | None) -> tuple[str | None, int | None]:
        """Give the numbering id and level that a style brings."""
        numbers = [style.number for style in self.chain(style_id)]
        number = next((one for one, _ in numbers if one is not None), None)
        return number, next((level for _, level in numbers if level is not None), None)

    def _find_level(self, style_id: str) -> int | None:
        for style in self.chain(style_id):
            match = _HEADING.fullmatch(style.name)
            if match:
                return int(match[1]) - 1
            if style.name.lower() == "title":
                return 0
            if style.outline is not None:  # 9 means body text
                return style.outline if style.outline < 9 else None
        return None


def paragraph_style(paragraph: etree._Element) -> str | None:
    """Give the id of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(VALUE)


def number_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Give the numbering id and level that paragraph properties state themselves."""
    found = properties.find(W + "numPr") if properties is not None else None
    if found is None:
        return None, None
    number, level = found.find(W + "numId"), found.find(W + "ilvl")
    return (None if number is None else number.get(VALUE)), _integer(level)


def _style(element: etree._Element) -> Style:
    name, base = element.find(W + "name"), element.find(W + "basedOn")
    bold = element.find(f"{W}rPr/{W}b")
    return Style(
        name="" if name is None else name.get(VALUE, ""),
        based_on=None if base is None else base.get(VALUE),
        outline=_integer(element.find(f"{W}pPr/{W}outlineLvl")),
        bold=None if bold is None else is_on(bold.get(VALUE)),
        number=number_of(element.find(W + "pPr")),
    )


def _integer(element: etree._Element | None) -> int | None:
    value = "" if element is None else element.get(VALUE, "")
    return int(value) if value.isdecimal() else None
