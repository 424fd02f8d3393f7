"""The review: the questions of a buyer's file at the left, the open one at the right."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from app.domain.questionnaire import LimitUnit
from ui.pages.question_panel import STATES, QuestionPanel
from ui.theme import TextStyle, Tone
from ui.viewmodels.questions import QuestionRow, Show
from ui.viewmodels.review import ReviewViewModel
from ui.viewmodels.saying import say_count
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_pills import Filter, FilterPills
from ui.widgets.key_hint import KeyHint
from ui.widgets.search_field import SearchField
from ui.widgets.state_mark import State
from ui.widgets.table import Table
from ui.widgets.text import Text
from ui.widgets.wrapping_row import WrappingRow

FILTERS = (
    (Show.ALL, "All", None),
    (Show.NEEDS_YOU, "Needs you", State.PROBLEM),
    (Show.IN_REVIEW, "In review", State.IN_REVIEW),
    (Show.DRAFT, "Draft", State.DRAFT),
    (Show.NO_ANSWER, "No answer", State.NO_ANSWER),
)


SHORT_UNITS = {LimitUnit.WORDS: "", LimitUnit.PAGES: "", LimitUnit.CHARACTERS: " ch.", LimitUnit.ITEMS: " items"}
"""What stands behind a count in the column of words, where it counts something else."""


class ReviewView(QWidget):
    """Table and panel, on a `ReviewViewModel`. Signals: `counted` says that a count changed."""

    counted = Signal()

    def __init__(self, model: ReviewViewModel, *, single_keys: bool = True, parent: QWidget | None = None) -> None:
        """Take whether single letters act in the list."""
        super().__init__(parent)
        self.model, self._single_keys = model, single_keys
        self._shown_counts: tuple[Mapping[Show, int], Show] | None = None
        self.search = SearchField("Search questions", width=176)
        self.search.searched.connect(lambda text: model.narrow(text=text))
        self.filters = FilterPills("Which questions")
        self.filters.chosen.connect(lambda key: model.narrow(Show(key)))
        self.more = Button("Filters", icon="filter", small=True)
        self.more.clicked.connect(self._choose_more)
        self.table: Table[QuestionRow] = Table("Questions", COLUMNS, lambda row: row.id, lambda row: row.spoken)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._edit())
        self.table.lettered.connect(self._on_letter)
        self.panel = QuestionPanel(model)
        self._nothing = EmptyState("search", "No question here", "Choose another filter, or search for fewer words.")
        self._columns = MainAndDetail(self._main(), self.panel)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)
        self._bind_keys()
        model.listed.connect(self._show)
        model.edited.connect(self._show_rows)
        model.loaded.connect(self._begin)
        model.opened.connect(self._mark_open)

    def _main(self) -> Card:
        card = Card(padding=0)
        head = WrappingRow()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(self.search)
        head.addWidget(self.filters)
        head.stretch()
        head.addWidget(self.more)
        card.add(head)
        card.body.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        card.add(self._stack, 1)
        self._count = Text("", TextStyle.NOTE, Tone.MUT)
        foot = card.set_foot(self._count, _hints(), height=44)
        foot.setContentsMargins(16, 0, 16, 0)
        card.setFocusProxy(self.table)
        return card

    def _bind_keys(self) -> None:
        keys = {
            "Ctrl+Return": self.model.approve_and_next,
            "Ctrl+Enter": self.model.approve_and_next,
            "Ctrl+J": lambda: self.model.go_to_next(),
            "Ctrl+Shift+J": lambda: self.model.go_to_next(-1),
            **{f"Alt+{number}": partial(self.model.insert, number) for number in range(1, 10)},
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def set_narrow(self, narrow: bool) -> None:
        """Show the open question as a sheet."""
        self._columns.set_narrow(narrow)

    def open_question(self, question_id: str) -> None:
        """Open a question and bring it into view."""
        self.model.open_question(question_id)
        self._columns.open_sheet()

    def _begin(self) -> None:
        self._show()
        if self.model.open_id is None and self.model.rows:
            self.model.open_question(self.model.rows[0].id)

    def _choose(self, row: QuestionRow | None) -> None:
        if row is not None and row.id != self.model.open_id:
            self.open_question(row.id)

    def _edit(self) -> None:
        self._columns.open_sheet()
        self.panel.begin()

    def _on_letter(self, letter: str) -> None:
        acts = {"K": self.model.approve_and_next, "S": lambda: self.table.step(1), "E": self._edit}
        if self._single_keys and letter in acts:
            acts[letter]()

    def _mark_open(self) -> None:
        if self.model.open_id:
            self.table.choose(self.model.open_id)

    def _show_rows(self) -> None:
        self.table.set_rows(self.model.rows)
        self._show_counts()

    def _show(self) -> None:
        model = self.model
        self._show_rows()
        self._mark_open()
        self._stack.setCurrentWidget(self.table if model.rows or not model.total else self._nothing)
        name = model.file.name if model.file else ""
        self._count.setText(f"{len(model.rows)} of {say_count(model.total, 'question')} in {name}")
        narrowed = bool(model.section) or model.show is Show.APPROVED
        self.more.setText("Filters (1)" if narrowed else "Filters")

    def _show_counts(self) -> None:
        counts = self.model.counts
        shown = (counts, self.model.show)
        if shown == self._shown_counts:
            return
        self._shown_counts = shown
        self.filters.set_filters([Filter(show.value, word, counts[show], state) for show, word, state in FILTERS])
        self.filters.choose(self.model.show.value)
        self.counted.emit()

    def _choose_more(self) -> None:
        menu = QMenu(self)
        model = self.model
        approved = menu.addAction(f"Approved only ({model.counts[Show.APPROVED]})")
        approved.setCheckable(True)
        approved.setChecked(model.show is Show.APPROVED)
        approved.triggered.connect(lambda on: model.narrow(Show.APPROVED if on else Show.ALL))
        menu.addSeparator()
        for section in ("", *model.sections):
            action = menu.addAction(section.replace("&", "&&") or "All sections")
            action.setCheckable(True)
            action.setChecked(section == model.section)
            action.triggered.connect(lambda _on=False, wanted=section: model.narrow(section=wanted))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))


def _hints() -> QWidget:
    hints = QWidget()
    row = QHBoxLayout(hints)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(24)
    row.addWidget(KeyHint("Ctrl Enter", "Approve and next"))
    row.addWidget(KeyHint("Ctrl J", "Next that needs you"))
    return hints


def _answer_cell(row: QuestionRow) -> Cell:
    if not row.answer:
        return Cell(_nothing(row), tone=Tone.MUT, italic=True)
    return Cell(" ".join(row.answer.split()), tone=Tone.MUT, lines=2, italic=row.is_offer)


def _nothing(row: QuestionRow) -> str:
    if not row.is_searched:
        return ""
    return f"Nothing sure, {row.doubtful} to look through" if row.doubtful else "Nothing suitable in your library"


def _match_cell(row: QuestionRow) -> Cell:
    if row.confidence is None and not row.is_searched:
        return Cell()
    return Cell(confidence=row.confidence, has_confidence=True)


def _words_cell(row: QuestionRow) -> Cell:
    if row.used is None:
        return Cell()
    unit = SHORT_UNITS[row.unit]
    if row.maximum is None:
        return Cell(str(row.used) if row.used else "", tone=Tone.MUT)
    over = row.over > 0
    words = f"{row.used} / {row.maximum}{unit}"
    return Cell(words, TextStyle.STRONG if over else TextStyle.BODY, Tone.BAD if over else Tone.MUT)


def _state_cell(row: QuestionRow) -> Cell:
    state, _tone = STATES[row.state]
    return Cell(row.word, TextStyle.VALUE, state.tone, state=state)


COLUMNS: tuple[Column[QuestionRow], ...] = (
    Column("Ref", lambda row: Cell(row.ref, tone=Tone.MUT), width=56),
    Column("Question", lambda row: Cell(" ".join(row.text.split()), TextStyle.VALUE, lines=2), share=1),
    Column("Answer", _answer_cell, share=1, rank=1),
    Column("Match", _match_cell, width=92, rank=2),
    Column("Words", _words_cell, width=96, rank=1),
    Column("State", _state_cell, width=132),
)
