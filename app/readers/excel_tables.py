"""Tables: items with several things to fill in for each, read as one question and not cell by cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.questionnaire import Kind, Signal
from app.packages.sheet_styles import NumberKind
from app.readers.excel_bands import Band
from app.readers.excel_candidates import Candidate, CandidateRow
from app.readers.excel_draft import Draft
from app.readers.excel_weights import MARKS
from app.readers.headings import Role, heading_role
from app.readers.sentences import is_sentence

TICKS = (Role.YES, Role.NO, Role.OPTION)
ITEMS_FROM = 2
_HALF = 0.5
_MOST_LABELS = 60
"""Rows of a table that are named with it."""
_USUAL = 0.3
_PERIOD = re.compile(r"(?i).*(?:\b(?:19|20)\d\d\b|\b(?:year|period|quarter|month|q[1-4]|fy)\b).*|\W*", re.DOTALL)


def main_candidates(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates that are more than a remark beside an answer."""
    return [one for one in candidates if one.role is not Role.REMARK]


def is_item_table(rows: Sequence[CandidateRow]) -> bool:
    """Tell a table of items with several things to fill in for each from rows that each ask one thing."""
    filled = [row for row in rows if row.candidates and row.has_words]
    several = [row for row in filled if _kinds_of_column(row) > 1 and not _has_answer(row)]
    if not filled or len(several) < _HALF * len(filled) or (len(several) < ITEMS_FROM and len(filled) > 1):
        return False
    sentences = sum(any(is_sentence(one.label.text) for one in row.candidates) for row in several)
    return sentences < _HALF * len(several)


def _has_answer(row: CandidateRow) -> bool:
    """Tell whether a heading names the supplier's answer: such rows are answered one by one."""
    headings = [one.heading.text for one in row.candidates if one.heading is not None]
    return any(heading_role(text) is Role.ANSWER for text in headings)


def _kinds_of_column(row: CandidateRow) -> int:
    """Count the different things a row leaves blank; the same figure for several periods counts once."""
    main = [one for one in main_candidates(row.candidates) if one.role not in TICKS]
    labels = {one.label.column for one in main}
    headings = {one.heading.text for one in main if one.heading is not None}
    if len(main) < ITEMS_FROM or len(labels) > 1 or len(headings) < ITEMS_FROM:
        return min(len(main), 1)
    marked = all(any(signal.name in MARKS for signal in one.signals) for one in main)
    numeric = all(one.spot.style.number_kind is not NumberKind.GENERAL for one in main)
    periods = all(_PERIOD.fullmatch(one.heading.text if one.heading else "") for one in main)
    lists = all(one.spot.has_list for one in main)
    return 1 if (marked and numeric and periods) or lists else len(main)


def item_tables(band: Band, rows: Sequence[CandidateRow]) -> Iterator[Draft]:
    """Give the one table of a band of items."""
    filled = [row for row in rows if row.has_words and main_candidates(row.candidates)]
    most = max(len(row.candidates) for row in filled)
    start = next(row for row in filled if len(row.candidates) >= min(most, ITEMS_FROM))
    below = [row for row in reversed(filled) if row.number >= start.number]
    first = {one.spot.column: one for row in below for one in (*row.weak, *row.candidates)}
    usual = [one for one in first.values() if _often(one.spot.column, rows)]
    table = make_table(band, start, sorted(usual or first.values(), key=lambda one: one.spot.column))
    labels = dict.fromkeys(" ".join(row.candidates[0].label.text.split()) for row in filled)
    table = replace(table, guidance="\n".join(list(labels)[:_MOST_LABELS]))
    level = {spot.row for _, spot in table.boxes} == {start.number}
    yield replace(table, rows=_named_rows(below)) if level else table


def _named_rows(rows: Sequence[CandidateRow]) -> tuple[str, ...]:
    """Name every row of the sheet from the first to the last of the filled ones; empty where the buyer names none."""
    names = {row.number: " ".join(row.candidates[0].label.text.split()) for row in rows if row.candidates}
    return tuple(names.get(number, "") for number in range(min(names), max(names) + 1)) if names else ()


def _often(column: int, rows: Sequence[CandidateRow]) -> bool:
    filled = [row for row in rows if row.candidates and row.has_words]
    having = sum(any(one.spot.column == column for one in (*row.candidates, *row.weak)) for row in filled)
    return having >= _USUAL * len(filled)


def make_table(band: Band, row: CandidateRow, columns: Sequence[Candidate]) -> Draft:
    """Draft one table; `columns` are its first places to fill, from left to right."""
    headings = [one.heading.text if one.heading is not None else "" for one in columns]
    named = [
        (text or f"Column {number}", one.spot)
        for number, (text, one) in enumerate(zip(headings, columns, strict=True), 1)
    ]
    sections = row.band_row.sections
    title = band.title or (sections[-1] if sections else "")
    text = "; ".join(dict.fromkeys(text for text in headings if text))
    return Draft(
        spot=columns[0].spot,
        text=f"{title}: {text}" if title else text,
        row=row,
        boxes=tuple(named),
        kind=Kind.TABLE,
        signals=(*columns[0].signals, Signal("leaves the same columns blank in every row", 1.0)),
    )
