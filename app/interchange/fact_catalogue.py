"""Loads the fact catalogue shipped in `resources/facts/catalogue.json`."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.catalogue import Catalogue, FactDefinition, FactType, Section, Sensitivity
from app.paths import RESOURCES


@cache
def load_catalogue(path: Path = RESOURCES / "facts" / "catalogue.json") -> Catalogue:
    """Read every section and fact. The file is ours: a fault in it is a defect and raises as it comes."""
    document = json.loads(path.read_text("utf-8"))
    sections = tuple(Section(one["id"], one["title"], one["group"]) for one in document["sections"])
    definitions = {one["key"]: _definition(one) for one in document["facts"]}
    return Catalogue(document["version"], sections, definitions)


def _definition(one: dict[str, Any]) -> FactDefinition:
    return FactDefinition(
        key=one["key"],
        label=one["label"],
        type=FactType(one["type"]),
        section=one["section"],
        unit=one.get("unit", ""),
        sensitivity=Sensitivity(one.get("sensitivity", "public")),
        choices=tuple(one.get("choices", ())),
        members=tuple(one.get("members", ())),
        hint=one.get("hint", ""),
        also=tuple(FactType(kind) for kind in one.get("also", ())),
    )
