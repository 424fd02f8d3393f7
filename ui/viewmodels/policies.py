"""Policies of the supplier: their rows and their form."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from app.domain.catalogue import FactType
from app.domain.records import Policy
from app.domain.validity import Validity, validity_on
from app.domain.values import JsonValue
from ui.viewmodels.form_values import day_of, day_text, text_of
from ui.viewmodels.records import FormField, RecordKind, RecordRow
from ui.viewmodels.saying import say_day

KINDS = (
    ("health_and_safety", "Health and safety"),
    ("equality", "Equality, diversity and inclusion"),
    ("environment", "Environment"),
    ("quality", "Quality"),
    ("data_protection", "Data protection"),
    ("information_security", "Information security"),
    ("modern_slavery", "Modern slavery"),
    ("anti_bribery", "Anti-bribery and corruption"),
    ("business_continuity", "Business continuity"),
    ("safeguarding", "Safeguarding"),
    ("whistleblowing", "Whistleblowing"),
    ("social_value", "Social value"),
    ("other", "Other"),
)
"""The policies that buyers ask for most; a kind from a file that is not among them is kept."""

POLICIES: RecordKind[Policy] = RecordKind(
    Policy,
    "policy",
    "policy",
    "policies",
    "No policies yet. Health and safety, equality and environment are asked for most. Add the first.",
    (
        FormField("kind", "Kind", FactType.CHOICE, "What it is about", KINDS, required=True),
        FormField("title", "Title", hint="As it stands on the document"),
        FormField("owner", "Owner", hint="Who keeps it up to date"),
        FormField("approved_by", "Approved by"),
        FormField("approved_on", "Approved on", FactType.DATE),
        FormField("review_by", "Next review", FactType.DATE, "Most buyers want one within the last year"),
        FormField("statement", "Statement", FactType.LONG_TEXT, "The paragraph that is put into answers"),
    ),
    lambda record, day: _row(record, day),
    lambda record: _values(record),
    lambda record, values: _changed(record, values),
    lambda record_id: Policy(record_id, KINDS[0][0]),
    lambda: str(uuid4()),
    takes_file=True,
)


def _row(record: Policy, day: date) -> RecordRow:
    label = dict(KINDS).get(record.kind) or record.kind.replace("_", " ").capitalize()
    validity = validity_on(day, None, record.review_by)
    title = record.title or label
    due = "" if record.review_by is None else f"{_due(validity)} {say_day(record.review_by)}"
    note = ", ".join(part for part in (label if title != label else "", record.owner) if part)
    approved = f"Approved {say_day(record.approved_on)}" if record.approved_on else ""
    return RecordRow(record.id, title, note, approved, due, validity, record.file)


def _due(validity: Validity) -> str:
    return "Overdue since" if validity is Validity.LAPSED else "Review by"


def _values(record: Policy) -> Mapping[str, JsonValue]:
    return {
        "kind": record.kind,
        "title": record.title,
        "owner": record.owner,
        "approved_by": record.approved_by,
        "approved_on": day_text(record.approved_on),
        "review_by": day_text(record.review_by),
        "statement": record.statement,
    }


def _changed(record: Policy, values: Mapping[str, JsonValue]) -> Policy:
    return replace(
        record,
        kind=text_of(values, "kind"),
        title=text_of(values, "title"),
        owner=text_of(values, "owner"),
        approved_by=text_of(values, "approved_by"),
        approved_on=day_of(values, "approved_on"),
        review_by=day_of(values, "review_by"),
        statement=text_of(values, "statement"),
    )
