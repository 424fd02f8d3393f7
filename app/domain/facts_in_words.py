"""A fact's value read from the words of a past answer; what cannot be read for sure is left alone."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from app.domain.catalogue import FactType
from app.domain.values import JsonValue

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_AMOUNT = re.compile(r"(?:£\s*)?(?P<number>[\d,.]+)")
_SHARE = re.compile(r"(?P<number>[\d,.]+)\s*%?")
_WAYS = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")
"""How days are written in British forms, the day first."""
_ORDINAL = re.compile(r"(?i)(?<=\d)(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 20
"""Words above which an answer is more than a value."""
_NONE = frozenset(("n/a", "na", "not applicable", "none", "nil", "-"))


def value_in_words(text: str, kind: FactType) -> JsonValue:
    """Read a value of this type; None where the words are none, say more, or leave a doubt."""
    words = " ".join(text.split())
    if not words or words.casefold().strip(".") in _NONE or kind not in _READERS:
        return None
    if kind is not FactType.LONG_TEXT and len(words.split()) > _LONGEST:
        return None
    return _READERS[kind](text.strip() if kind is FactType.LONG_TEXT else words)


def _yes_no(words: str) -> JsonValue:
    said = words.casefold().strip(".")
    return {"yes": True, "no": False}.get(said)


def _date(words: str) -> JsonValue:
    plain = _ORDINAL.sub("", words).replace(",", "")
    for read in (date.fromisoformat, *(_by(way) for way in _WAYS)):
        try:
            return read(plain).isoformat()
        except ValueError:
            continue
    return None


def _by(way: str) -> Callable[[str], date]:
    return lambda words: datetime.strptime(words, way).date()  # noqa: DTZ007


def _number(words: str) -> JsonValue:
    if not _NUMBER.fullmatch(words):
        return None
    number = float(words.replace(",", ""))
    return int(number) if number.is_integer() else number


def _whole(words: str) -> JsonValue:
    number = _number(words)
    return number if isinstance(number, int) else None


def _year(words: str) -> JsonValue:
    return int(words) if _YEAR.fullmatch(words) else None


def _within(pattern: re.Pattern[str]) -> Callable[[str], JsonValue]:
    def read(words: str) -> JsonValue:
        found = pattern.fullmatch(words)
        return _number(found["number"]) if found else None

    return read


def _email(words: str) -> JsonValue:
    return words if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", words) else None


def _phone(words: str) -> JsonValue:
    return words if re.fullmatch(r"\+?[\d\s()-]{9,20}", words) else None


def _url(words: str) -> JsonValue:
    return words if re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", words) else None


_READERS: Mapping[FactType, Callable[[str], JsonValue]] = {
    FactType.TEXT: lambda words: words,
    FactType.LONG_TEXT: lambda words: words,
    FactType.YES_NO: _yes_no,
    FactType.DATE: _date,
    FactType.YEAR: _year,
    FactType.INTEGER: _whole,
    FactType.NUMBER: _number,
    FactType.MONEY: _within(_AMOUNT),
    FactType.PERCENT: _within(_SHARE),
    FactType.EMAIL: _email,
    FactType.PHONE: _phone,
    FactType.URL: _url,
}
