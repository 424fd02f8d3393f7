"""Looks into a backup without changing it: how much is in it, and what was done last."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.backups import BackupContents
from app.domain.errors import WorkspaceDamaged, WrongPassphrase
from app.storage.refusals import refusals
from app.storage.rows import KINDS
from app.storage.sqlite.cipher import is_sound, key_opens, pages_are_whole
from app.storage.sqlite.connection import RawKey, connect

_LAST = 'SELECT number, at, "by", doing FROM change ORDER BY number DESC LIMIT 1'
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def look_into(backup: Path, key: RawKey) -> BackupContents:
    """Count its records by table, of whatever schema. Raises `WrongPassphrase`, `WorkspaceDamaged`."""
    with refusals(backup):
        if not key_opens(backup, key):
            raise WrongPassphrase(backup)
        with closing(connect(backup, key)) as connection:
            tables = {name for (name,) in connection.execute(_TABLES).fetchall()}
            if "change" not in tables:
                raise WorkspaceDamaged(backup)
            counts = {name: _count(connection, name) for name in KINDS if name in tables}
            last = connection.execute(_LAST).fetchone() or (0, None, "", "")
        whole = pages_are_whole(backup, key) and is_sound(backup, key)
    number, at, by, doing = last
    return BackupContents(counts, number, datetime.fromisoformat(at) if at else None, by, doing, whole)


def _count(connection: Any, table: str) -> int:
    # The name is one of ours, from the code.
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608
    return int(count)
