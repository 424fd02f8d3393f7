"""Asks once under which name a person approves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.form import Field, TextField
from ui.widgets.text import Text


class NameDialog(QDialog):
    """A small form over the page. Signals: `given` carries the name."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Who approves?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.name = TextField()
        self._field = Field("Your name", self.name, "It stands beside every answer you approve")
        self.save = Button("Approve", ButtonKind.PRIMARY, "tick")
        self.save.clicked.connect(self._give)
        self.name.returnPressed.connect(self._give)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Text("Who approves?", TextStyle.TITLE))
        words = "An approved answer goes into the buyer’s file in a person’s name. This is asked once."
        column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=0))
        column.addWidget(self._field)
        column.addLayout(buttons)
        self.name.setFocus()

    def _give(self) -> None:
        name = self.name.text().strip()
        self._field.set_error("" if name else "Give your name.")
        if name:
            self.given.emit(name)
            self.accept()
