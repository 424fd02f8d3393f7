"""The `change` table: every write, with a hash over it and over the row before.

The hash covers a digest of the texts and not the texts themselves, so that a person can be erased from
the journal and the chain still be verified. The digest is taken with a nonce that is erased too.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.changes import Change, Deed
from app.storage.rows import Row
from app.storage.tables import CHANGE, write_json

_SIGNED = ("number", "at", "by", "group", "table", "record_id", "digest")
_TEXTS = ("nonce", "doing", "before", "after")


class SqlJournal:
    """The changes seen from one unit of work. Rows are written together, before they are read or committed."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._waiting: list[Row] = []
        self._last: tuple[int, str] | None = None

    def note(self, stamp: Mapping[str, str], table: str, record_id: str, before: Row | None, after: Row | None) -> None:
        """Add a change; `stamp` says at, by, doing and group."""
        number, previous = self._last or self._newest()
        row: Row = {**stamp, "number": number + 1, "table": table, "record_id": record_id}
        row |= {"before": _plain_json(before), "after": _plain_json(after), "nonce": secrets.token_hex(16)}
        row["digest"] = _digest(row)
        row["hash"] = _hash(previous, row)
        self._last = (row["number"], row["hash"])
        self._waiting.append(row)

    def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            self._connection.execute(sa.insert(CHANGE), self._waiting)
            self._waiting = []

    def recent(self, count: int) -> tuple[Change, ...]:
        """List the last `count` changes, oldest first."""
        newest_first = self._read(sa.select(CHANGE).order_by(CHANGE.c.number.desc()).limit(count))
        return tuple(reversed(newest_first))

    def all(self) -> tuple[Change, ...]:
        """List every change, oldest first."""
        return self._read(sa.select(CHANGE).order_by(CHANGE.c.number))

    def deeds(self) -> tuple[Deed, ...]:
        """List what was done, the last deed first, without what stood before and after."""
        self.flush()
        column = CHANGE.c
        tables = sa.func.group_concat(column.table.distinct())
        query = (
            sa.select(
                column.group,
                sa.func.max(column.number),
                sa.func.max(column.at),
                sa.func.max(column.by),
                sa.func.max(column.doing),
                sa.func.count(),
                tables,
            )
            .group_by(column.group)
            .order_by(sa.func.max(column.number).desc())
        )
        return tuple(
            Deed(group, number, datetime.fromisoformat(at), by, doing, changes, tuple(sorted(names.split(","))))
            for group, number, at, by, doing, changes, names in self._connection.execute(query)
        )

    def of(self, record_id: str) -> tuple[Change, ...]:
        """List every change of one record."""
        return self._read(sa.select(CHANGE).where(CHANGE.c.record_id == record_id).order_by(CHANGE.c.number))

    def group(self, group: str) -> tuple[Change, ...]:
        """List the changes of one deed."""
        return self._read(sa.select(CHANGE).where(CHANGE.c.group == group).order_by(CHANGE.c.number))

    def first_broken(self) -> int | None:
        """Verify the chain and give the number of the first row that was tampered with; None where it holds."""
        previous = ""
        for expected, row in enumerate(self._rows(sa.select(CHANGE).order_by(CHANGE.c.number)), start=1):
            erased = not any(row[name] for name in _TEXTS)
            sound = row["number"] == expected and (erased or row["digest"] == _digest(row))
            if not sound or row["hash"] != _hash(previous, row):
                return expected
            previous = row["hash"]
        return None

    def erase(self, record_id: str) -> None:
        """Empty the texts of a record's changes; their hashes stay."""
        self.flush()
        empty = {"doing": "", "before": None, "after": None, "nonce": None}
        self._connection.execute(sa.update(CHANGE).where(CHANGE.c.record_id == record_id).values(empty))

    def _newest(self) -> tuple[int, str]:
        query = sa.select(CHANGE.c.number, CHANGE.c.hash).order_by(CHANGE.c.number.desc()).limit(1)
        row = self._connection.execute(query).first()
        return (row[0], row[1]) if row else (0, "")

    def _read(self, query: sa.Select[Any]) -> tuple[Change, ...]:
        return tuple(_change(row) for row in self._rows(query))

    def _rows(self, query: sa.Select[Any]) -> Iterator[Mapping[str, Any]]:
        self.flush()
        for row in self._connection.execute(query).mappings():
            yield dict(row)


def _plain_json(row: Row | None) -> str | None:
    """Write a row as JSON, the same text for the same row."""
    return None if row is None else write_json(row, sort_keys=True)


def _digest(row: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps([row[name] for name in _TEXTS]).encode()).hexdigest()


def _hash(previous: str, row: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps([previous, *(row[name] for name in _SIGNED)]).encode()).hexdigest()


def _change(row: Mapping[str, Any]) -> Change:
    return Change(
        number=row["number"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        doing=row["doing"],
        group=row["group"],
        table=row["table"],
        record_id=row["record_id"],
        before=json.loads(row["before"]) if row["before"] is not None else None,
        after=json.loads(row["after"]) if row["after"] is not None else None,
        hash=row["hash"],
    )
