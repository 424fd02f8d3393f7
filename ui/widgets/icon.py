"""An icon as a picture."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Tone, current, paint_icon
from ui.widgets.painting import draw_box

GROUNDS = {Tone.OK: "okbg", Tone.WARN: "warnbg", Tone.BAD: "badbg", Tone.ACC: "soft"}
"""The tint that goes with a tone."""


class Icon(QLabel):
    """An icon as a picture beside words; it has no name of its own."""

    def __init__(
        self, role: str, size: int = 24, tone: Tone = Tone.TEXT, *, tile: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an icon of `size` px; `tile` puts it on a tinted square of 32."""
        super().__init__(parent)
        self._role, self._size, self._tone, self._tile = role, size, tone, tile
        self.setFixedSize(self.sizeHint())

    def set(self, role: str, tone: Tone) -> None:
        """Show another icon."""
        self._role, self._tone = role, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the picture, or of its tile."""
        side = current().px(32 if self._tile else self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        theme = current()
        painter = QPainter(self)
        if self._tile:
            ground = GROUNDS.get(self._tone, "soft")
            edge = theme.colour(self._tone) if theme.is_contrast else None
            draw_box(painter, self.rect(), 6, theme.colour(ground), edge)
        side = theme.px(self._size)
        at = (self.width() - side) // 2
        paint_icon(painter, QRect(at, at, side, side), self._role, theme.colour(self._tone))
