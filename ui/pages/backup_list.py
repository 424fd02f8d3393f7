"""The backups at the left, and what is in the open one at the right."""

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.chosen_path import with_ending
from ui.theme import TextStyle, Tone
from ui.viewmodels.backups import BackupRow, BackupsViewModel, say_contents, say_last
from ui.viewmodels.gate import ENDING
from ui.viewmodels.saying import say_count
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, Rule
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import caption
from ui.widgets.icon import Icon
from ui.widgets.table import Table
from ui.widgets.text import Text


class BackupPanel(DetailPanel):
    """The open backup: how much is in it, what was done last, and the way to restore it."""

    def __init__(self, model: BackupsViewModel, parent: QWidget | None = None) -> None:
        super().__init__("The open backup", parent)
        self._model = model
        self._part = QWidget()
        self.content.addWidget(self._part)
        self.content.addStretch(1)
        self.restore = Button("Restore as a new workspace", ButtonKind.PRIMARY, "backup", small=True)
        self.restore.clicked.connect(self._restore)
        self.set_actions(self.restore)
        model.opened.connect(self._show)
        self._show()

    def _show(self) -> None:
        row = self._model.open
        old, self._part = self._part, QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if row is None:
            self.set_heading("", "Choose a backup")
            column.addWidget(Text("What is in it is shown here.", TextStyle.BODY, Tone.MUT, lines=0))
        else:
            self.set_heading(f"Backup, {row.size}", row.made, TextStyle.TITLE)
            self._fill(column)
        contents = self._model.contents
        ready = contents is not None and contents.is_whole
        self.restore.set_reason("" if ready else "Choose a backup that can be opened")
        self.restore.set_busy(self._model.busy)
        self.content.replaceWidget(old, self._part)
        old.hide()
        old.deleteLater()

    def _fill(self, column: QVBoxLayout) -> None:
        model = self._model
        if model.problem:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(Icon("warning", 18, Tone.WARN))
            line.addWidget(Text(model.problem, TextStyle.BODY, Tone.WARN, lines=0), 1)
            column.addLayout(line)
        if model.contents is None:
            return
        column.addWidget(caption("What is in it"))
        for said in say_contents(model.contents):
            column.addWidget(Text(said, TextStyle.BODY))
        column.addWidget(Rule())
        column.addWidget(caption("Done last"))
        column.addWidget(Text(say_last(model.contents), TextStyle.BODY, lines=0))
        if model.contents.is_whole:
            column.addWidget(Text("Every page of the file is whole", TextStyle.NOTE, Tone.OK))
            words = "Restoring makes a new file; this workspace and the backup stay as they are."
            column.addWidget(Text(words, TextStyle.NOTE, Tone.MUT, lines=0))

    def _restore(self) -> None:
        row = self._model.open
        if row is None:
            return
        chosen, _kind = QFileDialog.getSaveFileName(
            self, "Restore as", str(self._model.target_for(row)), f"Workspaces (*{ENDING})"
        )
        if chosen:
            self._model.restore(with_ending(chosen, ENDING))


class BackupList(QWidget):
    """The backups, the newest first."""

    def __init__(self, model: BackupsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.table: Table[BackupRow] = Table(
            "Backups", _COLUMNS, lambda row: str(row.path), lambda row: f"{row.made}, {row.size}, {row.place}"
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open_sheet)
        self.panel = BackupPanel(model)
        words = "One is made each day something changed, and when the workspace is closed."
        self._empty = EmptyState("backup", "No backup yet", words)
        self._columns = MainAndDetail(self._main(), self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)
        model.listed.connect(self._show)

    def _main(self) -> Card:
        card = Card(padding=0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        card.add(self._stack, 1)
        self._count = Text("", TextStyle.NOTE, Tone.MUT)
        foot = card.set_foot(self._count, height=44)
        foot.setContentsMargins(16, 0, 16, 0)
        card.setFocusProxy(self.table)
        return card

    def set_narrow(self, narrow: bool) -> None:
        """Show the open backup as a sheet."""
        self._columns.set_narrow(narrow)

    def _open_sheet(self) -> None:
        self._columns.open_sheet()

    def _choose(self, row: BackupRow | None) -> None:
        self._model.open_backup(row)
        if row is not None and self.table.hasFocus():
            self._columns.open_sheet()

    def _show(self) -> None:
        rows = self._model.rows
        self.table.set_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        self._count.setText(say_count(len(rows), "backup"))


_COLUMNS: tuple[Column[BackupRow], ...] = (
    Column(
        "Made",
        lambda row: Cell(row.made, TextStyle.VALUE, under=row.place, icon="backup", icon_tone=Tone.ACC, tile=True),
    ),
    Column("Size", lambda row: Cell(row.size, tone=Tone.MUT, right=True), width=100, right=True),
)
