"""Facts in a profile: values, values with their time and source, and histories (CONTRACT: profile)."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.catalogue import Catalogue, FactDefinition, FactType
from app.domain.errors import ProfileRefused
from app.domain.fact_values import value_doubt, value_problem
from app.domain.records import Fact
from app.domain.values import JsonValue
from app.interchange.profile_json_members import Members

_LISTS = (FactType.TEXT_LIST, FactType.OBJECT_LIST)


def read_facts(
    facts: Members | None, catalogue: Catalogue, party_id: str | None, warnings: list[str]
) -> Iterator[Fact]:
    """Read the facts of the supplier, or of a party. Raises `ProfileRefused` for a value of the wrong type."""
    if facts is None:
        return
    for key in facts.values:
        definition = catalogue.get(key)
        for number, held in enumerate(_history(facts.values[key], definition)):
            place = key if party_id is None else f"{facts.where}.{key}"
            one = Members(facts.path, place if number == 0 else f"{place}[{number}]", held)
            yield _fact(one, key, definition, party_id, warnings)


def _fact(one: Members, key: str, definition: FactDefinition | None, party_id: str | None, warnings: list[str]) -> Fact:
    value = one.anything("value")
    if complaint := value_problem(value, definition):
        raise ProfileRefused(one.path, one.where, complaint)
    if doubt := value_doubt(key, value, definition):
        warnings.append(f"{one.where} {doubt}. It was taken as it is.")
    return Fact(
        str(uuid.uuid4()),
        key=key,
        value=value,
        valid_from=one.day("from"),
        valid_until=one.day("until"),
        source=one.text("source"),
        party_id=party_id,
        extra=one.unknown(),
    )


def _history(held: Any, definition: FactDefinition | None) -> list[Mapping[str, Any]]:
    """Give each value of a fact as an object with the member "value"."""
    if isinstance(held, list) and _is_history(held, definition):
        return [one if is_dated(one) else {"value": one} for one in held]
    return [held if is_dated(held) else {"value": held}]


def is_dated(held: JsonValue) -> bool:
    """Tell a fact with its circumstances from a bare value: it has a member "value"."""
    return isinstance(held, Mapping) and "value" in held


def _is_history(held: list[Any], definition: FactDefinition | None) -> bool:
    """Tell a list of values from a value that is a list."""
    if definition and "value" in definition.members and all(_is_row(one) for one in held):
        return False
    if held and all(is_dated(one) for one in held):
        return True
    if definition is None:
        return False
    return definition.type not in _LISTS or any(isinstance(one, list) for one in held)


def _is_row(held: JsonValue) -> bool:
    """Tell a row of a fact whose rows have a member "value" from a value with its circumstances."""
    return isinstance(held, Mapping) and not held.keys() & {"from", "until", "source"}


def write_facts(facts: tuple[Fact, ...], catalogue: Catalogue) -> dict[str, JsonValue]:
    """Write facts so that reading them gives the same again, a lone bare value as such."""
    written: dict[str, JsonValue] = {}
    for key in dict.fromkeys(fact.key for fact in facts):
        dated = [_dated(fact) for fact in facts if fact.key == key]
        bare = dated[0]["value"]
        lone = len(dated) == 1 and dated[0].keys() == {"value"} and _history(bare, catalogue.get(key)) == dated
        written[key] = bare if lone else (dated[0] if len(dated) == 1 else list(dated))
    return written


def _dated(fact: Fact) -> dict[str, JsonValue]:
    written: dict[str, JsonValue] = {**fact.extra, "value": fact.value}
    if fact.valid_from:
        written["from"] = fact.valid_from.isoformat()
    if fact.valid_until:
        written["until"] = fact.valid_until.isoformat()
    if fact.source:
        written["source"] = fact.source
    return written
