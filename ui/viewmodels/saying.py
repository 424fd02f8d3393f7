"""How values, days and sums are said in the window: "Fri 11 Dec 2026", "£412,000", "Yes"."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from app.domain.answers_in_words import as_date, say_address, say_money, say_number, say_percent, say_value
from app.domain.catalogue import FactType
from app.domain.questionnaire import LimitUnit
from app.domain.values import JsonValue

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DOES_NOT_APPLY = "Does not apply"
NOT_KNOWN = "Not known yet"


def say_day(day: date, *, weekday: bool = False) -> str:
    """Write a day as "11 Dec 2026", or with its weekday as "Fri 11 Dec 2026"."""
    said = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_DAYS[day.weekday()]} {said}" if weekday else said


def say_moment(moment: datetime) -> str:
    """Write a moment as "Fri 11 Dec 2026, 12:00"."""
    return f"{say_day(moment, weekday=True)}, {moment:%H:%M}"


def say_time(moment: datetime, today: date) -> str:
    """Write the time of a moment of today ("09:41"), else its day."""
    return f"{moment:%H:%M}" if moment.date() == today else say_day(moment.date())


def say_period(start: date | None, end: date | None) -> str:
    """Write a period as "From 3 Mar 2014", "12 Jan 2019 to 31 May 2025", "Not dated"."""
    if start and end:
        return f"{say_day(start)} to {say_day(end)}"
    if start:
        return f"From {say_day(start)}"
    return f"Until {say_day(end)}" if end else "Not dated"


def say_count(count: int, one: str, many: str = "") -> str:
    """Write a count with its noun: "1 answer", "1,204 answers"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def say_limit(used: int, maximum: int | None, unit: LimitUnit) -> str:
    """Write an answer against its limit: "74 of 60 words, 14 over the limit", "84 words"."""
    if maximum is None:
        return say_count(used, str(unit)[:-1])
    over = f", {used - maximum:,} over the limit" if used > maximum else ""
    return f"{used:,} of {maximum:,} {unit}{over}"


def say_fact(value: JsonValue, kind: FactType) -> str:
    """Write the value of a fact on one line."""
    match kind, value:
        case _, None:
            return DOES_NOT_APPLY
        case FactType.MONEY, int() | float():
            return say_money(value)
        case FactType.PERCENT, int() | float():
            return say_percent(value)
        case FactType.YEAR | FactType.TEXT, int():
            return str(value)
        case FactType.DATE, str():
            day = as_date(value)
            return say_day(day) if day else value
        case _, Mapping():
            return say_address(value) if kind is FactType.ADDRESS else say_value(value)
        case FactType.OBJECT_LIST, Sequence() if not isinstance(value, str):
            return "; ".join(_first(item) for item in value) or "None"
        case FactType.TEXT_LIST, Sequence() if not isinstance(value, str):
            return ", ".join(say_value(item) for item in value) or "None"
        case _, bool():
            return "Yes" if value else "No"
        case _, int() | float():
            return say_number(value)
        case _:
            return " ".join(say_value(value).split())


def _first(item: JsonValue) -> str:
    """Name an entry of a list by what stands first in it."""
    if not isinstance(item, Mapping):
        return say_value(item)
    said = [say_value(part) for part in item.values() if part not in (None, "")]
    return ", ".join(said[:2])
