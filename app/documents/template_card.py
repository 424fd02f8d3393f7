"""What the templates of the program are for: the list that is built with them."""

import json
from functools import cache
from pathlib import Path

from app.domain.documents import TemplateCard

INDEX = "index.json"
"""Beside the templates: the title of each and what it is for, in a sentence."""


def read_card(path: Path) -> TemplateCard:
    """Give the card of a template of the program."""
    title, about = _index(path.with_name(INDEX))[path.stem]
    return TemplateCard(path, title, about)


@cache
def _index(path: Path) -> dict[str, tuple[str, str]]:
    listed = json.loads(path.read_text("utf-8"))
    return {name: (one["title"], one["about"]) for name, one in listed.items()}
