"""The strip at the foot of the window: where data lies, work in hand, keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.bars import ProgressLine
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon import Icon
from ui.widgets.key_hint import KeyHint
from ui.widgets.painting import draw_rule
from ui.widgets.text import Text


class StatusBar(QWidget):
    """28 px at the foot. Signals: `cancelled` says that the running work is to stop."""

    cancelled = Signal()

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take the keys that are always told, each with its deed."""
        super().__init__(parent)
        self.setAccessibleName("Status")
        self.setFixedHeight(current().px(28) + 1)
        self._words = Text("", TextStyle.NOTE, Tone.MUT)
        self._doing = Text("", TextStyle.NOTE_VALUE)
        self._bar = ProgressLine("Work in hand")
        self._bar.setFixedWidth(96)
        self._cancel = Button("Cancel", ButtonKind.QUIET, small=True)
        self._cancel.setFixedHeight(current().px(24))
        self._cancel.clicked.connect(self.cancelled)
        self._work = QWidget(self)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(24, 0, 0, 0)
        work.setSpacing(8)
        for widget in (self._doing, self._bar, self._cancel):
            work.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(8)
        row.addWidget(Icon("lock", 16, Tone.MUT))
        row.addWidget(self._words)
        row.addWidget(self._work)
        row.addStretch(1)
        self._keys = [KeyHint(key, does) for key, does in keys]
        for hint in self._keys:
            row.addSpacing(8)
            row.addWidget(hint)
        self.show_work("")

    def set_parts(self, *parts: str) -> None:
        """Show where data lies and when it was backed up; empty parts are left out."""
        self._words.setText("  ·  ".join(part for part in parts if part))
        self._words.setAccessibleName(self._words.text())

    @property
    def text(self) -> str:
        """What it says at the left."""
        return self._words.text()

    def show_work(self, doing: str, share: float | None = None) -> None:
        """Show running work with its Cancel; an empty `doing` takes it away."""
        self._doing.setText(doing)
        self._work.setVisible(bool(doing))
        self._bar.setVisible(share is not None)
        self._bar.set_share(share or 0.0)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the keys where there is little room."""
        for hint in self._keys:
            hint.setVisible(not narrow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and the line above."""
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        draw_rule(painter, 0, self.width(), 0, theme.colour("line"))
