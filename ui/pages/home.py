"""Home: what needs you, open tenders, and how evidence stands against their dates."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.pages.welcome import refusal_of
from ui.theme import TextStyle, Tone, current
from ui.viewmodels.buyers_file import READABLE
from ui.viewmodels.home import MOST, WEEKS, HomeViewModel
from ui.viewmodels.home_items import OpenTender, Todo
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.session import Session
from ui.widgets.button import LinkButton
from ui.widgets.card import Card
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState
from ui.widgets.legend import Legend, Mark
from ui.widgets.list_rows import DeadlineRow, ListRow, TaskRow
from ui.widgets.rings import Donut, Share
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.week_axis import Flag, HeatRow, Span, SpanChart, WeekHeat

URGENT_DAYS = 5
ROW_HEIGHTS = (264, 280, 150)
_MARKS = ((Mark.LASTS, "In date that day"), (Mark.LAPSED, "Lapsed by then"), (Mark.AFTER, "After it lapses"))


class HomePage(Page):
    """Cards that lead to the places where the work is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = HomeViewModel(session, self)
        new = self.head.add_button("New tender", "add", primary=True)
        new.clicked.connect(lambda: session.navigation.go(Place.TENDERS, part="new"))
        self._scroll = ScrollColumn()
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._needs, self._needs_rows = self._list_card("Needs you")
        self._open, self._open_rows = self._list_card("Open tenders", ("All tenders", Place.TENDERS))
        self._zone = self._drop_zone()
        self._dates = self._dates_card()
        self._reviews = self._reviews_card()
        self._fresh = self._fresh_card()
        self._recent, self._recent_rows = self._list_card("Last changes")
        self._scroll.column.addLayout(self._grid)
        self._scroll.column.addStretch(1)
        self.body.addWidget(self._scroll, 1)
        self.set_narrow(narrow=False)
        self.model.changed.connect(self._show)

    def show_target(self, target: Target) -> None:
        """Work everything out anew on every arrival."""
        del target
        self.model.reload()

    def set_narrow(self, narrow: bool) -> None:
        """Lay the cards in three columns, or in two."""
        grid = self._grid
        cards: tuple[QWidget, ...] = (
            self._needs,
            self._open,
            self._zone,
            self._dates,
            self._fresh,
            self._reviews,
            self._recent,
        )
        for card in cards:
            grid.removeWidget(card)
        spots = (
            ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (2, 0, 1, 2), (1, 1, 1, 1), (3, 0, 1, 2), (4, 0, 1, 2))
            if narrow
            else ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 2), (1, 2, 1, 1), (2, 0, 1, 2), (2, 2, 1, 1))
        )
        for card, spot in zip(cards, spots, strict=True):
            grid.addWidget(card, *spot)
        for column, share in enumerate((480, 480, 0) if narrow else (480, 480, 328)):
            grid.setColumnStretch(column, share)
        for row, height in enumerate(ROW_HEIGHTS):
            grid.setRowMinimumHeight(row, current().px(height))

    def areas(self) -> tuple[QWidget, ...]:
        """Give the head and the cards."""
        return (self.head, self._scroll)

    def _list_card(self, title: str, link: tuple[str, Place] | None = None) -> tuple[Card, QVBoxLayout]:
        card = Card(title, rows=True)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.setContentsMargins(0, 0, 0, 0)
        card.add(rows)
        card.body.addStretch(1)
        if link:
            card.add_link(self._link(*link))
        return card, rows

    def _link(self, words: str, place: Place) -> LinkButton:
        link = LinkButton(words)
        link.clicked.connect(lambda: self.session.navigation.go(place))
        return link

    def _drop_zone(self) -> DropZone:
        zone = DropZone(
            "Drop a buyer’s file here",
            "Word, Excel, PDF or ESPD, or the whole pack",
            note="Stays on this computer, unchanged",
            accepts=refusal_of,
        )
        zone.dropped.connect(self.session.hand_over)
        zone.asked.connect(self._browse)
        return zone

    def _dates_card(self) -> Card:
        card = Card("Tender dates and evidence")
        card.add_link(Legend(_MARKS))
        self.chart = SpanChart("Tender dates and evidence", WEEKS)
        card.add(self.chart)
        self._no_evidence = EmptyState(
            "evidence",
            "No evidence with an end date yet",
            "Insurances and certificates appear here, against the dates of your tenders, before one of them lapses.",
            "Add evidence",
        )
        self._no_evidence.acted.connect(lambda: self.session.navigation.go(Place.EVIDENCE))
        card.add(self._no_evidence)
        card.body.addStretch(1)
        return card

    def _reviews_card(self) -> Card:
        card = Card("Reviews due", "")
        self.heat = WeekHeat("Reviews due", WEEKS)
        card.add(self.heat)
        card.body.addStretch(1)
        return card

    def _fresh_card(self) -> Card:
        card = Card("Library freshness")
        card.add_link(self._link("Library", Place.LIBRARY))
        self.donut = Donut("Library freshness")
        card.body.addStretch(1)
        card.add(self.donut)
        card.body.addStretch(1)
        return card

    def _show(self) -> None:
        model = self.model
        today = model.today
        self.head.set_title(f"{today:%A} {today.day} {today:%B}")
        self.head.set_context(*model.context)
        todos = model.todos
        self._needs.set_title("Needs you", f"{MOST} of {len(todos)}" if len(todos) > MOST else "")
        _fill(self._needs_rows, todos[:MOST], self._task_row, "Nothing needs you today.")
        tenders = model.tenders
        _fill(self._open_rows, tenders[:4], self._tender_row, "No open tenders. Drop a buyer’s file to begin one.")
        _fill(self._recent_rows, model.recent, _recent_row, "Nothing has been changed yet.")
        self._show_pictures()

    def _show_pictures(self) -> None:
        model = self.model
        lines = model.evidence
        spans = [Span(one.title, one.ends, one.said, one.lapses) for one in lines if one.ends]
        self.chart.show_spans(model.today, model.monday, spans, [Flag(*one) for one in model.deadlines])
        self.chart.setVisible(bool(spans))
        self._no_evidence.setVisible(not spans)
        rows = model.reviews
        self.heat.show_rows(model.monday, [HeatRow(one.title, one.overdue, one.weeks) for one in rows])
        late, coming = sum(one.overdue for one in rows), sum(sum(one.weeks) for one in rows)
        self._reviews.set_title("Reviews due", f"{coming} in the next {WEEKS} weeks, {late} overdue")
        fresh = model.freshness
        total = fresh.fresh + fresh.soon + fresh.old
        shares = (
            Share("Fresh", fresh.fresh, "okfill"),
            Share("Due soon", fresh.soon, "warnfill", "hatched"),
            Share("Overdue", fresh.old, "bad", "hollow"),
        )
        self.donut.set_shares(
            shares, f"{round(100 * fresh.fresh / total)}%" if total else "0", "fresh" if total else "answers"
        )

    def _task_row(self, todo: Todo) -> TaskRow:
        row = TaskRow(todo.title, todo.note, todo.icon, Tone(todo.urgency), todo.when)
        row.clicked.connect(lambda: self.session.navigation.go(todo.target.place, todo.target.record_id))
        return row

    def _tender_row(self, tender: OpenTender) -> DeadlineRow:
        days = tender.days
        left = (str(days), "working day" if days == 1 else "working days") if days is not None else ("", "")
        urgent = days is not None and days <= URGENT_DAYS
        shares = (tender.approved, tender.begun)
        row = DeadlineRow(tender.title, tender.note, shares, left, tender.due, urgent=urgent)
        row.clicked.connect(lambda: self.session.navigation.go(Place.TENDERS, tender.id))
        return row

    def _browse(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in READABLE)
        chosen, _kind = QFileDialog.getOpenFileNames(self, "Read a buyer’s file", "", f"Buyers’ files ({kinds})")
        if chosen:
            self.session.hand_over([Path(one) for one in chosen])


def _recent_row(entry: tuple[str, str]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(8, 6, 8, 6)
    column.setSpacing(0)
    column.addWidget(Text(entry[0], TextStyle.VALUE))
    column.addWidget(Text(entry[1], TextStyle.NOTE, Tone.MUT))
    return holder


def _fill(rows: QVBoxLayout, entries: Sequence[object], make: Callable[..., QWidget], empty: str) -> None:
    """Show other rows, or one sentence where there are none."""
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    made = [make(entry) for entry in entries]
    for number, row in enumerate(made):
        if isinstance(row, ListRow):
            row.last = number == len(made) - 1
        rows.addWidget(row)
    if not made:
        words = Text(empty, TextStyle.BODY, Tone.MUT, lines=2)
        words.setContentsMargins(8, 4, 8, 4)
        rows.addWidget(words)
