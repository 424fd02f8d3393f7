"""The state of an answer, one shape each, so that it can be told without colour."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import TextStyle, Theme, Tone, current
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width


class State(Enum):
    """How far an answer has come: its word, and the colour of its shape."""

    APPROVED = ("Approved", "okfill", Tone.TEXT)
    IN_REVIEW = ("In review", "acc", Tone.TEXT)
    DRAFT = ("Draft", "warnfill", Tone.TEXT)
    NO_ANSWER = ("No answer", "mut", Tone.TEXT)
    PROBLEM = ("Problem", "badfill", Tone.BAD)

    @property
    def word(self) -> str:
        """The word that always stands beside the shape or in its name."""
        return self.value[0]

    @property
    def token(self) -> str:
        """The colour of the shape."""
        return self.value[1]

    @property
    def tone(self) -> Tone:
        """The colour of the word."""
        return self.value[2]


def paint_state(painter: QPainter, rect: QRect, state: State) -> None:
    """Draw the shape of a state into a square of 16 px or more."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    {
        State.APPROVED: _disc,
        State.IN_REVIEW: _half,
        State.DRAFT: _quarter,
        State.NO_ANSWER: _dashes,
        State.PROBLEM: _triangle,
    }[state](painter, box, theme)
    painter.restore()


def paint_state_square(painter: QPainter, rect: QRect, state: State) -> None:
    """Draw a state as a square of the heat map: the same shapes on a tint."""
    theme = current()
    grounds = {State.IN_REVIEW: "soft", State.DRAFT: "warnbg"}
    if state is State.NO_ANSWER:
        draw_box(painter, rect, 6, None, theme.colour("edge"), 1.0, dashed=True)
        return
    solid = state in (State.APPROVED, State.PROBLEM)
    fill = theme.colour(state.token if solid else grounds[state])
    draw_box(painter, rect, 6, fill, theme.colour(state.token))
    inner = rect.width() // 2
    square = QRect(rect.left() + (rect.width() - inner) // 2, rect.top() + (rect.height() - inner) // 2, inner, inner)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is State.APPROVED:
        _tick(painter, QRectF(square).adjusted(-3, -3, 3, 3), theme)
    elif state is State.PROBLEM:
        _bang(painter, QRectF(square).adjusted(-2, -4, 2, 2), theme)
    else:
        paint_state(painter, square, state)
    painter.restore()


def _disc(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("okfill"))
    painter.drawEllipse(box)
    _tick(painter, box, theme)


def _tick(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(theme.colour("onfill"), box.width() / 8.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([_at(box, 0.29, 0.53), _at(box, 0.44, 0.67), _at(box, 0.71, 0.37)])


def _half(painter: QPainter, box: QRectF, theme: Theme) -> None:
    _ring(painter, box, theme, "acc")
    _slice(painter, box, theme, "acc", 90, -180)


def _quarter(painter: QPainter, box: QRectF, theme: Theme) -> None:
    _ring(painter, box, theme, "warnfill")
    _slice(painter, box, theme, "warnfill", 90, -90)


def _dashes(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(theme.colour("mut"), box.width() / 9)
    pen.setDashPattern([2.4, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _triangle(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(theme.colour("badfill"), box.width() / 9)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(theme.colour("badfill"))
    painter.drawPolygon(QPolygonF([_at(box, 0.5, 0.07), _at(box, 0.96, 0.88), _at(box, 0.04, 0.88)]))
    _bang(painter, box, theme)


def _bang(painter: QPainter, box: QRectF, theme: Theme) -> None:
    pen = QPen(theme.colour("onfill"), box.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(_at(box, 0.5, 0.36), _at(box, 0.5, 0.57))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme.colour("onfill")))
    size = box.width() / 14
    painter.drawEllipse(_at(box, 0.5, 0.755), size, size)


def _ring(painter: QPainter, box: QRectF, theme: Theme, token: str) -> None:
    width = box.width() / 9
    painter.setPen(QPen(theme.colour(token), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _slice(painter: QPainter, box: QRectF, theme: Theme, token: str, start: int, span: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    inset = box.width() / 4
    painter.drawPie(box.adjusted(inset, inset, -inset, -inset), start * 16, span * 16)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


class StateMark(QLabel):
    """The shape and the word of a state; `words` may say it more exactly ("Over limit")."""

    def __init__(self, state: State, words: str = "", *, alone: bool = False, parent: QWidget | None = None) -> None:
        """Make a mark; `alone` shows the shape only and keeps the word for screen readers."""
        super().__init__(parent)
        self._alone = alone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state, words)

    def set_state(self, state: State, words: str = "") -> None:
        """Show another state."""
        self._state = state
        self.setText(words or state.word)
        self.setAccessibleName(self.text())
        if self._alone:
            self.setToolTip(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for shape and word."""
        theme = current()
        word = 0 if self._alone else theme.px(8) + text_width(self.text(), TextStyle.VALUE)
        return QSize(theme.px(16) + word, theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shape and word."""
        theme = current()
        painter = QPainter(self)
        size = theme.px(16)
        paint_state(painter, QRect(0, (self.height() - size) // 2, size, size), self._state)
        if not self._alone:
            line = theme.line_height(TextStyle.VALUE)
            room = QRect(size + theme.px(8), (self.height() - line) // 2, self.width(), line)
            draw_text(painter, room, self.text(), TextStyle.VALUE, theme.colour(self._state.tone))
