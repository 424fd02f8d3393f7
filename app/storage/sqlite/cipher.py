"""What only SQLCipher does: telling damage from a wrong key, copying by pages, changing the key."""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from app.domain.errors import WorkspaceDamaged, WorkspaceMissing
from app.storage.sqlite.connection import PAGE_BYTES, SALT_BYTES, RawKey, connect

NOT_A_DATABASE = 26
"""Result code of SQLite: the first page does not decrypt."""

_PLAIN_HEADERS = (b"SQLite format 3\0", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def read_salt(path: Path) -> bytes:
    """Read the salt of a workspace, after looking whether the file can be one at all.

    Raises `WorkspaceMissing`, or `WorkspaceDamaged` where the length is no whole number of pages or the
    beginning is that of another kind of file, or was never written. Past this a wrong key and a damaged
    first page look alike.
    """
    if not path.is_file():
        raise WorkspaceMissing(path)
    with path.open("rb") as file:
        beginning = file.read(SALT_BYTES)
        size = os.fstat(file.fileno()).st_size
    if size < PAGE_BYTES or size % PAGE_BYTES or not any(beginning) or beginning.startswith(_PLAIN_HEADERS):
        raise WorkspaceDamaged(path)
    return beginning


def pages_are_whole(path: Path, key: RawKey) -> bool:
    """Check the authentication code of every page: tells whether any byte of the file was changed.

    Within a reading transaction: the check itself takes no lock and would read what another program half wrote.
    """
    with closing(connect(path, key)) as connection:
        return _is_whole(connection)


def _is_whole(connection: Any) -> bool:
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    return not connection.execute("PRAGMA cipher_integrity_check").fetchall()


def is_sound(path: Path, key: RawKey) -> bool:
    """Check that the tables hang together, which pages of zeros do not."""
    with closing(connect(path, key)) as connection:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])


def copy_pages(source: Path, key: RawKey, target: Path) -> None:
    """Copy a workspace that may be open elsewhere, with SQLite's backup API, under the same key and salt.

    Every page is checked first: of a damaged one the copy would hold zeros under a code that fits. Raises
    `WorkspaceDamaged`.
    """
    with closing(connect(source, key)) as reading, closing(connect(target, key)) as writing:
        if not _is_whole(reading):
            raise WorkspaceDamaged(source)
        reading.backup(writing)


def change_key(path: Path, old: RawKey, new: RawKey) -> None:
    """Encrypt every page anew. No other connection may be open."""
    with closing(connect(path, old)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        connection.execute(f"PRAGMA rekey = {new.literal}")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def key_opens(path: Path, key: RawKey) -> bool:
    """Tell whether the first page can be read with this key. Raises the driver's error for anything else."""
    try:
        with closing(connect(path, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlcipher.DatabaseError as error:
        if error.sqlite_errorcode == NOT_A_DATABASE:
            return False
        raise
    return True


def drop_journal(path: Path, key: RawKey) -> None:
    """Remove the empty journal that the last commit left beside the file."""
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
