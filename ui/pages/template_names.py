"""Every name a template can use, with its value today, and the tag that prints it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.documents import NamedValue
from ui.theme import TextStyle, Tone
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_hint import KeyHint
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text


class TemplateNames(QWidget):
    """A table to search; a row is copied as the tag that goes into Word. Signals: `copied` carries what was copied."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[NamedValue] = ()
        self.search = SearchField("Search names and values", width=320)
        self.search.searched.connect(lambda _words: self._list())
        self.table: Table[NamedValue] = Table("Names", COLUMNS, lambda one: one.name, _spoken, row_height=52)
        self.table.opened.connect(lambda one: self._copy(one.tag, one.end_tag))
        self.table.chosen.connect(lambda _one: self._show_buttons())
        self.table.lettered.connect(self._on_letter)
        self.tag = Button("Copy the tag", icon="copy", small=True)
        self.tag.clicked.connect(self._copy_tag)
        self.condition = Button("Copy the condition", icon="copy", small=True)
        self.condition.clicked.connect(self._copy_condition)
        self._nothing = EmptyState("search", "No such name", "Search for other words: of the fact, or of its value.")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card())
        self._show_buttons()

    def _card(self) -> Card:
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.search)
        self._count = Text("", TextStyle.BODY, Tone.MUT)
        head.addWidget(self._count, 1)
        head.addWidget(self.condition)
        head.addWidget(self.tag)
        card.add(head)
        card.body.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        card.add(self._stack, 1)
        foot = card.set_foot(KeyHint("Enter", "Copy the tag"), KeyHint("I", "Copy the condition"), height=44)
        foot.setContentsMargins(16, 0, 16, 0)
        card.setFocusProxy(self.table)
        return card

    def set_names(self, names: Sequence[NamedValue]) -> None:
        """Show other names or values."""
        self._names = names
        self._list()

    def _list(self) -> None:
        wanted = self.search.text().casefold().split()
        found = [one for one in self._names if all(word in _searched(one) for word in wanted)]
        self.table.set_rows(found)
        self._stack.setCurrentWidget(self.table if found else self._nothing)
        if self.table.current_row is None and found:
            self.table.choose_at(0)
        known = sum(bool(one.said) for one in found)
        self._count.setText(f"{known:,} of {len(found):,} known")
        self._show_buttons()

    def _on_letter(self, letter: str) -> None:
        if letter == "I":
            self._copy_condition()

    def _copy_tag(self) -> None:
        row = self.table.current_row
        if row is not None:
            self._copy(row.tag, row.end_tag)

    def _copy_condition(self) -> None:
        row = self.table.current_row
        if row is not None:
            self._copy(row.condition, "{%p endif %}")

    def _copy(self, begin: str, end: str) -> None:
        text = f"{begin}\n\n{end}" if end else begin
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(begin)

    def _show_buttons(self) -> None:
        reason = "" if self.table.current_row is not None else "Choose a name first"
        self.tag.set_reason(reason)
        self.condition.set_reason(reason)


def _searched(one: NamedValue) -> str:
    return f"{one.name} {one.label} {one.said}".casefold()


def _spoken(one: NamedValue) -> str:
    return f"{one.label}, {one.said or 'not known yet'}, {one.tag}"


COLUMNS: tuple[Column[NamedValue], ...] = (
    Column("Name", lambda one: Cell(one.label, TextStyle.VALUE, lines=2), share=2),
    Column(
        "Today",
        lambda one: Cell(one.said, lines=2) if one.said else Cell("Not known yet", tone=Tone.MUT, italic=True),
        share=3,
        rank=1,
    ),
    Column("Tag", lambda one: Cell(one.tag, TextStyle.BODY, Tone.MUT), share=3),
)
