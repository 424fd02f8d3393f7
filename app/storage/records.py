"""The records of one kind in an open unit of work."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from app.domain.errors import RecordChangedMeanwhile
from app.domain.records import Record
from app.storage.rows import Kind, Row

R = TypeVar("R", bound=Record)
Note = Callable[[str, str, Row | None, Row | None], None]
"""Told table, record id, row before and row after of every write."""


class SqlRecords(Generic[R]):
    """Reads and writes one table, and tells the journal of each write."""

    def __init__(
        self, connection: sa.Connection, kind: Kind[R], note: Note, others: Mapping[str, "SqlRecords[Any]"]
    ) -> None:
        """Take the tables of the same unit of work as `others`: some records go with the one they belong to."""
        self._connection = connection
        self._others = others
        self._kind = kind
        self._table = kind.table
        self._note = note
        self._positions: int | None = None
        self._insert = sa.insert(self._table)

    def all(self) -> tuple[R, ...]:
        """List them in the order in which they were added."""
        return self._read(sa.select(self._table))

    def where(self, **members: Any) -> tuple[R, ...]:
        """List those whose columns hold just these values, in the order in which they were added."""
        return self._read(
            sa.select(self._table).where(*(self._table.c[name] == held for name, held in members.items()))
        )

    def get(self, record_id: str) -> R | None:
        """Find one by id."""
        row = self.row(record_id)
        return self._kind.read(row) if row else None

    def add(self, record: R) -> R:
        """Keep a new record."""
        self.write_new({**_storable(self._kind.row(record)), "position": self._next_position()})
        return record

    def replace(self, record: R) -> R:
        """Keep another version and give it with its new number. Raises `RecordChangedMeanwhile`."""
        before = self.row(record.id)
        if before is None or before["version"] != record.version:
            raise RecordChangedMeanwhile(record.id)
        newer = replace(record, version=record.version + 1)
        self.write_over(before, {**_storable(self._kind.row(newer)), "position": before["position"]})
        return newer

    def remove(self, record_id: str) -> None:
        """Let one go, and the records that belong to it; the journal keeps what they were."""
        before = self.row(record_id)
        if before is None:
            return
        for table, column in self._kind.dependants.items():
            self._others[table].remove_where(column, record_id)
        self.write_away(before)

    def remove_where(self, column: str, record_id: str) -> None:
        """Let every record go that belongs to another."""
        query = sa.select(self._table).where(self._table.c[column] == record_id)
        for row in self._connection.execute(query).all():
            self.write_away(dict(row._mapping))

    def row(self, record_id: str) -> Row | None:
        """Give the row of one record."""
        found = self._connection.execute(sa.select(self._table).where(self._table.c.id == record_id)).first()
        return dict(found._mapping) if found else None

    def write_new(self, row: Row) -> None:
        """Insert a row."""
        self._connection.execute(self._insert, row)
        self._note(self._table.name, row["id"], None, row)

    def write_over(self, before: Row, after: Row) -> None:
        """Replace a row, if it still has the version of `before`. Raises `RecordChangedMeanwhile`."""
        this = (self._table.c.id == before["id"]) & (self._table.c.version == before["version"])
        written = self._connection.execute(sa.update(self._table).where(this).values(after))
        if written.rowcount != 1:
            raise RecordChangedMeanwhile(before["id"])
        self._note(self._table.name, before["id"], before, after)

    def write_away(self, before: Row) -> None:
        """Delete a row."""
        self._connection.execute(sa.delete(self._table).where(self._table.c.id == before["id"]))
        self._note(self._table.name, before["id"], before, None)

    def _read(self, query: sa.Select[Any]) -> tuple[R, ...]:
        rows = self._connection.execute(query.order_by(self._table.c.position))
        return tuple(self._kind.read(dict(row)) for row in rows.mappings())

    def _next_position(self) -> int:
        if self._positions is None:
            newest = self._connection.execute(sa.select(sa.func.max(self._table.c.position))).scalar()
            self._positions = newest or 0
        self._positions += 1
        return self._positions


def _storable(row: Row) -> Row:
    """Give a row with texts that UTF-8 can hold."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


def storable(text: str) -> str:
    """Put a question mark for what is no character: in the names of files from old archives, or from bad JSON."""
    return text.encode("utf-8", "replace").decode()
