"""The table of facts in `docs/profile.md`. Run `python -m tests.samples.profile_guide` after the catalogue changed."""

import json
from pathlib import Path
from typing import Any

from app.paths import RESOURCES

GUIDE = Path(__file__).parents[2] / "docs" / "profile.md"
BEGIN, END = "<!-- facts: made from the catalogue -->", "<!-- end of facts -->"
_TYPES = {
    "text": "text",
    "long_text": "long text",
    "yes_no": "true or false",
    "date": "date",
    "year": "year",
    "integer": "whole number",
    "number": "number",
    "money": "pounds",
    "percent": "per cent",
    "email": "email",
    "phone": "telephone",
    "url": "web address",
    "address": "address",
    "choice": "one of a list",
    "text_list": "list of texts",
    "object_list": "list of objects",
    "evidence": "evidence of this kind",
}


def facts_table() -> str:
    """Write every section of the catalogue as a table in Markdown."""
    catalogue = json.loads((RESOURCES / "facts" / "catalogue.json").read_text("utf-8"))
    made: list[str] = []
    for section in catalogue["sections"]:
        facts = [fact for fact in catalogue["facts"] if fact["section"] == section["id"]]
        made += [
            "",
            f"### {section['title']} ({section['group'].lower()})",
            "",
            "| key | is | value |",
            "| --- | --- | --- |",
        ]
        made += [f"| `{fact['key']}` | {fact['label']} | {_value(fact)} |" for fact in facts]
    return "\n".join(made).strip()


def _value(fact: dict[str, Any]) -> str:
    kinds = " or ".join(_TYPES[kind] for kind in (fact["type"], *fact.get("also", [])))
    notes = [fact["unit"]] if fact.get("unit") not in (None, "GBP", "%") else []
    if fact.get("members"):
        notes.append(", ".join(f"`{name}`" for name in fact["members"]))
    if fact["type"] == "choice":
        notes.append(", ".join(fact["choices"]))
    if fact.get("hint"):
        notes.append(fact["hint"])
    return ". ".join([kinds, *notes])


def with_table(guide: str) -> str:
    """Give the guide with the table as the catalogue makes it."""
    head, rest = guide.split(BEGIN)
    return f"{head}{BEGIN}\n\n{facts_table()}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    GUIDE.write_text(with_table(GUIDE.read_text("utf-8")), "utf-8")
