"""Names of files that break a rule the buyer states in the instructions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.findings import Check, Finding, Gravity, Where
from app.domain.submission import AnsweredFile, Submission

_ABOUT = re.compile(
    r"\bfile ?names?\b|\bname (?:your|each|the|all) (?:files?|documents?)\b|\bfiles? (?:must|should) be named\b",
    re.IGNORECASE,
)
_LONGEST = re.compile(
    r"\b(?:exceed|more than|longer than|maximum(?: of)?|max\.?|up to|limited to|within)\s+(\d{2,3})\s+characters\b",
    re.IGNORECASE,
)
_BLANKS = re.compile(
    r"\b(?:no|without|not (?:contain|include|use)(?: any)?|avoid)\s+(?:spaces|blanks)\b|"
    r"\b(?:no|without|not (?:contain|include|use)(?: any)?|avoid)\s+special characters (?:or|and) spaces\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\b(?:begin|start|prefix(?:ed)?)\w*\s+(?:\w+\s+){0,4}?with\s+(?:\w+\s+){0,3}?[“\"'‘]([^”\"'’\n]{2,30})[”\"'’]",
    re.IGNORECASE,
)
_BY_REFERENCE = re.compile(
    r"\b(?:begin|start|prefix(?:ed)?)\w*\s+(?:\w+\s+){0,4}?with\s+the\s+(?:tender|procurement|"
    r"contract|project)\s+reference",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameRules:
    """What a buyer asks of the names of files."""

    longest: int | None = None
    blanks: bool = True
    prefix: str = ""


def file_names(bid: Submission) -> Iterator[Finding]:
    """Hold the filled copy and the attached files against the rules of the file's own instructions."""
    for file in bid.files:
        rules = _rules(bid, file)
        names = [*([file.filled.name] if file.filled else []), *sorted(bid.attached)]
        for name in dict.fromkeys(names):
            yield from _broken(file, rules, name)


def _rules(bid: Submission, file: AnsweredFile) -> NameRules:
    said = [one for one in file.instructions if _ABOUT.search(one)]
    longest = next((int(found[1]) for found in map(_LONGEST.search, said) if found), None)
    prefix = next((found[1].strip() for found in map(_PREFIX.search, said) if found), "")
    if not prefix and bid.tender and any(_BY_REFERENCE.search(one) for one in said):
        prefix = bid.tender.reference
    return NameRules(longest, not any(_BLANKS.search(one) for one in said), prefix)


def _broken(file: AnsweredFile, rules: NameRules, name: str) -> Iterator[Finding]:
    if rules.longest is not None and len(name) > rules.longest:
        yield _finding(file, name, f"Its name has {len(name)} characters; the buyer takes {rules.longest}.", "length")
    if not rules.blanks and " " in name:
        yield _finding(file, name, "Its name has blanks in it; the buyer takes none.", "blanks")
    if rules.prefix and not name.casefold().startswith(rules.prefix.casefold()):
        yield _finding(file, name, f"Its name must begin with “{rules.prefix}”.", "prefix")


def _finding(file: AnsweredFile, name: str, why: str, mark: str) -> Finding:
    where = Where("file", name, name, file.questionnaire.digest, file.party_id)
    return Finding(
        Check.FILE_NAME, Gravity.LOOK_AGAIN, where, why, "Name the file as the buyer asks.", mark, basis=name
    )
