"""Supplier information downloaded from the Central Digital Platform, read as facts of a profile."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from app.domain.catalogue import Catalogue
from app.domain.errors import KindUnsupported
from app.domain.incoming import IncomingProfile
from app.domain.profile import Profile
from app.domain.values import JsonObject, JsonValue
from app.interchange.profile_json import load_json_object
from app.interchange.profile_json_facts import read_facts
from app.interchange.profile_json_members import Members
from app.interchange.supplier_information import (
    ADDRESS_MEMBERS,
    ADDRESSES,
    CONDITIONS,
    PLAIN,
    REGISTERED_ON,
    RELATIONS,
    SCALE,
    SCALES,
    SCHEMES,
    SOURCE,
)
from app.packages.ocds import member, objects_at, text_at

_REMEDY = "Use the JSON of your supplier information from the Central Digital Platform."
_TABLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "qualification": ("qualifications.held", ("name", "awarded_by")),
    "tradeassurance": ("trade_assurances.held", ("awarded_by", "reference")),
}
"""Sections of repeated answers whose texts have a known order, each with one date; by what their names hold."""

Stated = tuple[str, JsonValue]


def read_supplier_information(path: Path, catalogue: Catalogue) -> IncomingProfile:
    """Read what the platform says of the supplier; what it leaves open stays unknown.

    Each fact holds from the day on which the information was submitted, where the file says so. Raises
    `FileMissing`, `FileUnreadable`, `KindUnsupported`, or `ProfileRefused` for a value of the wrong type.
    """
    document = load_json_object(path)
    if not isinstance(document.get("details"), Mapping) or not text_at(document, "name"):
        raise KindUnsupported(path, "a JSON file that is no supplier information", _REMEDY)
    day = _day(member(document, "supplierInformationData", "form", "submittedAt"))
    since: JsonObject = {"from": day} if day else {}
    facts = {key: {"value": value, "source": SOURCE, **since} for key, value in _stated(document) if _says(value)}
    warnings: list[str] = list(_left(document))
    read = read_facts(Members(path, "facts", facts), catalogue, None, warnings)
    return IncomingProfile(path, Profile(facts=tuple(read)), warnings=tuple(warnings))


def _stated(document: JsonObject) -> Iterator[Stated]:
    yield "supplier.legal_name", text_at(document, "name")
    for key, way in PLAIN.items():
        yield key, member(document, *way)
    yield "supplier.incorporated_on", _day(member(document, *REGISTERED_ON))
    yield "supplier.is_sme", SCALES.get(text_at(document, *SCALE))
    yield from _numbers(document)
    yield from _addresses(document)
    for relation, key in RELATIONS.items():
        yield key, [_person(one) for one in _connected(document) if text_at(one, "relationship") == relation]
    for section, (key, members) in _TABLES.items():
        yield key, [_row(one, members) for one in _answer_sets(document) if section in _section(one)]


def _says(value: JsonValue) -> bool:
    return value not in (None, "", [], {})


def _numbers(document: JsonObject) -> Iterator[Stated]:
    first = member(document, "identifier")
    for one in (first, *objects_at(document, "additionalIdentifiers")):
        if key := SCHEMES.get(text_at(one, "scheme")):
            yield key, text_at(one, "id")


def _addresses(document: JsonObject) -> Iterator[Stated]:
    for one in (member(document, "address"), *objects_at(document, "additionalAddresses")):
        if key := ADDRESSES.get(text_at(one, "type")):
            yield key, _address(one)


def _address(one: JsonValue) -> JsonObject:
    return {ours: text for ours, theirs in ADDRESS_MEMBERS.items() if (text := text_at(one, theirs))}


def _connected(document: JsonObject) -> Iterator[JsonObject]:
    """Give the connected persons of today: one with a day of ending is no longer one."""
    return (one for one in objects_at(document, "associatedPersons") if not member(one, "period", "endDate"))


def _person(one: JsonObject) -> JsonObject:
    conditions = member(one, "controlCondition")
    named = conditions if isinstance(conditions, Sequence) and not isinstance(conditions, str) else ()
    places = [", ".join(map(str, _address(place).values())) for place in objects_at(one, "addresses")]
    person: dict[str, JsonValue] = {
        "name": f"{text_at(one, 'firstName')} {text_at(one, 'lastName')}".strip(),
        "date_of_birth": _day(member(one, "dateOfBirth")),
        "nationality": text_at(one, "nationality"),
        "country": text_at(one, "residentCountry"),
        "address": next(iter(places), ""),
        "since": _day(member(one, "registeredDate")),
        "condition": "; ".join(CONDITIONS[held] for held in named if isinstance(held, str) and held in CONDITIONS),
    }
    return {name: value for name, value in person.items() if value}


def _answer_sets(document: JsonObject) -> tuple[JsonObject, ...]:
    return objects_at(document, "supplierInformationData", "answerSets")


def _section(answer_set: JsonObject) -> str:
    return text_at(answer_set, "sectionName").lower().replace(" ", "")


def _row(answer_set: JsonObject, members: Sequence[str]) -> JsonObject:
    """Read one repeated answer: its texts in the order of their questions, and its date."""
    answers = sorted(objects_at(answer_set, "answers"), key=lambda one: text_at(one, "questionName"))
    texts = [text for one in answers if (text := text_at(one, "textValue"))]
    days = [day for one in answers if (day := _day(member(one, "dateValue")))]
    return {**dict(zip(members, texts, strict=False)), **({"awarded_on": days[0]} if days else {})}


def _left(document: JsonObject) -> Iterator[str]:
    """Name the sections that have no place among the facts, each once."""
    sections = dict.fromkeys(text_at(one, "sectionName") for one in _answer_sets(document))
    for name in sections:
        if name and not any(known in name.lower().replace(" ", "") for known in _TABLES):
            yield f"the section “{name}” was left out: look through it and enter what you need by hand."


def _day(value: JsonValue) -> str | None:
    """Give the day of a moment, or None where there is none to be read."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return _plain_day(value[:10])


def _plain_day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
