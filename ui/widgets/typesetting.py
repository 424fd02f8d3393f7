"""Set text in lines of a given height, and shorten what does not fit."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.theme import TextStyle, current

NO_LIMIT = 10_000


@lru_cache(maxsize=4096)
def break_lines(text: str, style: TextStyle, scale: float, width: int, lines: int) -> tuple[str, ...]:
    """Break `text` into at most `lines` lines of `width` px; the last one ends in an ellipsis where words are left."""
    del scale  # part of the key only: the current theme knows it
    font = current().font(style)
    metrics = QFontMetricsF(font)
    if lines == 1:
        return (metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(width, 1)),)
    broken: list[str] = []
    for paragraph in text.split("\n"):
        broken += _wrap(paragraph, style, width)
        if len(broken) > lines:
            rest = " ".join(broken[lines - 1 :])
            return (*broken[: lines - 1], metrics.elidedText(f"{rest} …", Qt.TextElideMode.ElideRight, width))
    return tuple(broken)


def _wrap(paragraph: str, style: TextStyle, width: int) -> list[str]:
    layout = QTextLayout(paragraph, current().font(style))
    layout.setTextOption(_word_wrap())
    layout.beginLayout()
    parts: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        parts.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return parts or [""]


def _word_wrap() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@lru_cache(maxsize=4096)
def _width(text: str, style: TextStyle, scale: float) -> int:
    del scale
    return round(QFontMetricsF(current().font(style)).horizontalAdvance(text) + 0.5)


def text_width(text: str, style: TextStyle) -> int:
    """Measure one line of text in px."""
    return _width(text, style, current().scale)


def text_lines(text: str, style: TextStyle, width: int, lines: int = NO_LIMIT) -> tuple[str, ...]:
    """Break text for the current theme."""
    return break_lines(text, style, current().scale, width, lines)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    style: TextStyle,
    colour: QColor,
    *,
    lines: int = 1,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    tabular: bool = False,
    italic: bool = False,
) -> int:
    """Draw text from the top of `rect` and give the height it took in px."""
    theme = current()
    font = theme.font(style, tabular=tabular, italic=italic)
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetricsF(font)
    height = theme.line_height(style)
    broken = text_lines(text, style, rect.width(), lines)
    for number, line in enumerate(broken):
        top = rect.top() + number * height
        baseline = top + (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        left = float(rect.left())
        if align & Qt.AlignmentFlag.AlignRight:
            left = rect.right() + 1 - metrics.horizontalAdvance(line)
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left = rect.left() + (rect.width() - metrics.horizontalAdvance(line)) / 2
        painter.drawText(round(left), round(baseline), line)
    return len(broken) * height
