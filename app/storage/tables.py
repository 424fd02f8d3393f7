"""The tables of a workspace: one for each kind of record, the journal, the attachments.

Days and moments are ISO 8601 texts, so a row of a record is already what the journal writes down.
A row's `position` is its place in the order in which records were added.
"""

import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

SCHEMA = "0002"
"""The newest migration: the schema these tables describe."""

METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class JsonText(sa.TypeDecorator[Any]):
    """JSON kept as text. A column of the type JSON has numeric affinity in SQLite, which makes 0 of 0.0."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: sa.Dialect) -> str:
        """Write a value as JSON."""
        return write_json(value)

    def process_result_value(self, value: str | None, _dialect: sa.Dialect) -> Any:
        """Read it back."""
        return None if value is None else json.loads(value)


def write_json(value: object, *, sort_keys: bool = False) -> str:
    """Write what a row holds as JSON, without blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=sort_keys, separators=(",", ":"), default=_bare)


def _bare(value: object) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be kept in a workspace")


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, JsonText, nullable=False)


def _reference(name: str, table: str) -> sa.Column[Any]:
    # Deferred, so that a deed may be undone in any order of its rows.
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"), index=True)


def _records(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(
        name,
        METADATA,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, index=True),
        *columns,
        _json("extra"),
    )


PROFILE = _records("profile")
FACT = _records(
    "fact",
    _text("key"),
    _json("value"),
    _day("valid_from"),
    _day("valid_until"),
    _text("source"),
    _reference("party_id", "party"),
    _day("recorded_on"),
)
PARTY = _records("party", _text("name"), _text("role"), _text("key"))
EVIDENCE = _records(
    "evidence",
    _text("kind"),
    _text("title"),
    _text("issuer"),
    _text("number"),
    _json("cover"),
    _day("starts"),
    _day("ends"),
    _day("review_by"),
    _text("file"),
    sa.Column("attachment", sa.Text),
    _reference("party_id", "party"),
)
POLICY = _records(
    "policy",
    _text("kind"),
    _text("title"),
    _text("owner"),
    _text("approved_by"),
    _day("approved_on"),
    _day("review_by"),
    _text("statement"),
    _text("file"),
    sa.Column("attachment", sa.Text),
)
CASE_STUDY = _records(
    "case_study",
    _text("title"),
    _text("customer"),
    _json("contact"),
    sa.Column("may_be_named", sa.Boolean),
    _text("description"),
    _json("value"),
    _day("started"),
    _day("completed"),
    _json("outcomes"),
    _json("tags"),
)
PERSON = _records(
    "person",
    _text("name"),
    _text("role"),
    _text("biography"),
    _json("qualifications"),
    _reference("party_id", "party"),
)
ANSWER = _records(
    "answer",
    _text("key"),
    _json("questions"),
    _json("variants"),
    _text("state"),
    _json("tags"),
    _text("owner"),
    _day("reviewed_on"),
    _day("review_by"),
)
TENDER = _records(
    "tender",
    _text("title"),
    _text("buyer"),
    _text("reference"),
    _json("lots"),
    _text("regime"),
    _day("submission"),
    _day("award"),
    _day("start"),
)
TENDER_FILE = _records(
    "tender_file",
    _reference("tender_id", "tender"),
    _text("name"),
    _text("digest"),
    _text("kind"),
    _day("added_at"),
)
RESPONSE = _records(
    "response",
    sa.Column("file_digest", sa.Text, nullable=False, index=True),
    _text("question_id"),
    _reference("tender_id", "tender"),
    _reference("party_id", "party"),
    _text("question_text"),
    _json("value"),
    _text("state"),
    sa.Column("reviewer", sa.Text),
    _day("reviewed_at"),
    _json("source"),
    sa.Column("confidence", sa.Float),
    sa.Column("edited", sa.Boolean, nullable=False),
)

CHANGE = sa.Table(
    "change",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    _text("at"),
    _text("by"),
    _text("doing"),
    sa.Column("group", sa.Text, nullable=False, index=True),
    _text("table"),
    sa.Column("record_id", sa.Text, nullable=False, index=True),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    # Goes with the texts when a person is erased: without it their digest says nothing of them.
    sa.Column("nonce", sa.Text),
    _text("digest"),
    _text("hash"),
)

# No migration may rebuild the next two: they hold whole files.
ATTACHMENT = sa.Table(
    "attachment",
    METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
)
ATTACHMENT_CHUNK = sa.Table(
    "attachment_chunk",
    METADATA,
    sa.Column("digest", sa.Text, sa.ForeignKey("attachment.digest"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

# A cache: what it holds can be computed again from the records, so it stands outside the journal.
VECTOR = sa.Table(
    "vector",
    METADATA,
    sa.Column("model", sa.Text, primary_key=True),
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
