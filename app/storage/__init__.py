"""The workspace: tables, repositories, unit of work, migrations.

Light until a workspace is made or opened: only then are SQLAlchemy and SQLCipher imported.
"""

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.backups import Backup, BackupContents
from app.domain.errors import (
    FileUnwritable,
    NoBackupOpens,
    WorkspaceDamaged,
    WorkspaceError,
    WorkspaceExists,
    WorkspaceInUse,
    WrongPassphrase,
)

if TYPE_CHECKING:
    from app.storage.sqlite.connection import RawKey
    from app.storage.workspace import SqlWorkspace

__all__ = ["SqlWorkspaces"]


class SqlWorkspaces:
    """Makes and opens workspaces: one SQLCipher file each, and nothing beside it but backups."""

    def __init__(self, derive: Callable[[str, bytes], bytes], now: Callable[[], datetime] = datetime.now) -> None:
        """Take `derive`, which makes the key of 32 bytes from a passphrase and a salt of 16."""
        self._derive = derive
        self._now = now

    def create(self, path: Path, passphrase: str) -> "SqlWorkspace":
        """Make an empty workspace. Raises `WorkspaceExists`, `FileUnwritable`."""
        from app.storage.sqlite.connection import SALT_BYTES, RawKey
        from app.storage.workspace import SqlWorkspace

        _claim(path)
        salt = os.urandom(SALT_BYTES)
        try:
            return SqlWorkspace.create(path, RawKey(self._derive(passphrase, salt), salt), self._derive, self._now)
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def check(self, path: Path) -> None:
        """Look whether the file can be a workspace. Raises `WorkspaceMissing` or `WorkspaceDamaged`."""
        import app.storage.workspace  # noqa: F401 - what opens it is there when the passphrase has been typed
        from app.storage.sqlite.cipher import read_salt

        read_salt(path)

    def open(self, path: Path, passphrase: str) -> "SqlWorkspace":
        """Open a workspace. Raises a `WorkspaceError`."""
        from app.storage.sqlite.cipher import read_salt

        return self.open_with_key(path, self._derive(passphrase, read_salt(path)))

    def open_with_key(self, path: Path, key: bytes) -> "SqlWorkspace":
        """Open a workspace with the raw key that the keyring remembers. Raises a `WorkspaceError`."""
        from app.storage.refusals import refusals
        from app.storage.sqlite.cipher import key_opens, read_salt
        from app.storage.sqlite.connection import RawKey
        from app.storage.workspace import SqlWorkspace

        raw = RawKey(key, read_salt(path))
        with refusals(path):
            if not key_opens(path, raw):
                raise _closed(path, raw)
        return SqlWorkspace.open(path, raw, self._derive, self._now)

    def free(self, path: Path) -> None:
        """Remove the lock of a workspace that a person says is not open anywhere else."""
        from app.storage.lock_file import free

        free(path)

    def backups_of(self, path: Path, own_folder: Path | None = None) -> tuple[Backup, ...]:
        """List the backups of a workspace that need not be open or even whole, the newest first."""
        from app.storage.backups import kept_backups_of

        return kept_backups_of(path, own_folder)

    def look_into(self, backup: Path, secret: str | bytes) -> BackupContents:
        """Tell what is in a backup, without changing it; `secret` is its passphrase or raw key.

        Raises a `WorkspaceError`.
        """
        from app.storage.backup_contents import look_into
        from app.storage.sqlite.cipher import read_salt
        from app.storage.sqlite.connection import RawKey

        salt = read_salt(backup)
        key = self._derive(secret, salt) if isinstance(secret, str) else secret
        return look_into(backup, RawKey(key, salt))

    def repair(self, path: Path, secret: str | bytes, own_folder: Path | None = None) -> "SqlWorkspace":
        """Put the newest whole backup in the place of a damaged workspace, which is kept beside under another name.

        The newest is the one with the most changes, whatever the clock said, of those made of this very workspace
        (see `_kin`). Raises `NoBackupOpens`, with nothing changed, `WorkspaceInUse` and `WorkspaceHeld` where another
        program has it open, whose writes would be lost with the damaged file, or `FileUnwritable`.
        """
        from app.storage.lock_file import LockFile
        from app.storage.sqlite.cipher import read_salt

        best = self._best_backup(path, secret, own_folder)
        key = self._derive(secret, read_salt(best)) if isinstance(secret, str) else secret
        lock = LockFile.take(path, self._now())
        try:
            with lock.alone() as alone:
                if not alone:
                    raise WorkspaceInUse(path, "another program")
                self._put_in_place(path, best)
        finally:
            lock.release()
        return self.open_with_key(path, key)

    def _put_in_place(self, path: Path, best: Path) -> None:
        aside, partial = _free_name(path, self._now()), path.with_name(path.name + ".part")
        try:
            shutil.copyfile(best, partial)
            partial.chmod(0o600)
            # A journal that was left belongs to the damaged file: SQLite would roll it back into the backup.
            for name, kept in ((path, aside), (_journal(path), _journal(aside))):
                if name.exists():
                    name.rename(kept)
            partial.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from error
        finally:
            partial.unlink(missing_ok=True)

    def _best_backup(self, path: Path, secret: str | bytes, own_folder: Path | None) -> Path:
        found: list[tuple[int, str, Path]] = []
        for backup in self._kin(path, own_folder):
            try:
                contents = self.look_into(backup.path, secret)
            except (WorkspaceError, OSError):
                continue
            if contents.is_whole:
                found.append((contents.changes, backup.path.stem, backup.path))
        if not found:
            raise NoBackupOpens(path)
        return max(found)[2]

    def _kin(self, path: Path, own_folder: Path | None) -> tuple[Backup, ...]:
        """List the backups with the salt of a workspace: in a folder of the user's own lie those of others, too.

        Where none has it the damage reached the salt, and only those beside the workspace are surely its own.
        """
        from app.storage.backups import salt_of

        salt = salt_of(path)
        kin = tuple(one for one in self.backups_of(path, own_folder) if salt and salt_of(one.path) == salt)
        return kin or self.backups_of(path)

    def restore(self, backup: Path, target: Path, secret: str | bytes) -> "SqlWorkspace":
        """Open a copy of a backup under a new path, whole or not at all; `secret` is its passphrase or raw key.

        Raises a `WorkspaceError` (of the backup), `WorkspaceExists`, `FileUnwritable`.
        """
        from app.storage.sqlite.cipher import read_salt

        if target.exists():
            raise WorkspaceExists(target)
        key = self._derive(secret, read_salt(backup)) if isinstance(secret, str) else secret
        _check(backup, key)
        partial = target.with_name(target.name + ".part")
        _claim(target)
        try:
            shutil.copyfile(backup, partial)
            partial.chmod(0o600)
            _journal(target).unlink(missing_ok=True)
            partial.replace(target)
            return self.open_with_key(target, key)
        except BaseException as error:
            target.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _unwritable(target, error) from error
            raise
        finally:
            partial.unlink(missing_ok=True)


def _check(backup: Path, key: bytes) -> None:
    """Look at every page of a backup without changing it. Raises `WrongPassphrase` or `WorkspaceDamaged`."""
    from app.storage.refusals import refusals
    from app.storage.sqlite.cipher import key_opens, pages_are_whole, read_salt
    from app.storage.sqlite.connection import RawKey

    raw = RawKey(key, read_salt(backup))
    with refusals(backup):
        if not key_opens(backup, raw):
            raise WrongPassphrase(backup)
        if not pages_are_whole(backup, raw):
            raise WorkspaceDamaged(backup)


def _journal(path: Path) -> Path:
    """Give the journal that SQLite keeps beside a file while a transaction is written."""
    return path.with_name(f"{path.name}-journal")


def _free_name(path: Path, now: datetime) -> Path:
    """Name the file that a damaged workspace is kept as."""
    name = f"{path.stem} damaged {now:%Y-%m-%d %H%M%S}"
    return next(
        target
        for number in count(1)
        if not (target := path.with_name(f"{name}{f'-{number}' if number > 1 else ''}{path.suffix}")).exists()
    )


def _claim(path: Path) -> None:
    """Take the name, readable by its user alone, before anything is written under it."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise WorkspaceExists(path) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> FileUnwritable:
    return FileUnwritable(path, (error.strerror or "the folder cannot be written").lower(), "Choose another folder.")


def _closed(path: Path, key: "RawKey") -> WorkspaceDamaged | WrongPassphrase:
    """Say why a key does not open a file: it fits a backup of it, so the file is damaged, or it is wrong."""
    from app.storage.backups import backup_folder, list_backups, rekey_mark, salt_of
    from app.storage.sqlite.cipher import key_opens

    if rekey_mark(path).exists():
        return WrongPassphrase(path)

    kin = [backup for backup in list_backups(path, backup_folder(path)) if salt_of(backup) == key.salt]
    return WorkspaceDamaged(path) if kin and key_opens(kin[0], key) else WrongPassphrase(path)
