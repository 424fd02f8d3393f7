"""The days at which facts must hold."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReferenceDates:
    """The three days of a tender at which a fact or a certificate is tested."""

    submission: date
    award: date
    start: date

    @classmethod
    def all_on(cls, day: date) -> "ReferenceDates":
        """Take one day for all three."""
        return cls(day, day, day)

    @property
    def last(self) -> date:
        """The latest of the three: evidence must not lapse before it."""
        return max(self.submission, self.award, self.start)


def holds_on(day: date, start: date | None, end: date | None) -> bool:
    """Tell whether a period covers `day`; both ends belong to it, and an open end has no bound."""
    return (start is None or start <= day) and (end is None or day <= end)
