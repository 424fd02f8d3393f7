"""The tenders: their list, and the one that is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import BidfolioError
from app.domain.tenders import Tender
from app.wording import sentence
from ui.pages.page import Page
from ui.pages.tender import FILLED, QUESTIONS, TenderView
from ui.pages.tender_files import FORMATS, ask_for_files, refusal
from ui.pages.tender_form import TenderForm
from ui.theme import TextStyle, Tone
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.saying import say_count, say_moment
from ui.viewmodels.session import Session
from ui.viewmodels.tenders import TenderRow, TendersViewModel
from ui.widgets.areas import enter_area
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table


class TendersPage(Page):
    """A list with a drop zone; a tender opens in its place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = TendersViewModel(session, self)
        self._tabs: list[tuple[str, str, int | None]] = []
        self.tender = TenderView(session, self.model)
        self.table: Table[TenderRow] = Table("Tenders", COLUMNS, lambda row: row.id, _spoken)
        self.table.opened.connect(lambda row: self._open(row.id))
        self.table.clicked.connect(lambda index: self._open(self.table.rows[index.row()].id))
        self.search = SearchField("Search tenders", width=240)
        self.search.searched.connect(self.model.search)
        self.banner = Banner()
        words = "Drop a buyer’s questionnaire, or make a tender first. Your answers are suggested at once."
        self._empty = EmptyState("tenders", "No tenders yet", words, "New tender")
        self._empty.acted.connect(self.make_tender)
        self.zone = DropZone("Drop a buyer’s file here", FORMATS, note="", accepts=refusal, wide=True)
        self.zone.dropped.connect(self.take_in)
        self.zone.asked.connect(self._choose_files)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list())
        self._stack.addWidget(self.tender)
        self.body.addWidget(self._stack, 1)
        self._make_actions()
        self._connect()
        self.model.reload()

    def _list(self) -> QWidget:
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(self.search)
        head.addStretch(1)
        card.add(head)
        card.body.setSpacing(0)
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self._empty)
        card.add(self._tables, 1)
        card.body.setContentsMargins(1, 0, 1, 10)
        column.addWidget(self.banner)
        column.addWidget(self.zone)
        column.addWidget(card, 1)
        return view

    def _make_actions(self) -> None:
        head = self.head
        self.new = head.add_button("New tender", "add", primary=True)
        self.change = head.add_button("Change tender", "edit")
        self.match = head.add_button("Match answers", "match")
        self.folder = head.add_button("Show in folder", "folder")
        self.fill = head.add_button("Fill buyer’s file", "download", primary=True)
        self.open_filled = head.add_button("Open the file", "open_outside", primary=True)

    def _connect(self) -> None:
        self.new.clicked.connect(self.make_tender)
        self.change.clicked.connect(self._change_tender)
        self.match.clicked.connect(self.tender.review.work_out_offers)
        self.fill.clicked.connect(self.tender.fill)
        self.folder.clicked.connect(self.tender.show_in_folder)
        self.open_filled.clicked.connect(self.tender.open_filled)
        self.head.trail_clicked.connect(lambda: self.session.navigation.go(Place.TENDERS))
        self.head.tab_chosen.connect(self.tender.show_tab)
        self.tender.changed.connect(self._show_head)
        self.tender.review.offers.changed.connect(self._show_head)
        self.model.listed.connect(self._show)
        self.model.kept.connect(self._open_kept)
        self.model.files.failed.connect(self._refuse)
        self.session.handed.connect(self.take_in)

    @property
    def is_open(self) -> bool:
        """Whether a tender is shown."""
        return self._stack.currentWidget() is self.tender

    def show_target(self, target: Target) -> None:
        """Show a tender and one of its tabs; without one, the list."""
        if target.record_id:
            self._stack.setCurrentWidget(self.tender)
            self.tender.open_tender(target.record_id, target.part)
        else:
            self.tender.review.save_now()
            self._stack.setCurrentIndex(0)
        self._show_head()

    def make_tender(self) -> None:
        """Ask for a new tender."""
        form = TenderForm(parent=self)
        form.given.connect(self.model.keep)
        form.open()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Read buyers' files: into the tender that is open, else each into a tender of its own."""
        reason = refusal(paths)
        if reason:
            (self.tender.banner if self.is_open else self.banner).show_message(reason, "Nothing was read.", Tone.BAD)
        elif self.is_open:
            self.tender.take_in(paths)
        else:
            self.banner.hide()
            for path in paths:
                self.model.make_from_file(path)

    def focus_search(self) -> bool:
        """Put the cursor into the search of what is shown; False in a tab that has none."""
        if self.is_open and self.tender.tab != QUESTIONS:
            return False
        field = self.tender.questions.search if self.is_open else self.search
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return field.isVisible()

    def focus_first(self) -> None:
        """Begin in what is shown."""
        enter_area(self.areas()[1])

    def areas(self) -> tuple[QWidget, ...]:
        """Head, list, open item."""
        return (self.head, *(self.tender.areas() if self.is_open else (self.table,)))

    def set_narrow(self, narrow: bool) -> None:
        """Show the open question as a sheet."""
        self.tender.set_narrow(narrow)

    def _open(self, tender_id: str) -> None:
        self.session.navigation.go(Place.TENDERS, tender_id)

    def _open_kept(self, tender: Tender) -> None:
        self.session.navigation.go(Place.TENDERS, tender.id)

    def _change_tender(self) -> None:
        row = self.tender.row
        if row is not None:
            form = TenderForm(row.tender, self)
            form.given.connect(lambda draft: self.model.keep(draft, row.id))
            form.open()

    def _choose_files(self) -> None:
        paths = ask_for_files(self)
        if paths:
            self.take_in(paths)

    def _refuse(self, error: BidfolioError) -> None:
        if not self.is_open:
            first, _dot, rest = sentence(error).partition(". ")
            self.banner.show_message(f"{first}." if rest else first, rest, Tone.BAD)

    def _show(self) -> None:
        self.table.set_rows(self.model.rows)
        if self.table.current_row is None:
            self.table.choose_at(0)
        self._tables.setCurrentWidget(self.table if self.model.total else self._empty)
        self.session.navigation.set_count(Place.TENDERS, self.model.open_count)
        if self.is_open and self.model.loaded and self.tender.row is None:
            self.session.navigation.go(Place.TENDERS)
        self._show_head()

    def _show_head(self) -> None:
        row = self.tender.row if self.is_open else None
        filled = row is not None and self.tender.tab == FILLED
        self.new.setVisible(row is None)
        self.change.setVisible(row is not None and not filled)
        for button in (self.match, self.fill):
            button.setVisible(row is not None and not filled)
        for button in (self.folder, self.open_filled):
            button.setVisible(filled)
        if row is None:
            self.head.set_title("Tenders")
            self._show_tabs([])
            self.head.set_context(
                say_count(self.model.total, "tender"), f"{self.model.open_count} open" if self.model.total else ""
            )
            return
        self._show_tender_head(row)

    def _show_tabs(self, tabs: list[tuple[str, str, int | None]]) -> None:
        if tabs != self._tabs:
            self._tabs = tabs
            self.head.set_tabs(tabs)
        if tabs:
            self.head.choose_tab(self.tender.tab)

    def _show_tender_head(self, row: TenderRow) -> None:
        due = f"Due {say_moment(row.tender.submission)}" if row.tender.submission else ""
        self.head.set_title(row.title, "Tenders")
        self.head.set_context(row.buyer, due, row.left)
        self._show_tabs(self.tender.tabs)
        review = self.tender.review
        self.match.set_reason("" if review.total else "Add a buyer’s file first")
        self.match.set_busy("Matching…" if review.offers.is_working else "")
        self.fill.set_reason("" if review.approved else "Approve an answer first")
        self.fill.set_busy("Filling…" if self.tender.is_filling else "")


def _spoken(row: TenderRow) -> str:
    return f"{row.title}, {row.buyer}, {row.left}, {row.approved} of {row.total} approved"


def _left_cell(row: TenderRow) -> Cell:
    days = row.days_left
    tone = Tone.MUT if days is None or days < 0 else Tone.BAD if days <= 5 else Tone.TEXT
    return Cell(
        row.left, TextStyle.VALUE, tone, under=row.due, icon="lapses" if tone is Tone.BAD else "", icon_tone=tone
    )


def _progress_cell(row: TenderRow) -> Cell:
    if not row.total:
        return Cell("No questions read yet", tone=Tone.MUT, italic=True)
    return Cell(
        f"{row.approved} of {row.total} approved", TextStyle.VALUE, under=f"{round(100 * row.approved / row.total)}%"
    )


COLUMNS: tuple[Column[TenderRow], ...] = (
    Column(
        "Tender",
        lambda row: Cell(
            row.title,
            TextStyle.VALUE,
            under="  ·  ".join(part for part in (row.buyer, row.tender.reference) if part),
            icon="tenders",
            icon_tone=Tone.ACC,
            tile=True,
        ),
        share=2,
    ),
    Column(
        "Files",
        lambda row: Cell(say_count(len(row.files), "file") if row.files else "", tone=Tone.MUT),
        width=100,
        rank=2,
    ),
    Column("Answers", _progress_cell, width=200, rank=1),
    Column("Time left", _left_cell, width=220),
)
