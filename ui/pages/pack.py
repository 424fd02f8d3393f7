"""The pack: what goes to the buyer, how files are named, and the packs that were made before."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from app.domain.packs import PATTERN, safe_name
from ui.pages.chosen_path import with_ending
from ui.theme import TextStyle, Tone, current
from ui.viewmodels.checking import CheckingViewModel
from ui.viewmodels.packing import PackingViewModel, PackRow, PackWish
from ui.viewmodels.saying import say_count
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.choices import TickBox
from ui.widgets.column import Column
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Field, TextField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.table import Table
from ui.widgets.text import Text


class PackView(QWidget):
    """A card with wishes at the left, the packs at the right. Signals: `check_wanted` asks for the check."""

    check_wanted = Signal()

    def __init__(self, model: PackingViewModel, checking: CheckingViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._checking = model, checking
        self.reference = "pack"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._wishes(), 3)
        row.addWidget(self._made(), 4)
        model.listed.connect(self._show)
        model.turned.connect(self._begin_afresh)
        checking.checked.connect(self._show)
        self._show()

    def _wishes(self) -> Card:
        card = Card("Make the pack", padding=24)
        scroll = ScrollColumn(spacing=16)
        words = (
            "Approved answers are written into copies of the buyer’s files; the certificates they rest on go with them."
        )
        scroll.column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=0))
        self.zone = DropZone(
            "Drop documents that go with the bid", "Letters, method statements, CVs", "Choose files", wide=True
        )
        self.zone.dropped.connect(lambda paths: self._add(tuple(paths)))
        self.zone.asked.connect(self._choose_documents)
        scroll.column.addWidget(self.zone)
        self.documents: Table[Path] = Table(
            "Documents that go with the bid", DOCUMENT_COLUMNS, str, lambda path: path.name, row_height=44
        )
        self.documents.setFixedHeight(current().px(176))
        scroll.column.addWidget(self.documents)
        self.leave_out = Button("Leave out", ButtonKind.GHOST, "remove", small=True)
        self.leave_out.clicked.connect(self._leave_out)
        scroll.column.addWidget(self.leave_out)
        self.pattern = TextField(PATTERN)
        hint = "{n}, {reference}, {lot}, {supplier} and {title} stand for what they say"
        scroll.column.addWidget(Field("Names of the files", self.pattern, hint))
        pair = QHBoxLayout()
        pair.setSpacing(16)
        self.lot, self.most = TextField("", "Lot 2"), TextField("", "20")
        pair.addWidget(Field("Lot", self.lot, optional=True), 1)
        self._most_field = Field("Most MB the portal takes", self.most, optional=True)
        pair.addWidget(self._most_field, 1)
        scroll.column.addLayout(pair)
        self.draft = TickBox("Make a draft although the check stops the bid")
        scroll.column.addWidget(self.draft)
        scroll.column.addStretch(1)
        card.add(scroll, 1)
        self._stands = Text("", TextStyle.BODY, lines=2)
        self.look = Button("Look at the check", ButtonKind.GHOST, "check")
        self.look.clicked.connect(self.check_wanted)
        self.make = Button("Make the pack", ButtonKind.PRIMARY, "pack")
        self.make.clicked.connect(self._make)
        card.add(self._stands)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.look)
        actions.addStretch(1)
        actions.addWidget(self.make)
        card.add(actions)
        return card

    def _made(self) -> Card:
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.addWidget(Text("Packs of this tender", TextStyle.CARD), 1)
        card.add(head)
        self.table: Table[PackRow] = Table("Packs", COLUMNS, lambda row: row.id, _spoken, row_height=60)
        self.table.opened.connect(self._save)
        self._empty = EmptyState("pack", "No pack yet", "A pack is kept here exactly as it was sent, with its hashes.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        card.add(self._stack, 1)
        self.save = Button("Save as it was sent", ButtonKind.GHOST, "download")
        self.save.clicked.connect(self._save_chosen)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 16)
        foot.addStretch(1)
        foot.addWidget(self.save)
        card.add(foot)
        return card

    def _choose_documents(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, "Documents that go with the bid")
        self._add(tuple(Path(one) for one in chosen))

    def _add(self, paths: tuple[Path, ...]) -> None:
        self._model.add_documents([one for one in paths if one.is_file()])

    def _leave_out(self) -> None:
        path = self.documents.current_row
        if path is not None:
            self._model.leave_out(path)

    def _begin_afresh(self) -> None:
        """Forget what was wished for another tender."""
        for field in (self.pattern, self.lot, self.most):
            field.clear()
        self.pattern.setText(PATTERN)
        self._most_field.set_error("")
        self.draft.setChecked(False)

    def _make(self) -> None:
        most = self.most.text().strip().replace(",", ".")
        if most and not _is_size(most):
            self._most_field.set_error("Write a number of megabytes, such as 20.")
            return
        self._most_field.set_error("")
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        suggested = str(folder / safe_name(self.reference, ".zip"))
        chosen, _kind = QFileDialog.getSaveFileName(self, "Where shall the pack go?", suggested, "Archives (*.zip)")
        if chosen:
            out = with_ending(chosen, ".zip")
            pattern = self.pattern.text().strip() or PATTERN
            size = float(most) if most else None
            draft = self.draft.isChecked()
            seen = out == Path(chosen) and out.exists()
            self._model.make(PackWish(out, pattern, self.lot.text().strip(), size, draft, replace_it=seen))

    def _save_chosen(self) -> None:
        row = self.table.current_row
        if row is not None:
            self._save(row)

    def _save(self, row: PackRow) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        first = row.names.partition(", ")[0]
        first = first.replace("-1.zip", ".zip") if ", " in row.names else first
        title = "Where shall the pack go?"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(folder / first), "Archives (*.zip)")
        if chosen:
            self._model.save_again(row, with_ending(chosen, ".zip"))

    def _show(self) -> None:
        self.table.set_rows(self._model.rows)
        self._stack.setCurrentWidget(self.table if self._model.rows else self._empty)
        if self.table.current_row is None and self._model.rows:
            self.table.choose(self._model.rows[0].id)
        self.save.setVisible(bool(self._model.rows))
        self.documents.set_rows(self._model.documents)
        for widget in (self.documents, self.leave_out):
            widget.setVisible(bool(self._model.documents))
        if self.documents.current_row is None:
            self.documents.choose_at(0)
        self.make.set_busy("Packing…" if self._model.is_working else "")
        result = self._checking.result
        stops = len(result.of("stops_the_bid")) if result else 0
        self._stands.setText(
            f"{say_count(stops, 'finding')} stop the bid" if stops else "Nothing stops the bid" if result else ""
        )
        self._stands.set_tone(Tone.BAD if stops else Tone.OK)


def _is_size(text: str) -> bool:
    try:
        return float(text) > 0
    except ValueError:
        return False


def _spoken(row: PackRow) -> str:
    return f"{row.names}, {row.files}, made {row.made}{', a draft' if row.is_draft else ''}"


DOCUMENT_COLUMNS: tuple[Column[Path], ...] = (Column("Goes with it", lambda path: Cell(path.name, icon="attachment")),)
COLUMNS: tuple[Column[PackRow], ...] = (
    Column(
        "Pack",
        lambda row: Cell(row.names, TextStyle.VALUE, under=row.files, icon="pack", icon_tone=Tone.ACC, tile=True),
    ),
    Column("Made", lambda row: Cell(row.made, under=row.by), width=200),
    Column(
        "State",
        lambda row: (
            Cell("Draft", tone=Tone.WARN, icon="warning", icon_tone=Tone.WARN)
            if row.is_draft
            else Cell("As sent", tone=Tone.OK, icon="lock", icon_tone=Tone.OK)
        ),
        width=120,
    ),
)
