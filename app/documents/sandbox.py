"""The Jinja environment of our templates: values and a few ways to say them, and nothing to reach beyond."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.documents.data import Ledger, Node, missing_type
from app.domain.answers_in_words import (
    NOT_APPLICABLE,
    address_lines,
    as_date,
    say_date,
    say_money,
    say_percent,
    say_value,
)

_KEPT_FILTERS = frozenset(
    (
        "abs",
        "batch",
        "capitalize",
        "default",
        "first",
        "float",
        "groupby",
        "int",
        "join",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "replace",
        "reverse",
        "round",
        "select",
        "selectattr",
        "slice",
        "sort",
        "string",
        "sum",
        "title",
        "trim",
        "truncate",
        "unique",
        "upper",
        "wordcount",
    )
)
_KEPT_GLOBALS = frozenset(("range", "namespace"))

_GROUPED_FROM = 10_000
"""Below this a number is written without a comma: 2026 may be a year."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Looks names up in the data alone, never among the attributes of Python's objects."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(autoescape=True, undefined=missing_type(ledger), finalize=say)
        self.filters = {name: one for name, one in self.filters.items() if name in _KEPT_FILTERS} | dict(FILTERS)
        self.globals = {name: one for name, one in self.globals.items() if name in _KEPT_GLOBALS}
        self.tests |= {"known": is_known, "answered": is_answered}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a member of a node; of anything else, what the sandbox allows."""
        if not isinstance(obj, Node):
            return super().getattr(obj, attribute)
        if attribute not in obj:
            return self.undefined(obj=obj, name=attribute)
        return obj[attribute]

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ARG002  Jinja's signature
        """Stop at once where a template reaches for what is Python's."""
        raise SecurityError(f"“{attribute}” is no part of the data")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give a member or an entry."""
        if isinstance(obj, Node) and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


def say(value: Any) -> Any:
    """Say a value as a buyer reads it: days in words, yes and no, lists with commas."""
    if value is None:
        return NOT_APPLICABLE
    if isinstance(value, Undefined) or hasattr(value, "__html__"):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _GROUPED_FROM:
        return str(value)
    return say_value(value)


def is_known(value: Any) -> bool:
    """Tell whether there is a value: not one that is missing, empty, or does not apply."""
    return not isinstance(value, Undefined) and value not in (None, "", [], {})


def is_answered(value: Any) -> bool:
    """Tell whether there is something to say, be it that the fact does not apply."""
    return value is None or is_known(value)


def _known_only(speak: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Leave what is missing as it is, so that it shows as a gap."""

    def filtered(value: Any) -> Any:
        return value if isinstance(value, Undefined) or value is None else speak(value)

    return filtered


def _money(value: Any) -> str:
    return say_money(value) if isinstance(value, int | float) else say_value(value)


def _percent(value: Any) -> str:
    return say_percent(value) if isinstance(value, int | float) else say_value(value)


def _date(value: Any) -> str:
    day = as_date(value.isoformat() if isinstance(value, date | datetime) else value)
    return say_date(day) if day else say_value(value)


def _month(value: Any) -> str:
    day = as_date(value)
    return say_date(day).partition(" ")[2] if day else say_value(value)


def _year(value: Any) -> str:
    day = as_date(value)
    return str(day.year) if day else say_value(value)


def _lines(value: Any) -> str:
    if isinstance(value, Mapping):
        return "\n".join(address_lines(value))
    entries = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return "\n".join(say_value(one) for one in entries)


FILTERS: Mapping[str, Callable[[Any], Any]] = {
    "money": _known_only(_money),
    "percent": _known_only(_percent),
    "date": _known_only(_date),
    "month": _known_only(_month),
    "year": _known_only(_year),
    "lines": _known_only(_lines),
}
"""Ways to say a value: `{{ insurance.public_liability.cover|money }}`."""
