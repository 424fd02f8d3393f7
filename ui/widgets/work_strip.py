"""Work that takes more than two seconds: what, how many of how many, time left, Cancel."""

from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.bars import ProgressLine
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text


def time_left(done: int, total: int, elapsed: float) -> str:
    """Guess the time left from the pace so far; nothing while there is too little to go by."""
    if not done or elapsed < 2 or done >= total:
        return ""
    seconds = elapsed / done * (total - done)
    if seconds < 10:
        return "a few seconds left"
    return f"about {round(seconds / 10) * 10} s left" if seconds < 90 else f"about {round(seconds / 60)} minutes left"


class WorkStrip(QWidget):
    """One piece of work in hand. Signals: `cancelled` says that Cancel was pressed."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._began = monotonic()
        self._words = Text("", TextStyle.VALUE)
        self._note = Text("", TextStyle.NOTE, Tone.MUT)
        self._bar = ProgressLine("Progress")
        self.cancel = Button("Cancel", ButtonKind.QUIET, small=True)
        self.cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._words)
        head.addWidget(self._note, 1)
        words.addLayout(head)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._tick)

    def begin(self, doing: str) -> None:
        """Start counting."""
        self._began = monotonic()
        self.show_progress(doing, 0, None)
        self._clock.start()

    def end(self) -> None:
        """Stop counting."""
        self._clock.stop()

    def show_progress(self, doing: str, done: int, total: int | None) -> None:
        """Show how far; an unknown total shows how long it has taken."""
        self._words.setText(doing)
        self.setAccessibleName(doing)
        self._bar.setVisible(bool(total))
        elapsed = monotonic() - self._began
        if total:
            self._bar.set_share(done / total)
            parts = (f"{done} of {total}", time_left(done, total, elapsed))
            self._note.setText("  ·  ".join(part for part in parts if part))
        else:
            self._note.setText(f"{elapsed:.0f} s" if elapsed >= 2 else "")

    def _tick(self) -> None:
        if not self._bar.isVisible():
            self.show_progress(self._words.text(), 0, None)
