"""The backups of the open workspace: which there are, what is in each, and making a workspace of one."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.backups import Backup, BackupContents
from app.domain.errors import BidfolioError, WrongPassphrase
from app.wording import sentence
from ui.viewmodels.saying import say_count, say_moment
from ui.viewmodels.session import Session

SAID = (
    ("fact", "fact", "facts"),
    ("evidence", "piece of evidence", "pieces of evidence"),
    ("policy", "policy", "policies"),
    ("case_study", "case study", "case studies"),
    ("person", "person", "people"),
    ("answer", "library answer", "library answers"),
    ("tender", "tender", "tenders"),
    ("response", "response", "responses"),
)
"""The tables that are counted, with their nouns."""
_KILO = 1000


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup in the list."""

    path: Path
    made: str
    size: str
    place: str


def say_size(count: int) -> str:
    """Write a number of bytes as "4.1 MB"."""
    size, unit = float(count), "bytes"
    for larger in ("KB", "MB", "GB"):
        if size < _KILO:
            break
        size, unit = size / _KILO, larger
    return f"{size:.0f} {unit}" if unit in ("bytes", "KB") else f"{size:.1f} {unit}"


def say_contents(contents: BackupContents) -> tuple[str, ...]:
    """List what is in a backup, a line for each kind of record."""
    counted = ((contents.counts.get(table, 0), one, many) for table, one, many in SAID)
    lines = tuple(say_count(count, one, many) for count, one, many in counted if count)
    return lines or ("Nothing yet",)


def say_last(contents: BackupContents) -> str:
    """Say what was done last before the backup."""
    if contents.last_at is None:
        return "Nothing had been changed"
    who = f", {contents.last_by}" if contents.last_by else ""
    return f"{contents.last_doing or 'A change whose texts were erased'}, {say_moment(contents.last_at)}{who}"


class BackupsViewModel(QObject):
    """Signals: `listed` says that `rows` did change; `opened` that `open`, `contents`, `problem` or `busy` did."""

    listed = Signal()
    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: tuple[BackupRow, ...] = ()
        self.open: BackupRow | None = None
        self.contents: BackupContents | None = None
        self.problem = ""
        self.busy = ""
        session.backed_up.connect(self.reload)

    def reload(self) -> None:
        """Look which backups there are."""
        workspace = self._session.workspace

        def look() -> tuple[BackupRow, ...]:
            return tuple(_row(backup, workspace.path) for backup in workspace.backups())

        self._session.aside(look, self._take)

    def open_backup(self, row: BackupRow | None) -> None:
        """Look into a backup."""
        self.open, self.contents, self.problem = row, None, ""
        self.opened.emit()
        if row is None:
            return
        workspaces, key = self._session.ports.workspaces, self._session.workspace.key

        def take(contents: BackupContents) -> None:
            if self.open is row:
                self._take_contents(contents)

        self._session.aside(lambda: workspaces.look_into(row.path, key), take, self._refuse)

    def target_for(self, row: BackupRow) -> Path:
        """Offer a name for the workspace made of a backup."""
        path = self._session.workspace.path
        return path.with_name(f"{row.path.stem} restored{path.suffix}")

    def restore(self, target: Path) -> None:
        """Make a workspace of the open backup, beside the one that is open and stays as it is."""
        row = self.open
        if row is None or self.busy:
            return
        workspaces, key = self._session.ports.workspaces, self._session.workspace.key

        def work() -> Path:
            workspaces.restore(row.path, target, key).close()
            return target

        self.busy = "Restoring…"
        self.opened.emit()
        self._session.aside(work, self._take_restored, self._refuse)

    def _take(self, rows: tuple[BackupRow, ...]) -> None:
        self.rows = rows
        self.listed.emit()

    def _take_contents(self, contents: BackupContents) -> None:
        self.contents = contents
        self.problem = "" if contents.is_whole else "Bytes of this backup are wrong: it cannot be restored."
        self.opened.emit()

    def _take_restored(self, target: Path) -> None:
        self.busy = ""
        self.opened.emit()
        mine, *others = self._session.preferences.recent or (str(self._session.workspace.path),)
        self._session.prefer(recent=(mine, str(target), *others)[:8])
        self._session.tell(f"Restored as {target.name}. Open it from the name of the workspace, top left")

    def _refuse(self, error: BidfolioError) -> None:
        self.busy = ""
        earlier = (
            "It was made under an earlier passphrase. Lock, choose “Make or restore one” and type that passphrase."
        )
        self.problem = earlier if isinstance(error, WrongPassphrase) else sentence(error)
        self.opened.emit()


def _row(backup: Backup, workspace: Path) -> BackupRow:
    beside = backup.path.parent.parent == workspace.parent
    return BackupRow(
        backup.path,
        say_moment(backup.made_at),
        say_size(backup.size),
        "Beside the workspace" if beside else str(backup.path.parent),
    )
