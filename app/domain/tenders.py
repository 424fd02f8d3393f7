"""A tender as the supplier sees it: who buys, until when, under which rules, with which files."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.dates import ReferenceDates
from app.domain.records import Record


class Regime(StrEnum):
    """The law a procurement runs under (DOMAIN 0: two regimes stand side by side in 2026)."""

    PROCUREMENT_ACT_2023 = "procurement_act_2023"
    PUBLIC_CONTRACTS_REGULATIONS_2015 = "public_contracts_regulations_2015"
    SCOTLAND = "scotland"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Tender(Record):
    """One procurement the supplier answers."""

    title: str
    buyer: str = ""
    reference: str = ""
    lots: tuple[str, ...] = ()
    regime: Regime = Regime.PROCUREMENT_ACT_2023
    submission: datetime | None = None
    """The deadline, in the time of the place where it is due."""
    award: date | None = None
    start: date | None = None

    def reference_dates(self, today: date) -> ReferenceDates:
        """Give the days at which facts must hold; a day not known yet is taken from the one before it."""
        submission = self.submission.date() if self.submission else today
        award = self.award or submission
        return ReferenceDates(submission, award, self.start or award)


@dataclass(frozen=True, slots=True)
class TenderFile(Record):
    """A file the buyer issued, kept in the workspace as it came."""

    tender_id: str
    name: str
    digest: str
    """SHA-256 of the file: the name of its attachment, and the key of its responses."""
    kind: str = ""
    added_at: datetime | None = None
