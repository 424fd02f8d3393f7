"""Tables whose rows and columns the buyer names: every cell is asked as a question of its own, answered together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.answers_in_words import say_value
from app.domain.questionnaire import Kind, Question, Slot
from app.domain.suggestions import GREEN, Source, Suggestion
from app.domain.values import JsonValue
from app.matching.bank_answers import BankAnswers, without_rivals
from app.matching.context import OTHERS, Surroundings, names_whose, prepare, value_of
from app.matching.question_bank import QuestionBank
from app.matching.recognise import Recognition, recognise

_YES_OR_NO = re.compile(r"(?i)\by(?:es)?\s*[/|]\s*no?\b|^\W*(?:currently\s+)?(?:held|in\s+place|in\s+force)\b")
_ASKS_NOTHING = re.compile(r"(?i)\W*(?:your\s+)?(?:response|answer|details?|information|entry)s?\W*")
_MOST_CELLS = 120
_LONGEST_NAME = 16
"""Words. A longer name is an item to price or a requirement to meet, and no field of a form."""
_TITLES = 3
_LEAST = 0.8
"""A cell less likely than this stays empty: a table is looked at as a whole, and one wrong cell is easily missed."""
_POUNDS = re.compile(r"£(\d[\d,]*(?:\.\d+)?)")
_MONEY_HEADED = re.compile(r"(?i)£|\bgbp\b")
_PERIODS = ("year", "period", "emissions")
_PERIOD = re.compile(r"(?<![:\w-])(?:19|20)\d\d\b")
"""A year; the edition of a standard (ISO 9001:2015) is none."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a cell can be read: as which question, below which heading."""

    text: str
    above: str
    kind: Kind = Kind.TEXT
    parts: tuple[str, ...] = ()
    """Names of row and column where the text joins them."""


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    heading: str
    suggestion: Suggestion


def is_named_table(question: Question) -> bool:
    """Tell a table whose rows have names, and which is small enough to be a form and not a price list."""
    names = [name for name in question.slot.rows if name]
    short = all(len(name.split()) <= _LONGEST_NAME for name in names)
    return bool(names) and short and len(names) * len(question.slot.options) <= _MOST_CELLS


def suggest_cells(place: Surroundings, answers: BankAnswers, bank: QuestionBank) -> tuple[Suggestion, ...]:
    """Fill what is known of a table: first what is sure, then with what is likely; the rest stays empty."""
    question = place.asked.question
    found = [
        _Cell(row, heading, best)
        for row, heading, ways in _cells(question, bank)
        if (best := _best(place, ways, row, answers, bank)) is not None
    ]
    sure = [cell for cell in found if cell.suggestion.confidence >= GREEN]
    offered = [_together(question, some) for some in ([sure, found] if len(sure) < len(found) else [found]) if some]
    return tuple(offered)


def _cells(question: Question, bank: QuestionBank) -> Iterator[tuple[int, str, list["_Way"]]]:
    """Give row, heading and the ways to ask of every cell."""
    for row, name in enumerate(question.slot.rows):
        for heading in question.slot.options:
            if name:
                yield row, heading, _ways(name, heading, bank)


def _ways(name: str, heading: str, bank: QuestionBank) -> list[_Way]:
    """List how a cell can be read; a name alone is asked where the other says only whose it is, or whether."""
    if _YES_OR_NO.search(heading):
        return [_Way(name, heading, Kind.YES_NO)]
    ways = [_Way(f"{name} {heading}", "", parts=(name, heading))]
    if names_whose(heading, bank) or _ASKS_NOTHING.fullmatch(heading):
        ways.append(_Way(name, heading))
    if names_whose(name, bank):
        ways.append(_Way(heading, name))
    return ways


def _in_place_of(place: Surroundings, way: _Way, row: int, bank: QuestionBank) -> Surroundings:
    table = place.asked.question
    lead = table.text.splitlines()[0] if "\n" in table.text else ""
    section = " > ".join(part for part in (table.section, lead, way.above) if part)
    cell = replace(table, text=way.text, kind=way.kind, section=section, guidance="", slot=Slot(None), limit=None)
    asked = prepare(cell, bank.lexicon)
    return Surroundings(replace(asked, block=(section, f"{table.id} {row} {way.text}")), ())


def _best(
    table: Surroundings, ways: Sequence[_Way], row: int, answers: BankAnswers, bank: QuestionBank
) -> Suggestion | None:
    offered: dict[str, Suggestion] = {}
    for way in ways:
        place = _in_place_of(table, way, row, bank)
        recognised = [one for one in recognise(place, bank) if _is_of_both(one, way, bank)]
        for one in answers.suggest(place, recognised):
            held = offered.get(repr(one.value))
            if held is None or held.confidence < one.confidence:
                offered[repr(one.value)] = one
    ordered = sorted(offered.values(), key=lambda one: one.confidence, reverse=True)
    best = next(iter(without_rivals(tuple(ordered))), None)
    return best if best is not None and best.confidence >= _LEAST else None


def _is_of_both(found: Recognition, way: _Way, bank: QuestionBank) -> bool:
    """Tell whether a wording has words of the row and of the column, so that neither is passed over."""
    if not all(_heeds(found, name, bank) for name in (way.above, *way.parts)):
        return False
    if not way.parts:
        return True
    by_period = found.canonical.axis in _PERIODS
    dated = [part for part in way.parts if _PERIOD.search(part)]
    if found.canonical.axis in ("firm", "person") or (dated and not by_period):
        return False
    terms = set(bank.lexicon.terms(found.wording))
    return all(part in dated or terms & set(bank.lexicon.terms(part)) for part in way.parts)


def _heeds(found: Recognition, above: str, bank: QuestionBank) -> bool:
    """Tell whether a question can be asked of the year, the period or the person that the other name says."""
    asked_of = {name for name in (*_PERIODS, "person") if value_of(above, bank.axes[name]) not in ("", OTHERS)}
    return not asked_of or found.canonical.axis in asked_of


def _together(question: Question, cells: Sequence[_Cell]) -> Suggestion:
    rows = [_row(question, [cell for cell in cells if cell.row == row]) for row in range(cells[-1].row + 1)]
    text = "\n".join(_said(question.slot.rows[at], row) for at, row in enumerate(rows) if any(row.values()))
    titles = list(dict.fromkeys(cell.suggestion.source.title for cell in cells))
    more = f" and {len(titles) - _TITLES} more" if len(titles) > _TITLES else ""
    total = sum(bool(name) for name in question.slot.rows) * len(question.slot.options)
    left = [name for at, name in enumerate(question.slot.rows) if name and all(cell.row != at for cell in cells)]
    why = f"read cell by cell; {len(cells)} of {total} known"
    why += f"; nothing known of {', '.join(left[:_TITLES])}" if left else ""
    first = cells[0].suggestion.source
    source = Source(first.kind, first.id, ", ".join(titles[:_TITLES]) + more, why)
    value: JsonValue = list(rows)
    return Suggestion(question.id, text, value, min(cell.suggestion.confidence for cell in cells), source)


def _row(question: Question, cells: Sequence[_Cell]) -> Mapping[str, JsonValue]:
    """Write the known cells of a row; one of which nothing is known keeps its place with an empty first cell."""
    known = {cell.heading: _as_headed(cell.suggestion.value, cell.heading) for cell in cells}
    return known or {next(iter(question.slot.options)): ""}


def _as_headed(value: JsonValue, heading: str) -> JsonValue:
    """Leave the sign to a heading that has it: a bare number under "Turnover (£)"."""
    stated = _POUNDS.fullmatch(value) if isinstance(value, str) and _MONEY_HEADED.search(heading) else None
    if stated is None:
        return value
    digits = stated[1].replace(",", "")
    return float(digits) if "." in digits else int(digits)


def _said(name: str, row: Mapping[str, JsonValue]) -> str:
    return f"{name}: " + "; ".join(f"{heading} {say_value(value)}" for heading, value in row.items())
