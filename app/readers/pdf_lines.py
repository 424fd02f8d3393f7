"""The lines of a printed document without what repeats on every page: heads, feet and footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from app.packages.pdf_file import PdfFile
from app.packages.pdf_text import Line, Word, around

_REPEATED_SHARE = 0.3
_REPEATED_FROM = 3
_EDGE_LINES = 3
_SMALL = 0.82
_GAP = 1.8


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words side by side without a wide gap."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    is_first: bool
    """Whether nothing stands at its left on the same line."""

    @property
    def height(self) -> float:
        """How high its letters are set."""
        return self.top - self.bottom


def read_lines(pdf: PdfFile) -> tuple[TextLine, ...]:
    """Read all pages: lines cut at wide gaps, without heads, feet and small print."""
    pages = [(number, lines) for number, lines in pdf.all_lines()]
    repeated = _repeated(pages)
    kept = [(number, line) for number, lines in pages for line in lines if _shape(line.text) not in repeated]
    if not kept:
        return ()
    usual = median(line.box.height for _, line in kept)
    body = [(number, line) for number, line in kept if line.box.height >= _SMALL * usual]
    return tuple(cut for number, line in body for cut in _cut(number, line))


def _repeated(pages: Sequence[tuple[int, tuple[Line, ...]]]) -> frozenset[str]:
    """Find the lines that stand at the edge of many pages, whatever number they carry."""
    found: Counter[str] = Counter()
    for _, lines in pages:
        edges = {_shape(line.text) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])}
        found.update(edges)
    least = max(_REPEATED_FROM, _REPEATED_SHARE * len(pages))
    return frozenset(shape for shape, count in found.items() if count >= least)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text).casefold()


def _cut(page: int, line: Line) -> Iterator[TextLine]:
    groups: list[list[Word]] = []
    for word in line.words:
        apart = groups and word.box.left - groups[-1][-1].box.right > _GAP * word.box.height
        if groups and not apart:
            groups[-1].append(word)
        else:
            groups.append([word])
    for at, words in enumerate(groups):
        box = around(word.box for word in words)
        text = " ".join(word.text for word in words)
        yield TextLine(text, page, box.left, box.right, box.top, box.bottom, is_first=not at)
