"""A folder beside the target in which a copy is made, and what a fill that was killed has left of one.

A folder holds answers in clear, so it must not outlive its fill. A fill keeps a lock on it for as long as it runs;
the next fill beside it removes every folder whose lock nobody holds.
"""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.errors import FileUnwritable

PREFIX = ".bidfolio-"
_LOCK = "lock"
_REMEDIES = {
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.ENOSPC: "Make room on the disk, or choose another one, and try again.",
    errno.EDQUOT: "Make room on the disk, or choose another one, and try again.",
    errno.EFBIG: "Choose a disk that holds larger files, and try again.",
    errno.EROFS: "Choose another folder: this one cannot be written to.",
    errno.ENOENT: "Check the folder: it is not there.",
}
_REMEDY = "Choose another folder, or close the file if a program has it open, and try again."


def unwritable(target: Path, error: OSError) -> FileUnwritable:
    """Say why a target cannot be written, and what to do."""
    return FileUnwritable(target, error.strerror or "the disk refused it", _REMEDIES.get(error.errno or 0, _REMEDY))


@contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """Give a folder that only this user can read, on the disk of the target; it is removed when the block ends.

    What dead fills have left beside the target is removed first. Raises `FileUnwritable`.
    """
    try:
        _remove_left(target.parent)
        folder, lock = _made(target.parent)
    except OSError as error:
        raise unwritable(target, error) from error
    try:
        yield folder
    finally:
        _let_go(folder, lock)


def _made(beside: Path) -> tuple[Path, int]:
    """Make a folder and lock it; another fill may take one for left in between, and then there is a next."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
        with suppress(FileNotFoundError):
            lock = _open_lock(folder, os.O_CREAT)
            _hold(lock, wait=True)
            if folder.exists():
                return folder, lock
            os.close(lock)


def _let_go(folder: Path, lock: int) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)
        return
    shutil.rmtree(folder, ignore_errors=True)
    os.close(lock)


def _remove_left(beside: Path) -> None:
    for folder in beside.glob(f"{PREFIX}*"):
        if folder.is_dir() and not folder.is_symlink():
            _remove_if_left(folder)


def _remove_if_left(folder: Path) -> None:
    """Remove a folder whose fill has ended; one whose lock is held, or cannot be asked for, is left alone."""
    try:
        if sys.platform == "win32":
            (folder / _LOCK).unlink(missing_ok=True)  # refused while a program has it open
            shutil.rmtree(folder, ignore_errors=True)
            return
        lock = _open_lock(folder, 0)
    except OSError:
        return
    if _hold(lock, wait=False):
        shutil.rmtree(folder, ignore_errors=True)
    os.close(lock)


def _open_lock(folder: Path, flags: int) -> int:
    """Open what is locked: the folder itself, or on Windows a file in it, which nobody can remove while it is open."""
    return os.open(folder / _LOCK, os.O_RDWR | flags) if sys.platform == "win32" else os.open(folder, os.O_RDONLY)


def _hold(lock: int, *, wait: bool) -> bool:
    """Lock until it is closed, and tell whether that was possible; a disk that knows no locks says no."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def deliver(copy: Path, target: Path) -> None:
    """Put the copy at the place of the target in one step. Raises `FileUnwritable`."""
    try:
        copy.replace(target)
    except OSError as error:
        raise unwritable(target, error) from error
