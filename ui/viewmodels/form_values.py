"""What a form holds, turned into the members of a record."""

from collections.abc import Mapping
from datetime import date

from app.domain.answers_in_words import as_date
from app.domain.values import JsonValue


def text_of(values: Mapping[str, JsonValue], name: str) -> str:
    """Give the words of a field, without spaces around them."""
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""


def day_of(values: Mapping[str, JsonValue], name: str) -> date | None:
    """Give the day of a field; None where it is empty."""
    return as_date(values.get(name))


def words_of(values: Mapping[str, JsonValue], name: str) -> tuple[str, ...]:
    """Give the entries of a list."""
    value = values.get(name)
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()


def day_text(day: date | None) -> str | None:
    """Write a day as a form keeps it."""
    return day.isoformat() if day else None
