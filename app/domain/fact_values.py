"""The types of facts: what a value must look like, and what is doubtful about one that may be kept."""

from collections.abc import Callable, Mapping
from datetime import date

from app.domain.catalogue import FactDefinition, FactType
from app.domain.check_digits import company_number_doubt, vat_number_doubt
from app.domain.values import ADDRESS_PARTS, JsonValue

Complaint = str | None
"""The rest of a sentence that begins with the name of the value: "is not a date: write it as 2026-11-22"."""


def value_problem(value: JsonValue, definition: FactDefinition | None) -> Complaint:
    """Say why a value has the wrong type for its fact; None where it fits, or the fact is a custom one.

    None always fits: it says that the fact does not apply.
    """
    if value is None or definition is None:
        return None
    if definition.members and isinstance(value, list | tuple):
        return _rows(value)
    if any(_PROBLEMS[kind](value) is None for kind in definition.also):
        return None
    return _PROBLEMS[definition.type](value)


def value_doubt(key: str, value: JsonValue, definition: FactDefinition | None) -> Complaint:
    """Say what is doubtful about a value of the right type; None where nothing is."""
    if not isinstance(value, str):
        return None
    if key.endswith("vat_number"):
        return vat_number_doubt(value)
    if key.endswith("company_number"):
        return company_number_doubt(value)
    return _DOUBTS[definition.type](value, definition) if definition and definition.type in _DOUBTS else None


def date_problem(value: object) -> Complaint:
    """Say why a value is no day of the calendar in ISO 8601."""
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"is not a date ({value[:20]}): write it as 2026-11-22"
        return None
    return "must be a date in quotation marks, written as 2026-11-22"


def text_problem(value: object) -> Complaint:
    """Say why a value is no text."""
    return None if isinstance(value, str) else f"must be a text in quotation marks, not {_name(value)}"


def number_problem(value: object) -> Complaint:
    """Say why a value is no number."""
    return None if _is_number(value) else f"must be a number without quotation marks, not {_name(value)}"


def yes_no_problem(value: object) -> Complaint:
    """Say why a value is neither yes nor no."""
    return None if isinstance(value, bool) else f"must be true or false, not {_name(value)}"


def _whole_number(value: object) -> Complaint:
    whole = _is_number(value) and float(str(value)).is_integer()
    return None if whole else f"must be a whole number without quotation marks, not {_name(value)}"


def _address(value: object) -> Complaint:
    if not isinstance(value, Mapping):
        return f"must be an address of {', '.join(ADDRESS_PARTS)}, not {_name(value)}"
    wrong = [part for part in ADDRESS_PARTS if not isinstance(value.get(part, ""), str | None)]
    return f"has a {wrong[0]} that is no text" if wrong else None


def _texts(value: object) -> Complaint:
    fits = isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    return None if fits else f"must be a list of texts, not {_name(value)}"


def _rows(value: object) -> Complaint:
    fits = isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value)
    return None if fits else f"must be a list of objects, not {_name(value)}"


def _evidence(value: object) -> Complaint:
    if isinstance(value, bool | Mapping):
        return None
    return "is answered by evidence of that kind: put it into the list “evidence”"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _name(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return f"the text “{value[:30]}”"
        case list() | tuple():
            return "such a list"
        case Mapping():
            return "an object"
        case _:
            return "null"


def _email_doubt(value: str, _definition: FactDefinition) -> Complaint:
    return None if value.count("@") == 1 else "does not look like an email address"


def _choice_doubt(value: str, definition: FactDefinition) -> Complaint:
    known = not definition.choices or value in definition.choices
    return None if known else f"is none of {', '.join(definition.choices)}"


_PROBLEMS: Mapping[FactType, Callable[[object], Complaint]] = {
    FactType.TEXT: text_problem,
    FactType.LONG_TEXT: text_problem,
    FactType.YES_NO: yes_no_problem,
    FactType.DATE: date_problem,
    FactType.YEAR: _whole_number,
    FactType.INTEGER: _whole_number,
    FactType.NUMBER: number_problem,
    FactType.MONEY: number_problem,
    FactType.PERCENT: number_problem,
    FactType.EMAIL: text_problem,
    FactType.PHONE: text_problem,
    FactType.URL: text_problem,
    FactType.ADDRESS: _address,
    FactType.CHOICE: text_problem,
    FactType.TEXT_LIST: _texts,
    FactType.OBJECT_LIST: _rows,
    FactType.EVIDENCE: _evidence,
}

_DOUBTS: Mapping[FactType, Callable[[str, FactDefinition], Complaint]] = {
    FactType.EMAIL: _email_doubt,
    FactType.CHOICE: _choice_doubt,
}
