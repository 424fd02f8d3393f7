"""Working days leave out weekends and the bank holidays of England and Wales."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.working_days import bank_holidays, easter_sunday, is_working_day, working_days_between


@pytest.mark.parametrize(
    ("year", "holidays"),
    [
        (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    ],
)
def test_bank_holidays_are_those_that_gov_uk_lists(year: int, holidays: list[str]) -> None:
    assert sorted(bank_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in holidays]


def test_a_deadline_three_weeks_off_is_seventeen_working_days_away() -> None:
    assert working_days_between(date(2026, 11, 18), date(2026, 12, 11)) == 17


def test_christmas_is_left_out() -> None:
    assert working_days_between(date(2026, 12, 24), date(2026, 12, 29)) == 1
    assert not is_working_day(date(2026, 12, 25))


def test_today_is_no_day_left_and_yesterday_is_one_too_few() -> None:
    assert working_days_between(date(2026, 11, 18), date(2026, 11, 18)) == 0
    assert working_days_between(date(2026, 11, 18), date(2026, 11, 17)) == -1


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    easter = easter_sunday(year)
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)
