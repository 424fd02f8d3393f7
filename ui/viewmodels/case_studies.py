"""Past contracts that show experience: their rows and their form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from app.domain.answers_in_words import say_value
from app.domain.catalogue import FactType
from app.domain.records import CaseStudy, Contact
from app.domain.values import JsonValue
from ui.viewmodels.form_values import day_of, day_text, text_of, words_of
from ui.viewmodels.records import FormField, RecordKind, RecordRow
from ui.viewmodels.saying import say_day, say_fact

CASE_STUDIES: RecordKind[CaseStudy] = RecordKind(
    CaseStudy,
    "case_study",
    "case study",
    "case studies",
    "No case studies yet. Three from the last three years cover most forms. Add the first.",
    (
        FormField("title", "Title", hint="What the contract was for", required=True),
        FormField("customer", "Customer"),
        FormField("contact.name", "Contact", hint="Who will confirm it"),
        FormField("contact.role", "Their role"),
        FormField("contact.email", "Their email", FactType.EMAIL),
        FormField("contact.phone", "Their telephone", FactType.PHONE),
        FormField("may_be_named", "May the customer be named?", FactType.YES_NO),
        FormField("value", "Value", FactType.MONEY, "Over the life of the contract"),
        FormField("started", "Started", FactType.DATE),
        FormField("completed", "Completed", FactType.DATE, "Empty while it runs"),
        FormField("description", "What was done", FactType.LONG_TEXT),
        FormField("outcomes", "Outcomes", FactType.LONG_TEXT, "What it achieved, with figures"),
        FormField("tags", "Tags", FactType.TEXT_LIST),
    ),
    lambda record, day: _row(record, day),
    lambda record: _values(record),
    lambda record, values: _changed(record, values),
    lambda record_id: CaseStudy(record_id, ""),
    lambda: str(uuid4()),
)


def _row(record: CaseStudy, day: date) -> RecordRow:
    named = "" if record.may_be_named is not False else "not to be named"
    value = say_fact(record.value, FactType.MONEY) if record.value not in (None, "") else ""
    note = ", ".join(part for part in (record.customer, named) if part)
    return RecordRow(record.id, record.title, note, value, _years(record.started, record.completed, day))


def _years(started: date | None, completed: date | None, day: date) -> str:
    if completed and completed > day:
        return f"Runs to {say_day(completed)}"
    if completed:
        return f"Completed {say_day(completed)}"
    return f"Running since {say_day(started)}" if started else ""


def _values(record: CaseStudy) -> Mapping[str, JsonValue]:
    contact = record.contact or Contact()
    return {
        "title": record.title,
        "customer": record.customer,
        "contact.name": contact.name,
        "contact.role": contact.role,
        "contact.email": contact.email,
        "contact.phone": contact.phone,
        "may_be_named": record.may_be_named,
        "value": record.value,
        "started": day_text(record.started),
        "completed": day_text(record.completed),
        "description": record.description,
        "outcomes": lines(record.outcomes),
        "tags": list(record.tags),
    }


def _changed(record: CaseStudy, values: Mapping[str, JsonValue]) -> CaseStudy:
    contact = Contact(
        text_of(values, "contact.name"),
        text_of(values, "contact.role"),
        text_of(values, "contact.email"),
        text_of(values, "contact.phone"),
        record.contact.extra if record.contact else Contact().extra,
    )
    named, value, outcomes = values.get("may_be_named"), values.get("value"), text_of(values, "outcomes")
    return replace(
        record,
        title=text_of(values, "title"),
        customer=text_of(values, "customer"),
        contact=contact if contact != Contact() else None,
        may_be_named=named if isinstance(named, bool) else None,
        value=value,
        started=day_of(values, "started"),
        completed=day_of(values, "completed"),
        description=text_of(values, "description"),
        outcomes=kept_lines(record.outcomes, outcomes),
        tags=words_of(values, "tags"),
    )


def lines(value: JsonValue) -> str:
    """Write words, or a list with one entry on each line."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(say_value(item) for item in value)
    return say_value(value)


def kept_lines(held: JsonValue, text: str) -> JsonValue:
    """Give back words in the shape they were held in: what nobody changed stays as it is."""
    if text == lines(held):
        return held
    if isinstance(held, Sequence) and not isinstance(held, str):
        return [line.strip() for line in text.splitlines() if line.strip()]
    return text or None
