"""A label above its value, with a way to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Text


class FactRow(QWidget):
    """Label 12 above value 13; unknown it offers Add, and never a guess.

    Signals: `acted` says that Add or Change was pressed.
    """

    acted = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text(label, TextStyle.NOTE, Tone.MUT)
        self._mark = Icon("warning", 16, Tone.WARN)
        self._holder = QHBoxLayout()
        self._holder.setSpacing(8)
        self._value = Text("", TextStyle.VALUE, lines=3)
        self._unknown = Text("Not known yet", TextStyle.BODY, Tone.MUT, italic=True)
        self._button = Button("Add", icon="add", small=True)
        self._button.clicked.connect(self.acted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._label)
        self._holder.addWidget(self._mark)
        self._holder.addWidget(self._value, 1)
        words.addLayout(self._holder)
        words.addWidget(self._unknown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        self.set_value("")

    def set_value(self, value: str, *, differing: str = "", applies: bool = True) -> None:
        """Show a value; `differing` is what another source says; a fact may not apply at all."""
        known = bool(value) or not applies
        words = f"{value} or {differing}" if differing else value
        self._value.setText(words if applies else "Does not apply")
        self._value.setVisible(known)
        self._mark.setVisible(bool(differing))
        self._unknown.setVisible(not known)
        self._button.setVisible(not known)
        said = self._value.text() if known else "not known yet"
        self._button.setAccessibleName(f"Add {self._label.text()}")
        self.setAccessibleName(f"{self._label.text()}: {said}" + (", two sources differ" if differing else ""))
