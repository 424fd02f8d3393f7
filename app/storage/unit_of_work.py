"""One transaction over every table: the only way anything is written."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.domain.changes import Change
from app.domain.errors import RecordChangedMeanwhile
from app.domain.profile import Profile
from app.domain.records import (
    NO_EXTRA,
    CaseStudy,
    Evidence,
    Fact,
    LibraryAnswer,
    Party,
    Policy,
    Record,
    TeamMember,
)
from app.domain.responses import Response
from app.domain.tenders import Tender, TenderFile
from app.domain.values import JsonObject
from app.storage import rows
from app.storage.attachments import SqlAttachments
from app.storage.journal import SqlJournal
from app.storage.records import SqlRecords, storable
from app.storage.rows import Row
from app.storage.vectors import SqlVectors

_PROFILE_ID = "profile"


class SqlUnitOfWork:
    """The workspace within one transaction. Every write of it shares one group in the journal."""

    def __init__(self, connection: sa.Connection, doing: str, by: str, at: datetime) -> None:
        self.journal = SqlJournal(connection)
        self.group = str(uuid.uuid4())
        self.written = False
        self._stamp = {"at": at.isoformat(), "by": storable(by), "doing": storable(doing), "group": self.group}
        self._tables: dict[str, SqlRecords[Any]] = {}
        for name, kind in rows.KINDS.items():
            self._tables[name] = SqlRecords(connection, kind, self._note, self._tables)
        self.facts: SqlRecords[Fact] = self._tables["fact"]
        self.parties: SqlRecords[Party] = self._tables["party"]
        self.evidence: SqlRecords[Evidence] = self._tables["evidence"]
        self.policies: SqlRecords[Policy] = self._tables["policy"]
        self.case_studies: SqlRecords[CaseStudy] = self._tables["case_study"]
        self.people: SqlRecords[TeamMember] = self._tables["person"]
        self.answers: SqlRecords[LibraryAnswer] = self._tables["answer"]
        self.tenders: SqlRecords[Tender] = self._tables["tender"]
        self.tender_files: SqlRecords[TenderFile] = self._tables["tender_file"]
        self.responses: SqlRecords[Response] = self._tables["response"]
        self.attachments = SqlAttachments(connection, self._note)
        self.vectors = SqlVectors(connection)

    def profile(self) -> Profile:
        """Read the whole profile."""
        kept = self._tables["profile"].get(_PROFILE_ID)
        return Profile(
            facts=self.facts.all(),
            parties=self.parties.all(),
            evidence=self.evidence.all(),
            policies=self.policies.all(),
            case_studies=self.case_studies.all(),
            people=self.people.all(),
            answers=self.answers.all(),
            extra=kept.extra if kept else NO_EXTRA,
        )

    def set_profile_extra(self, extra: JsonObject) -> None:
        """Keep top-level members of a profile file that this release does not know."""
        kept = self._tables["profile"].get(_PROFILE_ID)
        if kept is None:
            self._tables["profile"].add(Record(_PROFILE_ID, extra=extra))
        elif dict(kept.extra) != dict(extra):
            self._tables["profile"].replace(replace(kept, extra=extra))

    def undo(self, group: str) -> tuple[Change, ...]:
        """Write back what the changes of a group replaced, as changes of this unit's group.

        Raises `RecordChangedMeanwhile` where one of the records is no longer as the group left it, has been
        erased, or would be left without what it belongs to, or in the way of another.
        """
        changes = [change for change in self.journal.group(group) if change.table in self._tables]
        for change in reversed(changes):
            self._take_back(change)
        for change in changes:
            if not self._hangs_together(change.table, change.record_id):
                raise RecordChangedMeanwhile(change.record_id)
        return self.journal.group(self.group)

    def erase(self, record_id: str) -> None:
        """Remove a record and empty the texts of all its changes; their hashes stay, and undo ends there."""
        for records in self._tables.values():
            records.remove(record_id)
        self.journal.erase(record_id)
        self.written = True

    def _take_back(self, change: Change) -> None:
        records = self._tables[change.table]
        now = records.row(change.record_id)
        if _content(now) != _content(change.after) or (change.before is None and change.after is None):
            raise RecordChangedMeanwhile(change.record_id)
        if change.before is None:
            if now is not None:
                records.write_away(now)
        elif now is None:
            records.write_new({**change.before, "version": int(str(change.before["version"])) + 1})
        else:
            records.write_over(now, {**change.before, "version": now["version"] + 1})

    def _hangs_together(self, table: str, record_id: str) -> bool:
        """Tell whether what belongs to a record has it, and a record what it belongs to and its question alone."""
        row, kind = self._tables[table].row(record_id), rows.KINDS[table]
        if row is None:
            return not any(self._tables[name].where(**{column: record_id}) for name, column in kind.dependants.items())
        owners = [(name, one.dependants[table]) for name, one in rows.KINDS.items() if table in one.dependants]
        is_owned = all(row[column] is None or self._tables[name].row(row[column]) for name, column in owners)
        key = {name: row[name] for name in rows.RESPONSE_KEY} if table == rows.RESPONSE.table.name else {}
        return is_owned and (not key or len(self._tables[table].where(**key)) == 1)

    def _note(self, table: str, record_id: str, before: Row | None, after: Row | None) -> None:
        self.written = True
        self.journal.note(self._stamp, table, record_id, before, after)


def _content(row: Mapping[str, Any] | None) -> Any:
    """Give what a row says, without its version."""
    return None if row is None else {name: value for name, value in row.items() if name != "version"}
