"""Whether formulas of a workbook depend on given cells: one that does so through others has one that does so itself.

The cells a formula reads are taken from its text (ISO/IEC 29500-1, 18.17.2). What cannot be read there (a named
range, a column of a table, a function that works out its own addresses) counts as depending.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from app.packages.sheet import Sheet
from app.packages.sheet_places import LAST_COLUMN, LAST_ROW, Area, Position, parse_area

_STRING = re.compile(r'"(?:[^"]|"")*"')
_TOKEN = re.compile(
    r"(?<![\w.])(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*(?::[^\W\d][\w.]*)?)!)?"
    r"(?P<area>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?"
    r"|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w.(!])"
    r"|(?<![\w.])(?P<word>[^\W\d][\w.]*)(?P<call>\s*\()?"
)
_WORKED_OUT = re.compile(r"[\[\]]|\)\s*:|:\s*[A-Za-z.]+\s*\(|\d#")
"""Columns of tables, other workbooks, ranges that end at what a function gives, and spilt ranges."""
_PLAIN_WORDS = frozenset({"TRUE", "FALSE"})
_PREFIXES = ("_XLFN.", "_XLWS.")
_KNOWN = re.compile(
    r"ABS|AND|AVERAGE(IFS?)?|CEILING|CHAR|CHOOSE|CLEAN|CODE|COLUMNS?|CONCAT(ENATE)?|COUNT(A|BLANK|IFS?)?|DATE(DIF|VALUE)?"
    r"|DAYS?|EDATE|EOMONTH|EXACT|EXP|FALSE|FILTER|FIND|FLOOR|[HVX]?LOOKUP|HOUR|HYPERLINK|IF(S|ERROR|NA)?|INDEX|INT"
    r"|IS(BLANK|ERR|ERROR|LOGICAL|NA|NONTEXT|NUMBER|TEXT)|LARGE|LEFT|LEN|LN|LOG(10)?|LOWER|X?MATCH|(MAX|MIN)(IFS)?|MEDIAN"
    r"|MID|MINUTE|MOD|MONTH|NA?|NETWORKDAYS|NOT|NOW|NUMBERVALUE|OR|PI|POWER|PRODUCT|PROPER|RAND(BETWEEN)?|RANK|REPLACE"
    r"|REPT|RIGHT|ROUND(DOWN|UP)?|ROWS?|SEARCH|SECOND|SMALL|SORT|SQRT|STDEV|SUBSTITUTE|SUBTOTAL|SUM(IFS?|PRODUCT)?|SWITCH"
    r"|T|TEXT(JOIN)?|TIME|TODAY|TRANSPOSE|TRIM|TRUE|TRUNC|UNIQUE|UPPER|VALUE|WEEKDAY|WORKDAY|XOR|YEAR"
)
"""Functions that read no cell their text does not name."""


@dataclass(frozen=True, slots=True)
class _Reads:
    """What one formula reads: areas of sheets, and whether perhaps more than its text names."""

    areas: tuple[tuple[str, Area], ...]
    is_open: bool


def depends_on(sheets: Sequence[Sheet], changed: Mapping[str, Collection[Position]]) -> bool:
    """Tell whether any formula depends on one of the changed cells, given by the name of their sheet."""
    cells = {name.lower(): positions for name, positions in changed.items() if positions}
    if not cells:
        return False
    return any(
        one.is_open or any(cell in area for sheet, area in one.areas for cell in cells.get(sheet.lower(), ()))
        for one in _formulas(sheets)
    )


def _formulas(sheets: Sequence[Sheet]) -> Iterator[_Reads]:
    for sheet in sheets:
        for formula in sheet.root.iterfind("{*}sheetData/{*}row/{*}c/{*}f"):
            if formula.get("t") == "dataTable":
                yield _Reads((), is_open=True)
            elif formula.text:
                yield _references(formula.text, sheet.name, _spread_of(formula))


def _spread_of(formula: etree._Element) -> tuple[int, int]:
    """Tell how far down and right the cells reach that share a formula (18.3.1.40)."""
    try:
        area = parse_area(formula.get("ref", "A1"))
    except ValueError:
        return LAST_ROW, LAST_COLUMN
    return (area.height - 1, area.width - 1) if formula.get("t") == "shared" else (0, 0)


def _references(text: str, sheet: str, spread: tuple[int, int]) -> _Reads:
    """List the areas a formula names; of a shared one, as far as its last cell reads them."""
    found: list[tuple[str, Area]] = []
    bare = _STRING.sub('""', text)
    is_open = bool(_WORKED_OUT.search(bare))
    for token in _TOKEN.finditer(bare):
        if token["word"]:
            is_open = is_open or not _is_plain(token["word"].upper(), called=bool(token["call"]))
            continue
        named = token["sheet"]
        if named and ":" in named:
            is_open = True
        try:
            area = parse_area(token["area"])
        except ValueError:
            is_open = True
            continue
        found.append((named[:-1].strip("'").replace("''", "'") if named else sheet, _spread(area, spread)))
    return _Reads(tuple(found), is_open)


def _is_plain(word: str, *, called: bool) -> bool:
    for prefix in _PREFIXES:
        word = word.removeprefix(prefix)
    return _KNOWN.fullmatch(word) is not None if called else word in _PLAIN_WORDS


def _spread(area: Area, by: tuple[int, int]) -> Area:
    return Area(area.top, area.left, min(area.bottom + by[0], LAST_ROW), min(area.right + by[1], LAST_COLUMN))
