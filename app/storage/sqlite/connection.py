"""Connections to an encrypted SQLite file: what SQLCipher and SQLite must be told before anything else.

The raw key goes in with the salt that is the file's first 16 bytes, so nothing is derived in SQLCipher
and the passphrase opens the file wherever it lies (SQLCipher API, `PRAGMA key`, example 3).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

SALT_BYTES = 16
PAGE_BYTES = 4096
BUSY_MILLISECONDS = 5000


@dataclass(frozen=True, slots=True, repr=False)
class RawKey:
    """The 32 bytes that encrypt a workspace, and the salt they were derived with."""

    key: bytes
    salt: bytes

    @property
    def literal(self) -> str:
        """How SQLCipher takes it."""
        return f"\"x'{self.key.hex()}{self.salt.hex()}'\""


def connect(path: Path, key: RawKey) -> Any:
    """Open one connection of the driver to a file that exists; none is ever made by opening it.

    A wrong key raises here or at the first statement that reads.
    """
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlcipher.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        prepare(connection, key)
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


def prepare(connection: Any, key: RawKey) -> None:
    """Say the key and the habits of a workspace to a new connection."""
    for pragma in (
        "cipher_log_level = NONE",
        f"key = {key.literal}",
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def make_engine(path: Path, key: RawKey, *, foreign_keys: bool = True) -> sa.Engine:
    """Give an engine whose transactions hold the write lock from their beginning.

    Its errors never show what was being written (`hide_parameters`).
    """
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: connect(path, key),
        module=sqlcipher,
        poolclass=sa.QueuePool,
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "connect", insert=True)
    def _habits(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        # The driver's own transactions would leave out DDL, and a late lock may fail after much was read.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
