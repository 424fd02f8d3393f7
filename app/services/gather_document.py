"""Gather what a document's template can see: the facts that hold on the day, the records, the tender, the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from app.domain.answers_in_words import say_date, say_value
from app.domain.catalogue import Catalogue
from app.domain.dates import ReferenceDates, holds_on
from app.domain.documents import DocumentData
from app.domain.profile import Profile
from app.domain.records import AnswerState, Evidence, Fact, Record
from app.domain.responses import Response
from app.domain.tenders import Tender
from app.domain.values import JsonValue
from app.services.ports import UnitOfWork

_OF_EVIDENCE = ("title", "issuer", "insurer", "number", "policy_number", "cover", "starts", "ends", "expires_on")
_NOT_SHOWN = frozenset(("id", "version", "extra", "attachment", "party_id", "recorded_on", "key"))
_LISTS: Mapping[str, str] = {
    "evidence": "Certificates and insurances in date",
    "policies": "Policies",
    "case_studies": "Case studies",
    "team": "People of the team",
    "answers": "Answers of the library",
    "parties": "Other firms of the bid",
    "responses": "Answers to the buyer's questions",
}
_OF_TENDER = ("title", "buyer", "reference", "lots", "submission", "deadline", "award", "start")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a document is made for."""

    dates: ReferenceDates
    tender: Tender | None
    today: date


def gather_document(unit: UnitOfWork, catalogue: Catalogue, occasion: Occasion) -> DocumentData:
    """Give the data of a template: facts and evidence that hold on the day of submission."""
    profile = unit.profile()
    day = occasion.dates.submission
    data = _Named({}, {})
    for one in catalogue:
        if one.type == "evidence":
            data.add_evidence(one.key, one.label, profile.evidence_on(one.key, day))
        else:
            data.add(one.key, one.label, profile.fact_on(one.key, day))
    data.labels |= dict(_LISTS) | {"document.date": "Day of the document"}
    data.labels |= {f"tender.{name}": f"Tender: {name}" for name in _OF_TENDER}
    data.values |= _records(unit, profile, day, occasion.tender)
    data.values["tender"] = _tender(occasion.tender)
    data.values["document"] = {"date": occasion.today.isoformat()}
    for kind, title in {one.kind: one.title or one.kind for one in profile.evidence if one.party_id is None}.items():
        if data.is_free(kind):
            data.add_evidence(kind, title, profile.evidence_on(kind, day))
    for key in sorted({fact.key for fact in profile.facts if fact.party_id is None}):
        if data.is_free(key):
            data.add(key, key.rpartition(".")[2].replace("_", " ").capitalize(), profile.fact_on(key, day))
    return DocumentData(data.values, data.labels)


@dataclass(slots=True)
class _Named:
    """Values under dotted names, and what each name is called."""

    values: dict[str, JsonValue]
    labels: dict[str, str]

    def is_free(self, name: str) -> bool:
        """Tell whether a supplier's own name hides none of the program's: it is no other's, no group, in no value."""
        above = (name[:at] for at, letter in enumerate(name) if letter == ".")
        in_a_value = any(one in self.labels and f"{one}.{_OF_EVIDENCE[0]}" not in self.labels for one in above)
        return name not in self.labels and not in_a_value and not any(one.startswith(f"{name}.") for one in self.labels)

    def add(self, name: str, label: str, fact: Fact | None) -> None:
        """Take in a name, and its value where one holds."""
        self.labels[name] = label
        if fact is not None:
            self._put(name, fact.value)

    def add_evidence(self, kind: str, label: str, held: Evidence | None) -> None:
        """Take in the names of a kind of evidence, and what is stated of it where it is in date."""
        self.labels |= {f"{kind}.{name}": f"{label}: {name.replace('_', ' ')}" for name in _OF_EVIDENCE} | {kind: label}
        if held is not None:
            self._put(kind, _evidence(held))

    def _put(self, name: str, value: JsonValue) -> None:
        *groups, last = name.split(".")
        place = self.values
        for group in groups:
            inner = place.get(group)
            if not isinstance(inner, dict):
                inner = place[group] = {}
            place = inner
        place[last] = value


def _evidence(held: Evidence) -> dict[str, JsonValue]:
    """Give evidence under the names of certificates and of insurances alike."""
    stated = _stated(held)
    also = {"insurer": "issuer", "policy_number": "number", "expires_on": "ends"}
    return stated | {name: stated[own] for name, own in also.items() if own in stated}


def _records(unit: UnitOfWork, profile: Profile, day: date, tender: Tender | None) -> dict[str, JsonValue]:
    evidence = [one for one in profile.evidence if one.party_id is None and holds_on(day, one.starts, one.ends)]
    answers = [one for one in profile.answers if one.state is AnswerState.APPROVED and one.variants]
    return {
        "evidence": [_evidence(one) for one in evidence],
        "policies": [_stated(one) for one in profile.policies],
        "case_studies": [_stated(one) for one in profile.case_studies],
        "team": [_stated(one) for one in profile.people if one.party_id is None],
        "answers": [
            {
                "question": one.questions[0] if one.questions else "",
                "text": one.variants[0].text,
                "tags": list(one.tags),
            }
            for one in answers
        ],
        "parties": [{"name": one.name, "role": say_role(one.role)} for one in profile.parties],
        "responses": [_response(one) for one in _responses(unit, tender)],
    }


def say_role(role: str) -> str:
    """Say how another firm takes part: "Sub-contractor"."""
    return {"sub_contractor": "Sub-contractor", "relied_upon": "Relied upon"}.get(role, role.capitalize())


def _responses(unit: UnitOfWork, tender: Tender | None) -> Sequence[Response]:
    return unit.responses.where(tender_id=tender.id) if tender is not None else ()


def _response(one: Response) -> dict[str, JsonValue]:
    return {"question": one.question_text, "answer": say_value(one.value), "state": str(one.state)}


def _tender(tender: Tender | None) -> dict[str, JsonValue]:
    if tender is None:
        return {}
    stated = _stated(tender)
    if tender.submission is not None:
        stated["submission"] = tender.submission.date().isoformat()
        stated["deadline"] = f"{say_date(tender.submission.date())}, {tender.submission:%H:%M}"
    return {name: stated[name] for name in _OF_TENDER if name in stated}


def _stated(record: Record) -> dict[str, JsonValue]:
    """Give the members of a record that say something."""
    members = ((one.name, getattr(record, one.name)) for one in fields(record) if one.name not in _NOT_SHOWN)
    return {name: _plain(value) for name, value in members if value not in (None, "", (), [])}


def _plain(value: object) -> JsonValue:
    match value:
        case datetime() | date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(one) for one in value]
        case Mapping():
            return {str(name): _plain(one) for name, one in value.items()}
        case bool() | int() | float() | str() | None:
            return value
        case _:
            return {one.name: _plain(getattr(value, one.name)) for one in fields(value) if one.name not in _NOT_SHOWN}  # type: ignore[arg-type]
