"""What an answer looks like in a buyer's file: from its value and the kind of question to words, numbers and rows."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from app.domain.answers_in_words import (
    address_lines,
    as_date,
    is_address,
    say_date,
    say_money,
    say_percent,
    say_plainly,
    say_value,
)
from app.domain.questionnaire import Kind, Question
from app.domain.values import JsonValue
from app.fillers.refusal import Unwritable

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_CURRENCY = re.compile(r"(?:[£$€¥₹]|\b(?:GBP|EUR|USD|AUD|CAD|NZD|CHF|INR|SGD|MYR|RM))\s*$")
_UNSOUND = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
"""Control characters, halves of surrogate pairs and non-characters; line breaks and tabs are kept."""


def clean(text: str) -> str:
    """Drop what XML and readers cannot hold: control characters, halves of surrogate pairs, non-characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _UNSOUND.sub("", text.replace("\v", "\n").replace("\f", "\n"))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def number_of(value: JsonValue) -> float | None:
    """Read a number, also from "£1,250.50" or "97.5%"; None of anything else and of what begins with a zero."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        return None
    digits = value.strip().removeprefix("£").removesuffix("%").strip()
    if not _NUMBER.fullmatch(digits) or re.match(r"-?0\d", digits):
        return None
    number = float(digits.replace(",", ""))
    return int(number) if number.is_integer() and "." not in digits else number


def answer_text(question: Question, value: JsonValue) -> str:
    """Write an answer as words; addresses and lists one part to a line.

    Raises `Unwritable` where nothing is left to write.
    """
    text = clean(_said(question.kind, value))
    if not text:
        raise Unwritable("The answer is empty.")
    return text


def one_line(text: str) -> str:
    """Join the lines of an answer for a place that holds one line."""
    return re.sub(r"[,;]?\n+", ", ", re.sub(r"([.!?:])\n+", r"\1 ", text))


def beside_signs(text: str, before: str, after: str) -> str:
    """Leave out a pound or per cent sign where the buyer has printed one, or another currency, around the blank."""
    if _CURRENCY.search(before):
        text = text.removeprefix("£")
    if after.lstrip().startswith("%"):
        text = text.removesuffix("%")
    return text


def table_rows(value: JsonValue, headings: Sequence[str]) -> list[list[JsonValue]]:
    """Bring a table's entries into the order of its columns.

    Each entry is an object by heading (in any case and spacing), a list of cells, or the text of the first cell.
    Raises `Unwritable` where there is none, or an entry names a column that is not there.
    """
    entries = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    rows = [_table_row(entry, headings) for entry in entries if entry not in (None, "", [], {})]
    if not rows:
        raise Unwritable("The answer is empty.")
    return rows


def plain(text: str) -> str:
    """Bring words to the form in which they are compared: small letters, no marks, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w%£]+", " ", folded).split())


def _table_row(entry: JsonValue, headings: Sequence[str]) -> list[JsonValue]:
    if isinstance(entry, Mapping):
        columns = {plain(heading): at for at, heading in enumerate(headings)}
        row: list[JsonValue] = [None] * len(headings)
        for heading, value in entry.items():
            if plain(heading) not in columns:
                raise Unwritable(f"The table has no column “{heading}”.")
            row[columns[plain(heading)]] = value
        return row
    cells = list(entry) if isinstance(entry, Sequence) and not isinstance(entry, str) else [entry]
    if len(cells) > len(headings):
        raise Unwritable(f"An entry has {len(cells)} cells and the table {len(headings)} columns.")
    return [*cells, *([None] * (len(headings) - len(cells)))]


def _said(kind: Kind, value: JsonValue) -> str:
    if isinstance(value, Mapping):
        return "\n".join(address_lines(value)) if is_address(value) else say_value(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(_said(kind, one) for one in value)
    number = number_of(value) if kind in (Kind.MONEY, Kind.PERCENT) else None
    if number is not None:
        return say_money(number) if kind is Kind.MONEY else say_percent(number)
    if isinstance(value, str) and kind is Kind.DATE and (day := as_date(value)):
        return say_date(day)
    return say_plainly(value)
