"""The Jinja environment of our templates: values and a few ways to say them, and nothing to reach beyond."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.documents.data import Ledger, Node, missing_type
from app.domain.answers_in_words import NOT_APPLICABLE, WAYS, say_as, say_plainly

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
    return say_plainly(value)


def is_known(value: Any) -> bool:
    """Tell whether there is a value: not one that is missing, empty, or does not apply."""
    return not isinstance(value, Undefined) and value not in (None, "", [], {})


def is_answered(value: Any) -> bool:
    """Tell whether there is something to say, be it that the fact does not apply."""
    return value is None or is_known(value)


def _way(way: str) -> Callable[[Any], Any]:
    """Say a value in a way; what is missing is left as it is, so that it shows as a gap."""

    def filtered(value: Any) -> Any:
        return value if isinstance(value, Undefined) or value is None else say_as(value, way)

    return filtered


FILTERS: Mapping[str, Callable[[Any], Any]] = {way: _way(way) for way in WAYS}
"""Ways to say a value: `{{ insurance.public_liability.cover|money }}`."""
