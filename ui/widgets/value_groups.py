"""Controls for values of several parts: an address, a table of entries."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.answers_in_words import say_value
from app.domain.catalogue import FactType
from app.domain.values import ADDRESS_PARTS, JsonValue
from ui.theme import TextStyle, Tone, current
from ui.widgets.button import Button, ButtonKind
from ui.widgets.form import TextField
from ui.widgets.painting import draw_box
from ui.widgets.text import Text
from ui.widgets.value_editor import (
    Choice,
    ChoiceEditor,
    DayEditor,
    LongTextEditor,
    NumberEditor,
    TextEditor,
    ValueEditor,
    YesNoEditor,
)

_NAMES = {"street": "Street", "locality": "Town", "region": "County", "postcode": "Postcode", "country": "Country"}
_NUMBERS = frozenset({FactType.NUMBER, FactType.INTEGER, FactType.MONEY, FactType.PERCENT, FactType.YEAR})


class AddressEditor(ValueEditor):
    """An address with its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extra: dict[str, JsonValue] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._fields: dict[str, TextField] = {}
        for part in ADDRESS_PARTS:
            field = TextField(small=True)
            field.setAccessibleName(_NAMES[part])
            field.textEdited.connect(lambda _text: self.edited.emit())
            row = QHBoxLayout()
            row.setSpacing(8)
            label = Text(_NAMES[part], TextStyle.NOTE, Tone.MUT)
            label.setFixedWidth(current().px(64))
            row.addWidget(label)
            row.addWidget(field, 1)
            column.addLayout(row)
            self._fields[part] = field
        self.setFocusProxy(self._fields["street"])

    def value(self) -> JsonValue:
        """Give the parts that are known."""
        parts = {part: field.text().strip() for part, field in self._fields.items() if field.text().strip()}
        return {**self._extra, **parts} if parts else None

    def set_value(self, value: JsonValue) -> None:
        """Show the parts of an address; words that have none stand in the first."""
        known = value if isinstance(value, Mapping) else {"street": value} if value else {}
        self._extra = {name: part for name, part in known.items() if name not in ADDRESS_PARTS}
        for part, field in self._fields.items():
            field.setText(str(known.get(part) or ""))


class EntryGrid(ValueEditor):
    """A small table: one entry on each row, the members in columns."""

    def __init__(self, name: str, members: Sequence[str], parent: QWidget | None = None, *, rows: int = 3) -> None:
        """Take the names of the members, which head the columns; `rows` are shown without scrolling."""
        super().__init__(parent)
        self._members = tuple(members)
        self._held: list[Mapping[str, JsonValue]] = []
        self._table = QTableWidget(0, len(self._members))
        self._table.setAccessibleName(name)
        self._table.setHorizontalHeaderLabels([_heading(member) for member in self._members])
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.horizontalHeader().setFont(current().font(TextStyle.NOTE_STRONG))
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(current().px(32))
        self._table.setMinimumHeight(current().px(36 + 32 * rows))
        self._table.setTabKeyNavigation(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.itemChanged.connect(lambda _item: self.edited.emit())
        self._add = Button("Add a row", ButtonKind.QUIET, "add", small=True)
        self._add.clicked.connect(self._add_row)
        self._drop = Button("Remove row", ButtonKind.QUIET, "remove", small=True)
        self._drop.clicked.connect(self._remove_row)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._drop)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.setSpacing(8)
        column.addWidget(self._table)
        column.addLayout(buttons)
        self.setFocusProxy(self._table)

    def value(self) -> JsonValue:
        """Give the rows that say something; what a row holds besides these members stays with it."""
        return [entry for number in range(self._table.rowCount()) if (entry := self._entry(number))] or None

    def set_value(self, value: JsonValue) -> None:
        """Show a list of objects; words alone stand in the first column."""
        entries = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
        self._held = [one if isinstance(one, Mapping) else {self._members[0]: one} for one in entries]
        with QSignalBlocker(self._table):
            self._table.setRowCount(max(len(self._held), 1))
            for number in range(self._table.rowCount()):
                entry = self._held[number] if number < len(self._held) else {}
                for place, member in enumerate(self._members):
                    self._table.setItem(number, place, QTableWidgetItem(say_value(entry.get(member))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the border of a control around the table."""
        theme = current()
        focused = self._table.hasFocus()
        edge, width = (theme.colour("acc"), 2.0) if focused else (theme.colour("edge"), 1.0)
        draw_box(QPainter(self), self._table.geometry().adjusted(-2, -2, 2, 2), 6, theme.colour("panel"), edge, width)

    def _entry(self, number: int) -> dict[str, JsonValue]:
        held = self._held[number] if number < len(self._held) else {}
        said = {member: self._text(number, place) for place, member in enumerate(self._members)}
        changed = {member: text for member, text in said.items() if text != say_value(held.get(member))}
        return {**held, **changed} if any(said.values()) else {}

    def _text(self, number: int, place: int) -> str:
        item = self._table.item(number, place)
        return item.text().strip() if item else ""

    def _add_row(self) -> None:
        number = self._table.rowCount()
        self._table.insertRow(number)
        self._table.setCurrentCell(number, 0)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_row(self) -> None:
        number = max(self._table.currentRow(), 0)
        if self._table.rowCount():
            self._table.removeRow(number)
            del self._held[number : number + 1]
            self.edited.emit()


def _heading(member: str) -> str:
    words = member.replace("_", " ")
    return words[:1].upper() + words[1:]


def make_editor(
    kind: FactType,
    name: str,
    *,
    choices: Sequence[Choice] = (),
    members: Sequence[str] = (),
    unit: str = "",
    lines: int = 5,
) -> ValueEditor:
    """Make the control of a type; `name` is said by screen readers."""
    if choices:
        return ChoiceEditor(name, choices)
    match kind:
        case FactType.LONG_TEXT:
            return LongTextEditor(lines=lines)
        case FactType.TEXT_LIST:
            return LongTextEditor(as_list=True, lines=3)
        case FactType.YES_NO:
            return YesNoEditor(name)
        case FactType.DATE:
            return DayEditor(name)
        case FactType.ADDRESS:
            return AddressEditor()
        case FactType.OBJECT_LIST:
            return EntryGrid(name, members or ("name",))
        case _ if kind in _NUMBERS:
            return NumberEditor(kind, unit)
        case _:
            return TextEditor()
