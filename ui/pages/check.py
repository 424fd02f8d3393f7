"""The check before submission: a list to empty, each finding with what is wrong, why, and one way to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.findings import Gravity
from ui.theme import TextStyle, Tone
from ui.viewmodels.checking import CheckingViewModel, CheckResult, FindingRow
from ui.viewmodels.saying import say_count
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_pills import Filter, FilterPills
from ui.widgets.form import Field, TextField
from ui.widgets.table import Table
from ui.widgets.text import Text
from ui.widgets.wrapping_row import WrappingRow

WORDS = {
    Gravity.STOPS: ("Stops the bid", "stop", Tone.BAD),
    Gravity.LOOK_AGAIN: ("Costs marks", "warning", Tone.WARN),
    Gravity.HINT: ("Worth a look", "info", Tone.ACC),
}
_LEADS_TO = {"question": "Open the question", "evidence": "Open the certificate", "file": "Open the documents"}
_OVERRIDDEN = "overridden"


class FindingPanel(DetailPanel):
    """The open finding.

    Signals: `wanted` carries the row whose place a person wants to see; `overridden` the row and a reason;
    `taken_back` the row.
    """

    wanted = Signal(object)
    overridden = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Finding", parent)
        self.row: FindingRow | None = None
        self._why = Text("", TextStyle.BODY, lines=0)
        self._remedy = Text("", TextStyle.BODY, Tone.MUT, lines=0)
        self._word = Text("", TextStyle.BODY, lines=0, tone=Tone.MUT)
        self.reason = TextField("", "The link is the buyer’s own policy")
        self.field = Field("Why is it right as it stands?", self.reason, "Kept with your name until the answer changes")
        self.keep = Button("Override", ButtonKind.GHOST, "reviewed")
        self.keep.clicked.connect(self._override)
        self.reason.returnPressed.connect(self._override)
        self.back = Button("Let it stand again", ButtonKind.GHOST, "undo")
        self.back.clicked.connect(lambda: self.taken_back.emit(self.row))
        self.go = Button("", ButtonKind.PRIMARY, "go")
        self.go.clicked.connect(lambda: self.wanted.emit(self.row))
        for widget in (self._why, self._remedy, self._word, self.field, self.keep, self.back):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.set_actions(self.go)
        self.show_row(None)

    def show_row(self, row: FindingRow | None) -> None:
        """Show a finding, or that none is chosen."""
        if row is None or self.row is None or row.id != self.row.id:
            self.reason.clear()
            self.field.set_error("")
        self.row = row
        word = row.overridden if row else ""
        caption = WORDS[row.gravity][0] if row and not word else "Overridden" if row else ""
        self.set_heading(caption, row.place if row else "Choose a finding")
        self._why.setText(row.why if row else "")
        self._remedy.setText(row.remedy if row else "")
        self._word.setText(f"“{word}” ({row.by})" if row and word else "")
        self._word.setVisible(bool(word))
        for widget in (self.field, self.keep):
            widget.setVisible(row is not None and not word)
        self.back.setVisible(bool(word))
        self.go.setText(_LEADS_TO[row.kind] if row else "")
        self.go.setVisible(row is not None)

    def _override(self) -> None:
        if not self.reason.text().strip():
            self.field.set_error("Write a reason first: it is kept with the bid.")
            return
        self.overridden.emit(self.row, self.reason.text())


class CheckView(QWidget):
    """Filters, the list, the open finding. Signals: `wanted` carries the row whose place a person wants to see."""

    wanted = Signal(object)

    def __init__(self, model: CheckingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.filters = FilterPills("Which findings")
        self.filters.chosen.connect(lambda _key: self._show())
        self._state = Text("", TextStyle.BODY, Tone.MUT)
        self.again = Button("Check again", ButtonKind.GHOST, "check", small=True)
        self.again.clicked.connect(model.check)
        self.table: Table[FindingRow] = Table("Findings", COLUMNS, lambda row: row.id, _spoken, row_height=60)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.wanted)
        self.panel = FindingPanel()
        self.panel.wanted.connect(self.wanted)
        self.panel.overridden.connect(model.override)
        self.panel.taken_back.connect(model.take_back)
        self._clean = EmptyState("approved", "Nothing left to put right", "The bid can be packed and sent.")
        self._none = EmptyState("filter", "Nothing of this kind", "Choose another filter above.")
        self._waiting = EmptyState("check", "Checking the bid", "Every answer, certificate and file is looked at.")
        self._stopped = EmptyState("check", "The bid was not checked", "“Check again” looks at every answer anew.")
        self._columns = MainAndDetail(self._main(), self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns, 1)
        model.checked.connect(self._show)
        self._show()

    def _main(self) -> Card:
        card = Card(padding=0)
        head = WrappingRow()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(self.filters)
        head.stretch()
        head.addWidget(self._state)
        head.addWidget(self.again)
        card.add(head)
        card.body.setSpacing(0)
        self._stack = QStackedWidget()
        for widget in (self.table, self._clean, self._none, self._waiting, self._stopped):
            self._stack.addWidget(widget)
        card.add(self._stack, 1)
        card.body.setContentsMargins(1, 0, 1, 10)
        card.setFocusProxy(self.table)
        return card

    def set_narrow(self, narrow: bool) -> None:
        """Show the open finding as a sheet."""
        self._columns.set_narrow(narrow)

    def _choose(self, row: FindingRow | None) -> None:
        self.panel.show_row(row)
        if row is not None and self.table.hasFocus():
            self._columns.open_sheet()

    def _show(self) -> None:
        result = self._model.result
        self.again.set_busy("Checking…" if self._model.is_working else "")
        self.filters.setVisible(result is not None)
        if result is None:
            self.table.set_rows(())
            self._stack.setCurrentWidget(self._stopped if self._model.has_stopped else self._waiting)
            self._state.setText("")
            self.panel.show_row(None)
            return
        self._show_result(result)

    def _show_result(self, result: CheckResult) -> None:
        entries = [Filter("all", "All", len(result.of("all")))]
        entries += [
            Filter(str(gravity), words, len(result.of(str(gravity)))) for gravity, (words, *_rest) in WORDS.items()
        ]
        self.filters.set_filters([*entries, Filter(_OVERRIDDEN, "Overridden", len(result.of(_OVERRIDDEN)))])
        rows = result.of(self.filters.key)
        self.table.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self._clean if not result.of("all") else self._none)
        signing = f", {result.to_sign} to sign" if result.to_sign else ""
        self._state.setText(f"{say_count(result.questions, 'question')} looked at{signing}")
        if self.table.current_row is None and rows:
            self.table.choose(rows[0].id)
        self.panel.show_row(self.table.current_row)


def _gravity_cell(row: FindingRow) -> Cell:
    if row.overridden:
        return Cell("Overridden", TextStyle.VALUE, Tone.MUT, icon="reviewed", icon_tone=Tone.MUT)
    words, icon, tone = WORDS[row.gravity]
    return Cell(words, TextStyle.VALUE, tone, icon=icon, icon_tone=tone)


def _spoken(row: FindingRow) -> str:
    gravity = "overridden" if row.overridden else WORDS[row.gravity][0].lower()
    return f"{row.place}, {gravity}, {row.why}"


COLUMNS: tuple[Column[FindingRow], ...] = (
    Column("How grave", _gravity_cell, width=148),
    Column("Where", lambda row: Cell(row.place, TextStyle.VALUE, lines=2), width=168),
    Column("What is wrong", lambda row: Cell(row.why, TextStyle.VALUE, under=row.remedy)),
)
