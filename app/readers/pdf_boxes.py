"""Boxes to tick on a PDF form, joined into questions: those of one line or list, or of one radio field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.packages.pdf_fields import FieldKind
from app.packages.pdf_text import Box
from app.readers.patterns import any_of
from app.readers.pdf_labels import beside, paragraph, words_between
from app.readers.pdf_layout import FieldSpot, FormPage, Segment
from app.readers.sentences import asks

_OPTION_WORD = re.compile(
    "(?i)"
    + any_of("yes", "no", r"n\s*/\s*a", "not applicable", "true", "false", "male", "female", "agree", "disagree")
    + r"\W*"
)
_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]?\s+")
_NEAR = 260.0
_ALIGNED = 4.0
_LIST_STEP = 60.0
_BOX_STEP = 42.0
"""Points from one box to the next of a list; between them an option may run over three lines."""


@dataclass(frozen=True, slots=True)
class BoxGroup:
    """Boxes that answer one question."""

    text: str
    options: tuple[tuple[str, FieldSpot], ...]
    is_list: bool
    """Whether they stand below each other."""


def group_boxes(page: FormPage) -> Iterator[BoxGroup]:
    """Give the groups of boxes of a page, from the top down."""
    boxes = [spot for spot in page.spots if spot.field.kind in (FieldKind.CHECKBOX, FieldKind.RADIO)]
    rows = _rows(boxes)
    lone = [row[0] for row in rows if len(row) == 1 and row[0].field.kind is FieldKind.CHECKBOX]
    listed = [one for one in _columns(page, lone) if len(one) > 1]
    taken = {spot for spots in listed for spot in spots}
    for spots in listed:
        yield from _below_each_other(page, spots)
    for spots in rows:
        if not taken.intersection(spots):
            yield from _lists_or_rows(page, spots)


def _columns(page: FormPage, boxes: Sequence[FieldSpot]) -> list[list[FieldSpot]]:
    """Join lone boxes that stand below each other with their words at the right."""
    columns: list[list[FieldSpot]] = []
    for spot in sorted(boxes, key=lambda one: (round(one.box.left / _ALIGNED), -one.box.middle)):
        if not _right_of(page, spot) or _left_word(page, spot)[0]:
            continue
        last = columns[-1][-1] if columns else None
        step = last.box.middle - spot.box.middle if last is not None else 0.0
        if last is not None and is_aligned(last.box, spot.box) and 0 < step <= _BOX_STEP:
            columns[-1].append(spot)
        else:
            columns.append([spot])
    return columns


def _below_each_other(page: FormPage, spots: Sequence[FieldSpot]) -> Iterator[BoxGroup]:
    """Read boxes below each other: options of the text above them where it asks, else each for itself."""
    labels = [_right_of(page, spot) for spot in spots]
    over = _over(page, spots[0])
    if asks(over) >= 1 or all(_OPTION_WORD.fullmatch(label) for label in labels):
        yield BoxGroup(over, tuple(zip(labels, spots, strict=True)), is_list=True)
        return
    for label, spot in zip(labels, spots, strict=True):
        yield BoxGroup(label, (("Yes", spot),), is_list=False)


def _rows(boxes: Sequence[FieldSpot]) -> list[list[FieldSpot]]:
    """Join boxes that stand on a line near each other, and all boxes of one radio field."""
    rows: list[list[FieldSpot]] = []
    for spot in sorted(boxes, key=lambda one: (-one.box.middle, one.box.left)):
        row = next((row for row in rows if any(_belong(one, spot) for one in row)), None)
        if row is None:
            rows.append([spot])
        else:
            row.append(spot)
    return rows


def _belong(before: FieldSpot, spot: FieldSpot) -> bool:
    if spot.field.kind is FieldKind.RADIO or before.field.kind is FieldKind.RADIO:
        return spot.field.name == before.field.name
    gap = max(before.box.left, spot.box.left) - min(before.box.right, spot.box.right)
    return before.box.shares_line(spot.box) and 0 < gap < _NEAR


def _lists_or_rows(page: FormPage, spots: list[FieldSpot]) -> Iterator[BoxGroup]:
    flat = all(spot.box.shares_line(spots[0].box) for spot in spots)
    if not flat:
        labels = [_right_of(page, spot) for spot in spots]
        yield BoxGroup(_over(page, spots[0]), tuple(zip(labels, spots, strict=True)), is_list=True)
        return
    spots = sorted(spots, key=lambda one: one.box.left)
    labels, first = _labels(page, spots)
    text = beside(page, spots[0].box, first)
    if not text and len(spots) == 1 and labels[0] and not _OPTION_WORD.fullmatch(labels[0]):
        yield BoxGroup(labels[0], (("Yes", spots[0]),), is_list=False)
        return
    text = text or _over(page, spots[0])
    text = _run_on(page, spots[0], text, first)
    yield BoxGroup(text, tuple(zip(labels, spots, strict=True)), is_list=False)


def _labels(page: FormPage, spots: Sequence[FieldSpot]) -> tuple[list[str], float]:
    """Tell which side the options' words stand on, and where the question's own words end."""
    after = [_right_of(page, spot) for spot in spots]
    words = [_left_word(page, spot) for spot in spots]
    left_fits = sum(_OPTION_WORD.fullmatch(text) is not None for text, _ in words)
    right_fits = sum(_OPTION_WORD.fullmatch(text) is not None for text in after)
    if left_fits > right_fits:
        return [text.strip(" :_") for text, _ in words], words[0][1]
    if not all(after) and all(text for text, _ in words):
        return _before(page, spots, words[0]), words[0][1]
    return after, spots[0].box.left


def _before(page: FormPage, spots: Sequence[FieldSpot], first: tuple[str, float]) -> list[str]:
    """Give the words before each box, those of the first as far as its last word."""
    edges = [spot.box.right for spot in spots]
    rest = [words_between(page, spot.box, edge, spot.box.left) for edge, spot in zip(edges, spots[1:], strict=False)]
    return [first[0], *rest]


def _right_of(page: FormPage, spot: FieldSpot) -> str:
    """Give the words from a box to the next field on its line."""
    later = [
        o.box.left for o in page.spots if o is not spot and o.box.shares_line(spot.box) and o.box.left > spot.box.right
    ]
    return words_between(page, spot.box, spot.box.right, min(later, default=10_000.0))


def _left_word(page: FormPage, spot: FieldSpot) -> tuple[str, float]:
    """Give the word before a box, and where it begins."""
    near = [
        word
        for segment in page.segments
        if segment.box.shares_line(spot.box)
        for word in segment.words
        if -4 <= spot.box.left - word.box.right <= 30
    ]
    last = max(near, key=lambda word: word.box.right, default=None)
    return ("", spot.box.left) if last is None else (last.text, last.box.left)


def _over(page: FormPage, spot: FieldSpot) -> str:
    """Give the text above a box."""
    above = [
        segment
        for segment in page.segments
        if 0 <= segment.box.bottom - spot.box.top + 6 <= _LIST_STEP and segment.says_something
    ]
    last: Segment | None = min(above, key=lambda one: one.box.bottom - spot.box.top, default=None)
    return paragraph(page, last) if last is not None else ""


def _run_on(page: FormPage, spot: FieldSpot, text: str, before: float) -> str:
    """Put the lines above in front of a question whose words run on from them."""
    number = _NUMBER.match(text)
    core = text[number.end() :] if number else text
    if not core[:1].islower():
        return text
    level = [s for s in page.segments if s.box.shares_line(spot.box) and s.box.left < before and s.says_something]
    first = min(level, key=lambda one: one.box.left, default=None)
    if first is None:
        return text
    whole = paragraph(page, first)
    return f"{whole.removesuffix(first.text).strip()} {core}".strip()


def is_aligned(a: Box, b: Box) -> bool:
    """Tell whether two boxes begin at the same edge."""
    return abs(a.left - b.left) <= _ALIGNED
