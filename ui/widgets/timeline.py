"""History as a line of dots: what held when, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TextStyle, current
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_lines


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry: what it was, and when and why."""

    title: str
    note: str = ""
    now: bool = False
    """Whether it holds now: its dot is solid."""


class Timeline(QWidget):
    """Dots on a line; a screen reader hears all entries as the description."""

    GAP = 16

    def __init__(self, name: str = "History", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moments: tuple[Moment, ...] = ()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show another history."""
        self._moments = tuple(moments)
        self.setAccessibleDescription(". ".join(f"{moment.title}, {moment.note}" for moment in self._moments))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that long entries wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all entries."""
        return sum(self._height(moment, width) for moment in self._moments)

    def sizeHint(self) -> QSize:
        """Give a readable width."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """Give the height at the present width."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line, dots and words."""
        theme = current()
        painter = QPainter(self)
        top, left = 0, theme.px(32)
        dot = theme.px(14)
        for number, moment in enumerate(self._moments):
            height = self._height(moment, self.width())
            y = top + (theme.line_height(TextStyle.VALUE) - dot) // 2
            if number < len(self._moments) - 1:
                painter.fillRect(QRect(dot // 2, y + dot, 2, height - dot), theme.colour("edge"))
            box = QRect(1, y, dot, dot)
            fill = theme.colour("acc" if moment.now else "panel")
            draw_box(painter, box, dot / 2, fill, theme.colour("acc" if moment.now else "edge"), 1.5)
            room = QRect(left, top, self.width() - left, height)
            used = draw_text(painter, room, moment.title, TextStyle.VALUE, theme.colour("text"), lines=2)
            room.setTop(top + used)
            draw_text(painter, room, moment.note, TextStyle.NOTE, theme.colour("mut"), lines=2)
            top += height

    def _height(self, moment: Moment, width: int) -> int:
        theme = current()
        room = max(width - theme.px(32), 40)
        lines = len(text_lines(moment.title, TextStyle.VALUE, room, 2)) * theme.line_height(TextStyle.VALUE)
        notes = len(text_lines(moment.note, TextStyle.NOTE, room, 2)) if moment.note else 0
        return lines + notes * theme.line_height(TextStyle.NOTE) + self.GAP
