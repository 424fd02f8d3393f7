"""The buyer's files of a tender, and the place to drop more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.responses import ResponseState
from ui.theme import TextStyle, Tone
from ui.viewmodels.buyers_file import READABLE
from ui.viewmodels.saying import say_count, say_day
from ui.viewmodels.tenders import FileProgress
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table

FORMATS = "Word, Excel, PDF, ESPD, or a pasted list as text"
ICONS = {"docx": "word", "docm": "word", "xlsx": "excel", "xlsm": "excel", "pdf": "pdf", "espd": "espd", "xml": "espd"}


def refusal(paths: Sequence[Path]) -> str:
    """Say why files cannot be read, by their names; nothing where they can be tried."""
    for path in paths:
        if path.is_dir():
            return f"{path.name} is a folder. Drop the files in it."
        if path.suffix.lower() not in READABLE:
            return f"{path.name} cannot be read. Bidfolio reads {FORMATS}."
    return ""


def ask_for_files(parent: QWidget) -> tuple[Path, ...]:
    """Let a person choose buyers' files."""
    endings = " ".join(f"*{ending}" for ending in READABLE)
    chosen, _kind = QFileDialog.getOpenFileNames(parent, "Choose a buyer’s file", "", f"Buyers’ files ({endings})")
    return tuple(Path(one) for one in chosen)


class TenderFiles(QWidget):
    """Table of files, and a drop zone. Signals: `taken` carries paths; `opened` the id of a file."""

    taken = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table[FileProgress] = Table(
            "Buyer’s files",
            COLUMNS,
            lambda row: row.file.id,
            lambda row: f"{row.file.name}, {_said(row)}",
            row_height=60,
        )
        self.table.opened.connect(lambda row: self.opened.emit(row.file.id))
        self.zone = DropZone(
            "Drop a buyer’s file here",
            FORMATS,
            note="Stays on this computer, unchanged",
            accepts=refusal,
            wide=True,
        )
        self.zone.dropped.connect(self.taken)
        self.zone.asked.connect(self._choose)
        self._none = EmptyState(
            "file", "No buyer’s file yet", "Drop the questionnaire above: its questions are read at once."
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        card = Card(padding=0)
        card.add(self._stack, 1)
        card.body.setContentsMargins(1, 10, 1, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.zone)
        column.addWidget(card, 1)

    def show_files(self, files: Sequence[FileProgress]) -> None:
        """List files."""
        self.table.set_rows(tuple(files))
        self._stack.setCurrentWidget(self.table if files else self._none)

    def _choose(self) -> None:
        paths = ask_for_files(self)
        if paths:
            self.taken.emit(paths)


def _said(row: FileProgress) -> str:
    if not row.is_read:
        return "Not read yet"
    return f"{row.counts[ResponseState.APPROVED]} of {say_count(row.total, 'question')} approved"


COLUMNS: tuple[Column[FileProgress], ...] = (
    Column(
        "Document",
        lambda row: Cell(
            row.file.name, TextStyle.VALUE, icon=ICONS.get(row.file.kind, "file"), icon_tone=Tone.ACC, tile=True
        ),
        share=2,
    ),
    Column("Answers", lambda row: Cell(_said(row), tone=Tone.MUT)),
    Column(
        "Received",
        lambda row: Cell(say_day(row.file.added_at.date()) if row.file.added_at else "", tone=Tone.MUT),
        width=140,
    ),
)
