"""Where a list's items stand: areas of this or another sheet, defined names, and columns of tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.packages.sheet_places import Area, parse_area

_MOST_STEPS = 8
_AREA = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!\s(),]+)!)?(?P<area>\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?)", re.IGNORECASE
)
_COLUMN = re.compile(r"(?P<table>[A-Za-z_]\w*)\[\[?(?P<column>[^\[\]]+)\]?\]")
_INDIRECT = re.compile(r'INDIRECT\(\s*"(?P<inner>[^"]+)"\s*(?:,[^)]*)?\)', re.IGNORECASE)
_OFFSET = re.compile(
    r"OFFSET\(\s*(?P<sheet>'[^']+'!|[^'!\s(),]+!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)\s*,\s*0?\s*,\s*0?\s*,",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name for an area or a formula."""

    name: str
    formula: str
    sheet: str = ""
    """The sheet where alone it is known; empty where all know it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An area of a sheet."""

    sheet: str
    area: Area


def parse_reference(
    formula: str,
    sheet: str,
    names: Sequence[DefinedName] = (),
    table_columns: Mapping[tuple[str, str], Reference] | None = None,
) -> Reference | None:
    """Find the area a formula means; None where it is another formula, or depends on other cells.

    `sheet` is where the formula stands; `table_columns` gives the area of each (table, column), both in small letters.
    """
    for _ in range(_MOST_STEPS):
        formula = formula.strip().removeprefix("=").strip()
        if (area := _area(formula, sheet)) is not None:
            return area
        if indirect := _INDIRECT.fullmatch(formula):
            formula = indirect["inner"]
        elif offset := _OFFSET.match(formula):
            formula = (
                f"{offset['sheet'] or ''}{offset['column']}{offset['row']}:{offset['column']}{int(offset['row']) + 400}"
            )
        elif column := _COLUMN.fullmatch(formula):
            return (table_columns or {}).get((column["table"].lower(), column["column"].lower()))
        elif (known := _named(formula, sheet, names)) is not None:
            formula, sheet = known.formula, known.sheet or sheet
        else:
            return None
    return None


def _area(formula: str, sheet: str) -> Reference | None:
    match = _AREA.fullmatch(formula)
    if match is None or not match["area"]:
        return None
    try:
        area = parse_area(match["area"])
    except ValueError:
        return None
    named = match["sheet"]
    return Reference(named.strip("'").replace("''", "'") if named else sheet, area)


def _named(formula: str, sheet: str, names: Sequence[DefinedName]) -> DefinedName | None:
    wanted = formula.rpartition("!")[2].lower()
    known = [one for one in names if one.name.lower() == wanted]
    return next((one for one in known if one.sheet == sheet), known[0] if known else None)
