"""Turns what the database reports into the errors a user can meet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from app.domain.errors import (
    BidfolioError,
    FileUnwritable,
    RecordChangedMeanwhile,
    WorkspaceDamaged,
    WorkspaceGone,
    WorkspaceInUse,
    WrongPassphrase,
)

_BUSY, _LOCKED, _READ_ONLY, _INPUT_OUTPUT, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = 5, 6, 8, 10, 11, 13, 14, 26
"""Primary result codes of SQLite."""
_REFERENCE_FAILED = "FOREIGN KEY constraint failed"
"""What SQLite says, under the code of all constraints, where a reference would lead nowhere."""

_SAID = {
    "database is locked": _BUSY,
    "attempt to write a readonly database": _READ_ONLY,
    "disk I/O error": _INPUT_OUTPUT,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANNOT_OPEN,
    "file is not a database": _NOT_A_DATABASE,
}
"""What `sqlite3_errstr` says of these codes: the driver's errors of a backup carry the words alone."""


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Raise a `BidfolioError` in place of a database error the user can act on; others pass as they are."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        refusal = refusal_of(error.orig, path)
        if refusal is None:
            raise
        raise refusal from error
    except sqlcipher.Error as error:
        refusal = refusal_of(error, path)
        if refusal is None:
            raise
        raise refusal from error


def refusal_of(error: BaseException | None, path: Path) -> BidfolioError | None:
    """Name the error of a driver, or give None where it is a defect of the program."""
    if str(error) == _REFERENCE_FAILED:
        # It was there when the page was read: another program has removed what the record belongs to.
        return RecordChangedMeanwhile("")
    match getattr(error, "sqlite_errorcode", _SAID.get(str(error), 0)) & 0xFF:
        case code if code in (_BUSY, _LOCKED):
            return WorkspaceInUse(path, "another program")
        case code if code == _CORRUPT:
            return WorkspaceDamaged(path)
        case code if code == _NOT_A_DATABASE:
            # The key fitted when the file was opened: another program has changed the passphrase.
            return WrongPassphrase(path)
        case code if code in (_CANNOT_OPEN, _INPUT_OUTPUT, _READ_ONLY) and not path.exists():
            return WorkspaceGone(path)
        case code if code == _FULL:
            return FileUnwritable(path, "the disk is full", "Make room and try again; nothing was half-written.")
        case code if code in (_READ_ONLY, _CANNOT_OPEN):
            return FileUnwritable(path, "the file or its folder is read-only", "Move it to a folder of your own.")
        case code if code == _INPUT_OUTPUT:
            return FileUnwritable(path, "the disk reported an error", "Check the drive and try again.")
        case _:
            return None
