"""Values that facts and answers hold: what JSON can say, and how each is written for a buyer."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
"""Dates are ISO 8601 strings, money is a number of pounds, an address is an object (see `ADDRESS_PARTS`)."""

JsonObject: TypeAlias = Mapping[str, JsonValue]

ADDRESS_PARTS = ("street", "locality", "region", "postcode", "country")
"""The members of an address, in the order in which they are written."""
