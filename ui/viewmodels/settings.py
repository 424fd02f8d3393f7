"""What can be set: appearance, the person, locking, backups and the passphrase."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from ui.viewmodels.session import Session
from ui.viewmodels.status import moment_words

IDLE = ((5, "After 5 minutes"), (15, "After 15 minutes"), (30, "After 30 minutes"), (60, "After an hour"), (0, "Never"))
SCALES = (100, 110, 125, 150, 175, 200)


class SettingsViewModel(QObject):
    """Signals: `changed` says that `backups`, `busy` or a preference did; `rekeyed` that the passphrase did."""

    changed = Signal()
    rekeyed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.backups: tuple[str, ...] = ()
        self.busy = ""
        self.path: Path = session.workspace.path
        """Where the workspace lies."""
        session.preferred.connect(lambda _preferences: self.changed.emit())
        self.load()

    @property
    def is_remembered(self) -> bool:
        """Whether the keyring of the system holds the key."""
        return str(self.path) in self._session.preferences.remembered

    def load(self) -> None:
        """Look which backups there are."""
        workspace, now = self._session.workspace, self._session.ports.now

        def look() -> tuple[str, ...]:
            return tuple(moment_words(backup.made_at, now()) for backup in workspace.backups())

        self._session.tasks.quick(look, self._take, self._session.refuse)

    def back_up(self, folder: Path | None = None) -> None:
        """Write a backup beside the workspace, or into a folder."""
        workspace = self._session.workspace
        self._begin("Backing up…")
        self._session.tasks.quick(lambda: workspace.back_up(folder), self._backed_up, self._refuse)

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypt the workspace under another passphrase."""
        workspace, keyring, held = self._session.workspace, self._session.ports.keyring, self.is_remembered

        def work() -> None:
            workspace.change_passphrase(passphrase)
            if held:
                keyring.remember(workspace.path, workspace.key)

        self._begin("Changing…")
        self._session.tasks.quick(work, self._changed_passphrase, self._refuse)

    def remember(self, *, on: bool) -> None:
        """Let the keyring of the system hold the key, or not."""
        workspace, keyring = self._session.workspace, self._session.ports.keyring

        def work() -> bool:
            if on:
                return keyring.remember(workspace.path, workspace.key)
            keyring.forget(workspace.path)
            return False

        def done(held: bool) -> None:
            others = tuple(one for one in self._session.preferences.remembered if one != str(self.path))
            self._session.prefer(remembered=(*others, str(self.path)) if held else others)
            if on and not held:
                self._session.tell("This computer has no keyring that could remember the key")

        self._session.tasks.quick(work, done, self._session.refuse)

    def _begin(self, busy: str) -> None:
        self.busy = busy
        self.changed.emit()

    def _backed_up(self, path: Path) -> None:
        self.busy = ""
        self._session.tell(f"Backed up as {path.name}")
        self._session.backed_up.emit()
        self.load()

    def _changed_passphrase(self, _none: None) -> None:
        self.busy = ""
        self._session.tell("The workspace opens with the new passphrase from now on")
        self.changed.emit()
        self.rekeyed.emit()
        self.load()

    def _refuse(self, error: BidfolioError) -> None:
        self.busy = ""
        self.changed.emit()
        self._session.refuse(error)

    def _take(self, backups: tuple[str, ...]) -> None:
        self.backups = backups
        self.changed.emit()
