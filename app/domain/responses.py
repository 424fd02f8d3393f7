"""An answer that somebody stands behind, or that is marked as unreviewed."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from app.domain.records import Record
from app.domain.suggestions import Source
from app.domain.values import JsonValue


class ResponseState(StrEnum):
    """How far a response has come."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who has read the answer and stands behind it."""

    name: str


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """No one: the answer was let through without a person, and every report says so."""


Reviewer: TypeAlias = Person | Unreviewed


@dataclass(frozen=True, slots=True)
class ResponseKey:
    """Which response: one for each question of a file, in a tender or outside any, for the supplier or a party."""

    file_digest: str
    question_id: str
    tender_id: str | None = None
    party_id: str | None = None


@dataclass(frozen=True, slots=True)
class Response(Record):
    """The supplier's answer to one question of one file."""

    key: ResponseKey
    question_text: str
    """The buyer's wording: what memory looks up later."""
    value: JsonValue
    state: ResponseState = ResponseState.DRAFT
    reviewer: Reviewer = Unreviewed()
    reviewed_at: datetime | None = None
    source: Source | None = None
    confidence: float | None = None
    """Of the suggestion it came from; None of an answer typed in."""
    edited: bool = False
    """Whether a person changed the suggested words."""

    def approved_by(self, person: Person, at: datetime) -> "Response":
        """Give the same response, approved."""
        return replace(self, state=ResponseState.APPROVED, reviewer=person, reviewed_at=at)

    @property
    def may_be_filled(self) -> bool:
        """Only what a person approved goes into the buyer's file without being asked for apart."""
        return self.state is ResponseState.APPROVED and isinstance(self.reviewer, Person)
