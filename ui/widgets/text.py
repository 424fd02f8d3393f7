"""A label in one of the text styles of the theme."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.typesetting import NO_LIMIT, draw_text, text_lines, text_width


class Text(QLabel):
    """Words in the page; one line shortened to its room, or several with `lines`.

    What is shortened stands whole in the tooltip.
    """

    def __init__(
        self,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        tone: Tone = Tone.TEXT,
        *,
        lines: int = 1,
        italic: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label; `lines` 0 wraps without end."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._style, self._tone, self._italic, self._align = style, tone, italic, align
        self._lines = lines or NO_LIMIT
        self._tooltip = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(self._lines != 1)
        if self._lines != 1:
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Change the meaning, and so the colour."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def set_style(self, style: TextStyle) -> None:
        """Change size and weight."""
        if style != self._style:
            self._style = style
            self.updateGeometry()
            self.update()

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            super().setText(text)
            self.updateGeometry()
            self._mark_shortened()

    def hasHeightForWidth(self) -> bool:
        """Say that wrapping text needs more height where it has less width."""
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        """Give the height that all lines need at `width` px."""
        return self._height(len(text_lines(self.text(), self._style, width, self._lines)))

    def sizeHint(self) -> QSize:
        """Give the natural size: one line, or a column of readable width."""
        natural = max((text_width(line, self._style) for line in self.text().split("\n")), default=0) + 1
        if self._lines == 1:
            return QSize(natural, self._height(1))
        width = min(natural, current().px(560))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the least room: a few letters."""
        least = min(self.sizeHint().width(), current().px(40))
        return QSize(least, self._height(1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether the text still fits."""
        super().resizeEvent(event)
        self._mark_shortened()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, in the middle of the height."""
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        rect = self.contentsRect()
        broken = len(text_lines(self.text(), self._style, rect.width(), self._lines))
        if self._lines == 1 or rect.height() < self._height(broken):
            rect.setTop(rect.top() + max(0, (rect.height() - self._height(broken)) // 2))
        draw_text(
            painter,
            rect,
            self.text(),
            self._style,
            current().colour(self._tone),
            lines=self._lines,
            align=self._align,
            italic=self._italic,
        )

    def _height(self, lines: int) -> int:
        return lines * current().line_height(self._style)

    def _mark_shortened(self) -> None:
        if self._lines == NO_LIMIT or self.width() == 0:
            return
        shown = text_lines(self.text(), self._style, self.width(), self._lines)
        shortened = bool(shown) and shown[-1].endswith("…") and not self.text().rstrip().endswith("…")
        if shortened or self.toolTip() == self._tooltip:
            self._tooltip = self.text() if shortened else ""
            self.setToolTip(self._tooltip)
