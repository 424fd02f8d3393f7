"""Keeps an open workspace safe: where its backups go, the backup of the day, and whether the file is whole."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import BidfolioError, WorkspaceDamaged
from app.domain.preferences import Preferences
from app.services.lend_files import take_all_back
from ui.viewmodels.session import Session

HOUR = 3_600_000
"""Milliseconds between two looks whether the backup of the day is due."""
LATER = 3_000
"""Milliseconds after opening: the first page comes first."""
SMALL = 100_000_000
"""Bytes up to which every page is checked on opening (half a second). Of a larger file the daily backup reads each
page, and a wrong one stops it."""


class Keeping(QObject):
    """Watches every workspace that is opened. Signals: `damaged` says that bytes of the open one are wrong."""

    damaged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = QTimer(self)
        self._clock.setInterval(HOUR)
        self._clock.timeout.connect(self.back_up_when_due)
        session.opened.connect(self._begin)
        session.locked.connect(self._end)
        session.preferred.connect(self._choose_folder)

    def back_up_when_due(self) -> None:
        """Write the backup of the day, where there is none yet."""
        if not self._session.is_open:
            return
        workspace = self._session.workspace
        self._session.aside(workspace.back_up_when_due, self._tell, self._refuse)

    def _begin(self) -> None:
        self._choose_folder(self._session.preferences)
        self._clock.start()
        QTimer.singleShot(LATER, self, self.look_over)

    def look_over(self) -> None:
        """Check every page of a file that is not too large, then back it up where that is due."""
        if not self._session.is_open:
            return
        workspace = self._session.workspace

        def look() -> bool:
            return workspace.path.stat().st_size > SMALL or workspace.is_whole()

        self._session.aside(look, self._judge, self._refuse)

    def take_back_lent(self) -> None:
        """Remove the copies that other programs were lent: on locking, and at the start, after a crash."""
        ports = self._session.ports
        self._session.tasks.quick(lambda: take_all_back(ports), lambda _none: None, self._session.refuse)

    def _end(self) -> None:
        self._clock.stop()
        self.take_back_lent()

    def _judge(self, whole: bool) -> None:
        if not self._session.is_open:
            return
        if whole:
            self.back_up_when_due()
        else:
            self.damaged.emit()

    def _choose_folder(self, preferences: Preferences) -> None:
        if self._session.is_open:
            chosen = preferences.backup_folder
            self._session.workspace.keep_backups_in(Path(chosen) if chosen else None)

    def _tell(self, written: Path | None) -> None:
        if written is None:
            return
        chosen = self._session.preferences.backup_folder
        if chosen and written.parent != Path(chosen):
            self._session.tell("The folder for backups cannot be reached. Today’s lies beside the workspace")
        self._session.backed_up.emit()

    def _refuse(self, error: BidfolioError) -> None:
        if isinstance(error, WorkspaceDamaged):
            self.damaged.emit()
        else:
            self._session.refuse(error)
