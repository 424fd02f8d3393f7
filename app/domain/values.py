"""Values that facts and answers hold: what JSON can say, and how each is written for a buyer."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
"""Dates are ISO 8601 strings, money is a number of pounds, an address is an object (see `ADDRESS_PARTS`)."""

JsonObject: TypeAlias = Mapping[str, JsonValue]

ADDRESS_PARTS = ("street", "locality", "region", "postcode", "country")
"""The members of an address, in the order in which they are written."""


def essence(value: JsonValue) -> Hashable:
    """Give what two values must share to say the same.

    Of text the letters in any case and spacing, of a number its size, of an object its members in any order, and of
    one with a name the name, by which a person knows it; of a list its entries in any order.
    """
    match value:
        case str():
            return "".join(value.casefold().split())
        case Mapping():
            members = frozenset((member, essence(one)) for member, one in value.items())
            return essence(str(value["name"])) if "name" in value else members
        case Sequence():
            return frozenset(essence(one) for one in value)
        case _:
            return value
