"""The lots and the award criteria of a notice (OCDS extensions "lots" and "award criteria breakdown")."""

import re
from collections.abc import Iterator

from app.domain.values import JsonObject, JsonValue
from app.packages.ocds import member, objects_at, text_at

MOST_LOTS = 1_000
_WEIGHT = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*")
_WHOLE = 100
MOST_MONEY = 1e15
"""No procurement is worth as much."""


def lot_names(release: JsonObject) -> tuple[str, ...]:
    """Name the lots in their order; none where the only one is the whole."""
    lots = _lots(release)
    return tuple(_name(one) for one in lots) if len(lots) > 1 else ()


def lots_of(release: JsonObject) -> Iterator[JsonObject]:
    """Give each lot with its value, its days and its criteria."""
    for lot in _lots(release):
        found: dict[str, JsonValue] = {
            "id": text_at(lot, "id"),
            "title": text_at(lot, "title"),
            "value": money_of(member(lot, "value")),
            "starts": text_at(lot, "contractPeriod", "startDate"),
            "ends": text_at(lot, "contractPeriod", "endDate"),
            "days": text_at(lot, "contractPeriod", "durationInDays"),
            "criteria": list(criteria_of(lot)),
        }
        yield {name: value for name, value in found.items() if value}


def criteria_of(place: JsonValue) -> Iterator[JsonObject]:
    """Give the award criteria of a tender or a lot, each with its weight in per cent where one is stated."""
    for one in objects_at(place, "awardCriteria", "criteria"):
        text = text_at(one, "description")
        weight = _weight(one, text)
        name = text_at(one, "name") or text_at(one, "type")
        found: dict[str, JsonValue] = {"type": text_at(one, "type"), "name": name, "weight": weight}
        found["text"] = "" if weight is not None and _WEIGHT.fullmatch(text) else text
        yield {member: value for member, value in found.items() if value not in (None, "")}


def money_of(value: JsonValue) -> JsonObject | None:
    """Give an amount with its currency, or None."""
    for name in ("amount", "amountGross"):
        amount = member(value, name)
        if isinstance(amount, int | float) and not isinstance(amount, bool) and 0 <= amount < MOST_MONEY:
            return {"amount": amount, "currency": text_at(value, "currency")}
    return None


def _weight(criterion: JsonObject, text: str) -> float | None:
    """Read a weight: a number of the kind "percentage", or a description that is nothing else."""
    for number in objects_at(criterion, "numbers"):
        share = member(number, "number")
        exact = text_at(number, "weight").startswith("percentage")
        if exact and isinstance(share, int | float) and 0 <= share <= _WHOLE:
            return float(share)
    match = _WEIGHT.fullmatch(text)
    return float(match[1]) if match and float(match[1]) <= _WHOLE else None


def _lots(release: JsonObject) -> list[JsonObject]:
    lots = objects_at(release, "tender", "lots")[:MOST_LOTS]
    return sorted(lots, key=lambda one: _order(text_at(one, "id")))


def _order(name: str) -> tuple[int, str]:
    number = re.search(r"\d{1,9}", name)
    return (int(number[0]) if number else 0, name)


def _name(lot: JsonObject) -> str:
    number, title = text_at(lot, "id"), " ".join(text_at(lot, "title").split())
    if not title or re.match(r"(?i)lot\b", title):
        return title or f"Lot {number}"
    return f"Lot {number}: {title}" if re.fullmatch(r"\w{1,4}", number) else title
