"""A supplier's facts in the order and shape of the Central Digital Platform, to enter or compare them there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from app.domain.profile import Profile
from app.domain.values import JsonObject, JsonValue
from app.interchange.open_files import json_bytes, write_files
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
)


def write_supplier_information(profile: Profile, day: date, path: Path, *, replace: bool = False) -> None:
    """Write the supplier information that holds on `day`. Raises `TargetExists`, `FileUnwritable`."""
    write_files({path: json_bytes(supplier_information(profile, day))}, replace=replace)


def supplier_information(profile: Profile, day: date) -> JsonObject:
    """Give the document; a fact that is unknown on `day` or does not apply is left out of it."""
    known = {fact.key: fact.value for key in _KEYS if (fact := profile.fact_on(key, day)) and fact.value is not None}
    document: dict[str, JsonValue] = {"type": "organisation", "name": known.get("supplier.legal_name", "")}
    numbers = _numbers(known)
    document |= {"identifier": next(iter(numbers), {}), "additionalIdentifiers": list(numbers[1:])}
    places = _addresses(known)
    document |= {"address": next(iter(places), {}), "additionalAddresses": list(places[1:])}
    document |= {"contactPoint": {}, "details": {}, "associatedPersons": list(_people(known))}
    for key, way in PLAIN.items():
        if key in known:
            _put(document, way, known[key])
    if "supplier.incorporated_on" in known:
        _put(document, REGISTERED_ON, known["supplier.incorporated_on"])
    for word, small in SCALES.items():
        if known.get("supplier.is_sme") is small:
            _put(document, SCALE, word)
    return document


_KEYS = (
    *PLAIN,
    *SCHEMES.values(),
    *ADDRESSES.values(),
    *RELATIONS.values(),
    "supplier.incorporated_on",
    "supplier.is_sme",
)


def _numbers(known: Mapping[str, JsonValue]) -> tuple[JsonObject, ...]:
    first_of = {key: scheme for scheme, key in reversed(tuple(SCHEMES.items()))}
    return tuple({"scheme": first_of[key], "id": known[key]} for key in dict.fromkeys(SCHEMES.values()) if key in known)


def _addresses(known: Mapping[str, JsonValue]) -> tuple[JsonObject, ...]:
    return tuple(
        {"type": kind, **{theirs: address[ours] for ours, theirs in ADDRESS_MEMBERS.items() if address.get(ours)}}
        for kind, key in ADDRESSES.items()
        if isinstance(address := known.get(key), Mapping)
    )


def _people(known: Mapping[str, JsonValue]) -> Iterator[JsonObject]:
    for relation, key in RELATIONS.items():
        people = known.get(key, ())
        for one in people if isinstance(people, Sequence) else ():
            if isinstance(one, Mapping):
                yield _person(one, relation)


def _person(one: JsonObject, relation: str) -> JsonObject:
    first, _, last = str(one.get("name", "")).rpartition(" ")
    said = str(one.get("condition", "")).lower()
    person: dict[str, JsonValue] = {
        "entityType": "Individual",
        "relationship": relation,
        "firstName": first,
        "lastName": last,
        "dateOfBirth": one.get("date_of_birth"),
        "nationality": one.get("nationality"),
        "residentCountry": one.get("country"),
        "registeredDate": one.get("since"),
        "controlCondition": [code for code, words in CONDITIONS.items() if words.lower() in said],
    }
    return {name: value for name, value in person.items() if value}


def _put(document: dict[str, JsonValue], way: Sequence[str], value: JsonValue) -> None:
    for name in way[:-1]:
        inner = document.setdefault(name, {})
        document = inner if isinstance(inner, dict) else document
    document[way[-1]] = value
