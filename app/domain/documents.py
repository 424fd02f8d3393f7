"""Documents of our own, made from Word templates: what a template may ask for, and what came of a rendering."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.answers_in_words import NOT_APPLICABLE, say_value
from app.domain.values import JsonObject, JsonValue

_NOTHING = object()
GAP = "[insert {label}]"
"""How a missing fact is marked in a document that was made with gaps: in words that the check knows as a leftover."""


@dataclass(frozen=True, slots=True)
class DocumentData:
    """Everything a template can see, as plain values."""

    values: JsonObject
    """Nested by the dots of the names: `{"supplier": {"legal_name": ...}}`. Null says that a fact does not apply."""
    labels: Mapping[str, str]
    """What each name is called in sentences; its keys are all the names there are."""

    def knows(self, name: str) -> bool:
        """Tell whether there is something under a dotted name, be it that it does not apply."""
        return self._find(name) is not _NOTHING

    def value(self, name: str) -> JsonValue:
        """Give the value of a dotted name; None also where nothing is known."""
        found = self._find(name)
        return None if found is _NOTHING else found

    def _find(self, name: str) -> Any:
        found: Any = self.values
        for part in name.split("."):
            if not isinstance(found, Mapping) or part not in found:
                return _NOTHING
            found = found[part]
        return found


@dataclass(frozen=True, slots=True)
class TemplateCard:
    """A template as a list shows it."""

    path: Path
    title: str
    about: str = ""
    """What it is for, in a sentence; empty of a file of the person's own."""


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """What a template asks for."""

    names: tuple[str, ...]
    """The names it uses, in their order."""
    unknown: Mapping[str, str] = field(default_factory=dict)
    """Names that there are not, each with the nearest that there is, or nothing."""
    notices: tuple[str, ...] = ()
    """What was dropped of the template, one sentence each."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What came of a rendering."""

    use: TemplateUse
    missing: tuple[str, ...] = ()
    """Names the template printed or looped over, and nothing is known of."""
    written: bool = False
    """Whether there is a document: not where facts are missing, unless gaps were allowed."""


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A name that a template can use, as the list of placeholders shows it."""

    name: str
    label: str
    said: str
    """Its value today in words; empty where nothing is known."""
    is_list: bool = False
    """Whether a template goes through its entries one by one."""

    @property
    def tag(self) -> str:
        """What prints it."""
        return f"{{%p for one in {self.name} %}}" if self.is_list else f"{{{{ {self.name} }}}}"

    @property
    def end_tag(self) -> str:
        """What ends the part that is repeated; empty of a single value."""
        return "{%p endfor %}" if self.is_list else ""

    @property
    def condition(self) -> str:
        """What keeps a paragraph only where there is a value."""
        return f"{{%p if {self.name} is known %}}"


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """What a template would make today, before it makes anything."""

    uses: tuple[NamedValue, ...]
    missing: tuple[NamedValue, ...]
    """Names it prints or goes through of which nothing is known: they stop it, or become marked gaps."""
    unknown: Mapping[str, str]
    """Names that there are not, each with the nearest that there is, or nothing."""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document that was made for a tender."""

    template: str
    """The title or the file name of its template."""
    out: str
    """Where the person wanted it."""
    at: datetime
    by: str
    values: Mapping[str, str]
    """Each name its template uses and the fingerprint of the value on that day; empty where nothing was known."""


def named_values(data: DocumentData, names: Iterable[str] | None = None) -> tuple[NamedValue, ...]:
    """List names with their values, in the order of the data or as they are given."""
    wanted = data.labels if names is None else names
    return tuple(_named(data, name) for name in wanted)


def fingerprints(data: DocumentData, names: Iterable[str]) -> Mapping[str, str]:
    """Give for each name a hash of its value, by which a change is seen without keeping the value twice."""
    return {name: _fingerprint(data.value(name)) if data.knows(name) else "" for name in names}


def changed_since(made: MadeDocument, data: DocumentData) -> tuple[NamedValue, ...]:
    """List what a document used that is another today."""
    today = fingerprints(data, made.values)
    return named_values(data, [name for name, kept in made.values.items() if today[name] != kept])


def _named(data: DocumentData, name: str) -> NamedValue:
    value = data.value(name)
    said = "" if not data.knows(name) else NOT_APPLICABLE if value is None else say_value(value)
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return NamedValue(name, data.labels.get(name) or name, said, is_list)


def _fingerprint(value: JsonValue) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]
