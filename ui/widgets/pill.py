"""Pills: an icon and a word on a tint."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import TextStyle, Theme, Tone, current, paint_icon
from ui.widgets.icon import GROUNDS
from ui.widgets.painting import draw_box
from ui.widgets.state_mark import State, paint_state
from ui.widgets.typesetting import draw_text, text_width


class Pill(QLabel):
    """A word that says a state; the tone is never alone: an icon or the word carries the meaning."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.MUT,
        icon: str = "",
        state: State | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a pill with a word and an icon, or the mark of a state."""
        super().__init__(text, parent)
        self._tone, self._icon, self._state = tone, icon, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, text: str, tone: Tone, icon: str = "", state: State | None = None) -> None:
        """Show another state."""
        self._tone, self._icon, self._state = tone, icon, state
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for icon, word and the round ends."""
        theme = current()
        mark = theme.px(20) if self._icon or self._state else 0
        return QSize(text_width(self.text(), TextStyle.NOTE_STRONG) + mark + theme.px(20), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        theme = current()
        painter = QPainter(self)
        self._draw_ground(painter, theme)
        size, left = theme.px(16), theme.px(8)
        box = QRect(left, (self.height() - size) // 2, size, size)
        if self._state is not None:
            paint_state(painter, box, self._state)
            left += size + theme.px(4)
        elif self._icon:
            paint_icon(painter, box, self._icon, theme.colour(self._tone))
            left += size + theme.px(4)
        else:
            left = theme.px(10)
        line = theme.line_height(TextStyle.NOTE_STRONG)
        room = QRect(left, (self.height() - line) // 2, self.width() - left, line)
        draw_text(painter, room, self.text(), TextStyle.NOTE_STRONG, theme.colour(self._tone))

    def _draw_ground(self, painter: QPainter, theme: Theme) -> None:
        ground = GROUNDS.get(self._tone)
        edge = theme.colour(self._tone if ground else "edge") if theme.is_contrast or not ground else None
        fill = theme.colour(ground) if ground else theme.colour("panel")
        draw_box(painter, self.rect(), self.height() / 2, fill, edge)
