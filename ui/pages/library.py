"""The answer library: search, facets, the list, the open answer."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.incoming import TakenBids
from app.domain.records import AnswerState, LibraryAnswer
from ui.pages.answer_form import FRESH, STATES, AnswerForm
from ui.pages.page import Page
from ui.theme import TextStyle, Tone, current
from ui.viewmodels.answer_index import AnswerRow, Facets, Freshness
from ui.viewmodels.library import LibraryViewModel
from ui.viewmodels.navigation import Target
from ui.viewmodels.past_bids import READABLE, PastBids
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.choices import TickBox
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import caption
from ui.widgets.scroll import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table
from ui.widgets.text import Text

MOST_TOPICS = 12


class FacetList(QWidget):
    """Tick boxes in groups, each with how many of the found answers it holds."""

    def __init__(self, model: LibraryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._boxes: dict[tuple[str, str], tuple[TickBox, Text]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 12, 16)
        self._column.setSpacing(2)
        self._topics: tuple[str, ...] = ()
        self._build()

    def show_counts(self) -> None:
        """Show counts; topics come and go with the library."""
        found = self._model.found
        chosen = self._model.facets.tags
        topics = (*sorted(chosen), *(tag for tag, _count in found.tags.most_common(MOST_TOPICS) if tag not in chosen))
        if set(topics) != set(self._topics) and not (self._topics and self._model.search_text):
            self._topics = tuple(sorted(topics))
            self._build()
        counts: Mapping[str, Mapping[str, int]] = {
            "tags": found.tags, "freshness": found.freshness, "states": found.states,
        }  # fmt: skip
        for (group, key), (box, figure) in self._boxes.items():
            count = counts[group].get(key, 0)
            figure.setText(str(count))
            box.setAccessibleName(f"{box.text()}, {count}")

    def _build(self) -> None:
        self._boxes = {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add_group("Topic", "tags", [(tag, tag) for tag in self._topics])
        self._add_group("Freshness", "freshness", [(str(one), str(one)) for one in Freshness])
        self._add_group("State", "states", [(str(one), STATES[one][0]) for one in AnswerState])
        self._column.addStretch(1)

    def _add_group(self, title: str, group: str, entries: list[tuple[str, str]]) -> None:
        if not entries:
            return
        head = caption(title)
        head.setFixedHeight(current().px(32))
        self._column.addWidget(head)
        for key, word in entries:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            box, figure = TickBox(word), Text("", TextStyle.BODY, Tone.MUT)
            box.setToolTip(word)
            box.setChecked(key in getattr(self._model.facets, group))
            box.clicked.connect(self._narrow)
            row.addWidget(box, 1)
            row.addWidget(figure)
            self._boxes[(group, key)] = (box, figure)
            self._column.addWidget(line)

    def tick(self, group: str, key: str) -> None:
        """Let through what this box stands for, as a click on it would."""
        box, _figure = self._boxes[(group, key)]
        box.setChecked(True)
        self._narrow()

    def _narrow(self) -> None:
        chosen: dict[str, set[str]] = {"tags": set(), "freshness": set(), "states": set()}
        for (group, key), (box, _figure) in self._boxes.items():
            if box.isChecked():
                chosen[group].add(key)
        self._model.narrow(Facets(**{group: frozenset(keys) for group, keys in chosen.items()}))


class LibraryPage(Page):
    """Answers to use again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = LibraryViewModel(session, self)
        self.search = SearchField("Search answers", width=320)
        self.search.searched.connect(self.model.search)
        self.facets = FacetList(self.model)
        self.table: Table[AnswerRow] = Table("Answers", COLUMNS, lambda row: row.id, _spoken, row_height=60)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._edit())
        self.form = AnswerForm(self.model)
        words = "Write an answer once, then use it in every bid. The quickest start is what you have answered before."
        self._empty = EmptyState("library", "No answers yet", words, "Read past bids")
        self._empty.acted.connect(self._choose_bids)
        self._nothing = EmptyState("search", "Nothing found", "Try fewer words, or untick a filter.")
        self.head.set_title("Answer library")
        self.past_bids = PastBids(session, self)
        self.past_bids.failed.connect(session.refuse)
        self.past_bids.taken.connect(self._show_taken)
        self.read_bids = self.head.add_button("Read past bids", "folder")
        self.read_bids.clicked.connect(self._choose_bids)
        self.new = self.head.add_button("New answer", "add", primary=True)
        self.new.clicked.connect(self._add)
        self._columns = MainAndDetail(self._main(), self.form, width=560)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self.body.addWidget(self._columns, 1)
        self.model.listed.connect(self._show)
        self.model.opened.connect(self._mark_open)
        self.model.reload()

    def _main(self) -> Card:
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(16)
        self._count = Text("", TextStyle.VALUE)
        head.addWidget(self.search, 1)
        head.addWidget(self._count)
        side = ScrollColumn(spacing=0)
        side.setFixedWidth(current().px(196))
        side.column.addWidget(self.facets)
        self._stack = QStackedWidget()
        for widget in (self.table, self._empty, self._nothing):
            self._stack.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 1, 10)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._stack, 1)
        card.body.setSpacing(0)
        card.add(head)
        card.add(row, 1)
        card.setFocusProxy(self.table)
        return card

    def show_target(self, target: Target) -> None:
        """Open an answer."""
        if target.record_id:
            self.form.settle()
            self.model.open_answer(target.record_id)
            self._columns.open_sheet()

    def focus_search(self) -> bool:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Begin in the search: an answer is looked for here."""
        self.search.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Head, facets, list, open answer."""
        return (self.head, self.facets, self.table, self.form)

    def set_narrow(self, narrow: bool) -> None:
        """Show the open answer as a sheet."""
        self._columns.set_narrow(narrow)

    def _choose(self, row: AnswerRow | None) -> None:
        if row is not None and (row.id != self.model.open_id or self.model.is_adding):
            self.form.settle()
            self.model.open_answer(row.id)
            self._columns.open_sheet()

    def _add(self) -> None:
        self.form.settle()
        self.model.add()
        self._columns.open_sheet()
        self.form.begin()

    def _choose_bids(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in READABLE)
        title = "Questionnaires you have answered before"
        chosen, _kind = QFileDialog.getOpenFileNames(self, title, "", f"Completed questionnaires ({kinds})")
        if chosen:
            self.past_bids.take_in([Path(one) for one in chosen])

    def _show_taken(self, taken: TakenBids) -> None:
        """Show the drafts that came in, and say what the bids and the profile do not agree on."""
        if taken.answers.added:
            self.facets.tick("states", AnswerState.DRAFT)
        if taken.differing:
            title = f"Your profile says otherwise of {say_count(len(taken.differing), 'fact')}, and stays as it is"
            self.banner.show_message(title, " ".join(taken.differing))

    def _edit(self) -> None:
        self._columns.open_sheet()
        self.form.begin()

    def _mark_open(self, answer: LibraryAnswer | None) -> None:
        if answer is not None and not self.model.is_adding:
            self.table.choose(answer.id)

    def _show(self) -> None:
        model = self.model
        self.table.set_rows(model.rows)
        self.facets.show_counts()
        self._stack.setCurrentWidget(self.table if model.rows else self._nothing if model.total else self._empty)
        self._count.setText(f"{len(model.rows):,} of {model.total:,}")
        fresh = model.freshness
        self.head.set_context(
            f"{say_count(model.total, 'answer')} to {say_count(model.wordings, 'wording')}",
            f"{fresh[Freshness.DUE_SOON]} due for review soon" if fresh[Freshness.DUE_SOON] else "",
            f"{fresh[Freshness.OVERDUE]} overdue" if fresh[Freshness.OVERDUE] else "",
        )
        if model.open is None and model.rows and not model.is_adding:
            model.open_answer(model.rows[0].id)


def _review_cell(row: AnswerRow) -> Cell:
    tone, icon = FRESH[row.freshness]
    return Cell(row.due, TextStyle.NOTE_VALUE, tone, icon=icon, icon_tone=tone)


def _state_cell(row: AnswerRow) -> Cell:
    word, tone, icon = STATES[row.state]
    return Cell(word, TextStyle.VALUE, tone, icon=icon, icon_tone=tone)


def _spoken(row: AnswerRow) -> str:
    return f"{row.title}, {STATES[row.state][0]}, {row.due}, {say_count(row.words, 'word')}"


COLUMNS: tuple[Column[AnswerRow], ...] = (
    Column("Answer", lambda row: Cell(row.title, TextStyle.VALUE, under=row.snippet), share=2),
    Column("Review", _review_cell, width=176, rank=1),
    Column("State", _state_cell, width=112, rank=2),
    Column(
        "Lengths",
        lambda row: Cell("  ".join(row.sizes), TextStyle.NOTE_STRONG, Tone.MUT, right=True),
        width=76,
        right=True,
    ),
)
