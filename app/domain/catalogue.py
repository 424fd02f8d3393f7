"""The fact catalogue: which facts a supplier can keep, how each is named, typed and grouped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class FactType(StrEnum):
    """The shape of a fact's value."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    YES_NO = "yes_no"
    DATE = "date"
    YEAR = "year"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    ADDRESS = "address"
    CHOICE = "choice"
    TEXT_LIST = "text_list"
    OBJECT_LIST = "object_list"
    EVIDENCE = "evidence"
    """Not typed in: answered by the evidence of that kind."""


class Sensitivity(StrEnum):
    """Who may see a fact."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Section:
    """A group of facts, in the order of the Central Digital Platform."""

    id: str
    title: str
    group: str


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """What one fact is."""

    key: str
    label: str
    type: FactType
    section: str
    unit: str = ""
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    choices: tuple[str, ...] = ()
    """Of the type `choice`: the only values. Of the type `text`: what is usual, and any other words will do."""
    members: tuple[str, ...] = ()
    """Of a list of objects: the names of their members."""
    hint: str = ""
    also: tuple[FactType, ...] = ()
    """Further types a value may have: one number, or a list of {period_ends, value}."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every fact the program knows by name. A key outside it is kept as a custom fact."""

    version: str
    sections: tuple[Section, ...]
    definitions: Mapping[str, FactDefinition]

    def __iter__(self) -> Iterator[FactDefinition]:
        return iter(self.definitions.values())

    def get(self, key: str) -> FactDefinition | None:
        """Find a definition by key; None of a custom fact."""
        return self.definitions.get(key)
