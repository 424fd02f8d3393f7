"""Telling what is in date from what lapses."""

from datetime import date

import pytest

from app.domain.validity import Validity, validity_on

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (None, date(2026, 11, 21), Validity.LAPSED),
        (None, date(2026, 11, 22), Validity.LAPSES_SOON),
        (None, date(2027, 1, 21), Validity.LAPSES_SOON),
        (None, date(2027, 1, 22), Validity.IN_DATE),
        (date(2026, 11, 23), date(2027, 11, 23), Validity.NOT_YET),
        (date(2026, 1, 1), None, Validity.IN_DATE),
        (None, None, Validity.UNDATED),
    ],
)
def test_validity_follows_the_days(starts: date | None, ends: date | None, expected: Validity) -> None:
    assert validity_on(TODAY, starts, ends) is expected
