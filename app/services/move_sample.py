"""The sample as if it had been written lately: what lapses moves on, so that it looks alike on any day.

Moved by whole weeks, so that each day keeps its place in the week. Facts and texts stay: they hold from their day on.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.profile import Profile
from app.domain.tenders import Tender
from app.domain.working_days import is_working_day

WRITTEN_ON = date(2026, 11, 18)
"""The day at which the sample stands as it is written."""
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def weeks_since_written(day: date) -> timedelta:
    """Give the whole weeks between the sample's own day and another, before it or after."""
    return (day - WRITTEN_ON) // _WEEK * _WEEK


def move_profile(profile: Profile, by: timedelta) -> Profile:
    """Move the days of evidence, of policies and of the reviews of answers."""
    return replace(
        profile,
        evidence=tuple(
            replace(one, starts=_moved(one.starts, by), ends=_moved(one.ends, by), review_by=_moved(one.review_by, by))
            for one in profile.evidence
        ),
        policies=tuple(
            replace(one, approved_on=_moved(one.approved_on, by), review_by=_moved(one.review_by, by))
            for one in profile.policies
        ),
        answers=tuple(
            replace(one, reviewed_on=_moved(one.reviewed_on, by), review_by=_moved(one.review_by, by))
            for one in profile.answers
        ),
    )


def move_tender(tender: Tender, by: timedelta) -> Tender:
    """Move the three days of a tender; each that is no working day goes to the one before it."""
    submission = tender.submission and datetime.combine(_on(tender.submission.date(), by), tender.submission.time())
    award, start = tender.award and _on(tender.award, by), tender.start and _on(tender.start, by)
    return replace(tender, submission=submission, award=award, start=start)


def _moved(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by


def _on(day: date, by: timedelta) -> date:
    moved = day + by
    while not is_working_day(moved):
        moved -= _DAY
    return moved
