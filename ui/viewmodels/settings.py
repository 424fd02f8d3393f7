"""What can be set: appearance, the person, locking, backups and the passphrase."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from app.domain.recovery_words import WORD_COUNT
from ui.viewmodels.session import Session
from ui.viewmodels.status import moment_words

IDLE = ((5, "After 5 minutes"), (15, "After 15 minutes"), (30, "After 30 minutes"), (60, "After an hour"), (0, "Never"))
_WRONG = "This does not open the workspace. Try again."
SCALES = (100, 110, 125, 150, 175, 200)


class SettingsViewModel(QObject):
    """Signals: `changed` says that `backups`, `busy` or a preference did; `rekeyed` that the passphrase did.

    `denied` carries a sentence about the passphrase that was typed; `words_shown` the eight words of today,
    to be printed again; `words_made` eight words that become the passphrase when they are kept.
    """

    changed = Signal()
    rekeyed = Signal()
    denied = Signal(str)
    words_shown = Signal(str)
    words_made = Signal(str)

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

        self._session.aside(look, self._take)

    def back_up(self, folder: Path | None = None) -> None:
        """Write a backup beside the workspace, or into a folder."""
        workspace = self._session.workspace
        self._begin("Backing up…")
        self._session.aside(lambda: workspace.back_up(folder), self._backed_up, self._refuse)

    def keep_backups_in(self, folder: Path | None) -> None:
        """Keep backups in a folder of the user's own from now on, or beside each workspace."""
        self._session.prefer(backup_folder=str(folder) if folder else "")
        self.load()

    def make_words(self, current: str) -> None:
        """Draw eight words for a person who types what opens the workspace today.

        They are shown first and become the passphrase when they are kept: a lock in between loses nobody the way in.
        """
        workspace, words = self._session.workspace, self._session.ports.recovery_words()

        def done(fits: bool) -> None:
            if fits:
                self.words_made.emit(words)
            else:
                self.denied.emit(_WRONG)

        self._session.aside(lambda: workspace.opens_with(current), done, self._refuse)

    def show_words(self, typed: str) -> None:
        """Show the eight words again to a person who has typed them: to print them once more."""
        workspace = self._session.workspace

        def done(fits: bool) -> None:
            if not fits:
                self.denied.emit(_WRONG)
            elif len(typed.split()) != WORD_COUNT:
                self.denied.emit("This workspace has a passphrase of your own, and no words. Make eight words first.")
            else:
                self.words_shown.emit(" ".join(typed.casefold().split()))

        self._session.aside(lambda: workspace.opens_with(typed), done, self._refuse)

    def change_passphrase(self, current: str, passphrase: str) -> None:
        """Encrypt the workspace under another passphrase."""
        workspace, keyring, held = self._session.workspace, self._session.ports.keyring, self.is_remembered

        def work() -> bool:
            if not workspace.opens_with(current):
                return False
            workspace.change_passphrase(passphrase)
            if held:
                keyring.remember(workspace.path, workspace.key)
            return True

        def done(fits: bool) -> None:
            if fits:
                self._changed_passphrase()
            else:
                self.busy = ""
                self.changed.emit()
                self.denied.emit(_WRONG)

        self._begin("Changing…")
        self._session.aside(work, done, self._refuse)

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

        self._session.aside(work, done)

    def _begin(self, busy: str) -> None:
        self.busy = busy
        self.changed.emit()

    def _backed_up(self, path: Path) -> None:
        self.busy = ""
        self._session.tell(f"Backed up as {path.name}")
        self._session.backed_up.emit()
        self.load()

    def _changed_passphrase(self) -> None:
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
