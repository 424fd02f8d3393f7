"""A legend of marks, each with its word."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width

GAP, SPACE = 8, 20


class Mark(Enum):
    """A mark of the pictures."""

    LASTS = "lasts"
    LAPSED = "lapsed"
    AFTER = "after"


def paint_mark(painter: QPainter, box: QRect, mark: Mark) -> None:
    """Draw a mark into a square of 16 px, or a longer box for a stretch of time."""
    theme = current()
    if mark is Mark.LASTS:
        draw_box(painter, box, box.width() / 2, theme.colour("panel"), theme.colour("okfill"), 1.5)
        paint_icon(painter, box.adjusted(3, 3, -3, -3), "tick", theme.colour("okfill"))
    elif mark is Mark.LAPSED:
        draw_box(painter, box, 3, theme.colour("badfill"))
        paint_icon(painter, box.adjusted(2, 2, -2, -2), "close", theme.colour("onfill"))
    else:
        painter.fillRect(box, theme.colour("badbg"))
        painter.fillRect(box, QBrush(theme.colour("badfill", 0.7), Qt.BrushStyle.BDiagPattern))


class Legend(QWidget):
    """Marks and words in a row."""

    def __init__(self, entries: Sequence[tuple[Mark, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setAccessibleName("Legend: " + ", ".join(words for _mark, words in self._entries))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for all entries."""
        theme = current()
        width = sum(self._mark(mark) + theme.px(GAP + SPACE) + _room(words) for mark, words in self._entries)
        return QSize(width - theme.px(SPACE), theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, size, line = 0, theme.px(16), theme.line_height(TextStyle.NOTE)
        for mark, words in self._entries:
            wide = self._mark(mark)
            tall = size if mark is not Mark.AFTER else theme.px(12)
            paint_mark(painter, QRect(left, (self.height() - tall) // 2, wide, tall), mark)
            left += wide + theme.px(GAP)
            room = QRect(left, (self.height() - line) // 2, _room(words) + 2, line)
            draw_text(painter, room, words, TextStyle.NOTE, theme.colour("mut"))
            left += _room(words) + theme.px(SPACE)

    def _mark(self, mark: Mark) -> int:
        return current().px(20 if mark is Mark.AFTER else 16)


def _room(words: str) -> int:
    return text_width(words, TextStyle.NOTE)
