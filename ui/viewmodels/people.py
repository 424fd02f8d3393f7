"""People the supplier can name in a bid: their rows and their form."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from app.domain.catalogue import FactType
from app.domain.counting import count_words
from app.domain.records import TeamMember
from app.domain.values import JsonValue
from ui.viewmodels.case_studies import kept_lines, lines
from ui.viewmodels.form_values import text_of
from ui.viewmodels.records import FormField, RecordKind, RecordRow
from ui.viewmodels.saying import say_count

PEOPLE: RecordKind[TeamMember] = RecordKind(
    TeamMember,
    "person",
    "person",
    "people",
    "Nobody yet. Buyers ask for the people who will do the work. Add the first with a short biography.",
    (
        FormField("name", "Name", required=True),
        FormField("role", "Role", hint="In the company, or in a bid"),
        FormField("qualifications", "Qualifications", FactType.LONG_TEXT, "One on each line"),
        FormField("biography", "Biography", FactType.LONG_TEXT, "A paragraph of about 100 words"),
    ),
    lambda record, _day: _row(record),
    lambda record: _values(record),
    lambda record, values: _changed(record, values),
    lambda record_id: TeamMember(record_id, ""),
    lambda: str(uuid4()),
)


def _row(record: TeamMember) -> RecordRow:
    words = count_words(record.biography)
    about = f"Biography of {say_count(words, 'word')}" if words else "No biography yet"
    return RecordRow(record.id, record.name, record.role, about)


def _values(record: TeamMember) -> Mapping[str, JsonValue]:
    return {
        "name": record.name,
        "role": record.role,
        "qualifications": lines(record.qualifications),
        "biography": record.biography,
    }


def _changed(record: TeamMember, values: Mapping[str, JsonValue]) -> TeamMember:
    return replace(
        record,
        name=text_of(values, "name"),
        role=text_of(values, "role"),
        qualifications=kept_lines(record.qualifications, text_of(values, "qualifications")),
        biography=text_of(values, "biography"),
    )
