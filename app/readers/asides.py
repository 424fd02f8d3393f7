"""Parts of a document in which nobody is asked anything: definitions, examples, scoring, the document's own history."""

import re

from app.readers.patterns import any_of

_NUMBER = r"\W*(?:\d[\d.]*\s+|[A-Z]\.?\s+)?(?:annex|appendix|schedule|table|part|section)?\s*\w{0,3}\W*"
_NAMES = {
    "definitions": any_of(
        r"definitions?\b(?:\s+and\s+\w+)?",
        r"glossary(?:\s+of\s+\w+)?",
        r"interpretation\b",
        r"abbreviations?\b",
        r"defined\s+terms",
        r"list\s+of\s+(?:acronyms|abbreviations|definitions)",
    ),
    "contents": any_of(r"(?:table\s+of\s+)?contents", "index"),
    "examples": any_of(
        r"(?:worked\s+|for\s+)?examples?(?:\s+\w{1,3})?",
        r"example\s+(?:only|calculation|of)\b.*",
        r"illustrat(?:ion|ive)\b.*",
    ),
    "scoring": any_of(
        r"(?:marking|scoring)\s+(?:scheme|matrix|table|criteria|guide|guidance|methodology)",
        r"scores?\s+and\s+descriptors?",
    ),
    "the timetable": any_of(
        r"(?:procurement|tender|interview|indicative|competition)\s+timetable\b.*",
        r"(?:procurement|tender|competition)\s+timescales?\b.*",
        r"schedule\s+of\s+events",
        r"key\s+dates",
    ),
    "the document's history": any_of(
        r"(?:document|version|revision|change|amendment)\s+(?:control|history|record|log|information)",
        r"distribution\s+list",
    ),
}
_TITLES = tuple((name, re.compile(rf"(?i){_NUMBER}{pattern}\W*(?:\(.*\))?\W*")) for name, pattern in _NAMES.items())
_MEANINGS = re.compile(r"(?i)\b(?:words|terms|expressions|capitalised)\b.{0,60}\bmeanings?\b")
_ONLY_EXAMPLE = re.compile(r"(?i)\bexample\s+only\b|\bfor\s+illustrati(?:on|ve)\b")
_LONGEST = 12
"""Words up to which a text is a title."""


def aside_of(text: str) -> str:
    """Name the part that a title or lead-in opens, where nothing in it is asked; else nothing."""
    plain = " ".join(text.split())
    if _MEANINGS.search(plain):
        return "definitions"
    if _ONLY_EXAMPLE.search(plain):
        return "examples"
    if not plain or len(plain.split()) > _LONGEST:
        return ""
    return next((name for name, form in _TITLES if form.fullmatch(plain)), "")
