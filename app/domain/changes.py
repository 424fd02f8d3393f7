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
