"""What a workbook's styles say of a cell: locked or not, which values it takes, and how it is marked."""

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from lxml import etree

from app.packages.sheet_colours import Palette, colour_of

_MONEY_IDS = frozenset((5, 6, 7, 8, 42, 44))
_DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_IDS = frozenset((9, 10))
_GENERAL_ID, _TEXT_ID = 0, 49
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETED = re.compile(r"\[[^\]]*\]")
_MONEY = re.compile(r"[£€¥₹]|\[\$[^\]\-]+|\"?\b(?:RM|USD|EUR|GBP|AUD|CAD|NZD|SGD|CHF)\b|(?<![\[\\])\$(?!-)")
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_BUILT_IN = MappingProxyType(
    {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 49: "@"}
)


T = TypeVar("T")


class NumberKind(StrEnum):
    """Which values a number format is made for."""

    GENERAL = "general"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Style:
    """The facts of one cell format."""

    locked: bool = True
    """Whether protection, once switched on for the sheet, forbids writing here."""
    number_kind: NumberKind = NumberKind.GENERAL
    number_format: str = "General"
    fill: str = ""
    """The background as six hexadecimal digits; empty where there is none."""
    colour: str = ""
    """The colour of the letters; empty where it is the usual one."""
    bold: bool = False
    italic: bool = False
    size: float = 11.0
    bordered: bool = False
    """Whether at least three sides have a line."""
    centred: bool = False
    indent: int = 0
    wraps: bool = False
    """Whether long text and line breaks are shown on several lines."""


PLAIN = Style()


def number_kind(format_id: int, code: str) -> NumberKind:
    """Tell what a number format is made for, by its id (ECMA-376 18.8.30) or its code."""
    if format_id in _MONEY_IDS or _MONEY.search(code):
        return NumberKind.MONEY
    if format_id in _DATE_IDS:
        return NumberKind.DATE
    if format_id in _PERCENT_IDS:
        return NumberKind.PERCENT
    if format_id == _TEXT_ID:
        return NumberKind.TEXT
    if format_id == _GENERAL_ID:
        return NumberKind.GENERAL
    return _kind_of_code(_BRACKETED.sub("", _QUOTED.sub("", code)).strip().lower())


def _kind_of_code(code: str) -> NumberKind:
    if code == "@":
        return NumberKind.TEXT
    if "%" in code:
        return NumberKind.PERCENT
    if "general" in code or not code:
        return NumberKind.GENERAL
    if _DATE.search(code) and "0" not in code.replace(".0", ""):
        return NumberKind.DATE
    return NumberKind.NUMBER if re.search(r"[0#?]", code) else NumberKind.GENERAL


def read_styles(root: etree._Element | None, palette: Palette) -> tuple[Style, ...]:
    """Read every cell format of `styles.xml`, in the order in which cells name them."""
    if root is None:
        return (PLAIN,)
    codes = {_index(one, "numFmtId"): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")}
    fonts = [_font(one, palette) for one in root.iterfind("{*}fonts/{*}font")]
    fills = [_fill(one, palette) for one in root.iterfind("{*}fills/{*}fill")]
    borders = [_bordered(one) for one in root.iterfind("{*}borders/{*}border")]
    formats = root.iterfind("{*}cellXfs/{*}xf")
    return tuple(_style(one, codes, fonts, fills, borders) for one in formats) or (PLAIN,)


_Font = tuple[bool, bool, float, str]


def _style(
    xf: etree._Element, codes: dict[int, str], fonts: list[_Font], fills: list[str], borders: list[bool]
) -> Style:
    format_id = _index(xf, "numFmtId")
    code = codes.get(format_id) or _BUILT_IN.get(format_id, "")
    bold, italic, size, colour = _at(fonts, _index(xf, "fontId"), (False, False, 11.0, ""))
    protection, alignment = xf.find("{*}protection"), xf.find("{*}alignment")
    return Style(
        locked=protection is None or protection.get("locked", "1") not in ("0", "false"),
        number_kind=number_kind(format_id, code),
        number_format=code or "General",
        fill=_at(fills, _index(xf, "fillId"), ""),
        colour=colour,
        bold=bold,
        italic=italic,
        size=size,
        bordered=_at(borders, _index(xf, "borderId"), False),  # noqa: FBT003  the value looked for
        centred=alignment is not None and alignment.get("horizontal") in ("center", "centerContinuous"),
        indent=0 if alignment is None else _index(alignment, "indent"),
        wraps=alignment is not None and alignment.get("wrapText") in ("1", "true"),
    )


def _font(font: etree._Element, palette: Palette) -> _Font:
    size = font.find("{*}sz")
    points = _points(size.get("val", "11")) if size is not None else 11.0
    colour = colour_of(font.find("{*}color"), palette)
    return _on(font.find("{*}b")), _on(font.find("{*}i")), points, "" if colour == "000000" else colour


def _points(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 11.0


def _fill(fill: etree._Element, palette: Palette) -> str:
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return colour_of(fill.find("{*}gradientFill/{*}stop/{*}color"), palette)
    if pattern.get("patternType", "none") == "none":
        return ""
    colour = colour_of(pattern.find("{*}fgColor"), palette)
    return "" if colour == "FFFFFF" else colour


def _bordered(border: etree._Element) -> bool:
    sides = ("left", "right", "top", "bottom", "start", "end")
    drawn = [border.find(f"{{*}}{side}") for side in sides]
    return sum(side is not None and side.get("style", "none") != "none" for side in drawn) >= 3


def _on(flag: etree._Element | None) -> bool:
    return flag is not None and flag.get("val", "1") not in ("0", "false")


def _index(element: etree._Element, name: str) -> int:
    value = element.get(name, "0")
    return int(value) if value.isdecimal() else 0


def _at(values: list[T], index: int, otherwise: T) -> T:
    return values[index] if index < len(values) else otherwise
