"""The small drawings of the first run, in the colours of the theme."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, current, paint_icon
from ui.widgets.painting import draw_arc, draw_box
from ui.widgets.state_mark import State, paint_state

Draw = Callable[[QPainter, Theme], None]


class Drawing(QWidget):
    """A drawing on a tint, made for a size of its own and scaled to the room there is."""

    def __init__(self, draw: Draw, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw, self._width, self._height = draw, width, height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(width)
        self.setMinimumHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle of its tint."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, self.rect(), 8, theme.colour("soft"), theme.colour("acc") if theme.is_contrast else None)
        scale = min(self.width() / self._width, self.height() / self._height, 1.0)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-self._width / 2, -self._height / 2)
        self._draw(painter, theme)


def draw_form(painter: QPainter, theme: Theme) -> None:
    """Draw a buyer's form whose answers come from four kinds of record; made for 320 x 280."""
    for x, y, turn, tall in ((24, 22, -6, 112), (34, 144, 5, 110)):
        painter.save()
        painter.translate(x + 44, y + tall / 2)
        painter.rotate(turn)
        _sheet(painter, QRectF(-44, -tall / 2, 88, tall), theme, chosen=False)
        painter.restore()
    _sheet(painter, QRectF(73, 84, 88, 112), theme, chosen=True)
    for number, role in enumerate(("company", "evidence", "list", "experience")):
        box = QRect(208, 42 + number * 52, 96, 36)
        _curve(painter, theme, QPointF(167, 140), QPointF(208, box.center().y()))
        draw_box(painter, box, 6, theme.colour("panel"), theme.colour("edge"))
        paint_icon(painter, QRect(box.left() + 10, box.top() + 9, 18, 18), role, theme.colour("acc"))
        rail = QRect(box.left() + 36, box.center().y() - 2, (44, 22, 38, 24)[number], 6)
        draw_box(painter, rail, 3, theme.colour("track"))


def draw_list(painter: QPainter, theme: Theme) -> None:
    """Draw a list of facts, one of them known; made for 136 x 184."""
    draw_box(painter, QRect(24, 24, 88, 136), 4, theme.colour("panel"), theme.colour("edge"), 1.5)
    for number in range(4):
        top = 37 + number * 30
        paint_state(painter, QRect(33, top, 15, 15), State.APPROVED if number == 0 else State.NO_ANSWER)
        width = (44, 44, 44, 34)[number]
        draw_box(painter, QRect(56, top + 5, width, 6), 3, theme.colour("track"))


def draw_sample(painter: QPainter, theme: Theme) -> None:
    """Draw a page with figures, and a flask; made for 136 x 184."""
    draw_box(painter, QRect(20, 32, 96, 72), 6, theme.colour("panel"), theme.colour("edge"), 1.5)
    ring = QRectF(30, 50, 36, 36)
    draw_arc(painter, ring, 1.0, theme.colour("track"), 7)
    draw_arc(painter, ring, 0.62, theme.colour("okfill"), 7)
    draw_arc(painter, ring, 0.2, theme.colour("acc"), 7, start=0.62)
    for number, width in enumerate((24, 20, 24)):
        draw_box(painter, QRect(76, 53 + number * 13, width, 6), 3, theme.colour("track"))
    for left in (20, 72):
        draw_box(painter, QRect(left, 116, 44, 40), 6, theme.colour("panel"), theme.colour("edge"), 1.5)
    for number, tall in enumerate((8, 20, 14)):
        draw_box(painter, QRect(30 + number * 10, 148 - tall, 6, tall), 1, theme.colour("acc"))
    paint_icon(painter, QRect(84, 126, 20, 20), "sample", theme.colour("acc"))


def _sheet(painter: QPainter, box: QRectF, theme: Theme, *, chosen: bool) -> None:
    draw_box(painter, box, 3, theme.colour("panel"), theme.colour("edge"), 1.5)
    widths = (60, 56, 62, 34, 52, 24, 48)
    for number in range(int((box.height() - 20) // 14)):
        marked = chosen and number == 1
        rail = QRectF(box.left() + 12, box.top() + 15 + number * 14, widths[number % 7], 5)
        draw_box(painter, rail, 2.5, theme.colour("acc" if marked else "track"))


def _curve(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    painter.save()
    painter.setPen(QPen(theme.colour("acc"), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(start)
    middle = (start.x() + end.x()) / 2
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle - 4, end.y()), end)
    painter.drawPath(path)
    painter.restore()
