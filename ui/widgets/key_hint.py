"""A key and what it does."""

import sys

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import TextStyle, current
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width


def key_name(key: str) -> str:
    """Write a key as this system's users know it: Cmd for Ctrl on macOS."""
    return key.replace("Ctrl", "Cmd") if sys.platform == "darwin" else key


class KeyHint(QLabel):
    """A key and its deed ("Ctrl Z  Undo"), or the key in a frame."""

    def __init__(
        self, key: str, does: str = "", *, framed: bool = False, nav: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make a hint; `framed` draws the key as a key cap, `nav` in the colours of the navigation."""
        super().__init__(parent)
        self._key, self._does, self._framed, self._nav = key_name(key), does, framed, nav
        self.setText(f"{self._key}  {does}".strip())
        self.setAccessibleName(f"{self._key} {does}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for key and words."""
        theme = current()
        frame = theme.px(12) if self._framed else 0
        words = text_width(self._does, TextStyle.NOTE) + theme.px(8) if self._does else 0
        return QSize(text_width(self._key, TextStyle.NOTE_VALUE) + frame + words, theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw key and words."""
        theme = current()
        painter = QPainter(self)
        ink = theme.colour("navtext" if self._nav else "mut")
        width = text_width(self._key, TextStyle.NOTE_VALUE)
        left = 0
        if self._framed:
            left = theme.px(6)
            edge = theme.colour("navedge" if self._nav else "edge")
            draw_box(painter, QRect(0, 0, width + theme.px(12), self.height()), 4, None, edge)
        line = theme.line_height(TextStyle.NOTE)
        top = (self.height() - line) // 2
        draw_text(painter, QRect(left, top, width + 2, line), self._key, TextStyle.NOTE_VALUE, ink)
        after = width + theme.px(8) + 2 * left
        draw_text(painter, QRect(after, top, self.width(), line), self._does, TextStyle.NOTE, ink)
