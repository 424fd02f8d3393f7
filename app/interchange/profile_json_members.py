"""Members of a JSON object, read by type: a wrong one is refused with its place in the file and the reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from app.domain.errors import ProfileRefused
from app.domain.fact_values import Complaint, date_problem, number_problem, text_problem, yes_no_problem
from app.domain.records import NO_EXTRA
from app.domain.values import JsonValue

E = TypeVar("E", bound=StrEnum)


@dataclass(slots=True)
class Members:
    """One JSON object of a profile: each member is taken once, and what is never taken is kept as unknown."""

    path: Path
    """The file, for the refusal."""
    where: str
    """The object within the file: `evidence[2]`."""
    values: Mapping[str, Any]
    taken: set[str] = field(default_factory=set)

    def text(self, name: str) -> str:
        """Take a text; "" where it is missing."""
        return str(self._take(name, text_problem) or "")

    def needed_text(self, name: str) -> str:
        """Take a text that may not be missing or empty."""
        return self.text(name) or self.refuse(name, "is missing")

    def day(self, name: str) -> date | None:
        """Take a day."""
        value = self._take(name, date_problem)
        return date.fromisoformat(value) if value is not None else None

    def number(self, name: str) -> JsonValue:
        """Take a number."""
        value: JsonValue = self._take(name, number_problem)
        return value

    def number_or_text(self, name: str) -> JsonValue:
        """Take a number, or words in its place."""
        value: JsonValue = self._take(name, lambda held: number_problem(held) and text_problem(held))
        return value

    def whole_number(self, name: str) -> int | None:
        """Take a whole number."""
        value = self._take(name, _whole)
        return None if value is None else int(value)

    def yes_no(self, name: str) -> bool | None:
        """Take true or false."""
        value = self._take(name, yes_no_problem)
        return None if value is None else bool(value)

    def anything(self, name: str) -> JsonValue:
        """Take a value of any type."""
        value: JsonValue = self._take(name, lambda _: None)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a list of texts; one text stands for a list of one."""
        value = self._take(name, _texts)
        return (value,) if isinstance(value, str) else tuple(value or ())

    def choice(self, name: str, kind: type[E]) -> E:
        """Take one of the names of an enumeration."""
        value = self.text(name)
        if value not in tuple(kind):
            self.refuse(name, f"must be one of {', '.join(kind)}")
        return kind(value)

    def one_object(self, name: str) -> "Members | None":
        """Take an object; None where it is missing."""
        value = self._take(name, lambda held: None if isinstance(held, Mapping) else "must be an object in braces")
        return None if value is None else Members(self.path, self._place(name), value)

    def objects(self, name: str) -> "tuple[Members, ...]":
        """Take a list of objects; none where it is missing."""
        items = self._take(name, lambda held: None if isinstance(held, list) else "must be a list in brackets") or []
        for number, item in enumerate(items):
            if not isinstance(item, Mapping):
                self.refuse(f"{name}[{number}]", "must be an object in braces")
        return tuple(Members(self.path, f"{self._place(name)}[{number}]", item) for number, item in enumerate(items))

    def unknown(self) -> Mapping[str, JsonValue]:
        """Give the members that nobody took."""
        return {name: value for name, value in self.values.items() if name not in self.taken} or NO_EXTRA

    def refuse(self, name: str, reason: str) -> Any:
        """Refuse the whole file for one member. Raises `ProfileRefused`."""
        raise ProfileRefused(self.path, self._place(name), reason)

    def _take(self, name: str, problem: Callable[[object], Complaint]) -> Any:
        self.taken.add(name)
        value = self.values.get(name)
        if value is not None and (complaint := problem(value)):
            self.refuse(name, complaint)
        return value

    def _place(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name


def _whole(value: object) -> Complaint:
    return None if isinstance(value, int) and not isinstance(value, bool) else "must be a whole number"


def _texts(value: object) -> Complaint:
    if isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        return None
    return "must be a list of texts"
