"""The lock file beside an open workspace: who has it open, where and since when.

Programs of one person on one computer may share a workspace, since SQLite orders their writes: each holds a share of
the lock, the file names the first of them, and the last to close removes it. Two computers may not: in a synced
folder each would write a copy of its own. A lock whose programs have ended is taken over; the operating system tells.
"""

import getpass
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.domain.errors import FileUnwritable, WorkspaceHeld, WorkspaceInUse
from app.domain.holder import Holder
from app.storage.file_lock import FileLock

_TRIES, _PAUSE = 40, 0.05
"""Another program holds the lock alone for a moment on opening and closing, and while it changes the passphrase."""


def lock_path(workspace: Path) -> Path:
    """Give the lock file of a workspace."""
    return workspace.with_name(f"{workspace.name}.lock")


class LockFile:
    """Held from `take` to `release`; where the folder takes no file, nothing is held and nobody can write either."""

    def __init__(self, path: Path, lock: FileLock | None, *, came_first: bool = False) -> None:
        self._path, self._lock = path, lock
        self.came_first = came_first
        """Whether no other program had it open when it was taken."""

    @classmethod
    def take(cls, workspace: Path, now: datetime) -> "LockFile":
        """Hold a workspace, or share it with other programs of this person.

        Raises `WorkspaceHeld`, and `WorkspaceInUse` while one of them changes the passphrase.
        """
        path, me = lock_path(workspace), _me(now)
        for _ in range(_TRIES):
            try:
                lock = FileLock(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            except OSError:
                return cls(path, None)
            holder = _read(lock.file)
            came_first = (holder is None or holder.computer == me.computer) and lock.alone()
            if came_first:
                _write(lock.file, me)
            elif holder is not None and (holder.user, holder.computer) != (me.user, me.computer):
                lock.close(None)
                raise WorkspaceHeld(workspace, holder, path)
            if lock.share() and _is_at(lock, path):
                return cls(path, lock, came_first=came_first)
            lock.close(None)
            time.sleep(_PAUSE)
        raise WorkspaceInUse(workspace, "another program")

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Keep other programs out for a while, or give False where one has the workspace open."""
        if self._lock is None:
            yield True
            return
        try:
            yield self._lock.alone()
        finally:
            if not _share_again(self._lock):
                self.release()

    def release(self) -> None:
        """Let go; the last program to hold it removes the file."""
        lock, self._lock = self._lock, None
        if lock is not None:
            is_last = lock.alone() and _is_at(lock, self._path)
            lock.close(self._path if is_last else None)


def free(workspace: Path) -> None:
    """Remove a lock that a person says is none: the other computer is off or gone. Raises `FileUnwritable`."""
    path = lock_path(workspace)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or "it cannot be removed").lower()
        raise FileUnwritable(path, reason, f"Close {workspace.name} where it is open and try again.") from error


def _share_again(lock: FileLock) -> bool:
    """Take the share back: to look whether one is alone is to let go, and another that looks then is soon done."""
    for _ in range(_TRIES):
        if lock.share():
            return True
        time.sleep(_PAUSE)
    return False


def _is_at(lock: FileLock, path: Path) -> bool:
    """Tell whether the file still lies there: its last holder may have removed it, or a person."""
    try:
        return os.path.samestat(os.fstat(lock.file), path.stat())
    except OSError:
        return False


def _me(now: datetime) -> Holder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "somebody"
    return Holder(user, platform.node() or "a computer", now.replace(microsecond=0))


def _read(file: int) -> Holder | None:
    """Read who holds it; None where nothing was written, or nothing of ours."""
    try:
        said = json.loads(os.read(file, 4096))
        return Holder(str(said["user"]), str(said["computer"]), datetime.fromisoformat(said["since"]))
    except (ValueError, KeyError, TypeError):
        return None


def _write(file: int, holder: Holder) -> None:
    said = {"user": holder.user, "computer": holder.computer, "since": holder.since.isoformat()}
    os.lseek(file, 0, os.SEEK_SET)
    os.ftruncate(file, 0)
    os.write(file, json.dumps(said).encode())
