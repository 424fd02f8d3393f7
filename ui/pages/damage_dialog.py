"""Says that the open workspace is damaged, and offers the repair."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.viewmodels.gate import Gate
from ui.viewmodels.keeping import Keeping
from ui.viewmodels.saying import say_moment
from ui.viewmodels.session import Session
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

WIDTH = 560
_WORDS = (
    "Bytes of the file are not as Bidfolio wrote them: the drive, a copy or another program harmed them. The repair "
    "puts the newest whole backup in its place; what was changed after that backup is not in it. The damaged file is "
    "kept beside under another name, so nothing is thrown away. If you can, export what you need from it first."
)


class DamageDialog(QDialog):
    """A choice over the page. Signals: `wanted` says that the repair was chosen."""

    wanted = Signal()

    def __init__(self, name: str, last: str, parent: QWidget | None = None) -> None:
        """Take the name of the workspace and when its last backup was made; empty where there is none."""
        super().__init__(parent)
        self.setWindowTitle("The workspace is damaged")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Text(f"{name} is damaged", TextStyle.TITLE, lines=2))
        column.addWidget(Text(_WORDS, TextStyle.BODY, Tone.MUT, lines=0))
        column.addWidget(Text(f"The last backup: {last or 'there is none'}", TextStyle.VALUE, lines=2))
        self.repair = Button("Repair from the last backup", ButtonKind.PRIMARY, "backup")
        self.repair.clicked.connect(self._choose)
        later = Button("Not now")
        later.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self.repair)
        column.addLayout(row)
        self.repair.set_reason("" if last else "There is no backup to repair it from")
        width = current().px(WIDTH)
        self.setFixedWidth(width)
        self.resize(width, column.heightForWidth(width))

    def _choose(self) -> None:
        self.accept()
        self.wanted.emit()


class RepairOffer(QObject):
    """Shows the dialog over the window when damage is found, and repairs where that is chosen."""

    def __init__(self, session: Session, gate: Gate, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._gate, self._window = session, gate, window
        keeping.damaged.connect(self._offer)
        session.locked.connect(self._withdraw)

    def _offer(self) -> None:
        kept = self._session.workspace.backups()
        last = say_moment(kept[0].made_at) if kept else ""
        dialog = DamageDialog(self._session.name, last, self._window)
        dialog.wanted.connect(self._repair)
        dialog.open()

    def _repair(self) -> None:
        key = self._session.workspace.key
        self._session.lock()
        self._gate.repair(key)

    def _withdraw(self) -> None:
        """Leave no offer for a workspace that is locked."""
        for dialog in self._window.findChildren(DamageDialog):
            dialog.reject()
