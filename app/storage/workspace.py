"""An open workspace file: transactions, backups, and another passphrase."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.domain.errors import WorkspaceDamaged
from app.storage.backups import backup_folder, list_backups, rotate, write_backup
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
        self._engine = make_engine(path, key)

    @classmethod
    def create(cls, path: Path, key: RawKey, derive: Derive, now: Callable[[], datetime]) -> "SqlWorkspace":
        """Make the tables of a new workspace in a file that holds nothing yet."""
        workspace = cls(path, key, derive, now)
        with refusals(path):
            make_schema(workspace._engine)
        return workspace

    @classmethod
    def open(cls, path: Path, key: RawKey, derive: Derive, now: Callable[[], datetime]) -> "SqlWorkspace":
        """Open a workspace whose key is known to fit, migrated after a backup where it is behind."""
        workspace = cls(path, key, derive, now)
        try:
            workspace._bring_up_to_date()
        except BaseException:
            workspace._engine.dispose()
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

    def back_up(self, folder: Path | None = None) -> Path:
        """Write a backup beside the workspace, or into `folder`, and give its path. Raises `FileUnwritable`."""
        written = write_backup(self._path, self._key, folder or backup_folder(self._path), self._now())
        if folder is None:
            rotate(self._path, written.parent)
            self._changed = False
        return written

    def backups(self) -> tuple[Path, ...]:
        """List the backups beside the workspace, the newest first."""
        return list_backups(self._path, backup_folder(self._path))

    def is_whole(self) -> bool:
        """Check every page of the file against its authentication code."""
        with refusals(self._path):
            return pages_are_whole(self._path, self._key)

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypt the file under another passphrase, after a backup, and check it.

        Backups made before still open with the passphrase of their day. Another is made at once: the newest
        backup is what tells a wrong passphrase from damage.
        """
        self.back_up()
        self._engine.dispose()
        newer = RawKey(self._derive(passphrase, self._key.salt), self._key.salt)
        with refusals(self._path):
            change_key(self._path, self._key, newer)
        self._key = newer
        self._engine = make_engine(self._path, newer)
        if not self.is_whole():
            raise WorkspaceDamaged(self._path)
        self.back_up()

    def close(self) -> None:
        """Let the file go; a backup is made when something changed."""
        self._engine.dispose()
        with refusals(self._path):
            drop_journal(self._path, self._key)
        if self._changed:
            self.back_up()

    def _bring_up_to_date(self) -> None:
        with refusals(self._path):
            if is_behind(self._engine, self._path):
                self._engine.dispose()
                self.back_up()
                migrate(self._path, self._key)
