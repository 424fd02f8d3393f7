"""Fields in kept answers, `{{ workforce.headcount }}`: what a fact says on the day, and never a field in its raw form.

The names are the keys of facts and evidence, as in documents made from templates. A field holds a key and at most one
way to say it (`{{ insurance.cyber.cover|money }}`), nothing is evaluated.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.answers_in_words import NOT_APPLICABLE, say_as
from app.domain.values import JsonValue

_FIELD = re.compile(r"\{\{\s*(?P<key>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)\s*(?:\|\s*(?P<way>[a-z]+)\s*)?\}\}")
Find = Callable[[str], JsonValue]
"""Gives the value of a key, None where it does not apply. Raises KeyError where nothing is known."""


@dataclass(frozen=True, slots=True)
class FilledText:
    """A text whose fields were filled as far as they are known."""

    text: str
    used: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """Keys of which nothing is known; their fields stand in the text as they were."""


def fill_fields(text: str, find: Find) -> FilledText:
    """Put values in the place of fields."""
    used: dict[str, None] = {}
    missing: dict[str, None] = {}

    def said(match: re.Match[str]) -> str:
        key = match["key"]
        try:
            value = find(key)
        except KeyError:
            missing[key] = None
            return match.group()
        used[key] = None
        return NOT_APPLICABLE if value is None else say_as(value, match["way"] or "")

    filled = _FIELD.sub(said, text)
    return FilledText(filled, tuple(used), tuple(missing))


def open_fields(value: JsonValue) -> tuple[str, ...]:
    """List the keys of the fields that stand unfilled anywhere in an answer."""
    if isinstance(value, str):
        return tuple(dict.fromkeys(match["key"] for match in _FIELD.finditer(value)))
    parts: Sequence[JsonValue] = ()
    if isinstance(value, Mapping):
        parts = tuple(value.values())
    elif isinstance(value, Sequence):
        parts = value
    return tuple(dict.fromkeys(key for part in parts for key in open_fields(part)))


def left_open(answers: Mapping[str, JsonValue]) -> dict[str, str]:
    """Name the answers that must not go into a buyer's file as they are: by question id, the reason in one sentence."""
    return {
        question_id: f"It holds fields that nothing is known for: {', '.join(keys)}. Add the facts, or write the words."
        for question_id, value in answers.items()
        if (keys := open_fields(value))
    }
