"""What a record says in answer to a question, before it becomes a suggestion."""

import re
from dataclasses import dataclass

from app.domain.suggestions import Source
from app.domain.values import JsonValue

UNSURE = 0.9
"""Below green: a person should look at it."""
_AMOUNT = re.compile(
    r"(?:£|\bgbp\b|\beur\b|€)\s*(\d[\d,]*(?:\.\d+)?)\s*(m\b|mn\b|million|k\b|thousand|bn\b|billion)?"
    r"|(\d[\d,]*(?:\.\d+)?)\s*(million|m\b(?!\w)|thousand|billion)",
    re.IGNORECASE,
)
_SCALE = {"m": 1e6, "mn": 1e6, "million": 1e6, "k": 1e3, "thousand": 1e3, "bn": 1e9, "billion": 1e9, "": 1.0}


@dataclass(frozen=True, slots=True)
class Finding:
    """A value, where it stands, and how far it can be trusted."""

    value: JsonValue
    source: Source
    most: float = 1.0
    """The greatest confidence it allows."""
    money: bool = False
    percent: bool = False


def pounds_in(text: str) -> float | None:
    """Read the first sum of money in a text: "£5 million", "£2,000,000", "10m"; None where there is none."""
    match = _AMOUNT.search(text)
    if match is None:
        return None
    digits, scale = (match[1], match[2]) if match[1] else (match[3], match[4])
    return float(digits.replace(",", "")) * _SCALE[(scale or "").lower()]
