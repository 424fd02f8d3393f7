"""What happens before a workspace is open: making, unlocking and restoring one, and trying the sample."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.backups import BackupContents
from app.domain.errors import BidfolioError, WrongPassphrase
from app.services.ports import Workspace
from app.services.run_demo import PASSPHRASE, WORKSPACE
from app.wording import sentence
from ui.tasks import Command
from ui.viewmodels.session import Session

ENDING = ".bidfolio"


@dataclass(frozen=True, slots=True)
class Places:
    """Where things lie on this computer."""

    documents: Path
    """Where a new workspace is offered to be kept."""
    sample_folder: Path
    """Where the sample is kept: a workspace, two buyers' files and their filled copies."""

    @property
    def sample_workspace(self) -> Path:
        """The workspace of the sample; it may not exist yet."""
        return self.sample_folder / WORKSPACE


@dataclass(frozen=True, slots=True)
class _Opened:
    workspace: Workspace
    seen: int
    """Number of its last change."""
    remembered: bool | None = None
    """Whether the keyring holds its key from now on; None where that did not change."""


class Gate(QObject):
    """The state before a workspace is open.

    Signals: `changed` says that `path`, `busy` or `error` did; `words_made` carries the eight words, to be shown
    once; what was made is opened by `enter` after that.
    """

    changed = Signal()
    words_made = Signal(str)

    def __init__(self, session: Session, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.places = session, places
        self.path: Path | None = None
        self.busy = ""
        self.error = ""
        self.refusal: BidfolioError | None = None
        """What refused to open the workspace: a damaged one may be repaired, one held elsewhere opened all the same."""
        self._waiting: _Opened | None = None
        self._undelivered: _Opened | None = None
        self._wished = False

    @property
    def recent(self) -> tuple[Path, ...]:
        """The workspaces opened before that are still there, the last one first."""
        return tuple(path for one in self._session.preferences.recent if (path := Path(one)).is_file())

    @property
    def is_sample(self) -> bool:
        """Whether the open workspace is the sample."""
        return self._session.is_open and self._session.workspace.path == self.places.sample_workspace

    @property
    def needs_no_passphrase(self) -> bool:
        """Whether the workspace to be unlocked is the sample, whose passphrase is no secret."""
        changed = isinstance(self.refusal, WrongPassphrase)
        return self.path == self.places.sample_workspace and not changed

    @property
    def remembers(self) -> bool:
        """Whether the keyring holds the key of the workspace to be unlocked."""
        return str(self.path) in self._session.preferences.remembered

    def target_for(self, firm: str, folder: Path | None = None) -> Path:
        """Give the file that a new workspace of a firm would be kept in."""
        plain = "".join(letter for letter in firm if letter.isalnum() or letter in " -_&()").strip(" .")
        return (folder or self.places.documents) / f"{plain or 'My firm'}{ENDING}"

    def point_at(self, paths: Sequence[Path]) -> None:
        """Take the workspace among the files the program was started with, else the last one; it stays closed."""
        named = [path for path in paths if path.suffix == ENDING] or list(self.recent[:1])
        self.path = named[0].absolute() if named else None

    def choose(self, path: Path) -> None:
        """Take the workspace to be unlocked; the sample, and one whose key the keyring holds, are opened at once.

        Any other is looked at, so that nobody types a passphrase for a file that is gone or cut short. What opens
        it is imported on the way.
        """
        self.path, self.error, self.refusal = path.expanduser(), "", None
        self.changed.emit()
        if self.remembers:
            self._work("Opening…", self._recall, refuse=self._ask_again)
            return
        if self.needs_no_passphrase:
            self.unlock("")
            return
        chosen, workspaces = self.path, self._session.ports.workspaces
        self._session.tasks.quick(lambda: workspaces.check(chosen), lambda _none: None, self._refuse)

    def unlock(self, passphrase: str, *, remember: bool = False) -> None:
        """Open the chosen workspace; the sample needs no passphrase."""
        path = self._need_path()
        if self.needs_no_passphrase:
            passphrase = passphrase or PASSPHRASE
        if not passphrase:
            self._refuse_words("Type the passphrase, or the eight words printed for this workspace.")
            return
        self._work("Unlocking…", lambda: self._opened(path, passphrase, remember=remember))

    def make(self, path: Path, passphrase: str | None, *, remember: bool = False) -> None:
        """Make a workspace under a passphrase, or under eight words where it is None."""
        given = passphrase if passphrase is not None else self._session.ports.recovery_words()
        workspaces = self._session.ports.workspaces

        def work() -> _Opened:
            return self._kept(workspaces.create(path, given), remember=remember)

        def made(opened: _Opened) -> None:
            if passphrase is None:
                self._waiting = opened
                self._settle()
                self.words_made.emit(given)
            else:
                self._enter(opened)

        self._work("Making…", work, made)

    def enter(self) -> None:
        """Open what was made, after its words have been shown."""
        if self._waiting is not None:
            opened, self._waiting = self._waiting, None
            self._enter(opened)

    def close(self) -> None:
        """Close what was opened and never shown, as the program ends: called when the quick lane has."""
        for opened in (self._undelivered, self._waiting):
            if opened is not None:
                opened.workspace.close()
        self._undelivered = self._waiting = None

    def restore(self, backup: Path, target: Path, passphrase: str) -> None:
        """Open a backup under another name."""
        workspaces = self._session.ports.workspaces
        self._work("Restoring…", lambda: _with_number(workspaces.restore(backup, target, passphrase)))

    def repair(self, secret: str | bytes) -> None:
        """Put the newest whole backup in the place of the chosen workspace, and open it."""
        path, workspaces = self._need_path(), self._session.ports.workspaces
        chosen = self._session.preferences.backup_folder
        own = Path(chosen) if chosen else None
        self._work("Repairing…", lambda: _with_number(workspaces.repair(path, secret, own)))

    def open_all_the_same(self, passphrase: str) -> None:
        """Open a workspace whose lock of another computer is none: it is off, or gone."""
        path, workspaces = self._need_path(), self._session.ports.workspaces

        def work() -> _Opened:
            workspaces.free(path)
            return self._opened(path, passphrase, remember=False)

        self._work("Unlocking…", work)

    def look_into(self, backup: Path, passphrase: str, done: Callable[[BackupContents], None]) -> None:
        """Look what is in a backup before it is restored."""
        workspaces = self._session.ports.workspaces

        def deliver(contents: BackupContents) -> None:
            self._settle()
            done(contents)

        if not self.busy:
            self._begin("Looking…")
            self._session.tasks.quick(lambda: workspaces.look_into(backup, passphrase), deliver, self._refuse)

    def try_sample(self) -> None:
        """Open the sample; on the first time it is made by a process of its own."""
        workspaces, path = self._session.ports.workspaces, self.places.sample_workspace
        if path.exists():
            self._work("Opening…", lambda: _with_number(workspaces.open(path, PASSPHRASE)))
            return
        command = Command(("demo", "--dir", str(path.parent), "--no-window"), "Making the sample")
        self._begin("Making…")
        self._session.tasks.run(
            command, lambda _outcome: _with_number(workspaces.open(path, PASSPHRASE)), self._enter, self._refuse
        )

    def remove_sample(self) -> None:
        """Lock the sample and delete it with all its files."""
        folder = self.places.sample_folder
        recent = tuple(one for one in self._session.preferences.recent if Path(one).parent != folder)
        self._session.lock()
        self._session.prefer(recent=recent)
        self.path = None
        self._session.tasks.quick(lambda: shutil.rmtree(folder), lambda _none: self.changed.emit(), self._refuse)

    def forget_error(self) -> None:
        """Take the sentence away, as the person types on."""
        if self.error:
            self.error, self.refusal = "", None
            self.changed.emit()

    def _recall(self) -> _Opened:
        path, ports = self._need_path(), self._session.ports
        key = ports.keyring.recall(path)
        if key is None:
            raise WrongPassphrase(path)
        return _with_number(ports.workspaces.open_with_key(path, key))

    def _opened(self, path: Path, passphrase: str, *, remember: bool) -> _Opened:
        return self._kept(self._session.ports.workspaces.open(path, passphrase), remember=remember)

    def _kept(self, workspace: Workspace, *, remember: bool) -> _Opened:
        """Hand the key to the keyring, or take it back from there."""
        keyring = self._session.ports.keyring
        held = keyring.remember(workspace.path, workspace.key) if remember else False
        if not remember and str(workspace.path) in self._session.preferences.remembered:
            keyring.forget(workspace.path)
        self._wished = remember
        return replace(_with_number(workspace), remembered=held)

    def _ask_again(self, error: BidfolioError) -> None:
        if isinstance(error, WrongPassphrase):
            self._refuse_words("The key this computer remembered does not fit. Type the passphrase.")
        else:
            self._refuse(error)

    def _work(
        self,
        busy: str,
        work: Callable[[], _Opened],
        done: Callable[[_Opened], None] | None = None,
        refuse: Callable[[BidfolioError], None] | None = None,
    ) -> None:
        if self.busy:
            return
        self._begin(busy)

        def open_it() -> _Opened:
            self._undelivered = opened = work()
            return opened

        def deliver(opened: _Opened) -> None:
            self._undelivered = None
            (done or self._enter)(opened)

        self._session.tasks.quick(open_it, deliver, refuse or self._refuse)

    def _enter(self, opened: _Opened) -> None:
        self._settle()
        path = str(opened.workspace.path)
        if opened.remembered is not None:
            others = tuple(one for one in self._session.preferences.remembered if one != path)
            self._session.prefer(remembered=(*others, path) if opened.remembered else others)
        self._session.open(opened.workspace, opened.seen)
        self.path = opened.workspace.path
        if opened.remembered is False and self._wished:
            self._session.tell("This computer has no keyring that could remember the key")
        self._wished = False

    def _begin(self, busy: str) -> None:
        self.busy, self.error, self.refusal = busy, "", None
        self.changed.emit()

    def _settle(self) -> None:
        self.busy, self.error, self.refusal = "", "", None
        self.changed.emit()

    def _refuse(self, error: BidfolioError) -> None:
        self.refusal = error
        self._refuse_words(sentence(error))

    def _refuse_words(self, words: str) -> None:
        self.busy, self.error = "", words
        self.changed.emit()

    def _need_path(self) -> Path:
        if self.path is None:
            raise RuntimeError("no workspace was chosen")
        return self.path


def say_path(path: Path) -> str:
    """Write a path, shorter where it lies in the user's own folder."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _with_number(workspace: Workspace) -> _Opened:
    """Note the number of the last change, so that what comes later can be told apart."""
    with workspace.work("Look") as unit:
        last = unit.journal.recent(1)
    return _Opened(workspace, last[-1].number if last else 0)
