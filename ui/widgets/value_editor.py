"""A control for each type of value: what a person edits in place, and reads back as JSON says it."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.answers_in_words import as_date, say_number
from app.domain.catalogue import FactType
from app.domain.values import JsonValue
from ui.theme import TextStyle, Tone
from ui.widgets.choices import ChoiceField, Options, TickBox
from ui.widgets.date_field import DateField
from ui.widgets.form import LongTextField, TextField
from ui.widgets.text import Text

Choice: TypeAlias = tuple[str, str]
"""What is kept, and how it is said."""
FEW_LINES = 5
"""A field of so few lines keeps its height; a longer one takes what room there is."""
_MULTIPLES = {"million": 1_000_000, "bn": 1_000_000_000, "mn": 1_000_000, "m": 1_000_000, "k": 1_000}


class ValueEditor(QWidget):
    """What every control shares. Signals: `edited` says that a person changed the value."""

    edited = Signal()

    def value(self) -> JsonValue:
        """Give the value; None where nothing stands in the control. Ask `problem` first."""
        raise NotImplementedError

    def set_value(self, value: JsonValue) -> None:
        """Show a value, without a signal."""
        raise NotImplementedError

    def problem(self) -> str:
        """Say what is wrong with what stands there, in one sentence; nothing where it can be kept."""
        return ""

    def setAccessibleName(self, name: str) -> None:
        """Name the control inside as well."""
        super().setAccessibleName(name)
        inside = self.focusProxy()
        if inside:
            inside.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the control inside as well."""
        super().setAccessibleDescription(description)
        inside = self.focusProxy()
        if inside:
            inside.setAccessibleDescription(description)

    def setProperty(self, name: str, value: object) -> bool:
        """Dress the control inside as well, when something is wrong."""
        inside = self.focusProxy()
        if inside:
            inside.setProperty(name, value)
            inside.style().unpolish(inside)
            inside.style().polish(inside)
        return super().setProperty(name, value)


class TextEditor(ValueEditor):
    """One line of words."""

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = TextField(example=example)
        self._field.textEdited.connect(lambda _text: self.edited.emit())
        _fill(self, self._field)

    def value(self) -> JsonValue:
        """Give the words."""
        return self._field.text().strip() or None

    def set_value(self, value: JsonValue) -> None:
        """Show words."""
        self._field.setText("" if value is None else str(value))


class LongTextEditor(ValueEditor):
    """Several lines; with `as_list` each line is an entry of a list."""

    def __init__(self, *, as_list: bool = False, lines: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._as_list = as_list
        self._field = LongTextField(lines=lines)
        if lines <= FEW_LINES:
            self._field.setFixedHeight(self._field.minimumHeight())
        self._quiet = False
        self._field.textChanged.connect(self._tell)
        _fill(self, self._field)

    def value(self) -> JsonValue:
        """Give the words, or the lines that say something."""
        text = self._field.text().strip()
        if self._as_list:
            return [line.strip() for line in text.splitlines() if line.strip()] or None
        return text or None

    def set_value(self, value: JsonValue) -> None:
        """Show words, or a list one entry to a line."""
        self._quiet = True
        listed = isinstance(value, Sequence) and not isinstance(value, str)
        entries = value if listed and isinstance(value, Sequence) else ()
        self._field.setPlainText("\n".join(map(str, entries)) if listed else str(value or ""))
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit()


class YesNoEditor(ValueEditor):
    """Yes or no, or neither yet."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = Options(name, (("yes", "Yes"), ("no", "No")))
        self._options.chosen.connect(lambda _key: self.edited.emit())
        _fill(self, self._options)

    def value(self) -> JsonValue:
        """Give true, false or None."""
        return {"yes": True, "no": False}.get(self._options.key)

    def set_value(self, value: JsonValue) -> None:
        """Choose one of the two, or none."""
        self._options.choose({True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else "")


class ChoiceEditor(ValueEditor):
    """One of several; a value that is not among them is offered as it is."""

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._field = ChoiceField(name, (("", "Choose"), *self._choices))
        self._field.chosen.connect(lambda _key: self.edited.emit())
        _fill(self, self._field)

    def value(self) -> JsonValue:
        """Give what is chosen."""
        return self._field.key or None

    def set_value(self, value: JsonValue) -> None:
        """Choose an entry."""
        key = "" if value is None else str(value)
        known = key in {"", *(one for one, _ in self._choices)}
        self._field.set_entries((("", "Choose"), *self._choices, *(() if known else ((key, key),))))
        self._field.choose(key)


class TicksEditor(ValueEditor):
    """Any number of several."""

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._boxes = [TickBox(choice, self) for choice in choices]
        for box in self._boxes:
            column.addWidget(box)
            box.clicked.connect(lambda _on=False: self.edited.emit())

    def value(self) -> JsonValue:
        """Give what is ticked."""
        return [box.text() for box in self._boxes if box.isChecked()] or None

    def set_value(self, value: JsonValue) -> None:
        """Tick what is in a list."""
        ticked = [value] if isinstance(value, str) else value if isinstance(value, Sequence) else ()
        for box in self._boxes:
            box.setChecked(box.text() in ticked)


class DayEditor(ValueEditor):
    """A day."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = DateField()
        self._field.setAccessibleName(name)
        self._field.textEdited.connect(lambda _text: self.edited.emit())
        self._field.picked.connect(self._settled)
        self._held: JsonValue = None
        _fill(self, self._field)

    def value(self) -> JsonValue:
        """Give the day as ISO 8601."""
        day = self._field.day
        return day.isoformat() if day else None

    def set_value(self, value: JsonValue) -> None:
        """Show a day."""
        self._field.set_day(as_date(value))
        self._held = self.value()

    def problem(self) -> str:
        """Say how a day is written."""
        return "This is not a date. Write it as 11 Dec 2026." if self._field.is_wrong else ""

    def _settled(self) -> None:
        if self.value() != self._held:
            self._held = self.value()
            self.edited.emit()


class NumberEditor(ValueEditor):
    """A number with its sign or unit."""

    def __init__(self, kind: FactType, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._field = TextField()
        self._field.textEdited.connect(lambda _text: self.edited.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        before, after = {FactType.MONEY: ("£", ""), FactType.PERCENT: ("", "%")}.get(kind, ("", unit))
        for sign, widget in ((before, None), ("", self._field), (after, None)):
            if widget:
                row.addWidget(widget, 1)
            elif sign:
                row.addWidget(Text(sign, TextStyle.BODY, Tone.MUT))
        self.setFocusProxy(self._field)

    def value(self) -> JsonValue:
        """Give the number; a whole one without a point."""
        return parse_number(self._field.text())

    def set_value(self, value: JsonValue) -> None:
        """Show a number."""
        plain = isinstance(value, int | float) and not isinstance(value, bool)
        grouped = say_number(value) if plain and isinstance(value, int | float) else str(value or "")
        self._field.setText(grouped.replace(",", "") if self._kind is FactType.YEAR else grouped)

    def problem(self) -> str:
        """Say how a number is written."""
        text, number = self._field.text().strip(), self.value()
        if text and number is None:
            return "This is not a number. Write it in figures, for example 5,000,000 or 5m."
        whole = self._kind in (FactType.INTEGER, FactType.YEAR)
        if whole and isinstance(number, float):
            return "This must be a whole number."
        return ""


def parse_number(text: str) -> int | float | None:
    """Read a number as people write it: "£5,000,000", "5m", "97.5 %"; None of anything else."""
    plain = text.lower().replace("£", "").replace(",", "").replace("%", "").strip()
    ending, factor = next((one for one in _MULTIPLES.items() if plain.endswith(one[0])), ("", 1))
    try:
        number = float(plain.removesuffix(ending).strip()) * factor
    except ValueError:
        return None
    if number != number or abs(number) == float("inf"):
        return None
    return int(number) if number.is_integer() else round(number, 6)


def _fill(editor: ValueEditor, field: QWidget) -> None:
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field)
    editor.setFocusProxy(field)
