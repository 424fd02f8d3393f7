"""A form's page as a reader sees it: printed segments between and around the fields."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.packages.pdf_fields import PdfField, Widget
from app.packages.pdf_text import Box, Line, Word, around, lines_of

_FILL = re.compile(r"[_.…·‐–—-]{2,}|[_…]")
_GAP = 1.8
"""Gaps of more than this many letter heights part the segments of a line."""
_INSIDE = 0.6


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line with no field and no wide gap between them."""

    words: tuple[Word, ...]
    line: int

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around the words."""
        return around(word.box for word in self.words)

    @property
    def says_something(self) -> bool:
        """Whether it holds a word of two letters or more."""
        return re.search(r"[^\W\d_]{2}", self.text) is not None


@dataclass(frozen=True, slots=True)
class FieldSpot:
    """A field's box on this page."""

    field: PdfField
    widget: Widget

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.widget.box


@dataclass(frozen=True, slots=True)
class FormPage:
    """One page of a form."""

    number: int
    spots: tuple[FieldSpot, ...]
    segments: tuple[Segment, ...]
    lines: tuple[tuple[int, ...], ...] = field(default=())
    """For each line the numbers of its segments, from the top down."""


def lay_out(number: int, words: Sequence[Word], fields: Sequence[PdfField]) -> FormPage:
    """Cut the lines of a page at its fields; lines to write on are left out."""
    spots = tuple(FieldSpot(one, widget) for one in fields for widget in one.widgets if widget.page == number)
    kept = [word for word in words if not _is_fill(word)]
    segments: list[Segment] = []
    lines = []
    for at, line in enumerate(lines_of(kept)):
        cut = _cut(line, at, spots)
        lines.append(tuple(range(len(segments), len(segments) + len(cut))))
        segments += cut
    return FormPage(number, spots, tuple(segments), tuple(lines))


def _is_fill(word: Word) -> bool:
    return _FILL.fullmatch(word.text) is not None


def _cut(line: Line, at: int, spots: Sequence[FieldSpot]) -> list[Segment]:
    """Part a line at wide gaps and wherever a field stands between two words."""
    on_line = [spot.box for spot in spots if spot.box.shares_line(line.box)]
    found: list[list[Word]] = []
    for word in line.words:
        before = found[-1][-1] if found else None
        if before is None or _apart(before, word, on_line):
            found.append([word])
        else:
            found[-1].append(word)
    return [Segment(tuple(words), at) for words in found]


def _apart(before: Word, word: Word, boxes: Sequence[Box]) -> bool:
    wide = word.box.left - before.box.right > _GAP * word.box.height
    middle = (before.box.right + word.box.left) / 2
    between = any(box.left - 3 <= middle <= box.right + 3 and box.width > 2 for box in boxes)
    return wide or (between and word.box.left - before.box.right > 3)


def is_inside(word_box: Box, box: Box) -> bool:
    """Tell whether words stand within a field's box."""
    across = word_box.overlap_across(box) > _INSIDE * word_box.width
    return across and box.bottom <= word_box.middle <= box.top
