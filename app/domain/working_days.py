"""Working days in England and Wales: neither weekends nor bank holidays.

Procurement Act 2023 section 123: a working day is none of Saturday, Sunday, Christmas Day, Good Friday or a bank
holiday under the Banking and Financial Dealings Act 1971. Days proclaimed for one year alone (a coronation) are
not known here.
"""

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to and with `end`; negative where `end` lies before `start`."""
    if end < start:
        return -working_days_between(end, start)
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(1 for day in days if is_working_day(day))


def is_working_day(day: date) -> bool:
    """Tell whether people work on a day."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


@lru_cache
def bank_holidays(year: int) -> frozenset[date]:
    """List the bank holidays of a year, those that fall on a weekend as the weekday that stands for them."""
    easter = easter_sunday(year)
    christmas = _next_weekday(date(year, 12, 25), ())
    boxing = _next_weekday(date(year, 12, 26), (christmas,))
    return frozenset(
        {
            _next_weekday(date(year, 1, 1), ()),
            easter - 2 * _DAY,
            easter + _DAY,
            _first_monday(date(year, 5, 1)),
            _first_monday(date(year, 6, 1)) - timedelta(days=7),
            _first_monday(date(year, 9, 1)) - timedelta(days=7),
            christmas,
            boxing,
        }
    )


def easter_sunday(year: int) -> date:
    """Give Easter of a year by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _first_monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _next_weekday(day: date, taken: tuple[date, ...]) -> date:
    while day.weekday() >= 5 or day in taken:
        day += _DAY
    return day
