"""Bars: how sure, how long, how far."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.theme import TextStyle, Tone, current, paint_icon
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width

HEIGHT = 6


def paint_bar(painter: QPainter, rect: QRect, share: float, token: str) -> None:
    """Draw a rail and the part of it that is reached, `share` from 0 to 1."""
    theme = current()
    radius = rect.height() / 2
    draw_box(painter, rect, radius, theme.colour("track"))
    reached = round(rect.width() * min(max(share, 0.0), 1.0))
    if reached:
        part = QRect(rect.left(), rect.top(), max(reached, rect.height()), rect.height())
        draw_box(painter, part, radius, theme.colour(token))


def confidence_token(confidence: float) -> str:
    """Give the colour of a confidence; its figure always stands beside the bar."""
    if confidence >= 0.75:
        return "okfill"
    return "warnfill" if confidence >= 0.5 else "badfill"


class ProgressLine(QProgressBar):
    """A bar of 6 px with its figure for screen readers."""

    def __init__(self, name: str, colour: str = "acc", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = colour
        self.setAccessibleName(name)
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, colour: str = "") -> None:
        """Show how far, 0 to 1, and in another colour where one is given."""
        self._token = colour or self._token
        self.setValue(round(1000 * min(max(share, 0.0), 1.0)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rail and part."""
        paint_bar(QPainter(self), self.rect(), self.value() / 1000, self._token)


class ConfidenceBar(QWidget):
    """A confidence as a figure above its bar; None says that nothing fits."""

    def __init__(self, confidence: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_confidence(confidence)

    def set_confidence(self, confidence: float | None) -> None:
        """Show another confidence, 0 to 1."""
        self._confidence = confidence
        said = "Nothing fits" if confidence is None else f"Match {round(confidence * 100)} per cent"
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the figure above the bar."""
        return QSize(current().px(72), current().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw figure and bar."""
        paint_confidence(QPainter(self), self.rect(), self._confidence)


def paint_confidence(painter: QPainter, rect: QRect, confidence: float | None) -> None:
    """Draw a figure and below it the bar, in the middle of the height of `rect`."""
    theme = current()
    line = theme.line_height(TextStyle.NOTE)
    if confidence is None:
        room = QRect(rect.left(), rect.top() + (rect.height() - theme.px(20)) // 2, rect.width(), theme.px(20))
        draw_text(painter, room, "None", TextStyle.BODY, theme.colour("mut"))
        return
    top = rect.top() + (rect.height() - line - theme.px(4) - HEIGHT) // 2
    words = f"{round(confidence * 100)}%"
    draw_text(painter, QRect(rect.left(), top, rect.width(), line), words, TextStyle.STRONG, theme.colour("text"))
    bar = QRect(rect.left(), top + line + theme.px(4), min(rect.width(), theme.px(72)), HEIGHT)
    paint_bar(painter, bar, confidence, confidence_token(confidence))


class LimitBar(QWidget):
    """How long an answer is, against the buyer's limit.

    Under the limit the bar grows; over it, it is full, with a tick where the limit lies.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._limit, self._unit = 0, 0, "words"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, limit: int = 0, unit: str = "words") -> None:
        """Show `count` units against `limit`; 0 for no limit."""
        self._count, self._limit, self._unit = count, limit, unit
        self.setAccessibleName(self.sentence)
        self.update()

    @property
    def is_over(self) -> bool:
        """Whether the answer is too long."""
        return bool(self._limit) and self._count > self._limit

    @property
    def sentence(self) -> str:
        """Say it in words: "74 of 60 words, 14 over the limit"."""
        unit = self._unit if self._count != 1 or self._limit else self._unit.removesuffix("s")
        if not self._limit:
            return f"{self._count:,} {unit}"
        said = f"{self._count:,} of {self._limit:,} {unit}"
        return f"{said}, {self._count - self._limit:,} over the limit" if self.is_over else said

    def sizeHint(self) -> QSize:
        """Give room for the sentence and the bar."""
        theme = current()
        return QSize(text_width(self.sentence, TextStyle.VALUE) + theme.px(24), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sentence, bar and tick."""
        theme = current()
        painter = QPainter(self)
        left = 0
        tone = Tone.BAD if self.is_over else Tone.MUT
        if self.is_over:
            paint_icon(painter, QRect(0, theme.px(2), theme.px(16), theme.px(16)), "warning", theme.colour(tone))
            left = theme.px(24)
        style = TextStyle.STRONG if self.is_over else TextStyle.BODY
        draw_text(painter, QRect(left, 0, self.width() - left, theme.px(20)), self.sentence, style, theme.colour(tone))
        if self._limit:
            self._draw_bar(painter, QRect(0, theme.px(25), self.width(), HEIGHT))

    def _draw_bar(self, painter: QPainter, bar: QRect) -> None:
        if not self.is_over:
            paint_bar(painter, bar, self._count / self._limit, "okfill")
            return
        paint_bar(painter, bar, 1.0, "badfill")
        at = round(bar.width() * self._limit / self._count)
        painter.fillRect(QRect(at - 1, bar.top() - 3, 2, bar.height() + 6), current().colour("text"))
