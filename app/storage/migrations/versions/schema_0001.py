"""The first schema: records, journal, attachments."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _reference(name: str, table: str) -> sa.Column[Any]:
    # Deferred, so that a deed may be undone in any order of its rows.
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"), index=True)


def _records(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(
        name,
        _METADATA,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, index=True),
        *columns,
        _json("extra"),
    )


_records("profile")
_records(
    "fact",
    _text("key"),
    _json("value"),
    _day("valid_from"),
    _day("valid_until"),
    _text("source"),
    _reference("party_id", "party"),
    _day("recorded_on"),
)
_records("party", _text("name"), _text("role"), _text("key"))
_records(
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
_records(
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
_records(
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
_records(
    "person",
    _text("name"),
    _text("role"),
    _text("biography"),
    _json("qualifications"),
    _reference("party_id", "party"),
)
_records(
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
_records(
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
_records(
    "tender_file",
    _reference("tender_id", "tender"),
    _text("name"),
    _text("digest"),
    _text("kind"),
    _day("added_at"),
)
_records(
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

sa.Table(
    "change",
    _METADATA,
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
sa.Table(
    "attachment",
    _METADATA,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
)
sa.Table(
    "attachment_chunk",
    _METADATA,
    sa.Column("digest", sa.Text, sa.ForeignKey("attachment.digest"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)


def upgrade() -> None:
    """Make every table."""
    _METADATA.create_all(op.get_bind())


def downgrade() -> None:
    """Let every table go."""
    _METADATA.drop_all(op.get_bind())
