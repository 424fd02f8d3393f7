"""What a page of a PDF prints: words with their places, joined into lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_SAME_LINE = 0.55
"""The share of the lower of two words that must overlap for them to stand on one line."""
_WORD_GAP = 0.16
"""Gaps of more than this share of the letters' height part words; spaces that pdfium makes up are not trusted."""
_MOST_CHARACTERS = 60_000
"""The most characters read of one page."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def shares_line(self, other: "Box") -> bool:
        """Tell whether two boxes stand side by side."""
        overlap = min(self.top, other.top) - max(self.bottom, other.bottom)
        return overlap > _SAME_LINE * max(0.1, min(self.height, other.height))

    def overlap_across(self, other: "Box") -> float:
        """Give how far two boxes stand over each other, in points."""
        return min(self.right, other.right) - max(self.left, other.left)


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around all words."""
        return around(word.box for word in self.words)


def around(boxes: Iterable[Box]) -> Box:
    """Give the box around several, of which there is at least one."""
    all_boxes = tuple(boxes)
    return Box(
        min(box.left for box in all_boxes),
        min(box.bottom for box in all_boxes),
        max(box.right for box in all_boxes),
        max(box.top for box in all_boxes),
    )


def read_words(page: Any) -> tuple[Word, ...]:
    """Read the words of a page of pypdfium2, in the order in which the page prints them."""
    return tuple(_words(page))


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """Join words into lines, from the top down."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -one.box.middle):
        row = next((row for row in found[-3:] if row[0].box.shares_line(word.box)), None)
        if row is None:
            found.append([word])
        else:
            row.append(word)
    return tuple(Line(tuple(sorted(row, key=lambda one: one.box.left))) for row in found)


def _words(page: Any) -> Iterator[Word]:
    letters: list[str] = []
    boxes: list[Box] = []
    for letter, box in _letters(page):
        apart = boxes and (not boxes[-1].shares_line(box) or box.left - boxes[-1].right > _WORD_GAP * boxes[-1].height)
        back = boxes and box.right < boxes[-1].left
        if letters and (letter.isspace() or apart or back):
            yield Word("".join(letters), around(boxes))
            letters, boxes = [], []
        if not letter.isspace():
            letters.append(letter)
            boxes.append(box)
    if letters:
        yield Word("".join(letters), around(boxes))


def _letters(page: Any) -> Iterator[tuple[str, Box]]:
    from pypdfium2 import raw

    text = page.get_textpage()
    loose = raw.FS_RECTF()
    for index in range(min(text.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, loose)
        yield chr(code), Box(loose.left, loose.bottom, loose.right, loose.top)
    text.close()
