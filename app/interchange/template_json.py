"""What a template would make as JSON, and back: between the window and its child process."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.documents import NamedValue, TemplateLook


def look_to_json(look: TemplateLook) -> dict[str, object]:
    """Write it."""
    return {
        "uses": [_named(one) for one in look.uses],
        "missing": [_named(one) for one in look.missing],
        "unknown": dict(look.unknown),
        "notices": list(look.notices),
    }


def look_from_json(document: Mapping[str, Any]) -> TemplateLook:
    """Read it back."""
    return TemplateLook(
        _read(document["uses"]), _read(document["missing"]), dict(document["unknown"]), tuple(document["notices"])
    )


def _named(one: NamedValue) -> dict[str, object]:
    return {"name": one.name, "label": one.label, "said": one.said, "is_list": one.is_list}


def _read(listed: Sequence[Mapping[str, Any]]) -> tuple[NamedValue, ...]:
    return tuple(NamedValue(one["name"], one["label"], one["said"], one["is_list"]) for one in listed)
