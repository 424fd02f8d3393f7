"""What the places of a band ask together: a question for each row, boxes to tick, or one table to fill."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.questionnaire import Kind, Signal
from app.packages.sheet_styles import NumberKind
from app.readers.excel_bands import Band
from app.readers.excel_candidates import Candidate, CandidateRow, blanks_inside
from app.readers.excel_labels import Label
from app.readers.excel_view import Spot, is_numbering
from app.readers.excel_weights import MARKS, NO_LABEL
from app.readers.headings import Role
from app.readers.patterns import any_of
from app.readers.prompts import Prompt
from app.readers.sentences import asks, is_sentence

_TICKS = (Role.YES, Role.NO, Role.OPTION)
_ITEMS_FROM = 2
_OPTIONAL = re.compile(r"(?i)\boptional\b")
_HALF = 0.5
_PERIOD = re.compile(r"(?i).*(?:\b(?:19|20)\d\d\b|\b(?:year|period|quarter|month|q[1-4]|fy)\b).*|\W*", re.DOTALL)
_PUT_HERE = re.compile(
    r"(?i)^\W*(?:please\s+)?(?:insert|paste|embed|attach|upload)\s+"
    + any_of("your", "the", "a", "copy", "here", "document", "evidence")
)
_PUT_WORDS = 60
_TALL = 28.0
"""Points of height of a row of two lines or more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before its kind, options and limits are known."""

    spot: Spot
    """Where the answer goes; of a table its first place to fill."""
    text: str
    row: CandidateRow
    ref: str = ""
    guidance: str = ""
    groups: tuple[str, ...] = ()
    heading: str = ""
    asked: str = ""
    """The text of the question without its column's heading; empty where they are the same."""
    role: Role | None = None
    """What the heading makes of the column."""
    prompt: Prompt | None = None
    boxes: tuple[tuple[str, Spot], ...] = ()
    """Options with their places; of a table its headings with their first places."""
    kind: Kind | None = None
    signals: tuple[Signal, ...] = ()
    blank: int = 0
    """The number of the blank inside the place."""
    is_second: bool = False
    """Whether the row has an answer before this, of which this is a part: a remark, a date, evidence."""
    beside: Mapping[Role, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """What the buyer prints in columns of their own, by what these hold: heading and text."""

    @property
    def slots_are_options(self) -> bool:
        """Whether each place is one of the answers."""
        return bool(self.boxes) and self.kind is not Kind.TABLE


def shape(band: Band, rows: Sequence[CandidateRow]) -> Iterator[Draft]:
    """Give the questions of a band from top to bottom."""
    rows = _without_optional(rows)
    as_table = _is_price_table(rows)
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
        if as_table and _main(row.candidates):
            if not done:
                yield from _tables(band, rows)
                done = True
        elif row.candidates:
            beside = _beside(band, row)
            yield from (replace(draft, beside=beside) for draft in _of_row(row))
        else:
            yield from _inside(row)
        at += 1


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
        if len(run) == 1 and _are_questions(distinct) and not run[0].texts:
            yield from (_under_heading(run[0], one) for one in run[0].candidates if one.heading is not None)
        elif len(distinct) > 1 or len(run) > 1:
            yield _table(band, run[0], [columns[column] for column in sorted(columns)])
        return
    before = rows[at - 1] if at else None
    if before is None or before.candidates or not run[0].candidates:
        return
    labels = {spot.column: spot for spot in before.texts if not is_numbering(spot.text)}
    if len(run[0].candidates) > 1 and all(one.spot.column in labels for one in run[0].candidates):
        for one in run[0].candidates:
            signals = (*_seen(one), Signal("stands below its label", 1.5))
            yield _draft(run[0], one, Label(labels[one.spot.column].text), signals)
        return
    asked = max(before.texts, key=lambda spot: asks(spot.text), default=None)
    directly = asked is not None and run[0].number == before.number + _height(asked)
    if asked is not None and directly and asks(asked.text) >= 1.25 and _is_roomy(run[0].candidates[0]):
        numbers = [spot.text for spot in before.texts if is_numbering(spot.text)]
        first = run[0].candidates[0]
        label = Label(asked.text, numbers[-1] if numbers else "")
        yield _draft(
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


def _under_heading(row: CandidateRow, one: Candidate) -> Draft:
    text = one.heading.text if one.heading is not None else ""
    return _draft(row, one, Label(text), (*_seen(one), Signal("stands below a text that asks", asks(text) + 1)))


def _seen(one: Candidate) -> tuple[Signal, ...]:
    """Give the signals of a place without what was said before its label was found."""
    return tuple(signal for signal in one.signals if signal.name != NO_LABEL)


def _of_row(row: CandidateRow) -> Iterator[Draft]:
    """Give the questions of one row: boxes to tick as one, other places each."""
    ticks = [one for one in row.candidates if one.role in _TICKS]
    boxed = len(ticks) >= _ITEMS_FROM
    if boxed:
        first = ticks[0]
        boxes = tuple((one.heading.text, one.spot) for one in ticks if one.heading is not None)
        yield _draft(row, first, first.label, first.signals, boxes=boxes)
    others = [one for one in row.candidates if not boxed or one not in ticks]
    several = len(row.candidates) > 1
    main = next((one for one in others if one.role is Role.ANSWER), None) if not boxed else row.candidates[0]
    for one in others:
        if not one.label.text and one.heading is None:
            continue
        heading = one.heading.text if one.heading is not None and several else ""
        draft = _draft(row, one, one.label, one.signals, heading=heading)
        yield replace(draft, is_second=main is not None and one is not main and one.role is not Role.ANSWER)


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


def _main(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates that are more than a remark beside an answer."""
    return [one for one in candidates if one.role is not Role.REMARK]


def _is_price_table(rows: Sequence[CandidateRow]) -> bool:
    """Tell a table of items with several things to fill in for each from rows that each ask one thing."""
    filled = [row for row in rows if row.candidates and row.has_words]
    several = [row for row in filled if _kinds_of_column(row) > 1]
    if not filled or len(several) < _HALF * len(filled) or (len(several) < _ITEMS_FROM and len(filled) > 1):
        return False
    sentences = sum(any(is_sentence(one.label.text) for one in row.candidates) for row in several)
    return sentences < _HALF * len(several)


def _kinds_of_column(row: CandidateRow) -> int:
    """Count the different things a row leaves blank; the same figure for several periods counts once."""
    main = [one for one in _main(row.candidates) if one.role not in _TICKS]
    labels = {one.label.column for one in main}
    if len(main) < _ITEMS_FROM or len(labels) > 1:
        return min(len(main), 1)
    marked = all(any(signal.name in MARKS for signal in one.signals) for one in main)
    numeric = all(one.spot.style.number_kind is not NumberKind.GENERAL for one in main)
    periods = all(_PERIOD.fullmatch(one.heading.text if one.heading else "") for one in main)
    lists = all(one.spot.has_list for one in main)
    return 1 if (marked and numeric and periods) or lists else len(main)


def _tables(band: Band, rows: Sequence[CandidateRow]) -> Iterator[Draft]:
    """Give the one table of a band of items."""
    filled = [row for row in rows if row.has_words and _main(row.candidates)]
    most = max(len(row.candidates) for row in filled)
    start = next(row for row in filled if len(row.candidates) >= min(most, _ITEMS_FROM))
    first = {one.spot.column: one for row in reversed(filled) if row.number >= start.number for one in row.candidates}
    usual = [one for one in first.values() if _often(one.spot.column, rows)]
    yield _table(band, start, sorted(usual or first.values(), key=lambda one: one.spot.column))


def _often(column: int, rows: Sequence[CandidateRow]) -> bool:
    filled = [row for row in rows if row.candidates and row.has_words]
    return sum(any(one.spot.column == column for one in row.candidates) for row in filled) >= 0.3 * len(filled)


def _table(band: Band, row: CandidateRow, columns: Sequence[Candidate]) -> Draft:
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


def _draft(
    row: CandidateRow,
    one: Candidate,
    label: Label,
    signals: tuple[Signal, ...],
    *,
    heading: str = "",
    boxes: tuple[tuple[str, Spot], ...] = (),
) -> Draft:
    return Draft(
        spot=one.spot,
        text=f"{label.text}\n{heading}" if heading and label.text else label.text or heading,
        row=row,
        ref=label.ref,
        guidance="\n".join(part for part in (label.guidance, row.band_row.guidance) if part),
        groups=label.groups,
        heading=one.heading.text if one.heading is not None else "",
        asked=label.text,
        role=one.role,
        prompt=one.prompt,
        boxes=boxes,
        signals=signals,
    )


def put_here(rows: Sequence[CandidateRow]) -> Iterator[tuple[CandidateRow, Spot]]:
    """Give the texts that ask to put a document into the sheet below them, as the last thing on it."""
    if not rows or rows[-1].candidates or len(rows[-1].texts) != 1:
        return
    spot = rows[-1].texts[0]
    if len(spot.text.split()) <= _PUT_WORDS and _PUT_HERE.match(spot.text) and spot.writable:
        yield rows[-1], spot
