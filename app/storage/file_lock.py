"""A lock on an open file that the operating system drops when the program ends: held alone, or shared with others.

POSIX has both. Windows has only locks that are held alone, so there a share is one byte of a row of them, and to hold
the file alone is to hold the whole row. On both, to change from one to the other is to let go first.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR, _PLACES = 1 << 20, 64
    """The row of bytes: beyond what is written, so that others can read who holds the file."""

    class FileLock:
        """A lock on a file that was opened for it."""

        def __init__(self, file: int) -> None:
            self.file = file
            self._held: tuple[int, int] | None = None

        def alone(self) -> bool:
            """Hold the file alone; where others hold it, hold nothing."""
            return self._take(0, _PLACES)

        def share(self) -> bool:
            """Hold the file beside others; where one holds it alone, hold nothing."""
            return any(self._take(place, 1) for place in range(_PLACES))

        def close(self, remove: Path | None) -> None:
            """Let go, and remove the file where nobody has come to hold it since: Windows keeps an open one."""
            os.close(self.file)
            if remove is not None:
                with suppress(OSError):
                    remove.unlink()

        def _take(self, start: int, count: int) -> bool:
            if self._held is not None:
                self._call(msvcrt.LK_UNLCK, *self._held)
                self._held = None
            try:
                self._call(msvcrt.LK_NBLCK, start, count)
            except PermissionError:
                return False
            except OSError:
                return True  # a drive that knows no such locks: nobody on it can hold one
            self._held = (start, count)
            return True

        def _call(self, how: int, start: int, count: int) -> None:
            os.lseek(self.file, _FAR + start, os.SEEK_SET)
            msvcrt.locking(self.file, how, count)

else:
    import fcntl

    class FileLock:
        """A lock on a file that was opened for it."""

        def __init__(self, file: int) -> None:
            self.file = file

        def alone(self) -> bool:
            """Hold the file alone; where others hold it, hold nothing."""
            return self._take(fcntl.LOCK_EX)

        def share(self) -> bool:
            """Hold the file beside others; where one holds it alone, hold nothing."""
            return self._take(fcntl.LOCK_SH)

        def close(self, remove: Path | None) -> None:
            """Let go, and remove the file first: whoever opens it in between sees that it is gone."""
            if remove is not None:
                with suppress(OSError):
                    remove.unlink()
            os.close(self.file)

        def _take(self, how: int) -> bool:
            try:
                fcntl.flock(self.file, how | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                fcntl.flock(self.file, fcntl.LOCK_UN)
                return False
            except OSError:
                return True  # a drive that knows no such locks: nobody on it can hold one
            return True
