"""What was done: the deeds at the left, and what the open one changed at the right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Deed
from ui.theme import TextStyle, Tone
from ui.viewmodels.history import FILTERS, MOST_SHOWN, NOUNS, ChangeShown, Difference, HistoryViewModel
from ui.viewmodels.saying import say_count, say_moment
from ui.widgets.card import Card, Rule
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_pills import Filter, FilterPills
from ui.widgets.form import caption
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text

_ERASED = "Its texts were erased"


class DeedPanel(DetailPanel):
    """The open deed: each change of it with what stood before and after."""

    def __init__(self, model: HistoryViewModel, parent: QWidget | None = None) -> None:
        super().__init__("The open entry", parent)
        self._model = model
        self._part = QWidget()
        self.content.addWidget(self._part)
        self.content.addStretch(1)
        model.opened.connect(self._show)
        self._show()

    def _show(self) -> None:
        deed = self._model.open
        old, self._part = self._part, QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if deed is None:
            self.set_heading("", "Choose an entry")
            column.addWidget(
                Text("What stood there before and after is shown here.", TextStyle.BODY, Tone.MUT, lines=0)
            )
        else:
            who = f"  ·  {deed.by}" if deed.by else ""
            self.set_heading(f"{say_moment(deed.at)}{who}", deed.doing or _ERASED, TextStyle.TITLE)
            for number, shown in enumerate(self._model.shown):
                _add_change(column, shown, first=number == 0)
            if deed.changes > MOST_SHOWN:
                more = f"And {deed.changes - MOST_SHOWN:,} more. An export holds them all."
                column.addWidget(Text(more, TextStyle.NOTE, Tone.MUT, lines=0))
        self.content.replaceWidget(old, self._part)
        old.hide()
        old.deleteLater()


class DeedList(QWidget):
    """The deeds with search and filters."""

    def __init__(self, model: HistoryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.search = SearchField("Search the history", width=240)
        self.search.searched.connect(model.search)
        self.filters = FilterPills("Which entries")
        self.filters.chosen.connect(model.choose_filter)
        self.table: Table[Deed] = Table("What was done", _COLUMNS, lambda deed: deed.group, _spoken, row_height=60)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open_sheet)
        self.panel = DeedPanel(model)
        empty = "What is typed, imported, approved and undone is listed here, with what stood there before."
        self._empty = EmptyState("history", "Nothing has been done yet", empty)
        self._nothing = EmptyState("search", "Nothing found", "Try fewer words, or another filter.")
        self._columns = MainAndDetail(self._main(), self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)
        model.listed.connect(self._show)

    def _main(self) -> Card:
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(12)
        head.addWidget(self.search)
        head.addWidget(self.filters)
        head.addStretch(1)
        card.add(head)
        self._stack = QStackedWidget()
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        card.add(self._stack, 1)
        self._count = Text("", TextStyle.NOTE, Tone.MUT)
        foot = card.set_foot(self._count, height=44)
        foot.setContentsMargins(16, 0, 16, 0)
        card.setFocusProxy(self.table)
        return card

    def set_narrow(self, narrow: bool) -> None:
        """Show the open entry as a sheet."""
        self._columns.set_narrow(narrow)

    def _open_sheet(self) -> None:
        self._columns.open_sheet()

    def _choose(self, deed: Deed | None) -> None:
        self._model.open_deed(deed)
        if deed is not None and self.table.hasFocus():
            self._columns.open_sheet()

    def _show(self) -> None:
        model = self._model
        rows, counts = model.rows, model.counts
        self.table.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self._nothing if model.deeds else self._empty)
        self.filters.set_filters([Filter(key, word, counts[key]) for key, word in FILTERS])
        found = f"{len(rows):,} of " if len(rows) != len(model.deeds) else ""
        self._count.setText(found + say_count(len(model.deeds), "entry", "entries"))
        if model.open is None and rows:
            self.table.choose(rows[0].group)


def _add_change(column: QVBoxLayout, shown: ChangeShown, *, first: bool) -> None:
    if not first:
        column.addWidget(Rule())
    column.addWidget(Text(shown.title, TextStyle.VALUE, lines=3))
    column.addWidget(Text(shown.what, TextStyle.NOTE, Tone.MUT))
    for one in shown.differences:
        column.addWidget(caption(one.name))
        _add_difference(column, one, alone=not shown.what.startswith("Changed"))


def _add_difference(column: QVBoxLayout, one: Difference, *, alone: bool) -> None:
    """Set a value, or what was before in grey above what is; the words say which is which."""
    if alone:
        column.addWidget(Text(one.before or one.after, TextStyle.BODY, lines=0))
        return
    column.addWidget(Text(f"Before: {one.before or 'nothing'}", TextStyle.BODY, Tone.MUT, lines=0))
    column.addWidget(Text(f"After: {one.after or 'nothing'}", TextStyle.BODY, lines=0))


def _touched(deed: Deed) -> str:
    return ", ".join(NOUNS.get(table, table) for table in deed.tables)


def _spoken(deed: Deed) -> str:
    said = (deed.doing or _ERASED, deed.by, say_moment(deed.at), say_count(deed.changes, "change"))
    return ", ".join(part for part in said if part)


_COLUMNS: tuple[Column[Deed], ...] = (
    Column(
        "What",
        lambda deed: Cell(
            deed.doing or _ERASED,
            TextStyle.VALUE,
            under=_touched(deed),
            icon="history",
            icon_tone=Tone.ACC,
            tile=True,
        ),
        share=2,
    ),
    Column("Who", lambda deed: Cell(deed.by or "Bidfolio", tone=Tone.MUT), width=140, rank=1),
    Column("When", lambda deed: Cell(say_moment(deed.at)), width=190),
    Column("Changes", lambda deed: Cell(f"{deed.changes:,}", tone=Tone.MUT, right=True), width=80, rank=2, right=True),
)
