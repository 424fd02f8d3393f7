"""Asks for a fact outside the catalogue: its name, its type and its value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue import FactType
from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choices import ChoiceField
from ui.widgets.form import Field, TextField
from ui.widgets.text import Text
from ui.widgets.value_editor import ValueEditor
from ui.widgets.value_groups import make_editor

TYPES = (
    (FactType.TEXT, "Words"),
    (FactType.LONG_TEXT, "A paragraph"),
    (FactType.YES_NO, "Yes or no"),
    (FactType.NUMBER, "A number"),
    (FactType.DATE, "A date"),
    (FactType.ADDRESS, "An address"),
    (FactType.TEXT_LIST, "A list"),
)


class CustomFactDialog(QDialog):
    """A small form over the page. Signals: `given` carries name and value."""

    given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add a fact")
        self.setMinimumWidth(440)
        self.name = TextField(example="Fleet size")
        self._name = Field("Name", self.name, "What buyers call it")
        self.kind = ChoiceField("Kind of value", [(str(kind), words) for kind, words in TYPES])
        self.kind.chosen.connect(lambda _key: self._change_kind())
        self.editor: ValueEditor = make_editor(FactType.TEXT, "Value")
        self._value = Field("Value", self.editor)
        self.save = Button("Add fact", ButtonKind.PRIMARY, "add")
        self.save.clicked.connect(self._give)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(16)
        self._column.addWidget(Text("Add a fact", TextStyle.TITLE))
        words = "Buyers’ usual questions are in the sections already. This keeps one of your own."
        self._column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=0))
        self._column.addWidget(self._name)
        self._column.addWidget(Field("Kind of value", self.kind))
        self._column.addWidget(self._value)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        self._column.addLayout(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name.setFocus()

    def _change_kind(self) -> None:
        old = self._value
        self.editor = make_editor(FactType(self.kind.key), "Value")
        self._value = Field("Value", self.editor)
        self._column.replaceWidget(old, self._value)
        old.hide()
        old.deleteLater()

    def _give(self) -> None:
        self._name.set_error("" if any(map(str.isalnum, self.name.text())) else "Give it a name.")
        problem = self.editor.problem()
        self._value.set_error(problem or ("" if self.editor.value() is not None else "Give a value."))
        if not (self._name.error or self._value.error):
            self.given.emit(self.name.text().strip(), self.editor.value())
            self.accept()
