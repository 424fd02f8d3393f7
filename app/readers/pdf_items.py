"""The numbered items of a printed document, each with what stands below it: options, guidance, a place for a file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.packages.blanks import EMPTY_BOXES
from app.readers.patterns import any_of
from app.readers.pdf_lines import TextLine
from app.readers.sentences import asks

_REF = re.compile(
    r"(?P<ref>(?:Q(?:uestion)?\.?\s*)?(?P<whole>\d{1,3})(?P<parts>(?:\.\d{1,3}){0,3})"
    r"(?P<letters>(?:\s*[-–]?\s*\(\s*[a-z]{1,4}\s*\)){0,3}))(?P<stop>[.):]?)(?:\s+|$)(?=\D|$)"
)
_BOXES = re.compile(rf"[{EMPTY_BOXES}]|\[\s?\]")
_OPTION = re.compile(r"(?i)(?:yes|no|n/?a|not applicable|none)\b.{0,60}")
_SECTION = re.compile(r"(?i:section|part|annex|appendix|schedule)\s+(?:\d+|[A-Z])\b|[A-Z][A-Z\s,&/-]{8,}$")
_GUIDANCE = re.compile(r"(?i)[►▶▸]|(?:guidance|note|please note|information)\b")
_UPLOAD = re.compile(r"(?i)no file selected|choose file|single file")
_HEAD_WORD = any_of("question", "number", "response", "declaration", "answer", "ref(?:erence)?", r"no\.?", "pass/fail")
_TABLE_HEAD = re.compile(rf"(?i){_HEAD_WORD}(?:\s+{_HEAD_WORD})*")
_STEP = 1.75
_TOUCHING = 0.3
_HANGING = 25.0
_SIDE = 0.58
_MOST_WORDS = 400
_FIELD_WORDS = 6
_FIELDS_FROM = 5
_CLOSE = 1.3
_OPENS = re.compile(r"[:–-]\s*$")
"""How a lead-in ends."""
_OPTION_WORDS = 16


class Style(StrEnum):
    """How a document numbers its questions."""

    WHOLE = "whole"
    """1. 2. 3."""
    PARTS = "parts"
    """1.1, 1.1(a), 4.2.1"""


@dataclass(slots=True)
class Item:
    """A numbered text and what stands below it."""

    ref: str
    style: Style
    number: int
    left: float
    page: int
    section: str
    lines: list[TextLine] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    takes_file: bool = False

    @property
    def text(self) -> str:
        """The words of the question."""
        words = " ".join(_BOXES.sub("", line.text) for line in self.lines)
        return " ".join(words.split())


def read_items(lines: Sequence[TextLine]) -> tuple[list[Item], list[tuple[str, TextLine]]]:
    """Gather the numbered items with their texts, and the lines that belong to none."""
    width = max((line.right for line in lines), default=0.0)
    reader = _ItemReader(width)
    for line in lines:
        reader.take(line)
    return reader.items, reader.loose


class _ItemReader:
    """Walks down the lines and adds each to the item it belongs to."""

    def __init__(self, width: float) -> None:
        self.items: list[Item] = []
        self.loose: list[tuple[str, TextLine]] = []
        """Lines that belong to no item, each with its section."""
        self._width = width
        self._section = ""
        self._last: TextLine | None = None
        self._in_guidance = False
        self._is_closed = True

    def take(self, line: TextLine) -> None:
        """Take the next line in reading order."""
        if line.left > _SIDE * self._width:
            self._take_side(line)
            return
        match = _REF.match(line.text) if line.is_first or not self.items else None
        if _SECTION.match(line.text) and len(line.text.split()) <= 14:
            self._section = line.text
            self._is_closed = True
        elif match is not None and self._begins(match, line):
            self._begin(match, line)
        elif self.items and not self._is_closed:
            self._go_on(line)
        if self._is_closed:
            self.loose.append((self._section, line))
        self._last = line

    def _begins(self, match: re.Match[str], line: TextLine) -> bool:
        """Tell whether a number at the line's head numbers an item rather than counts or dates."""
        if match["parts"] or match["letters"]:
            return True
        rest = line.text[match.end() :]
        return bool(match["stop"]) and (not rest or rest[:1].isupper() or not rest[:1].isalpha())

    def _begin(self, match: re.Match[str], line: TextLine) -> None:
        style = Style.PARTS if match["parts"] or match["letters"] else Style.WHOLE
        item = Item(re.sub(r"\s+", "", match["ref"]), style, int(match["whole"]), line.left, line.page, self._section)
        rest = line.text[match.end() :]
        item.lines = self._taken_back(line) if style is Style.PARTS and not rest else []
        item.lines.append(replace(line, text=rest))
        self.items.append(item)
        self._in_guidance = self._is_closed = False

    def _taken_back(self, line: TextLine) -> list[TextLine]:
        """Take the lines of this number's own text that stand a little above it, set apart from those before."""
        before = self.items[-1].lines if self.items else []
        at = len(before)
        edge = line.top
        while at and before[at - 1].page == line.page and before[at - 1].bottom - edge < _TOUCHING * line.height:
            at -= 1
            edge = before[at].top
        taken = before[at:] if at else []
        del before[len(before) - len(taken) :]
        return taken

    def _go_on(self, line: TextLine) -> None:
        item = self.items[-1]
        if _UPLOAD.search(line.text):
            item.takes_file = True
            return
        if _GUIDANCE.match(line.text):
            self._in_guidance = True
        near = self._is_near(line)
        hanging = line.left >= item.left + _HANGING
        if self._in_guidance and (near or hanging):
            item.guidance.append(line.text)
        elif self._is_option(line, item, near=near):
            item.options.append(line.text)
        elif near or (hanging and self._hangs(item)):
            if len(item.text.split()) < _MOST_WORDS and not _TABLE_HEAD.fullmatch(line.text):
                item.lines.append(line)
        elif not hanging:
            self._is_closed = True
        if not near and not hanging:
            self._in_guidance = False

    def _is_near(self, line: TextLine) -> bool:
        last = self._last
        if last is None or last.page != line.page:
            return last is not None and last.page + 1 == line.page
        return last.bottom - line.bottom < _STEP * line.height

    def _hangs(self, item: Item) -> bool:
        """Tell whether the text of the item is set in a column of its own, beside its number."""
        return item.style is Style.PARTS

    def _is_option(self, line: TextLine, item: Item, *, near: bool) -> bool:
        words = len(line.text.split())
        if _OPTION.fullmatch(line.text) and words <= _OPTION_WORDS:
            return True
        return item.style is Style.WHOLE and not near and line.left > item.left + _HANGING and words <= _OPTION_WORDS

    def _take_side(self, line: TextLine) -> None:
        """Take what stands in a column at the right: boxes to tick belong to the item, other words do not."""
        if self.items and (_BOXES.search(line.text) or _OPTION.fullmatch(line.text)):
            option = _BOXES.sub("", line.text).strip()
            if option in self.items[-1].options and option.lower() == "yes":
                self._split(line)
            if option and option not in self.items[-1].options:
                self.items[-1].options.append(option)

    def _split(self, line: TextLine) -> None:
        """Begin another item of the same number where boxes begin anew: rows below a common lead-in."""
        item = self.items[-1]
        at = next(
            (i for i, one in enumerate(item.lines) if one.page == line.page and one.bottom < line.top), len(item.lines)
        )
        rest = item.lines[at:]
        del item.lines[at:]
        opened = max((i for i, one in enumerate(item.lines) if _OPENS.search(one.text)), default=-1)
        lines = [*item.lines[: opened + 1], *rest]
        self.items.append(replace(item, lines=lines, guidance=[], options=[], takes_file=False))


def loose_fields(loose: Sequence[tuple[str, TextLine]], first: Item) -> list[Item]:
    """Find the labels of a form without numbers: several short texts in a row that each name a thing to fill in."""
    runs: list[list[Item]] = [[]]
    for section, lines in _blocks([one for one in loose if one[1].page >= first.page]):
        item = Item("", Style.PARTS, 0, lines[0].left, lines[0].page, section, lines)
        short = len(item.text.split()) <= _FIELD_WORDS and not item.text.endswith(".")
        if asks(item.text) >= 1 and short and lines[0].is_first:
            runs[-1].append(item)
        elif runs[-1]:
            runs.append([])
    return [one for run in runs if len(run) >= _FIELDS_FROM for one in run]


def _blocks(loose: Sequence[tuple[str, TextLine]]) -> list[tuple[str, list[TextLine]]]:
    """Join lines right below each other."""
    blocks: list[tuple[str, list[TextLine]]] = []
    for section, line in loose:
        last = blocks[-1][1][-1] if blocks else None
        close = last is not None and last.page == line.page and last.bottom - line.bottom < _CLOSE * line.height
        if close and last is not None and abs(last.left - line.left) < _HANGING:
            blocks[-1][1].append(line)
        else:
            blocks.append((section, [line]))
    return blocks
