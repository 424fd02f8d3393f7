"""The place before a title, as a way back."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.typesetting import draw_text, text_width


class TrailLink(QPushButton):
    """A word in the size of the title, and a chevron behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def setText(self, text: str) -> None:
        """Show another place."""
        super().setText(text)
        self.setAccessibleName(f"Back to {text}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give room for the word and the chevron."""
        theme = current()
        width = text_width(self.text(), TextStyle.TITLE) + theme.px(36)
        return QSize(width, theme.line_height(TextStyle.TITLE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word and chevron."""
        theme = current()
        painter = QPainter(self)
        ink = theme.colour("text" if self.underMouse() else "mut")
        word = text_width(self.text(), TextStyle.TITLE)
        draw_text(painter, QRect(0, 0, word + 2, self.height()), self.text(), TextStyle.TITLE, ink)
        size = theme.px(20)
        paint_icon(painter, QRect(word + theme.px(8), (self.height() - size) // 2 + 1, size, size), "next", ink)
