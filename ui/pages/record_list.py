"""A list of records at the left and the form of the open one at the right."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.records import Record
from app.domain.validity import Validity
from app.services.lend_files import lend_file
from ui.pages.record_form import RecordForm
from ui.theme import TextStyle, Tone
from ui.viewmodels.evidence import SAID
from ui.viewmodels.records import RecordRow, RecordsViewModel, with_article
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_pills import Filter, FilterPills
from ui.widgets.key_hint import KeyHint
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text

MARKS = {
    Validity.IN_DATE: ("approved", Tone.OK),
    Validity.LAPSES_SOON: ("lapses", Tone.WARN),
    Validity.LAPSED: ("problem", Tone.BAD),
    Validity.NOT_YET: ("clock", Tone.MUT),
    Validity.UNDATED: ("clock", Tone.MUT),
}
"""The shape and the colour of each state; its word always stands beside."""
ALL = "all"


class RecordList(QWidget):
    """One kind of record. Signals: `counted` says that the number of records or of lapsing ones changed."""

    counted = Signal()

    def __init__(
        self, session: Session, model: RecordsViewModel[Any], *, icon: str, detail: str, until: str = "Valid"
    ) -> None:
        """Take the model, the picture of the kind, and the heads of the second and the third column."""
        super().__init__()
        self._session, self.model = session, model
        kind = model.kind
        self.search = SearchField(f"Search {kind.plural.rpartition(' of ')[2]}", width=240)
        self.search.searched.connect(model.search)
        self.filters = FilterPills(f"Which {kind.plural}")
        self.filters.chosen.connect(self._filter)
        self.table: Table[RecordRow] = Table(
            kind.plural.capitalize(), _columns(icon, detail, until), lambda row: row.id, _spoken, row_height=60
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._edit())
        self.form = RecordForm(model)
        self.form.file_wanted.connect(self._open_file)
        title, _dot, words = kind.empty.partition(". ")
        self._empty = EmptyState(icon, title, words, f"Add {with_article(kind.noun)}")
        self._empty.acted.connect(self.add)
        self._nothing = EmptyState("search", "Nothing found", "Try fewer words, or another filter.")
        self._columns = MainAndDetail(self._main(), self.form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)
        model.listed.connect(self._show)
        model.opened.connect(self._mark_open)
        model.reload()

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
        foot = card.set_foot(self._count, KeyHint("Enter", "Edit"), height=44)
        foot.setContentsMargins(16, 0, 16, 0)
        card.setFocusProxy(self.table)
        return card

    def add(self) -> None:
        """Open an empty form."""
        self.form.settle()
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.model().index(-1, -1))
        self.model.add()
        self._columns.open_sheet()
        self.form.begin()

    def open_record(self, record_id: str) -> None:
        """Open a record."""
        self.form.settle()
        self.model.open_record(record_id)
        self._columns.open_sheet()

    def set_narrow(self, narrow: bool) -> None:
        """Show the form as a sheet."""
        self._columns.set_narrow(narrow)

    def _choose(self, row: RecordRow | None) -> None:
        if row is not None and (row.id != self.model.open_id or self.model.is_adding):
            self.open_record(row.id)

    def _edit(self) -> None:
        self._columns.open_sheet()
        self.form.begin()

    def _filter(self, key: str) -> None:
        self.model.choose_filter(None if key == ALL else Validity(key))

    def _mark_open(self, record: Record | None) -> None:
        if record is not None and not self.model.is_adding:
            self.table.choose(record.id)

    def _open_file(self) -> None:
        name = str(getattr(self.model.open, "file", "") or "file")
        ports = self._session.ports

        def show(path: Path) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        def lend(content: bytes) -> None:
            self._session.tasks.quick(lambda: lend_file(ports, content, name), show, self._session.refuse)

        self.model.read_file(lend)

    def _show(self) -> None:
        model, kind = self.model, self.model.kind
        self.table.set_rows(model.rows)
        total = len(model.records)
        self._stack.setCurrentWidget(self.table if model.rows else self._nothing if total else self._empty)
        counts = model.counts
        shown = [one for one in (Validity.IN_DATE, Validity.LAPSES_SOON, Validity.LAPSED) if any(counts.values())]
        pills = [Filter(ALL, "All", total), *(Filter(str(one), SAID[one], counts[one]) for one in shown)]
        self.filters.set_filters(pills)
        self.filters.setVisible(len(pills) > 1)
        found = f"{len(model.rows)} of " if len(model.rows) != total else ""
        self._count.setText(found + say_count(total, kind.noun, kind.plural))
        if model.open is None and model.rows and not model.is_adding:
            model.open_record(model.rows[0].id)
        self.counted.emit()


def _columns(icon: str, detail: str, until: str) -> tuple[Column[RecordRow], ...]:
    return (
        Column(
            "Title",
            lambda row: Cell(row.title, TextStyle.VALUE, under=row.note, icon=icon, icon_tone=Tone.ACC, tile=True),
            share=2,
        ),
        Column(detail, lambda row: Cell(row.detail, tone=Tone.MUT), width=200, rank=1),
        Column(until, _valid_cell, width=200),
    )


def _valid_cell(row: RecordRow) -> Cell:
    if row.validity is None:
        return Cell(row.until, tone=Tone.MUT)
    icon, tone = MARKS[row.validity]
    return Cell(SAID[row.validity], TextStyle.VALUE, tone, under=row.until, icon=icon, icon_tone=tone)


def _spoken(row: RecordRow) -> str:
    validity = SAID[row.validity] if row.validity else ""
    return ", ".join(part for part in (row.title, row.note, row.detail, validity, row.until) if part)
