"""Rows of a short list in a card: each a button that leads somewhere."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import TextStyle, Tone, current, paint_icon
from ui.widgets.icon import GROUNDS
from ui.widgets.painting import draw_box, draw_rule
from ui.widgets.rings import paint_ring
from ui.widgets.typesetting import draw_text, text_width

_RIGHT = Qt.AlignmentFlag.AlignRight


class ListRow(QPushButton):
    """A row that can be pressed; `last` rows have no line below them."""

    HEIGHT = 48

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.last = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the height of a row."""
        return QSize(current().px(200), current().px(self.HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, line and content."""
        theme = current()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            draw_box(painter, self.rect().adjusted(0, 1, 0, -2), 8, theme.colour("alt" if not self.isDown() else "sel"))
        if not self.last:
            draw_rule(painter, theme.px(56), self.width() - 8, self.height() - 1, theme.colour("line"))
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw what the row says."""


class TaskRow(ListRow):
    """A tile with an icon, a title with a note, and a day at the right."""

    def __init__(self, title: str, note: str, icon: str, tone: Tone, when: str, parent: QWidget | None = None) -> None:
        super().__init__(", ".join(part for part in (title, note, when) if part), parent)
        self._title, self._note, self._icon, self._tone, self._when = title, note, icon, tone, when

    def draw(self, painter: QPainter) -> None:
        """Draw tile, words and day."""
        theme = current()
        side, size = theme.px(32), theme.px(18)
        tile = QRect(theme.px(8), (self.height() - side) // 2, side, side)
        edge = theme.colour(self._tone) if theme.is_contrast else None
        draw_box(painter, tile, 6, theme.colour(GROUNDS[self._tone]), edge)
        inset = (side - size) // 2
        paint_icon(painter, tile.adjusted(inset, inset, -inset, -inset), self._icon, theme.colour(self._tone))
        urgent = self._when in ("Today", "Overdue")
        style = TextStyle.STRONG if urgent else TextStyle.BODY
        width = text_width(self._when, style) + 2
        end = QRect(self.width() - width - theme.px(8), (self.height() - theme.px(20)) // 2, width, theme.px(20))
        draw_text(painter, end, self._when, style, theme.colour("text" if urgent else "mut"), align=_RIGHT)
        left = tile.right() + theme.px(16)
        _draw_words(painter, QRect(left, 0, end.left() - left - theme.px(8), self.height()), self._title, self._note)


class DeadlineRow(ListRow):
    """A ring, a title with a note, and at the right how long is left and until when."""

    HEIGHT = 56

    def __init__(
        self,
        title: str,
        note: str,
        shares: tuple[float, float],
        left: tuple[str, str],
        due: str,
        *,
        urgent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the shares approved and begun, and what is left as figure and unit."""
        name = f"{title}, {note}, {round(shares[0] * 100)} per cent approved, {left[0]} {left[1]}, {due}"
        super().__init__(name, parent)
        self._title, self._note, self._shares = title, note, shares
        self._figure, self._unit = left
        self._due, self._urgent = due, urgent

    def draw(self, painter: QPainter) -> None:
        """Draw ring, words and days."""
        theme = current()
        side = theme.px(42)
        ring = QRect(theme.px(2), (self.height() - side) // 2, side, side)
        paint_ring(painter, ring, *self._shares)
        ink = theme.colour("bad" if self._urgent else "text")
        quiet = theme.colour("bad" if self._urgent else "mut")
        unit = text_width(self._unit, TextStyle.BODY)
        figure = text_width(self._figure, TextStyle.TITLE)
        end = self.width() - theme.px(8)
        top = (self.height() - theme.px(28) - theme.px(18)) // 2
        room = QRect(end - unit - 1, top + theme.px(5), unit + 1, theme.px(20))
        draw_text(painter, room, self._unit, TextStyle.BODY, quiet)
        room = QRect(end - unit - theme.px(6) - figure, top, figure + 2, theme.px(28))
        draw_text(painter, room, self._figure, TextStyle.TITLE, ink)
        if self._urgent:
            size = theme.px(18)
            paint_icon(painter, QRect(room.left() - size - theme.px(6), top + theme.px(5), size, size), "lapses", ink)
        width = max(text_width(self._due, TextStyle.NOTE), unit + figure) + theme.px(8)
        under = QRect(end - width, top + theme.px(28), width, theme.px(16))
        draw_text(painter, under, self._due, TextStyle.NOTE, theme.colour("mut"), align=_RIGHT)
        left = ring.right() + theme.px(16)
        _draw_words(painter, QRect(left, 0, end - width - left - theme.px(28), self.height()), self._title, self._note)


def _draw_words(painter: QPainter, room: QRect, title: str, note: str) -> None:
    theme = current()
    upper, lower = theme.line_height(TextStyle.VALUE), theme.line_height(TextStyle.NOTE)
    top = room.top() + (room.height() - upper - lower) // 2
    draw_text(painter, QRect(room.left(), top, room.width(), upper), title, TextStyle.VALUE, theme.colour("text"))
    draw_text(painter, QRect(room.left(), top + upper, room.width(), lower), note, TextStyle.NOTE, theme.colour("mut"))
