"""Opening a backup under another name."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.backups import BackupContents
from ui.pages.chosen_path import with_ending
from ui.theme import TextStyle, Tone
from ui.viewmodels.backups import say_contents, say_last
from ui.viewmodels.gate import ENDING, Gate
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.form import Field, TextField
from ui.widgets.secret_field import SecretField
from ui.widgets.text import Text


class RestoreView(QWidget):
    """A form. Signals: `left` says that Back was pressed."""

    left = Signal()

    def __init__(self, gate: Gate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gate = gate
        self._backup, self._target = TextField(), TextField()
        self._secret = SecretField("Passphrase or eight words")
        self._backup_field = Field("Backup", self._backup, "The file in the folder “backups” beside your workspace")
        self._target_field = Field("Restore as", self._target, "A new file; nothing is written over")
        self._secret_field = Field(
            "Passphrase or eight words", self._secret, "Those that opened the workspace on the day of the backup"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 64, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text("Restore a backup", TextStyle.WELCOME))
        lead = "The backup stays as it is; a copy of it becomes a workspace again."
        column.addWidget(Text(lead, TextStyle.LEAD, Tone.MUT, lines=2))
        column.addSpacing(8)
        card = Card(padding=24)
        card.body.setSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._backup_field, 1)
        choose = Button("Choose", icon="choose_file")
        choose.clicked.connect(self._choose)
        row.addWidget(choose)
        card.add(row)
        card.add(self._target_field)
        card.add(self._secret_field)
        self._inside = Text("", TextStyle.BODY, lines=0)
        self._inside.hide()
        card.add(self._inside)
        column.addWidget(card)
        column.addLayout(self._foot())
        column.addStretch(1)
        gate.changed.connect(self._show_state)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        back = Button("Back")
        back.clicked.connect(self.left)
        self._problem = Text("", TextStyle.BODY, Tone.BAD, lines=3)
        self.look = Button("Show what is in it", icon="show")
        self.look.clicked.connect(self._look)
        self._go = Button("Restore", ButtonKind.PRIMARY, "backup")
        self._go.clicked.connect(self.submit)
        self._secret.returnPressed.connect(self.submit)
        row.addWidget(back)
        row.addWidget(self._problem, 1)
        row.addWidget(self.look)
        row.addWidget(self._go)
        return row

    def submit(self) -> None:
        """Restore, or say what is missing."""
        backup, target = self._backup.text().strip(), self._target.text().strip()
        self._backup_field.set_error("" if backup else "Choose the backup to restore.")
        self._target_field.set_error("" if target else "Say where the workspace is to lie.")
        self._secret_field.set_error("" if self._secret.text() else "Type what opens the backup.")
        if backup and target and self._secret.text():
            named = with_ending(Path(target).expanduser(), ENDING)
            self._gate.restore(Path(backup).expanduser(), named, self._secret.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no passphrase in a field nobody sees."""
        super().hideEvent(event)
        self._secret.clear()
        self._inside.hide()

    def _look(self) -> None:
        backup = self._backup.text().strip()
        self._backup_field.set_error("" if backup else "Choose the backup to look into.")
        self._secret_field.set_error("" if self._secret.text() else "Type what opens the backup.")
        if backup and self._secret.text():
            self._gate.look_into(Path(backup).expanduser(), self._secret.text(), self._show_inside)

    def _show_inside(self, contents: BackupContents) -> None:
        whole = "" if contents.is_whole else " Bytes of it are wrong: it cannot be restored."
        self._inside.setText(f"{', '.join(say_contents(contents))}. Done last: {say_last(contents)}.{whole}")
        self._inside.show()

    def _choose(self) -> None:
        start = str(self._gate.places.documents)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, "Choose a backup", start, f"Backups (*{ENDING});;All files (*)"
        )
        if chosen:
            path = Path(chosen)
            self._backup.setText(str(path))
            self._inside.hide()
            if not self._target.text():
                self._target.setText(str(self._gate.places.documents / f"{path.stem} restored{ENDING}"))

    def _show_state(self) -> None:
        self._go.set_busy(self._gate.busy)
        self._problem.setText(self._gate.error)
