"""The open workspace, and the one door through which pages work on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Change
from app.domain.errors import BidfolioError
from app.domain.preferences import Preferences
from app.services.ports import Ports, UnitOfWork, Workspace
from app.wording import sentence
from ui.tasks import Failed, Job, Tasks
from ui.viewmodels.finder import Finder
from ui.viewmodels.navigation import Navigation, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a deed changed in the workspace: pages reload by it."""

    tables: frozenset[str]
    record_ids: frozenset[str]
    group: str = ""
    """The undo group of the deed."""
    doing: str = ""
    """The deed in the user's words."""

    def touches(self, *tables: str) -> bool:
        """Tell whether one of these tables changed."""
        return not self.tables.isdisjoint(tables)


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for a toast."""

    text: str
    undo: bool = False
    """Whether to offer Undo, which takes the last deed back."""


class Session(QObject):
    """What every page is built on.

    Signals: `opened` and `locked` say that a workspace came or went; `changed` carries a `Touched`;
    `refused` a `BidfolioError` to be shown as a sentence; `noticed` a `Notice`; `preferred` the new `Preferences`;
    `handed` a tuple of paths that the user dropped on the window or opened with the program: buyers' files;
    `backed_up` says that a backup was written.
    """

    opened = Signal()
    locked = Signal()
    changed = Signal(object)
    refused = Signal(object)
    noticed = Signal(object)
    preferred = Signal(object)
    handed = Signal(object)
    backed_up = Signal()

    def __init__(
        self,
        ports: Ports,
        tasks: Tasks,
        preferences: Preferences | None = None,
        keep: Callable[[Preferences], None] = lambda _preferences: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.ports = ports
        self.tasks = tasks
        self.navigation = Navigation(self)
        self.finder = Finder(self)
        self._preferences = preferences or Preferences()
        self._keep = keep
        self._workspace: Workspace | None = None
        self._seen = 0
        self._undo: list[str] = []
        self._redo: list[str] = []
        self._waiting: tuple[Path, ...] = ()

    @property
    def workspace(self) -> Workspace:
        """The open workspace. Asking while none is open is a defect."""
        if self._workspace is None:
            raise RuntimeError("no workspace is open")
        return self._workspace

    @property
    def is_open(self) -> bool:
        """Whether a workspace is open."""
        return self._workspace is not None

    @property
    def name(self) -> str:
        """What the workspace is called: its file's name without the ending."""
        return self.workspace.path.stem

    @property
    def preferences(self) -> Preferences:
        """What is remembered on this computer."""
        return self._preferences

    @property
    def user(self) -> str:
        """The name under which this person edits and approves."""
        return self._preferences.user

    def prefer(self, **changes: Any) -> None:
        """Change preferences, keep them and tell about it."""
        self._preferences = replace(self._preferences, **changes)
        self._keep(self._preferences)
        self.preferred.emit(self._preferences)

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Show a toast."""
        self.noticed.emit(Notice(text, undo))

    def refuse(self, error: BidfolioError) -> None:
        """Show what went wrong."""
        self.refused.emit(error)

    def look(self, work: Callable[[UnitOfWork], T], done: Callable[[T], None], failed: Failed | None = None) -> Job:
        """Read in the quick lane; `done` gets the result on the window's thread."""
        workspace = self.workspace

        def read() -> T:
            with workspace.work("Look") as unit:
                return work(unit)

        return self.tasks.quick(read, self._while_open(done), failed or self.refuse)

    def do(
        self,
        work: Callable[[Workspace], T],
        done: Callable[[T], None] | None = None,
        notice: str = "",
        failed: Failed | None = None,
    ) -> Job:
        """Change the workspace in the quick lane: call a service, then tell the pages what it touched.

        `notice` is shown in a toast with Undo. `done` comes after `changed`.
        """
        workspace = self.workspace
        seen = self._seen

        def write() -> tuple[T, tuple[Change, ...]]:
            return work(workspace), _news(workspace, seen)

        def finish(result: tuple[T, tuple[Change, ...]]) -> None:
            value, changes = result
            touched = self._take(changes)
            if touched.group:
                self._undo.append(touched.group)
                self._redo.clear()
                self.changed.emit(touched)
            if notice:
                self.tell(notice, undo=bool(touched.group))
            if done:
                done(value)

        return self.tasks.quick(write, self._while_open(finish), failed or self.refuse)

    def catch_up(self) -> None:
        """Tell the pages what a child process of ours has changed in the workspace."""
        workspace, seen = self.workspace, self._seen

        def finish(changes: tuple[Change, ...]) -> None:
            touched = self._take(changes)
            if touched.group:
                self._undo.append(touched.group)
                self._redo.clear()
                self.changed.emit(touched)

        self.tasks.quick(lambda: _news(workspace, seen), self._while_open(finish), self.refuse)

    def aside(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> Job:
        """Work beside the tables in the quick lane: on backups, the keyring, a file.

        Nothing is delivered once the workspace is locked: the page that asked is gone by then.
        """
        return self.tasks.quick(work, self._while_open(done), self._while_open(failed or self.refuse))

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed of this session to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone deed to do again."""
        return bool(self._redo)

    def undo(self) -> None:
        """Take the last deed back."""
        if self._undo:
            self._reverse(self._undo, self._redo, "Undone")

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._redo:
            self._reverse(self._redo, self._undo, "Done again")

    def _reverse(self, source: list[str], target: list[str], word: str) -> None:
        group = source.pop()
        workspace, seen = self.workspace, self._seen

        def write() -> tuple[Change, ...]:
            with workspace.work(word, self.user) as unit:
                unit.undo(group)
            return _news(workspace, seen)

        def finish(changes: tuple[Change, ...]) -> None:
            touched = self._take(changes)
            if touched.group:
                target.append(touched.group)
                self.changed.emit(touched)
            self.tell(word)

        self.tasks.quick(write, self._while_open(finish), self.refuse)

    def open(self, workspace: Workspace, seen: int) -> None:
        """Take a workspace that has just been opened; `seen` is the number of its last change."""
        self._workspace = workspace
        self._seen = seen
        self._undo, self._redo = [], []
        self.navigation.reset()
        path = str(Path(workspace.path).resolve())
        self.prefer(recent=(path, *(other for other in self.preferences.recent if other != path))[:8])
        self.opened.emit()
        waiting, self._waiting = self._waiting, ()
        if waiting:
            self.hand_over(waiting)

    def lock(self) -> None:
        """Close the workspace at once; what is being written is finished first, in its own lane."""
        if self._workspace is None:
            return
        workspace, self._workspace = self._workspace, None
        self._undo, self._redo = [], []
        self.tasks.cancel_all()
        self.locked.emit()
        # A toast lies over the gate, where no page is left to show a refusal.
        self.tasks.quick(workspace.close, lambda _none: None, lambda error: self.tell(sentence(error)))

    def hand_over(self, paths: Sequence[Path]) -> None:
        """Take buyers' files from outside: shown in Tenders, or kept until a workspace is open."""
        if not self.is_open:
            self._waiting = (*self._waiting, *paths)
            return
        if self.navigation.here.place is not Place.TENDERS:
            self.navigation.go(Place.TENDERS)
        self.handed.emit(tuple(paths))

    def _take(self, changes: tuple[Change, ...]) -> Touched:
        if not changes:
            return Touched(frozenset(), frozenset())
        self._seen = max(self._seen, changes[-1].number)
        return Touched(
            frozenset(change.table for change in changes),
            frozenset(change.record_id for change in changes),
            changes[-1].group,
            changes[-1].doing,
        )

    def _while_open(self, done: Callable[[T], None]) -> Callable[[T], None]:
        """Drop a result that arrives after its workspace was locked."""
        workspace = self._workspace

        def deliver(result: T) -> None:
            if self._workspace is workspace:
                done(result)

        return deliver


def _news(workspace: Workspace, seen: int) -> tuple[Change, ...]:
    """List the changes since the change numbered `seen`."""
    with workspace.work("Look") as unit:
        count = 64
        while len(recent := unit.journal.recent(count)) == count and recent[0].number > seen + 1:
            count *= 4
        return tuple(change for change in recent if change.number > seen)
