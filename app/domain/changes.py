"""The journal of a workspace: who changed what, when, from what to what."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.values import JsonObject


@dataclass(frozen=True, slots=True)
class Change:
    """One write to one record."""

    number: int
    """Counts up from 1 without gaps."""
    at: datetime
    by: str
    doing: str
    """The user's verb, in words: "Edit Registered office"."""
    group: str
    """Writes of one deed share a group: they are undone together."""
    table: str
    record_id: str
    before: JsonObject | None
    after: JsonObject | None
    hash: str
    """SHA-256 over this row and the hash of the row before: a row changed later breaks the chain."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The changes of one deed taken together: what a person did, without what stood before and after."""

    group: str
    number: int
    """Of its last change."""
    at: datetime
    by: str
    doing: str
    """Empty where the texts were erased with a person."""
    changes: int
    tables: tuple[str, ...]
    """The kinds of records it touched, in alphabetical order."""
