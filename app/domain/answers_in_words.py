"""How a value is said to a buyer: dates, money, addresses, yes and no, lists and people, in plain British English."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.values import ADDRESS_PARTS, JsonObject, JsonValue

NOT_APPLICABLE = "Not applicable"
WAYS = ("money", "percent", "date", "month", "year", "lines")
"""Ways to say a value, as templates and the fields of kept answers name them: `{{ insurance.cyber.cover|money }}`."""
_GROUPED_FROM = 10_000
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def as_date(value: object) -> date | None:
    """Read an ISO 8601 day ("2026-12-11", with or without a time); None of anything else."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) < len("2026-12-11"):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def say_date(day: date) -> str:
    """Write a day as "11 December 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_number(number: float) -> str:
    """Write a number as people do: "412,000", "12.5", a whole float without its ".0"."""
    if isinstance(number, int) or number.is_integer():
        return f"{int(number):,}"
    return f"{number:,.10f}".rstrip("0").rstrip(".")


def say_money(pounds: float) -> str:
    """Write pounds as "£412,000", and pence only where there are some: "-£1,250.50"."""
    sign = "-" if pounds < 0 else ""
    amount = abs(pounds)
    whole = isinstance(amount, int) or amount.is_integer()
    return f"{sign}£{int(amount):,}" if whole else f"{sign}£{amount:,.2f}"


def say_percent(share: float) -> str:
    """Write a share given in per cent as "97.5%"."""
    return f"{say_number(share)}%"


def say_yes_no(answer: bool) -> str:
    """Write an answer as Yes or No."""
    return "Yes" if answer else "No"


def is_address(value: JsonValue) -> bool:
    """Tell an address from other objects: it has a member that only addresses have."""
    return isinstance(value, Mapping) and any(part in value for part in ("street", "locality", "postcode"))


def address_lines(address: JsonObject) -> tuple[str, ...]:
    """List the parts of an address that are known, each one line, in the order in which they are written."""
    parts = (address.get(part) for part in ADDRESS_PARTS)
    return tuple(line.strip(" ,") for part in parts if part for line in str(part).splitlines() if line.strip(" ,"))


def say_address(address: JsonObject, *, one_line: bool = True) -> str:
    """Write an address on one line with commas, or on several."""
    return (", " if one_line else "\n").join(address_lines(address))


def say_list(items: Sequence[JsonValue]) -> str:
    """Write a list: short texts with commas, objects one to a line."""
    said = [text for text in (say_value(item) for item in items) if text]
    return ("\n" if any(isinstance(item, Mapping) for item in items) else ", ").join(said)


def say_object(record: JsonObject) -> str:
    """Write a person or a firm on one line, its name first: "Ann Field; date of birth: 3 May 1980"."""
    if is_address(record):
        return say_address(record)
    named = [say_value(record["name"])] if record.get("name") else []
    rest = [
        f"{member.replace('_', ' ')}: {value if member == 'year' else say_value(value)}"
        for member, value in record.items()
        if member != "name" and value not in (None, "", (), [], {})
    ]
    return "; ".join(named + rest)


def say_value(value: JsonValue) -> str:
    """Write any value for a reader; nothing where there is nothing to say."""
    match value:
        case None:
            return ""
        case bool():
            return say_yes_no(value)
        case int() | float():
            return say_number(value)
        case str():
            day = as_date(value) if len(value) == len("2026-12-11") else None
            return say_date(day) if day else value
        case Mapping():
            return say_object(value)
        case _:
            return say_list(value)


def say_plainly(value: JsonValue) -> str:
    """Write any value as `say_value` does, but numbers below 10,000 without a comma: 2026 may be a year."""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _GROUPED_FROM:
        return say_number(value).replace(",", "")
    return say_value(value)


def say_as(value: JsonValue, way: str) -> str:
    """Write a value in one of the `WAYS`; one that does not suit it, or that there is not, leaves it plain."""
    number = None if isinstance(value, bool) or not isinstance(value, int | float) else value
    day = as_date(value)
    match way:
        case "money" if number is not None:
            return say_money(number)
        case "percent" if number is not None:
            return say_percent(number)
        case "date" if day:
            return say_date(day)
        case "month" if day:
            return say_date(day).partition(" ")[2]
        case "year" if day:
            return str(day.year)
        case "lines" if isinstance(value, Mapping):
            return "\n".join(address_lines(value))
        case "lines" if isinstance(value, Sequence) and not isinstance(value, str):
            return "\n".join(say_value(one) for one in value)
    return say_plainly(value)
