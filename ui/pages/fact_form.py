"""Edits one fact in place: the type's own control, the day from which it holds, where it comes from."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue import FactDefinition
from app.domain.records import Fact
from app.domain.values import JsonValue
from ui.theme import TextStyle
from ui.widgets.button import Button, ButtonKind
from ui.widgets.date_field import DateField
from ui.widgets.form import Field, TextField
from ui.widgets.text import Text
from ui.widgets.value_groups import make_editor


@dataclass(frozen=True, slots=True)
class FactInput:
    """What a person typed in for a fact."""

    value: JsonValue
    valid_from: date | None
    valid_until: date | None
    source: str


class FactForm(QWidget):
    """The form of one value. Signals: `kept` carries the `FactInput`; `left` says that nothing is to be kept."""

    kept = Signal(object)
    left = Signal()

    def __init__(
        self, definition: FactDefinition, fact: Fact | None, *, fixing: bool, parent: QWidget | None = None
    ) -> None:
        """Begin with the value of `fact`; `fixing` puts a mistake right, else a change from a day is recorded."""
        super().__init__(parent)
        self._fixing = fixing
        self._editor = make_editor(
            definition.type,
            definition.label,
            choices=[(choice, choice) for choice in definition.choices],
            members=definition.members,
            unit=definition.unit,
        )
        self._editor.set_value(fact.value if fact else None)
        self._value = Field(definition.label if fixing or not fact else "New value", self._editor, definition.hint)
        self._from, self._until = DateField(), DateField()
        self._begins = Field("Valid from", self._from, "Leave empty if you do not know" if fixing or not fact else "")
        self._ends = Field("Valid to", self._until, "Empty while it holds")
        self._source = TextField(fact.source if fact and fixing else "", "Companies House, a certificate")
        self._save = Button("Save", ButtonKind.PRIMARY, "tick", key="Ctrl Enter", small=True)
        self._cancel = Button("Cancel", ButtonKind.GHOST, small=True, key="Esc")
        if fact and fixing:
            self._from.set_day(fact.valid_from)
            self._until.set_day(fact.valid_until)
        self._save.clicked.connect(self.keep)
        self._cancel.clicked.connect(self.left)
        self._lay_out(fixing=fixing, is_new=fact is None)

    def _lay_out(self, *, fixing: bool, is_new: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = "Fix a mistake" if fixing else "Add the value" if is_new else "Record a change"
        column.addWidget(Text(title, TextStyle.STRONG))
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self._begins, 1)
        if fixing:
            days.addWidget(self._ends, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        column.addWidget(self._value)
        column.addLayout(days)
        column.addWidget(Field("Where it comes from", self._source, optional=True))
        column.addLayout(buttons)
        self.setFocusProxy(self._editor)

    def keep(self) -> None:
        """Hand the input over, or say what is wrong with it."""
        problem = self._editor.problem()
        if not problem and self._editor.value() is None:
            problem = "Give a value, or choose “Does not apply”."
        self._value.set_error(problem)
        days = ((self._begins, self._from), (self._ends, self._until))
        for field, day in days:
            field.set_error("This is not a date. Write it as 11 Dec 2026." if day.is_wrong else "")
        if self._from.day and self._until.day and self._until.day < self._from.day:
            self._ends.set_error("It ends before it begins.")
        if not (self._value.error or self._begins.error or self._ends.error):
            source = self._source.text().strip()
            self.kept.emit(FactInput(self._editor.value(), self._from.day, self._until.day, source))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl Enter, leave on Esc."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self.keep()
        else:
            super().keyPressEvent(event)


def fixed(fact: Fact, given: FactInput) -> Fact:
    """Give a fact with what was wrong replaced."""
    return replace(
        fact,
        value=given.value,
        valid_from=given.valid_from,
        valid_until=given.valid_until,
        source=given.source or fact.source,
    )
