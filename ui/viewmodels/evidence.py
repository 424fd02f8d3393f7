"""Certificates, registrations and insurances: their rows and their form."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from app.domain.catalogue import Catalogue, FactType
from app.domain.records import Evidence
from app.domain.validity import Validity, validity_on
from app.domain.values import JsonValue
from ui.viewmodels.form_values import day_of, day_text, text_of
from ui.viewmodels.records import FormField, RecordKind, RecordRow
from ui.viewmodels.saying import say_day, say_fact

SAID = {
    Validity.IN_DATE: "In date",
    Validity.LAPSES_SOON: "Lapses soon",
    Validity.LAPSED: "Lapsed",
    Validity.NOT_YET: "Not yet valid",
    Validity.UNDATED: "No end date",
}
"""The word of each state."""


_MULTIPLES = {"million": 1_000_000, "mn": 1_000_000, "m": 1_000_000, "k": 1_000}


def evidence_kind(catalogue: Catalogue) -> RecordKind[Evidence]:
    """Describe the list of evidence; the kinds that can be chosen are those of the catalogue."""
    kinds = tuple((one.key, one.label) for one in catalogue if one.type is FactType.EVIDENCE)
    labels = dict(kinds)
    return RecordKind(
        Evidence,
        "evidence",
        "evidence",
        "pieces of evidence",
        "No evidence yet. Insurances and certificates cover most forms. Add the first and attach its file.",
        (
            FormField("kind", "Kind", FactType.CHOICE, "What it proves", kinds, required=True),
            FormField("title", "Title", hint="As it stands on the certificate"),
            FormField("issuer", "Issued by", hint="The insurer or the certification body"),
            FormField("number", "Number", hint="Of the policy or the certificate"),
            FormField("cover", "Cover or scope", FactType.TEXT, "Pounds of an insurance, else words"),
            FormField("starts", "Valid from", FactType.DATE),
            FormField("ends", "Valid to", FactType.DATE, "Its last day"),
            FormField("review_by", "Look again by", FactType.DATE, "Where it has no end date"),
        ),
        lambda record, day: _row(record, day, labels),
        _values,
        _changed,
        lambda record_id: Evidence(record_id, kinds[0][0] if kinds else ""),
        lambda: str(uuid4()),
        takes_file=True,
    )


def kind_label(kind: str, labels: Mapping[str, str]) -> str:
    """Name a kind of evidence; one outside the catalogue by its key."""
    words = kind.rpartition(".")[2].replace("_", " ")
    return labels.get(kind) or words[:1].upper() + words[1:]


def _row(record: Evidence, day: date, labels: Mapping[str, str]) -> RecordRow:
    label = kind_label(record.kind, labels)
    end = record.ends or record.review_by
    validity = validity_on(day, record.starts, end)
    note = ", ".join(part for part in (record.issuer, record.number) if part)
    title = record.title or label
    return RecordRow(
        record.id,
        title,
        ", ".join(part for part in (label if title != label else "", note) if part),
        _cover(record),
        _until(record, validity),
        validity,
        record.file,
    )


def _cover(record: Evidence) -> str:
    if record.cover in (None, ""):
        return ""
    return say_fact(record.cover, FactType.MONEY if record.kind.startswith("insurance.") else FactType.TEXT)


def _until(record: Evidence, validity: Validity) -> str:
    if record.ends:
        return f"{'Lapsed' if validity is Validity.LAPSED else 'To'} {say_day(record.ends)}"
    return f"Look again by {say_day(record.review_by)}" if record.review_by else ""


def _values(record: Evidence) -> Mapping[str, JsonValue]:
    return {
        "kind": record.kind,
        "title": record.title,
        "issuer": record.issuer,
        "number": record.number,
        "cover": _cover(record),
        "starts": day_text(record.starts),
        "ends": day_text(record.ends),
        "review_by": day_text(record.review_by),
    }


def _changed(record: Evidence, values: Mapping[str, JsonValue]) -> Evidence:
    kind = text_of(values, "kind")
    return replace(
        record,
        kind=kind,
        title=text_of(values, "title"),
        issuer=text_of(values, "issuer"),
        number=text_of(values, "number"),
        cover=parse_cover(text_of(values, "cover"), kind),
        starts=day_of(values, "starts"),
        ends=day_of(values, "ends"),
        review_by=day_of(values, "review_by"),
    )


def parse_cover(text: str, kind: str) -> JsonValue:
    """Read the cover of an insurance as pounds ("£5,000,000", "5m", "5 million"); other words as they are."""
    if not kind.startswith("insurance."):
        return text or None
    plain = text.lower().replace("£", "").replace(",", "").strip()
    ending, factor = next((one for one in _MULTIPLES.items() if plain.endswith(one[0])), ("", 1))
    plain = plain.removesuffix(ending).strip()
    try:
        pounds = float(plain) * factor
    except ValueError:
        return text or None
    return int(pounds) if pounds.is_integer() else pounds
