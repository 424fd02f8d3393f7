"""The rules a sheet sets for what may be typed into its cells, with the old and the x14 spelling read alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.packages.sheet_places import Area, AreaIndex, parse_areas


@dataclass(frozen=True, slots=True)
class Validation:
    """One rule of one or several areas."""

    kind: str
    """`list`, `whole`, `decimal`, `date`, `time`, `textLength`, `custom`, or `none` where it only prompts."""
    operator: str = "between"
    first: str = ""
    """The first formula; of a list, its items or where they stand."""
    second: str = ""
    prompt: str = ""
    """The title and text shown when the cell is entered."""
    error: str = ""
    sheet: str = ""
    areas: tuple[Area, ...] = ()

    @property
    def inline_options(self) -> tuple[str, ...] | None:
        """Give the items of a list that are written in the rule itself; None where they stand elsewhere."""
        formula = self.first.strip()
        if self.kind != "list" or len(formula) < 2 or not (formula[0] == formula[-1] == '"'):
            return None
        items = re.split(r"[,;]" if ";" in formula and "," not in formula else ",", formula[1:-1].replace('""', '"'))
        return tuple(dict.fromkeys(item.strip() for item in items if item.strip()))

    @property
    def longest(self) -> int | None:
        """Give the most characters an answer may have, where the rule says so."""
        if self.kind != "textLength" or self.operator not in ("between", "lessThan", "lessThanOrEqual", "equal"):
            return None
        bound = (self.second if self.operator == "between" else self.first).strip()
        return int(bound) - (self.operator == "lessThan") if bound.isdecimal() else None


def read_validations(root: etree._Element, sheet: str) -> tuple[Validation, ...]:
    """Read every rule of a sheet's part; `sheet` is its name, which lists without one refer to."""
    return tuple(_validations(root, sheet))


def index_validations(validations: tuple[Validation, ...]) -> AreaIndex[Validation]:
    """Make the rules findable by cell; a list stands before a rule that only prompts."""
    index: AreaIndex[Validation] = AreaIndex()
    for validation in sorted(validations, key=lambda one: one.kind != "list"):
        for area in validation.areas:
            index.add(area, validation)
    return index


def _validations(root: etree._Element, sheet: str) -> Iterator[Validation]:
    for one in root.iterfind("{*}dataValidations/{*}dataValidation"):
        yield _validation(one, sheet, one.get("sqref", ""), _text(one, "{*}formula1"), _text(one, "{*}formula2"))
    for one in root.iterfind("{*}extLst/{*}ext/{*}dataValidations/{*}dataValidation"):
        areas = _text(one, "{*}sqref")
        yield _validation(one, sheet, areas, _text(one, "{*}formula1/{*}f"), _text(one, "{*}formula2/{*}f"))


def _validation(one: etree._Element, sheet: str, areas: str, first: str, second: str) -> Validation:
    prompt = ": ".join(part for part in (one.get("promptTitle", ""), one.get("prompt", "")) if part.strip())
    return Validation(
        kind=one.get("type", "none"),
        operator=one.get("operator", "between"),
        first=first,
        second=second,
        prompt=prompt.replace("_x000a_", "\n").strip(),
        error=one.get("error", "").strip(),
        sheet=sheet,
        areas=parse_areas(areas),
    )


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
