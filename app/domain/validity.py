"""Whether something that ends still holds: in date, about to lapse, lapsed."""

from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=60)
"""Renewing an insurance or a certificate takes weeks: two months ahead is the time to begin."""


class Validity(StrEnum):
    """How a record stands on a day."""

    IN_DATE = "in_date"
    LAPSES_SOON = "lapses_soon"
    LAPSED = "lapsed"
    NOT_YET = "not_yet"
    UNDATED = "undated"


def validity_on(day: date, starts: date | None, ends: date | None) -> Validity:
    """Tell how something stands on `day`; its last day still counts as in date."""
    if ends is not None and ends < day:
        return Validity.LAPSED
    if starts is not None and starts > day:
        return Validity.NOT_YET
    if ends is None:
        return Validity.UNDATED if starts is None else Validity.IN_DATE
    return Validity.LAPSES_SOON if ends - day <= SOON else Validity.IN_DATE
