"""What a template sees while it runs: plain values under names, which know when they lack."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Undefined

from app.domain.documents import GAP
from app.domain.values import JsonValue

_UNSOUND = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and what docxtpl takes for ends of paragraphs and pages; line breaks and tabs stay."""


class Ledger:
    """Notes what a template asked for that was not there."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels
        self.missing: dict[str, None] = {}

    def gap(self, name: str) -> str:
        """Note that a name has no value, and give the mark that stands in its place."""
        self.missing.setdefault(name)
        return GAP.format(label=self.labels.get(name) or name.rpartition(".")[2].replace("_", " "))


class Node(dict[str, Any]):
    """Values under a name; a member that is not there is a gap with the full name."""

    def __init__(self, name: str, members: Mapping[str, JsonValue]) -> None:
        super().__init__({key: wrap(f"{name}.{key}" if name else key, value) for key, value in members.items()})
        self.name = name


def wrap(name: str, value: JsonValue) -> Any:
    """Give a value of the data as a template sees it."""
    if isinstance(value, Mapping):
        return Node(name, value)
    if isinstance(value, str):
        return _UNSOUND.sub("", value)
    return [wrap(name, one) for one in value] if isinstance(value, Sequence) else value


def missing_type(ledger: Ledger) -> type[Undefined]:
    """Make the type of what is not there: printed or looped over it is a gap, asked about it is false."""

    class Missing(Undefined):
        """A name without a value."""

        @property
        def full_name(self) -> str:
            own = str(self._undefined_name)
            return f"{self._undefined_obj.name}.{own}".strip(".") if isinstance(self._undefined_obj, Node) else own

        def __str__(self) -> str:
            return ledger.gap(self.full_name)

        def __html__(self) -> str:
            return str(self)

        def __iter__(self) -> Iterator[Any]:
            ledger.gap(self.full_name)
            return iter(())

        def __len__(self) -> int:
            return 0

        def __bool__(self) -> bool:
            return False

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return Missing(name=f"{self.full_name}.{name}")

        def __getitem__(self, key: Any) -> Any:
            if str(key).startswith("__"):
                raise LookupError(key)
            return Missing(name=f"{self.full_name}.{key}")

    return Missing
