"""The structure an answer carries in its text: bullets at the start of lines, **bold** and *italic* words.

Answers of a library are plain text with these marks. A place that shows structure gets it; every other place gets
the text without the marks, and a true bullet for each list mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.questionnaire import Kind, Question
from app.domain.values import JsonValue

BULLET = "• "
_BULLET_MARK = re.compile(r"[ \t]*[-•*–][ \t]+(?=\S)")
_EMPHASIS = re.compile(
    r"\*\*(?P<bold>[^\s*](?:[^\n]*?[^\s*])?)\*\*|(?<![\w*])\*(?P<italic>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
)
_WITH_STRUCTURE = (Kind.TEXT, Kind.LONG_TEXT)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


def may_carry(question: Question, value: JsonValue) -> bool:
    """Tell whether an answer may carry marks: text of a question that takes text."""
    return isinstance(value, str) and question.kind in _WITH_STRUCTURE and not question.options


def plain_value(question: Question, value: JsonValue) -> JsonValue:
    """Give an answer without its marks, for a place that shows no structure."""
    return plain_text(value) if isinstance(value, str) and may_carry(question, value) else value


def plain_text(text: str, bullet: str = BULLET) -> str:
    """Take the marks out of a text; list marks of a text of several lines become true bullets."""
    if "\n" not in text and "*" not in text:
        return text
    lines = text.split("\n")
    if len(lines) > 1:
        lines = [bullet + without_bullet(line) if is_bullet(line) else line for line in lines]
    return "\n".join("".join(piece.text for piece in pieces(line)) for line in lines)


def is_bullet(line: str) -> bool:
    """Tell whether a line is an item of a list."""
    return _BULLET_MARK.match(line) is not None


def without_bullet(line: str) -> str:
    """Give an item of a list without its mark."""
    return _BULLET_MARK.sub("", line, count=1)


def pieces(line: str) -> Iterator[Piece]:
    """Part a line by its emphasis."""
    at = 0
    for match in _EMPHASIS.finditer(line):
        if match.start() > at:
            yield Piece(line[at : match.start()])
        yield Piece(match["bold"] or match["italic"], bold=match["bold"] is not None, italic=match["bold"] is None)
        at = match.end()
    if at < len(line):
        yield Piece(line[at:])
