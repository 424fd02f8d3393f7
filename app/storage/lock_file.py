"""The lock file beside an open workspace: who has it open, where and since when.

Programs of one person on one computer may share a workspace, since SQLite orders their writes. Two computers may
not: in a synced folder each would write a copy of its own. A lock whose program has ended is taken over; the
operating system tells, by a lock on the lock file that ends with the program.
"""

import getpass
import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path

from app.domain.errors import WorkspaceHeld
from app.domain.holder import Holder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 20
"""The byte that is locked on Windows: beyond what is written, so that others can read who holds it."""


def lock_path(workspace: Path) -> Path:
    """Give the lock file of a workspace."""
    return workspace.with_name(f"{workspace.name}.lock")


class LockFile:
    """Held from `take` to `release`; where the folder takes no file, nothing is held and nobody can write either."""

    def __init__(self, path: Path, file: int | None) -> None:
        self._path, self._file = path, file

    @classmethod
    def take(cls, workspace: Path, now: datetime) -> "LockFile":
        """Hold a workspace, or share it with another program of this person. Raises `WorkspaceHeld`."""
        path, me = lock_path(workspace), _me(now)
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return cls(path, None)
        holder = _read(file)
        if (holder is None or holder.computer == me.computer) and _lock(file):
            _write(file, me)
            return cls(path, file)
        os.close(file)
        if holder is None or (holder.user, holder.computer) == (me.user, me.computer):
            return cls(path, None)
        raise WorkspaceHeld(workspace, holder, path)

    @property
    def is_held(self) -> bool:
        """Whether this program holds it, and does not share what another one holds."""
        return self._file is not None

    def release(self) -> None:
        """Let go: the file is removed by the program that held it."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)
            self._path.unlink(missing_ok=True)


def free(workspace: Path) -> None:
    """Remove a lock that a person says is none: the other computer is off or gone."""
    lock_path(workspace).unlink(missing_ok=True)


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


def _lock(file: int) -> bool:
    """Tell whether nobody on this computer holds it; from now on we do."""
    try:
        if sys.platform == "win32":
            os.lseek(file, _FAR, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A drive that knows no such locks: nobody on it can hold one.
        return True
    return True
