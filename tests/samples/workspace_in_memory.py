"""A workspace that forgets everything at the end of the test: the port of `app.services.ports.Workspace`."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from app.domain.changes import Change
from app.domain.errors import RecordChangedMeanwhile
from app.domain.profile import Profile
from app.domain.records import CaseStudy, Evidence, Fact, LibraryAnswer, Party, Policy, Record, TeamMember
from app.domain.responses import Response
from app.domain.tenders import Tender, TenderFile

R = TypeVar("R", bound=Record)


class MemoryJournal:
    """The changes, and beside each the record before and after it."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.records: list[tuple[Record | None, Record | None]] = []
        self.doing, self.by, self._deed = "", "", 0

    def begin(self, doing: str, by: str) -> None:
        self.doing, self.by, self._deed = doing, by, self._deed + 1

    def write(self, table: str, before: Record | None, after: Record | None) -> None:
        record = after or before
        assert record is not None
        number = len(self.changes) + 1
        self.changes.append(
            Change(
                number,
                datetime(2026, 11, 22, 9, 41),
                self.by,
                self.doing,
                f"deed-{self._deed}",
                table,
                record.id,
                _plain(before),
                _plain(after),
                str(number),
            )
        )
        self.records.append((before, after))

    def recent(self, count: int) -> tuple[Change, ...]:
        return tuple(self.changes[-count:])

    def of(self, record_id: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.record_id == record_id)

    def group(self, group: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.group == group)


class MemoryRecords(Generic[R]):
    """The records of one kind."""

    def __init__(self, table: str, journal: MemoryJournal) -> None:
        self.table, self.journal = table, journal
        self.rows: dict[str, R] = {}

    def all(self) -> tuple[R, ...]:
        return tuple(self.rows.values())

    def where(self, **members: str | None) -> tuple[R, ...]:
        return tuple(one for one in self.rows.values() if all(_member(one, *pair) for pair in members.items()))

    def get(self, record_id: str) -> R | None:
        return self.rows.get(record_id)

    def add(self, record: R) -> R:
        assert record.id not in self.rows
        self.rows[record.id] = record
        self.journal.write(self.table, None, record)
        return record

    def replace(self, record: R) -> R:
        held = self.rows.get(record.id)
        if held is None or held.version != record.version:
            raise RecordChangedMeanwhile(record.id)
        self.rows[record.id] = newer = replace(record, version=record.version + 1)
        self.journal.write(self.table, held, newer)
        return newer

    def remove(self, record_id: str) -> None:
        self.journal.write(self.table, self.rows.pop(record_id), None)


class MemoryAttachments:
    """Files by their SHA-256."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        self.files[digest] = content
        return digest

    def read(self, digest: str) -> bytes:
        return self.files[digest]

    def __contains__(self, digest: str) -> bool:
        return digest in self.files


class MemoryVectors:
    """Vectors by model and digest."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, bytes]] = {}

    def all(self, model: str) -> dict[str, bytes]:
        return dict(self.kept.get(model, {}))

    def digests(self, model: str) -> frozenset[str]:
        return frozenset(self.kept.get(model, {}))

    def put(self, model: str, vectors: Mapping[str, bytes]) -> None:
        self.kept.setdefault(model, {}).update(vectors)

    def keep_only(self, model: str, digests: Iterable[str]) -> None:
        wanted = set(digests)
        self.kept = {model: {one: blob for one, blob in self.kept.get(model, {}).items() if one in wanted}}


class MemoryWork:
    """The unit of work; it cannot roll back, so a test that needs that uses a real workspace."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.attachments = MemoryAttachments()
        self.vectors = MemoryVectors()
        self.facts: MemoryRecords[Fact] = MemoryRecords("fact", self.journal)
        self.parties: MemoryRecords[Party] = MemoryRecords("party", self.journal)
        self.evidence: MemoryRecords[Evidence] = MemoryRecords("evidence", self.journal)
        self.policies: MemoryRecords[Policy] = MemoryRecords("policy", self.journal)
        self.case_studies: MemoryRecords[CaseStudy] = MemoryRecords("case_study", self.journal)
        self.people: MemoryRecords[TeamMember] = MemoryRecords("person", self.journal)
        self.answers: MemoryRecords[LibraryAnswer] = MemoryRecords("answer", self.journal)
        self.tenders: MemoryRecords[Tender] = MemoryRecords("tender", self.journal)
        self.tender_files: MemoryRecords[TenderFile] = MemoryRecords("tender_file", self.journal)
        self.responses: MemoryRecords[Response] = MemoryRecords("response", self.journal)

    def profile(self) -> Profile:
        return Profile(
            self.facts.all(),
            self.parties.all(),
            self.evidence.all(),
            self.policies.all(),
            self.case_studies.all(),
            self.people.all(),
            self.answers.all(),
        )

    def set_profile_extra(self, extra: object) -> None:
        raise NotImplementedError

    def undo(self, group: str) -> tuple[Change, ...]:
        count = len(self.journal.changes)
        for change, (before, after) in reversed(list(zip(self.journal.changes, self.journal.records, strict=True))):
            if change.group == group:
                self._write_back(self._records(change.table), before, after)
        return tuple(self.journal.changes[count:])

    def _records(self, table: str) -> MemoryRecords[Record]:
        return next(held for held in vars(self).values() if isinstance(held, MemoryRecords) and held.table == table)

    def _write_back(self, records: MemoryRecords[Record], before: Record | None, after: Record | None) -> None:
        if after is None:
            assert before is not None
            records.add(before)
        elif before is None:
            records.remove(after.id)
        else:
            held = records.rows[after.id]
            if held.version != after.version:
                raise RecordChangedMeanwhile(after.id)
            records.replace(replace(before, version=held.version))


class MemoryWorkspace:
    """An open workspace without a file."""

    def __init__(self, path: Path = Path("Harbour Systems Ltd.bidfolio")) -> None:
        self.path = path
        self.unit = MemoryWork()
        self.closed = False
        self.key = bytes(32)

    @contextmanager
    def work(self, doing: str, by: str = "") -> Iterator[MemoryWork]:
        self.unit.journal.begin(doing, by)
        yield self.unit

    def back_up(self, folder: Path | None = None) -> Path:
        return self.path

    def change_passphrase(self, passphrase: str) -> None:
        raise NotImplementedError

    def close(self) -> None:
        self.closed = True


def _member(record: Record, name: str, value: str | None) -> bool:
    holder = record.key if isinstance(record, Response) and hasattr(record.key, name) else record
    return bool(getattr(holder, name) == value)


def _plain(record: Record | None) -> dict[str, object] | None:
    return None if record is None else {one.name: str(getattr(record, one.name)) for one in fields(record)}
