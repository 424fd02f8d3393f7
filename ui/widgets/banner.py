"""A banner: what happened, what to do, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.button import Button, IconButton
from ui.widgets.icon import GROUNDS, Icon
from ui.widgets.painting import draw_box
from ui.widgets.text import Text

_ICONS = {Tone.OK: "approved", Tone.WARN: "warning", Tone.BAD: "problem", Tone.ACC: "info"}


class Banner(QFrame):
    """A tinted strip; at most one stands on a page.

    Signals: `acted` says that its button was pressed; `dismissed` that it was put away.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.WARN
        self._icon = Icon("warning", 24, Tone.WARN)
        self._title = Text("", TextStyle.STRONG, lines=2)
        self._words = Text("", TextStyle.BODY, lines=3)
        self._button = Button("", small=True)
        self._button.clicked.connect(self.acted)
        self._close = IconButton("close", "Put away")
        self._close.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._words)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_message(
        self, title: str, words: str = "", tone: Tone = Tone.WARN, button: str = "", icon: str = ""
    ) -> None:
        """Show what happened and what to do; without `button` there is only the way to put it away."""
        self._tone = tone
        self._icon.set(icon or _ICONS[tone], tone)
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(f"{title} {words}".strip())
        self.show()
        self.update()

    @property
    def message(self) -> str:
        """Everything it says."""
        return self.accessibleName()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint and a border of its own colour."""
        theme = current()
        edge = theme.colour(self._tone, 1.0 if theme.is_contrast else 0.35)
        draw_box(QPainter(self), self.rect(), 10, theme.colour(GROUNDS[self._tone]), edge)

    def _put_away(self) -> None:
        self.hide()
        self.dismissed.emit()
