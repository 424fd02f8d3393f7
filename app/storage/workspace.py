"""An open workspace file: transactions, backups, and another passphrase."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hmac import compare_digest
from pathlib import Path

from app.domain.backups import Backup
from app.domain.errors import FileUnwritable, WorkspaceDamaged, WorkspaceInUse
from app.storage.backups import (
    backup_folder,
    kept_backups_of,
    rekey_mark,
    remove_partial_backups,
    rotate,
    set_rekey_mark,
    write_backup,
)
from app.storage.lock_file import LockFile
from app.storage.refusals import refusals
from app.storage.schema import is_behind, make_schema, migrate
from app.storage.sqlite.cipher import change_key, drop_journal, pages_are_whole
from app.storage.sqlite.connection import RawKey, make_engine
from app.storage.unit_of_work import SqlUnitOfWork

Derive = Callable[[str, bytes], bytes]
"""Makes the key of 32 bytes from a passphrase and the salt of the file."""


class SqlWorkspace:
    """One supplier's workspace, open until `close`."""

    def __init__(self, path: Path, key: RawKey, derive: Derive, now: Callable[[], datetime]) -> None:
        self._path = path
        self._key = key
        self._derive = derive
        self._now = now
        self._changed = False
        self._own_folder: Path | None = None
        self._lock = LockFile.take(path, now())
        self._engine = make_engine(path, key)

    @classmethod
    def create(cls, path: Path, key: RawKey, derive: Derive, now: Callable[[], datetime]) -> "SqlWorkspace":
        """Make the tables of a new workspace in a file that holds nothing yet."""
        workspace = cls(path, key, derive, now)
        try:
            with refusals(path):
                make_schema(workspace._engine)
        except BaseException:
            workspace._let_go()
            raise
        return workspace

    @classmethod
    def open(cls, path: Path, key: RawKey, derive: Derive, now: Callable[[], datetime]) -> "SqlWorkspace":
        """Open a workspace whose key is known to fit, migrated after a backup where it is behind."""
        workspace = cls(path, key, derive, now)
        rekey_mark(path).unlink(missing_ok=True)
        try:
            workspace._tidy(backup_folder(path))
            workspace._bring_up_to_date()
        except BaseException:
            workspace._let_go()
            raise
        return workspace

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def key(self) -> bytes:
        """The raw key, for the system keyring alone."""
        return self._key.key

    @contextmanager
    def work(self, doing: str, by: str = "") -> Iterator[SqlUnitOfWork]:
        """Begin a transaction, committed when the block ends and rolled back when it raises.

        Raises `WorkspaceInUse`, `WorkspaceDamaged` or `FileUnwritable`.
        """
        with refusals(self._path):
            with self._engine.begin() as connection:
                unit = SqlUnitOfWork(connection, doing, by, self._now().astimezone())
                yield unit
                unit.journal.flush()
            self._changed = self._changed or unit.written

    def keep_backups_in(self, folder: Path | None) -> None:
        """Keep the backups of this session in a folder of the user's own, or beside the workspace."""
        self._own_folder = folder
        if folder is not None:
            self._tidy(folder)
            self._lock.came_first = False

    def back_up(self, folder: Path | None = None) -> Path:
        """Write a backup where backups are kept, or into `folder`, and give its path. Raises `FileUnwritable`.

        A folder of the user's own that cannot be reached, a drive put away, leaves the backup beside the workspace.
        """
        now = self._now()
        if folder is not None:
            return write_backup(self._path, self._key, folder, now)
        try:
            written = write_backup(self._path, self._key, self._backup_folder, now)
        except FileUnwritable:
            if self._own_folder is None:
                raise
            written = write_backup(self._path, self._key, backup_folder(self._path), now)
        rotate(self._path, self._key.salt, written.parent, now)
        self._changed = False
        return written

    def back_up_when_due(self) -> Path | None:
        """Write the backup of the day, where there is none of today and something was written since the last."""
        newest = next(iter(self.backups()), None)
        if newest is not None:
            made, now = newest.made_at, self._now()
            kept = newest.path.stat().st_mtime >= self._path.stat().st_mtime and made <= now
            if kept or made.date() == now.date():
                return None
        return self.back_up()

    def backups(self) -> tuple[Backup, ...]:
        """List the backups, in the user's own folder and beside the workspace, the newest first."""
        return kept_backups_of(self._path, self._own_folder)

    def is_whole(self) -> bool:
        """Check every page of the file against its authentication code."""
        with refusals(self._path):
            return pages_are_whole(self._path, self._key)

    def opens_with(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase of the workspace."""
        return compare_digest(self._derive(passphrase, self._key.salt), self._key.key)

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypt the file under another passphrase, after a backup, and check it.

        Backups made before still open with the passphrase of their day. Another is made at once: the newest
        backup is what tells a wrong passphrase from damage. Where that one cannot be written the passphrase is
        changed all the same, so nothing is raised; closing tries again, and until then the mark tells. Raises
        `WorkspaceInUse` where another program has it open, and what `back_up` raises before anything is changed.
        """
        with self._lock.alone() as alone:
            if not alone:
                raise WorkspaceInUse(self._path, "another program")
            self.back_up()
            self._engine.dispose()
            mark = set_rekey_mark(self._path)
            newer = RawKey(self._derive(passphrase, self._key.salt), self._key.salt)
            with refusals(self._path):
                change_key(self._path, self._key, newer)
            self._key = newer
            self._engine = make_engine(self._path, newer)
            if not self.is_whole():
                raise WorkspaceDamaged(self._path)
            try:
                self.back_up()
            except FileUnwritable:
                self._changed = True
            else:
                mark.unlink()

    def close(self) -> None:
        """Let the file go; a backup is made when something changed."""
        self._engine.dispose()
        try:
            with refusals(self._path):
                drop_journal(self._path, self._key)
            if self._changed:
                self.back_up()
        finally:
            self._lock.release()

    @property
    def _backup_folder(self) -> Path:
        return self._own_folder or backup_folder(self._path)

    def _tidy(self, folder: Path) -> None:
        """Remove what is left of backups that were never finished; those of a program that is at work stay."""
        if self._lock.came_first:
            remove_partial_backups(self._path, folder)

    def _let_go(self) -> None:
        self._engine.dispose()
        self._lock.release()

    def _bring_up_to_date(self) -> None:
        with refusals(self._path):
            if is_behind(self._engine, self._path):
                self._engine.dispose()
                self.back_up()
                migrate(self._path, self._key)
