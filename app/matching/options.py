"""The buyer's own options: which of them says what the supplier's fact says."""

import re
from collections.abc import Sequence

from app.domain.values import JsonValue
from app.matching.question_bank import QuestionBank

_LETTER = re.compile(r"^\s*(?:\(?[A-Za-z0-9]{1,2}[).:]\)?\s*[-–—]?|[-–—•])\s*")
_RANGE = re.compile(r"(\d[\d,]*)\s*(?:-|–|—|to|and)\s*(\d[\d,]*)")
_FROM = re.compile(
    r"(\d[\d,]*)\s*(?:\+|or\s+more|and\s+(?:over|above|more)|plus)|(?:over|more\s+than|above|at\s+least)\s*(\d[\d,]*)"
)
_BELOW = re.compile(r"(?:less|fewer)\s+than\s*(\d[\d,]*)|under\s*(\d[\d,]*)|up\s+to\s*(\d[\d,]*)")


def choose(value: JsonValue, options: Sequence[str], bank: QuestionBank) -> str | None:
    """Find the one option that means `value`, in the buyer's words; None where none or several do."""
    if isinstance(value, bool):
        return _of_group("yes" if value else "no", options, bank, begins=True)
    if isinstance(value, int | float):
        fitting = [option for option in options if _covers(option, value)]
        return fitting[0] if len(fitting) == 1 else None
    if not isinstance(value, str):
        return None
    same = [option for option in options if _bare(option) == _bare(value)]
    return same[0] if len(same) == 1 else _of_group(value, options, bank)


def is_printed(value: JsonValue, text: str, bank: QuestionBank) -> bool:
    """Tell whether the text itself prints an option that means `value`, where the options were not read apart."""
    if not isinstance(value, str):
        return False
    words = f" {_bare(text)} "
    return any(f" {_bare(name)} " in words for name in _group(value, bank))


def _group(value: str, bank: QuestionBank) -> tuple[str, ...]:
    return next((names for names in bank.choices if _bare(value) in map(_bare, names)), (value,))


def _of_group(value: str, options: Sequence[str], bank: QuestionBank, *, begins: bool = False) -> str | None:
    for name in _group(value, bank):
        words = _bare(name)
        fitting = [one for one in options if _bare(one) == words]
        if not fitting and (begins or len(words.split()) > 1):
            fitting = [one for one in options if re.match(rf"{re.escape(words)}\b", _bare(one))]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _bare(option: str) -> str:
    text = _LETTER.sub("", option.strip(), count=1).casefold()
    return " ".join(re.sub(r"[^\w/]+", " ", text).split())


def _covers(option: str, number: float) -> bool:
    text = option.casefold()
    if match := _RANGE.search(text):
        return _number(match[1]) <= number <= _number(match[2])
    if match := _FROM.search(text):
        least = _number(match[1] or match[2])
        return number >= least if match[1] or "at least" in text else number > least
    if match := _BELOW.search(text):
        most = _number(match[1] or match[2] or match[3])
        return number <= most if match[3] else number < most
    return text.strip().replace(",", "") == f"{number:g}"


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))
