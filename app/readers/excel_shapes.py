"""What the places of a band ask together: a question for each row, boxes to tick, or one table to fill."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app.domain.questionnaire import Signal
from app.readers.excel_bands import Band
from app.readers.excel_candidates import Candidate, CandidateRow
from app.readers.excel_draft import Draft, make_draft
from app.readers.excel_labels import Label
from app.readers.excel_printed import blanks_inside
from app.readers.excel_surroundings import is_drawn_cell
from app.readers.excel_tables import ITEMS_FROM, TICKS, is_item_table, item_tables, main_candidates, make_table
from app.readers.excel_view import Spot, is_numbering
from app.readers.excel_weights import MARKS, NO_LABEL
from app.readers.headings import Role
from app.readers.patterns import any_of
from app.readers.sentences import asks, is_sentence

_HALF = 0.5
_REMARK = re.compile(r"(?i)\b(?:comments?|remarks?|notes?|evidence|further\s+details?|explanation)\b")
_OPTIONAL = re.compile(r"(?i)\boptional\b")
_PUT_HERE = re.compile(
    r"(?i)^\W*(?:please\s+)?(?:insert|paste|embed|attach|upload)\s+"
    + any_of("your", "the", "a", "copy", "here", "document", "evidence")
)
_PUT_WORDS = 60
_TALL = 28.0
"""Points of height of a row of two lines or more."""


def shape(band: Band, rows: Sequence[CandidateRow]) -> Iterator[Draft]:
    """Give the questions of a band from top to bottom."""
    rows = _with_boxes_below(_without_optional(rows))
    as_table = is_item_table(rows)
    done = False
    at = 0
    while at < len(rows):
        row = rows[at]
        run = _run_without_words(rows, at)
        if run:
            if not done:
                yield from _below(band, rows, at, run)
            at += len(run)
            continue
        if as_table and main_candidates(row.candidates):
            if not done:
                yield from item_tables(band, rows)
                done = True
        elif row.candidates:
            beside = _beside(band, row)
            yield from (replace(draft, beside=beside) for draft in _of_row(row))
        else:
            yield from _inside(row)
        at += 1


def _with_boxes_below(rows: Sequence[CandidateRow]) -> Sequence[CandidateRow]:
    """Leave out ordinary cells beside a question that has a box made for its answer right below it."""
    found = list(rows)
    for at, (above, below) in enumerate(pairwise(rows)):
        plain = above.candidates and not any(is_drawn_cell(one.spot) for one in above.candidates)
        boxed = below.candidates and not below.has_words and _is_roomy(below.candidates[0])
        if plain and boxed and below.number == above.number + 1:
            found[at] = replace(above, candidates=())
    return found


def _without_optional(rows: Sequence[CandidateRow]) -> Sequence[CandidateRow]:
    """Leave out columns that their heading calls optional, where the row has others to fill in."""
    columns = {one.spot.column: one for row in rows for one in row.candidates}
    optional = {column for column, one in columns.items() if one.heading and _OPTIONAL.search(one.heading.text)}
    if not optional or len(optional) == len(columns):
        return rows
    return [replace(row, candidates=tuple(c for c in row.candidates if c.spot.column not in optional)) for row in rows]


def _run_without_words(rows: Sequence[CandidateRow], at: int) -> Sequence[CandidateRow]:
    """Give the rows from here on that have places to fill and print at most numbers."""
    end = at
    while end < len(rows) and rows[end].candidates and not rows[end].has_words:
        end += 1
    return rows[at:end]


def _below(band: Band, rows: Sequence[CandidateRow], at: int, run: Sequence[CandidateRow]) -> Iterator[Draft]:
    """Read rows without words: blank rows of a table, answers under their headings, or the answer to the row above."""
    columns = {c.spot.column: c for row in reversed(run) for c in row.candidates if c.heading and c.heading.text}
    headed = [column for column, one in band.headings.items() if one.role is not Role.ITEM]
    distinct = {band.headings[column].text for column in columns}
    if band.headings and len(distinct) >= _HALF * len({band.headings[c].text for c in headed}) and distinct:
        if len(run) == 1 and not run[0].texts and (_are_questions(distinct) or _are_fields(distinct)):
            yield from (_under_heading(run[0], one) for one in run[0].candidates if one.heading is not None)
        elif len(distinct) > 1 or len(run) > 1:
            yield make_table(band, run[0], [columns[column] for column in sorted(columns)])
        return
    before = rows[at - 1] if at else None
    if before is None or before.candidates or not run[0].candidates:
        return
    labels = {spot.column: spot for spot in before.texts if not is_numbering(spot.text)}
    if len(run[0].candidates) > 1 and all(one.spot.column in labels for one in run[0].candidates):
        for one in run[0].candidates:
            signals = (*_seen(one), Signal("stands below its label", 1.5))
            yield make_draft(run[0], one, Label(labels[one.spot.column].text), signals)
        return
    asked = max(before.texts, key=lambda spot: asks(spot.text), default=None)
    directly = asked is not None and run[0].number == before.number + _height(asked)
    if asked is not None and directly and asks(asked.text) >= 1.25 and _is_roomy(run[0].candidates[0]):
        numbers = [spot.text for spot in before.texts if is_numbering(spot.text) and spot.column < asked.column]
        first = run[0].candidates[0]
        label = Label(asked.text, numbers[-1] if numbers else "")
        yield make_draft(
            run[0], first, label, (*_seen(first), Signal("stands below a text that asks", asks(asked.text) + 1))
        )


def _is_roomy(one: Candidate) -> bool:
    """Tell whether a place below a text is made for an answer: marked, merged, or taller than a line."""
    marked = any(signal.name in MARKS for signal in one.signals)
    merged = one.spot.last_column > one.spot.column or one.spot.last_row > one.spot.row
    return marked or merged or one.spot.height >= _TALL


def _height(spot: Spot) -> int:
    return spot.last_row - spot.row + 1


def _are_questions(headings: set[str]) -> bool:
    """Tell headings that ask from the names of a table's columns."""
    return sum(is_sentence(text) for text in headings) >= _HALF * len(headings)


def _are_fields(headings: set[str]) -> bool:
    """Tell whether headings over a single blank row all name a detail, as the labels of a form do."""
    return all(asks(text) >= 1 for text in headings)


def _under_heading(row: CandidateRow, one: Candidate) -> Draft:
    text = one.heading.text if one.heading is not None else ""
    return make_draft(row, one, Label(text), (*_seen(one), Signal("stands below a text that asks", asks(text) + 1)))


def _seen(one: Candidate) -> tuple[Signal, ...]:
    """Give the signals of a place without what was said before its label was found."""
    return tuple(signal for signal in one.signals if signal.name != NO_LABEL)


def _of_row(row: CandidateRow) -> Iterator[Draft]:
    """Give the questions of one row: boxes to tick as one, other places each."""
    ticks = [one for one in row.candidates if one.role in TICKS]
    boxed = len(ticks) >= ITEMS_FROM
    if boxed:
        first = ticks[0]
        boxes = tuple((one.heading.text, one.spot) for one in ticks if one.heading is not None)
        yield make_draft(row, first, first.label, first.signals, boxes=boxes)
    others = [one for one in row.candidates if not boxed or one not in ticks]
    main = row.candidates[0] if boxed else _main_answer(others)
    for one in others:
        if not one.label.text and one.heading is None:
            continue
        second = one is not main and main is not None and not (one.role is Role.ANSWER and not _is_remark(one))
        named = one.heading is not None and one is not main and len(row.candidates) > 1
        heading = one.heading.text if one.heading is not None and named else ""
        yield replace(make_draft(row, one, one.label, one.signals, heading=heading), is_second=second)


def _main_answer(candidates: Sequence[Candidate]) -> Candidate | None:
    """Find the answer of a row among its places: under a heading for answers that is not one for remarks."""
    told = [one for one in candidates if one.role is Role.ANSWER]
    return next((one for one in told if not _is_remark(one)), told[0] if told else None)


def _is_remark(one: Candidate) -> bool:
    return one.heading is not None and _REMARK.search(one.heading.text) is not None


def _beside(band: Band, row: CandidateRow) -> dict[Role, tuple[tuple[str, str], ...]]:
    """Give what stands on the row under headings for limits, weights and duties."""
    found: dict[Role, tuple[tuple[str, str], ...]] = {}
    for spot in row.texts:
        heading = band.headings.get(spot.column)
        if heading is not None and heading.role in (Role.LIMIT, Role.WEIGHT, Role.MANDATORY):
            found[heading.role] = (*found.get(heading.role, ()), (heading.text, spot.text))
    return found


def _inside(row: CandidateRow) -> Iterator[Draft]:
    """Give the questions of lines of dots inside the row's texts."""
    numbers = [spot.text for spot in row.texts if is_numbering(spot.text)]
    for spot, number, before in blanks_inside(row):
        signals = (Signal("leaves a line to write on", 3.0), Signal("has a label", 0.5))
        yield Draft(spot, before, row, numbers[0] if numbers else "", signals=signals, blank=number)


def put_here(rows: Sequence[CandidateRow]) -> Iterator[tuple[CandidateRow, Spot]]:
    """Give the texts that ask to put a document into the sheet below them, as the last thing on it."""
    if not rows or rows[-1].candidates or len(rows[-1].texts) != 1:
        return
    spot = rows[-1].texts[0]
    if len(spot.text.split()) <= _PUT_WORDS and _PUT_HERE.match(spot.text) and spot.writable:
        yield rows[-1], spot
