"""The company: facts in the order of the Central Digital Platform, as they stand on a day."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.profile import Knowledge
from app.domain.validity import Validity
from ui.pages.custom_fact import CustomFactDialog
from ui.pages.fact_panel import FactPanel, source_icon
from ui.pages.page import Page
from ui.theme import TextStyle, Tone, current
from ui.viewmodels.company import CompanyViewModel
from ui.viewmodels.facts import FactRow, SectionRow
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.date_field import DateField
from ui.widgets.icon import Icon
from ui.widgets.key_hint import KeyHint
from ui.widgets.pill import Pill
from ui.widgets.scroll import ScrollColumn
from ui.widgets.search_field import SearchField
from ui.widgets.side_list import Section, SideList
from ui.widgets.table import Table
from ui.widgets.text import Text

_COLUMNS: tuple[Column[FactRow], ...] = (
    Column("Fact", lambda row: _fact_cell(row)),
    Column("Valid", lambda row: _valid_cell(row), width=132, rank=1),
    Column("Source", lambda row: _source_cell(row), width=164, rank=2),
    Column("Used in", lambda row: _used_cell(row), width=76, right=True),
)


class CompanyPage(Page):
    """Sections at the left, their facts in the middle, the open fact at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = CompanyViewModel(session, self)
        self.sections = SideList("Sections")
        self.sections.chosen.connect(self._choose_section)
        self.search = SearchField("Search facts", width=200)
        self.search.searched.connect(self.model.search)
        self.table: Table[FactRow] = Table("Facts", _COLUMNS, lambda row: row.id, _spoken, row_height=52)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._edit())
        self.table.lettered.connect(self._on_letter)
        self.panel = FactPanel(self.model)
        self.panel.evidence_wanted.connect(self._open_evidence)
        self._day = DateField(self.model.day)
        self._lay_out_head()
        self._columns = MainAndDetail(self._main(), self.panel, width=360)
        self.body.addWidget(self._columns, 1)
        self.model.listed.connect(self._show)
        self.model.opened.connect(self._mark_open)
        self.model.reload()

    def _lay_out_head(self) -> None:
        self.head.set_title("Company")
        self.head.add_action(Text("Facts as at", TextStyle.BODY, Tone.MUT))
        self._day.setAccessibleName("Facts as at")
        self._day.setFixedWidth(current().px(176))
        self._day.picked.connect(self._look_at)
        self.head.add_action(self._day)
        self.add = self.head.add_button("Add a fact", "add", primary=True)
        self.add.clicked.connect(self._add_fact)

    def _main(self) -> QWidget:
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._section_card())
        row.addWidget(self._table_card(), 1)
        main.setFocusProxy(self.table)
        return main

    def _section_card(self) -> Card:
        card = Card(padding=0)
        self._section_side = card
        card.setFixedWidth(current().px(248))
        scroll = ScrollColumn(spacing=0)
        scroll.column.addWidget(self.sections)
        scroll.column.addStretch(1)
        card.add(scroll, 1)
        words = Text("Evidence lapses or has lapsed", TextStyle.NOTE, Tone.MUT)
        foot = card.set_foot(Icon("lapses", 16, Tone.WARN), words, height=44)
        foot.setContentsMargins(20, 0, 16, 0)
        return card

    def _table_card(self) -> Card:
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 8)
        head.setSpacing(12)
        self._title = Text("", TextStyle.CARD)
        self._known = Pill("", Tone.ACC)
        head.addWidget(self._title)
        head.addWidget(self._known)
        head.addStretch(1)
        head.addWidget(self.search)
        card.add(head)
        card.add(self.table, 1)
        foot = card.set_foot(
            KeyHint("Enter", "Edit"), KeyHint("C", "Copy value"), KeyHint("Ctrl F", "Search"), height=44
        )
        foot.setContentsMargins(16, 0, 16, 0)
        return card

    def show_target(self, target: Target) -> None:
        """Open a fact by its key."""
        if target.record_id:
            self.model.open_fact(target.record_id)
            self._show()

    def focus_search(self) -> bool:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Head, sections, table, open fact."""
        return (self.head, self.sections, self.table, self.panel)

    def set_narrow(self, narrow: bool) -> None:
        """Show the open fact as a sheet, and give the table more of the room."""
        self._columns.set_narrow(narrow)
        self._section_side.setFixedWidth(current().px(208 if narrow else 248))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the search for the table on the arrow down."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _choose_section(self, section_id: str) -> None:
        self.search.clear()
        self.model.choose_section(section_id)

    def _choose(self, row: FactRow | None) -> None:
        if row is not None and row.id != self.model.open_key:
            self.model.open_fact(row.id)
            self._columns.open_sheet()

    def _edit(self) -> None:
        self._columns.open_sheet()
        self.panel.edit()

    def _on_letter(self, letter: str) -> None:
        if not self.session.preferences.single_keys:
            return
        if letter == "E":
            self._edit()
        elif letter == "C":
            self.panel.copy_value()
            self.session.tell("Value copied")

    def _look_at(self) -> None:
        if self._day.day:
            self.model.look_at(self._day.day)

    def _add_fact(self) -> None:
        dialog = CustomFactDialog(self)
        dialog.given.connect(self.model.add_custom)
        dialog.open()

    def _open_evidence(self, evidence_id: str | None) -> None:
        kind = self.model.open_key or ""
        self.session.navigation.go(Place.EVIDENCE, evidence_id, "" if evidence_id else f"new:{kind}")

    def _show(self) -> None:
        model = self.model
        known = f"{model.known} of {say_count(model.total, 'fact')} known"
        self.head.set_context("In the order of the Central Digital Platform", known)
        self.sections.set_sections([_section(row) for row in model.sections])
        self.sections.choose("" if model.search_text else model.section_id)
        section = model.section
        self._title.setText(section.title if section else "Found in all sections")
        self._known.set(
            f"{section.known} of {section.total} known" if section else say_count(len(model.rows), "fact"), Tone.ACC
        )
        self.table.set_rows(model.rows)
        if model.open_key is None and model.rows:
            model.open_fact(model.rows[0].id)
        self._mark_open()

    def _mark_open(self) -> None:
        if self.model.open_key:
            self.table.choose(self.model.open_key)


def _section(row: SectionRow) -> Section:
    lapses = ("lapses", "Evidence lapses or has lapsed") if row.lapses else ("", "")
    return Section(row.id, row.title, f"{row.known}/{row.total}", row.share, *lapses, group=row.group)


def _fact_cell(row: FactRow) -> Cell:
    known = row.knowledge is Knowledge.KNOWN
    lapsing = row.validity in (Validity.LAPSED, Validity.LAPSES_SOON)
    return Cell(
        row.value,
        TextStyle.VALUE if known else TextStyle.BODY,
        Tone.TEXT if known else Tone.MUT,
        italic=row.knowledge is Knowledge.UNKNOWN,
        over=row.label,
        icon="lapses" if lapsing else "",
        icon_tone=Tone.BAD if row.validity is Validity.LAPSED else Tone.WARN,
    )


def _valid_cell(row: FactRow) -> Cell:
    tone = {Validity.LAPSED: Tone.BAD, Validity.LAPSES_SOON: Tone.WARN}.get(row.validity, Tone.MUT)
    return Cell(row.valid, tone=tone)


def _source_cell(row: FactRow) -> Cell:
    if row.knowledge is Knowledge.UNKNOWN:
        return Cell()
    icon = "evidence" if row.is_evidence else source_icon(row.source)
    return Cell(row.source or "Typed in", tone=Tone.MUT, icon=icon)


def _used_cell(row: FactRow) -> Cell:
    if row.knowledge is Knowledge.UNKNOWN:
        return Cell("Add", TextStyle.STRONG, Tone.ACC, right=True)
    return Cell(say_count(row.uses, "answer") if row.uses else "", TextStyle.VALUE, right=True)


def _spoken(row: FactRow) -> str:
    return ", ".join(part for part in (row.label, row.value, row.valid, row.source) if part)
