"""Amounts of money and days as they stand in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONEY = re.compile(
    r"(?:£\s?|GBP\s?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(million|billion|thousand|mn?\b|bn\b|k\b)?", re.IGNORECASE
)
_TIMES = {"million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "thousand": 10**3, "k": 10**3}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _MONTHS)
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of pounds and where it stands."""

    pounds: float
    step: float
    """Of its last digit: "£3.1 million" says no more than hundred thousands."""
    start: int
    end: int
    said: str

    def agrees_with(self, pounds: float) -> bool:
        """Tell whether it is this sum, as exactly as it was written."""
        return abs(self.pounds - pounds) <= self.step / 2 + 0.005


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where it stands."""

    day: date
    start: int
    end: int


def amounts_in(text: str) -> Iterator[Amount]:
    """Give each amount of pounds: "£5m", "£3.1 million", "£486,000"."""
    for match in _MONEY.finditer(text):
        times = _TIMES.get((match[3] or "").casefold(), 1)
        digits = match[1].replace(",", "")
        decimals = len(match[2] or ".") - 1
        pounds = float(digits + (match[2] or "")) * times
        yield Amount(pounds, _step(digits, decimals, times), match.start(), match.end(), match[0].strip())


def _step(digits: str, decimals: int, times: int) -> float:
    if decimals or times > 1:
        return times / float("1" + "0" * decimals)
    zeros = len(digits) - len(digits.rstrip("0"))
    # "£3,100,000" may be rounded, "£918,700" is not.
    return float("1" + "0" * zeros) if zeros >= 5 else 1.0


def days_in(text: str) -> Iterator[Day]:
    """Give each whole day: "31 August 2027", "31/08/2027", "2027-08-31"; what is no day is left out."""
    for match in _DAY_MONTH.finditer(text):
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(match[2].casefold()[:3]))
        yield from _day(int(match[3]), month, int(match[1]), match)
    for match in _NUMERIC.finditer(text):
        yield from _day(int(match[3]), int(match[2]), int(match[1]), match)
    for match in _ISO.finditer(text):
        yield from _day(int(match[1]), int(match[2]), int(match[3]), match)


def _day(year: int, month: int, day: int, match: re.Match[str]) -> Iterator[Day]:
    try:
        yield Day(date(year, month, day), *match.span())
    except ValueError:
        return


def sentences(text: str) -> Iterator[str]:
    """Cut a text into sentences and lines."""
    for line in text.splitlines():
        yield from (part for part in re.split(r"(?<=[.!?;])\s+(?=[A-Z“\"'£\d])", line) if part.strip())
