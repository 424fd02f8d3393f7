"""What a file brings for the profile, before it is taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.profile import Profile
from app.domain.questionnaire import Question
from app.domain.records import LibraryAnswer
from app.domain.tenders import Tender


@dataclass(frozen=True, slots=True)
class IncomingProfile:
    """A profile read from a file: its records have ids of their own, which no workspace knows yet."""

    path: Path
    profile: Profile
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    """The files it names, by name, as far as they were found beside it."""
    warnings: tuple[str, ...] = ()
    """Each a sentence on something that was taken all the same."""


@dataclass(frozen=True, slots=True)
class IncomingAnswers:
    """Answers read from a table, which knows less of an answer than the library does."""

    path: Path
    answers: tuple[LibraryAnswer, ...]
    says_state: bool = False
    """Whether the table has a column for the state; without one an answer that is known keeps its own."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did to the records of the workspace."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.added + other.added, self.changed + other.changed, self.unchanged + other.unchanged)


@dataclass(frozen=True, slots=True)
class IncomingNotice:
    """One procurement as a notice announces it."""

    tender: Tender
    """Its id is new; `extra["notice"]` holds what a tender has no member for, and what the notice said of the rest."""
    content: bytes = b""
    """What the notice says of this procurement alone, as a file of its own; empty where it asks nothing."""


@dataclass(frozen=True, slots=True)
class IncomingNotices:
    """The procurements a file of notices tells of."""

    path: Path
    notices: tuple[IncomingNotice, ...]


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question of a completed questionnaire with what stands in its place."""

    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class IncomingBid:
    """A past bid: a questionnaire that somebody filled in."""

    path: Path
    answered: tuple[AnsweredQuestion, ...]


@dataclass(frozen=True, slots=True)
class TakenBids:
    """What past bids gave."""

    answers: Taken = Taken()
    facts: Taken = Taken()
    """Added where the profile knew nothing; unchanged where it said the same."""
    differing: tuple[str, ...] = ()
    """Facts of which a bid says something else than what is known: each a sentence; nothing of them was taken."""
