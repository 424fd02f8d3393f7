"""Records to rows and back. A row is a plain mapping of what JSON can say, and the journal keeps it as it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from app.domain.records import (
    NO_EXTRA,
    AnswerState,
    AnswerVariant,
    CaseStudy,
    Contact,
    Evidence,
    Fact,
    LibraryAnswer,
    Party,
    PartyRole,
    Policy,
    Record,
    TeamMember,
)
from app.domain.responses import Person, Response, ResponseKey, ResponseState, Reviewer, Unreviewed
from app.domain.suggestions import Source, SourceKind
from app.domain.tenders import Regime, Tender, TenderFile
from app.storage import tables

R = TypeVar("R", bound=Record)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """How one member of a record is written in its row, and read back."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """One kind of record: its class, its table, and the members that a row holds in another form."""

    record: Callable[..., R]
    table: sa.Table
    codecs: Mapping[str, Codec]
    dependants: Mapping[str, str] = field(default_factory=dict)
    """Kinds of records that cannot stand without one of these, by table, and the column that names it."""

    @property
    def members(self) -> tuple[str, ...]:
        """The names of the record's members, which are its columns."""
        return tuple(column.name for column in self.table.columns if column.name != "position")

    def row(self, record: R) -> Row:
        """Write a record as a row, without its position."""
        row: Row = {}
        for name in self.members:
            value = getattr(record, name)
            codec = self.codecs.get(name)
            row[name] = codec.write(value) if codec else value
        return row

    def read(self, row: Mapping[str, Any]) -> R:
        """Read a record from its row."""
        members = dict(row)
        members.pop("position", None)
        for name, codec in self.codecs.items():
            members[name] = codec.read(members[name])
        return self.record(**members)


@dataclass(frozen=True, slots=True)
class ResponseKind(Kind[Response]):
    """Responses, whose key stands in four columns of its own."""

    def row(self, record: Response) -> Row:
        """Write a response as a row."""
        key = record.key
        return {
            "id": record.id,
            "version": record.version,
            "file_digest": key.file_digest,
            "question_id": key.question_id,
            "tender_id": key.tender_id,
            "party_id": key.party_id,
            "question_text": record.question_text,
            "value": record.value,
            "state": str(record.state),
            "reviewer": record.reviewer.name if isinstance(record.reviewer, Person) else None,
            "reviewed_at": _iso(record.reviewed_at),
            "source": _write_source(record.source),
            "confidence": record.confidence,
            "edited": record.edited,
            "extra": dict(record.extra),
        }

    def read(self, row: Mapping[str, Any]) -> Response:
        """Read a response from its row."""
        reviewer: Reviewer = Person(row["reviewer"]) if row["reviewer"] is not None else Unreviewed()
        return Response(
            id=row["id"],
            version=row["version"],
            key=ResponseKey(row["file_digest"], row["question_id"], row["tender_id"], row["party_id"]),
            question_text=row["question_text"],
            value=row["value"],
            state=ResponseState(row["state"]),
            reviewer=reviewer,
            reviewed_at=_moment(row["reviewed_at"]),
            source=_read_source(row["source"]),
            confidence=row["confidence"],
            edited=row["edited"],
            extra=row["extra"] or NO_EXTRA,
        )


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text is not None else None


def _write_contact(contact: Contact | None) -> Row | None:
    if contact is None:
        return None
    named = {name: getattr(contact, name) for name in ("name", "role", "email", "phone")}
    return {**named, "extra": dict(contact.extra)}


def _write_source(source: Source | None) -> Row | None:
    if source is None:
        return None
    return {"kind": str(source.kind), "id": source.id, "title": source.title, "why": source.why}


def _read_source(row: Row | None) -> Source | None:
    return Source(SourceKind(row["kind"]), row["id"], row["title"], row["why"]) if row else None


def _write_variants(variants: tuple[AnswerVariant, ...]) -> list[Row]:
    return [{"text": one.text, "words": one.words, "extra": dict(one.extra)} for one in variants]


def _read_variants(rows: list[Row]) -> tuple[AnswerVariant, ...]:
    return tuple(AnswerVariant(row["text"], row["words"], row["extra"] or NO_EXTRA) for row in rows)


_EXTRA = Codec(dict, lambda row: row or NO_EXTRA)
_DAY = Codec(_iso, _day)
_MOMENT = Codec(_iso, _moment)
_TEXTS = Codec(list, tuple)

PROFILE = Kind(Record, tables.PROFILE, {"extra": _EXTRA})
FACT = Kind(Fact, tables.FACT, {"valid_from": _DAY, "valid_until": _DAY, "recorded_on": _DAY, "extra": _EXTRA})
PARTY = Kind(
    Party,
    tables.PARTY,
    {"role": Codec(str, PartyRole), "extra": _EXTRA},
    {"fact": "party_id", "evidence": "party_id", "person": "party_id", "response": "party_id"},
)
EVIDENCE = Kind(Evidence, tables.EVIDENCE, {"starts": _DAY, "ends": _DAY, "review_by": _DAY, "extra": _EXTRA})
POLICY = Kind(Policy, tables.POLICY, {"approved_on": _DAY, "review_by": _DAY, "extra": _EXTRA})
CASE_STUDY = Kind(
    CaseStudy,
    tables.CASE_STUDY,
    {
        "contact": Codec(
            _write_contact, lambda row: Contact(**{**row, "extra": row["extra"] or NO_EXTRA}) if row else None
        ),
        "started": _DAY,
        "completed": _DAY,
        "tags": _TEXTS,
        "extra": _EXTRA,
    },
)
PERSON = Kind(TeamMember, tables.PERSON, {"extra": _EXTRA})
ANSWER = Kind(
    LibraryAnswer,
    tables.ANSWER,
    {
        "questions": _TEXTS,
        "variants": Codec(_write_variants, _read_variants),
        "state": Codec(str, AnswerState),
        "tags": _TEXTS,
        "reviewed_on": _DAY,
        "review_by": _DAY,
        "extra": _EXTRA,
    },
)
TENDER = Kind(
    Tender,
    tables.TENDER,
    {
        "lots": _TEXTS,
        "regime": Codec(str, Regime),
        "submission": _MOMENT,
        "award": _DAY,
        "start": _DAY,
        "extra": _EXTRA,
    },
    {"tender_file": "tender_id", "response": "tender_id"},
)
TENDER_FILE = Kind(TenderFile, tables.TENDER_FILE, {"added_at": _MOMENT, "extra": _EXTRA})
RESPONSE = ResponseKind(Response, tables.RESPONSE, {})
RESPONSE_KEY = ("file_digest", "question_id", "tender_id", "party_id")
"""Columns that together stand once: there is one response to a question."""

KINDS: Mapping[str, Kind[Any]] = {
    kind.table.name: kind
    for kind in (
        PROFILE,
        FACT,
        PARTY,
        EVIDENCE,
        POLICY,
        CASE_STUDY,
        PERSON,
        ANSWER,
        TENDER,
        TENDER_FILE,
        RESPONSE,
    )
}
"""Every kind of record by the name of its table."""
