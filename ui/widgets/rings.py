"""Rings: how far something has come, told by thickness first and colour second."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TextStyle, current
from ui.widgets.painting import draw_arc
from ui.widgets.typesetting import draw_text, text_width


def paint_ring(painter: QPainter, rect: QRect, approved: float, begun: float) -> None:
    """Draw a ring with its figure inside: approved as a thick arc, work in hand as a thin one."""
    theme = current()
    box = QRectF(rect)
    draw_arc(painter, box, 1.0, theme.colour("track"), 6)
    if approved:
        draw_arc(painter, box, approved, theme.colour("okfill"), 6)
    if begun > approved:
        thin = box.adjusted(1.5, 1.5, -1.5, -1.5)
        draw_arc(painter, thin, begun - approved, theme.colour("acc"), 2.5, start=approved)
    line = theme.line_height(TextStyle.NOTE_STRONG)
    room = QRect(rect.left(), rect.top() + (rect.height() - line) // 2, rect.width(), line)
    figure = str(round(approved * 100))
    draw_text(painter, room, figure, TextStyle.NOTE_STRONG, theme.colour("text"), align=Qt.AlignmentFlag.AlignHCenter)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: solid, hatched or hollow, so that it can be told without colour."""

    word: str
    count: int
    token: str
    look: str = "solid"


class Donut(QWidget):
    """A ring of several parts with a figure in the middle and a legend at the right."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._shares: tuple[Share, ...] = ()
        self._figure, self._word = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[Share], figure: str, word: str) -> None:
        """Show other parts, the figure in the middle and the word below it."""
        self._shares, self._figure, self._word = tuple(shares), figure, word
        self.setAccessibleName(self._name)
        said = ", ".join(f"{one.word} {one.count}" for one in self._shares)
        self.setAccessibleDescription(f"{figure} {word}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for ring and legend."""
        return QSize(current().px(280), current().px(112))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring, figure and legend."""
        theme = current()
        painter = QPainter(self)
        side = theme.px(104)
        ring = QRect(0, (self.height() - side) // 2, side, side)
        self._draw_ring(painter, QRectF(ring))
        title, note = theme.line_height(TextStyle.TITLE), theme.line_height(TextStyle.NOTE)
        top = ring.top() + (side - title - note) // 2
        centre = Qt.AlignmentFlag.AlignHCenter
        room = QRect(ring.left(), top, side, title)
        draw_text(painter, room, self._figure, TextStyle.TITLE, theme.colour("text"), align=centre)
        room = QRect(ring.left(), top + title - 4, side, note)
        draw_text(painter, room, self._word, TextStyle.NOTE, theme.colour("mut"), align=centre)
        self._draw_legend(painter, side + theme.px(20))

    def _draw_ring(self, painter: QPainter, ring: QRectF) -> None:
        theme = current()
        total = sum(one.count for one in self._shares)
        if not total:
            draw_arc(painter, ring, 1.0, theme.colour("track"), 14)
            return
        start = 0.0
        for one in self._shares:
            share = one.count / total
            if share:
                self._draw_share(painter, ring, one, share, start)
            start += share

    def _draw_share(self, painter: QPainter, ring: QRectF, one: Share, share: float, start: float) -> None:
        theme = current()
        gap = 0.006 if share < 1 else 0.0
        inner = max(share - gap, 0.004)
        if one.look == "hollow":
            draw_arc(painter, ring.adjusted(0.5, 0.5, -0.5, -0.5), inner, theme.colour(one.token), 2, start=start)
            draw_arc(painter, ring.adjusted(12, 12, -12, -12), inner, theme.colour(one.token), 2, start=start)
        elif one.look == "hatched":
            at = start
            while at < start + inner:
                draw_arc(painter, ring, min(0.012, start + inner - at), theme.colour(one.token), 14, start=at)
                at += 0.02
        else:
            draw_arc(painter, ring, inner, theme.colour(one.token), 14, start=start)

    def _draw_legend(self, painter: QPainter, left: int) -> None:
        theme = current()
        pitch, line = theme.px(28), theme.line_height(TextStyle.BODY)
        top = (self.height() - pitch * len(self._shares)) // 2
        for number, one in enumerate(self._shares):
            y = top + number * pitch
            _draw_key(painter, QRect(left, y + (pitch - 12) // 2, 14, 12), one)
            room = QRect(left + theme.px(24), y + (pitch - line) // 2, self.width() - left - theme.px(24), line)
            figure = str(one.count)
            word = room.adjusted(0, 0, -text_width(figure, TextStyle.STRONG) - theme.px(8), 0)
            draw_text(painter, word, one.word, TextStyle.BODY, theme.colour("text"))
            right = Qt.AlignmentFlag.AlignRight
            draw_text(painter, room, figure, TextStyle.STRONG, theme.colour("text"), align=right)


def _draw_key(painter: QPainter, box: QRect, share: Share) -> None:
    theme = current()
    colour = theme.colour(share.token)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if share.look == "hollow":
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.8, 0.8, -0.8, -0.8), 2, 2)
    elif share.look == "hatched":
        for bar in range(3):
            painter.fillRect(QRect(box.left() + bar * 5, box.top(), 3, box.height()), colour)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 2, 2)
    painter.restore()
