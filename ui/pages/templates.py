"""Templates: documents for a tender, made of the facts of the day, and the names for templates of one's own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from app.domain.errors import BidfolioError
from app.domain.packs import safe_name
from app.wording import sentence
from ui.pages.chosen_path import with_ending
from ui.pages.page import Page
from ui.pages.template_names import TemplateNames
from ui.pages.template_panel import TemplatePanel, open_file
from ui.theme import TextStyle, Tone
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session
from ui.viewmodels.templates import WORD, DocumentWish, TemplateRow, TemplatesViewModel
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.choices import ChoiceField
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.drop_zone import DropZone
from ui.widgets.table import Table
from ui.widgets.text import Text

MAKE, NAMES = "make", "names"
_ELSEWHERE = {
    "insurance": Place.EVIDENCE,
    "certificate": Place.EVIDENCE,
    "evidence": Place.EVIDENCE,
    "policies": Place.EVIDENCE,
    "case_studies": Place.EXPERIENCE,
    "team": Place.EXPERIENCE,
    "answers": Place.LIBRARY,
}
"""Where what is no fact of the company is entered, by the first part of its name."""
_KINDS = "Word documents (*.docx);;PDF (*.pdf)"
_OWN = "Word documents (*.docx)"


class TemplatesPage(Page):
    """The templates with the open one, and the names, a tab each."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = TemplatesViewModel(session, self)
        self.banner = Banner()
        self.banner.acted.connect(self._open_made)
        self._made: Path | None = None
        self.tenders = ChoiceField("For which tender", icon="tenders")
        self.tenders.chosen.connect(self.model.choose_tender)
        self.table: Table[TemplateRow] = Table("Templates", COLUMNS, lambda row: row.id, _spoken, row_height=60)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._make())
        self.panel = TemplatePanel(self.model)
        self.panel.wanted.connect(self._make)
        self.panel.left.connect(self._leave)
        self.panel.fact_wanted.connect(self._enter)
        self.names = TemplateNames()
        self.names.copied.connect(lambda tag: session.tell(f"{tag} copied"))
        self.head.set_title("Templates")
        self.own = self.head.add_button("Add your own", "add")
        self.own.clicked.connect(self._choose_own)
        self._columns = MainAndDetail(self._main(), self.panel)
        self._stack = QStackedWidget()
        self._views = {MAKE: self._columns, NAMES: self.names}
        for view in self._views.values():
            self._stack.addWidget(view)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._stack, 1)
        self.head.tab_chosen.connect(self.show_tab)
        self.model.listed.connect(self._show)
        self.model.made.connect(self._on_made)
        self.model.failed.connect(self._on_failed)
        self._show()
        self.show_tab(MAKE)

    def _main(self) -> Card:
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(Text("For", TextStyle.BODY, Tone.MUT))
        head.addWidget(self.tenders, 1)
        card.add(head)
        card.body.setSpacing(0)
        card.add(self.table, 1)
        self.zone = DropZone(
            "Drop a Word template of your own", "Its tags are filled with your facts", wide=True, accepts=_refusal
        )
        self.zone.dropped.connect(self.add_own)
        self.zone.asked.connect(self._choose_own)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 16)
        foot.addWidget(self.zone)
        card.add(foot)
        card.setFocusProxy(self.table)
        return card

    def show_tab(self, key: str) -> None:
        """Show the templates, or the names for one's own."""
        self._stack.setCurrentWidget(self._views[key])
        self.head.choose_tab(key)

    def show_target(self, target: Target) -> None:
        """Show a tab (`part`), with what holds now."""
        if target.part in self._views:
            self.show_tab(target.part)
        self.model.refresh()

    def focus_search(self) -> bool:
        """Put the cursor into the search over the names."""
        self.show_tab(NAMES)
        self.names.search.setFocus()
        return True

    def focus_first(self) -> None:
        """Begin in the list."""
        shown = self.table if self._stack.currentWidget() is self._columns else self.names.table
        shown.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        """Head, list, the open template."""
        if self._stack.currentWidget() is self.names:
            return (self.head, self.names.search, self.names.table)
        return (self.head, self.tenders, self.table, self.panel)

    def set_narrow(self, narrow: bool) -> None:
        """Show the open template as a sheet."""
        self._columns.set_narrow(narrow)

    def _show(self) -> None:
        model = self.model
        rows = model.rows
        self.table.set_rows(rows)
        self.tenders.set_entries(model.tenders)
        self.tenders.choose(model.tender_id or "")
        self.names.set_names(model.names)
        own = sum(row.is_own for row in rows)
        self.head.set_tabs(
            [(MAKE, "Documents", len(rows)), (NAMES, "Names for your own", len(model.names) or None)],
        )
        self.head.set_context(
            say_count(len(rows) - own, "template"), *([f"{own} of your own"] if own else []), "Filled with your facts"
        )
        if self.table.current_row is None and rows:
            self.table.choose_at(0)
        if self.isVisible():
            model.refresh()

    def _choose(self, row: TemplateRow | None) -> None:
        if row != self.model.row:
            self.banner.hide()
        self.model.open_template(row)
        if row is not None and self.table.hasFocus():
            self._columns.open_sheet()

    def _choose_own(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, "Templates of your own", "", _OWN)
        if chosen:
            self.add_own([Path(one) for one in chosen])

    def add_own(self, paths: Sequence[Path]) -> None:
        """Take Word files as templates and open the first."""
        self.show_tab(MAKE)
        self.model.add_own(paths)
        if self.model.row is not None:
            self.table.choose(self.model.row.id)

    def _leave(self) -> None:
        if self.model.row is not None:
            self.model.leave_own(self.model.row)

    def _make(self) -> None:
        row = self.model.row
        if row is None or not self.panel.make.isEnabled():
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = str(folder / safe_name(row.title, WORD))
        chosen, _kind = QFileDialog.getSaveFileName(self, "Where shall the document go?", suggested, _KINDS)
        if chosen:
            out = with_ending(chosen, WORD, ".pdf")
            seen = out == Path(chosen) and out.exists()
            self.banner.hide()
            self.model.make(DocumentWish(out, self.panel.gaps.isChecked(), replace_it=seen))

    def _enter(self, name: str) -> None:
        """Go to where a missing thing is entered."""
        group = name.partition(".")[0]
        if group == "tender":
            self.session.navigation.go(Place.TENDERS, self.model.tender_id or None)
        elif group in _ELSEWHERE:
            self.session.navigation.go(_ELSEWHERE[group])
        else:
            self.session.navigation.go(Place.COMPANY, name)

    def _on_made(self, out: Path) -> None:
        self._made = out
        words = f"It lies in {out.parent} and is not encrypted."
        self.banner.show_message(f"{out.name} made", words, Tone.OK, "Open it", "open_outside")

    def _open_made(self) -> None:
        if self._made is not None:
            open_file(self._made)

    def _on_failed(self, error: BidfolioError) -> None:
        self._made = None
        first, _dot, rest = sentence(error).partition(". ")
        self.banner.show_message(first, rest, Tone.BAD)


def _refusal(paths: Sequence[Path]) -> str:
    wrong = [path for path in paths if path.suffix.lower() != WORD]
    return f"{wrong[0].name} is no Word document (.docx)." if wrong else ""


def _spoken(row: TemplateRow) -> str:
    return f"{row.title}, {row.about}"


COLUMNS: tuple[Column[TemplateRow], ...] = (
    Column(
        "Template",
        lambda row: Cell(
            row.title,
            TextStyle.VALUE,
            under=row.about,
            icon="word",
            icon_tone=Tone.WARN if row.is_own else Tone.ACC,
            tile=True,
        ),
    ),
)
