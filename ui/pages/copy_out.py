"""An answer for a form without places, such as a portal's: copied out with one click, counted as portals count."""

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.viewmodels.saying import say_count
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

KEY = "Ctrl+Shift+C"


class CopyOut(QWidget):
    """A count and a button; hidden where the answer goes into the buyer's own file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.count = Text("", TextStyle.NOTE, Tone.MUT)
        self.copy = Button("Copy the answer", ButtonKind.GHOST, "copy", small=True, key="Ctrl Shift C")
        self.copy.clicked.connect(self.copy_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        row.addWidget(self.copy)
        QShortcut(QKeySequence(KEY), self).activated.connect(self.copy_out)
        self.hide()

    def show_answer(self, text: str, count: int) -> None:
        """Offer an answer; an empty one cannot be copied."""
        if text != self._text:
            self._text = text
            self.copy.setText("Copy the answer")
        self.copy.set_reason("" if text else "There is no answer yet")
        self.count.setText(f"{say_count(count, 'character')} as portals count")
        self.show()

    def copy_out(self) -> None:
        """Put the answer on the clipboard, as plain text."""
        if self._text and self.isVisible():
            QGuiApplication.clipboard().setText(self._text)
            self.copy.setText("Copied")
