"""What Home shows, line by line."""

from dataclasses import dataclass
from datetime import date

from ui.viewmodels.navigation import Target


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do."""

    title: str
    note: str
    icon: str
    target: Target
    day: date | None = None
    when: str = ""
    urgency: str = "acc"
    """`bad` stops a bid, `warn` should be looked at, `acc` is work as usual."""


@dataclass(frozen=True, slots=True)
class OpenTender:
    """A tender whose deadline has not passed."""

    id: str
    title: str
    note: str
    approved: float
    begun: float
    """Shares of all questions, 0 to 1: approved, and drafted or in review."""
    days: int | None
    """Working days left."""
    due: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence along the axis of the next weeks."""

    title: str
    ends: date | None
    said: str
    lapses: bool
    """Whether it ends before a tender is due."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """How many records of a kind are to be reviewed in each week, and how many should have been."""

    title: str
    overdue: int
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How the answers of the library stand."""

    fresh: int
    soon: int
    old: int
