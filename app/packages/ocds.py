"""Notices in the Open Contracting Data Standard: what is common to a release, a package and a record.

Sources: OCDS 1.1 (release and record packages), its extensions for lots and for the European Union (award and
selection criteria), as Find a Tender, Contracts Finder, Public Contracts Scotland and Sell2Wales publish them.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import FileUnreadable, KindUnsupported
from app.domain.values import JsonObject, JsonValue
from app.packages.file_kind import ASK_AGAIN, read_text

MOST_TEXT = 20_000
"""Characters of one text of a notice that are read."""
MOST_PROCESSES = 1_000
_NO_NOTICE = "Use the notice as its site gives it out in JSON (OCDS), or the buyer's Word, Excel or PDF file."
_ENDING_SO = (
    "adjourn barn born burn churn concern corn darn discern earn eastern extern fern govern horn intern lantern learn "
    "lorn modern morn mourn northern overturn pattern return scorn shorn southern spurn stern stubborn sworn thorn "
    "torn turn upturn urn warn western worn yarn yearn"
)
_STRAY_BREAK = re.compile(
    r"(?P<word>[^\W_]{0,12}[^\W\d_A-Z])?rn(?=\s+[A-Z\d(•–-]|\s*$)|(?<=[^a-z])rn(?=\s|$|[A-Z(•–-])"
)
_WHERE_TO_LOOK = re.compile(
    r"(?i)\b(?:documents?|documentation|e?spd|itt|itp|pqq|psq|s?sq|notice|portal|module|pack|attach\w+|specification"
    r"|above|below|n/a|none|not\s+applicable|tbc)\b"
)
_SAYING_NOTHING = (
    "a above according all also and any application are as at available be been below bidder bidders brief by "
    "capability capacity candidates complete completed conditions contained contract criteria criterion defined "
    "describe described description detail detailed details document documentation documents economic espd finance "
    "financial for found full further given in include included information invitation is itp itt level levels link "
    "list listed minimum module must n none not notice of on online operators or out outlined pack participation "
    "per please portal possibly pqq procurement provided psq published pursuant qualification quality questionnaire "
    "refer referred relevant required requirement requirements rules section see selection set short should "
    "specification specified spd sq ssq standard standards standing stated suitability suppliers tbc technical "
    "tender tenderers tenderer tenders the their these this to via where will with within applicable attached "
    "attachment attachments ability professional single european"
)
_WORDS_ENDING_SO = frozenset(_ENDING_SO.split())
_SAYING_NOTHING_WORDS = frozenset(_SAYING_NOTHING.split())
_FEW = 1
"""Words of its own, such as the name of a country, that a text may hold and still say no more than where to look."""


@dataclass(frozen=True, slots=True)
class Process:
    """One procurement, with everything a file says of it."""

    ocid: str
    release: JsonObject
    """Its releases merged: members of the newer ones over those of the older."""


@dataclass(frozen=True, slots=True)
class SelectionCriterion:
    """What a supplier must meet to be considered."""

    kind: str
    """`suitability`, `economic`, `technical` or another code of the notice."""
    text: str
    minimum: str = ""
    """The level that is asked for, where the notice keeps it apart."""


def read_processes(path: Path) -> tuple[Process, ...]:
    """Read every procurement a file tells of, in the order of their first release.

    Raises `FileMissing`, `FileUnreadable`; `KindUnsupported` where the JSON is no OCDS.
    """
    found: dict[str, list[JsonObject]] = {}
    for release in _releases(_document(path)):
        found.setdefault(text_at(release, "ocid"), []).append(release)
    if not found or "" in found:
        raise KindUnsupported(path, "a JSON file that is not an OCDS notice", _NO_NOTICE)
    if len(found) > MOST_PROCESSES:
        raise FileUnreadable(path, f"tells of more than {MOST_PROCESSES:,} procurements", "Use the notice you need.")
    return tuple(Process(ocid, _merged(releases)) for ocid, releases in found.items())


def member(value: JsonValue, *names: str) -> JsonValue:
    """Give a member of a member, or None where the way ends."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def text_at(value: JsonValue, *names: str) -> str:
    """Give a text or a number as plain text; empty where there is neither."""
    found = member(value, *names)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return plain(str(found))


def objects_at(value: JsonValue, *names: str) -> tuple[JsonObject, ...]:
    """Give the objects of a list."""
    found = member(value, *names)
    if isinstance(found, str) or not isinstance(found, Sequence):
        return ()
    return tuple(one for one in found if isinstance(one, Mapping))


def plain(text: str) -> str:
    """Tidy a text: spaces, and line breaks, which some sites write as the two letters "rn"."""
    text = text[:MOST_TEXT].encode("utf-8", "replace").decode().replace("\\r\\n", "\n").replace("\\n", "\n")
    if "\n" not in text:
        text = _STRAY_BREAK.sub(_broken, text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def selection_criteria(release: JsonObject) -> tuple[SelectionCriterion, ...]:
    """List what is asked of suppliers, each once, without what only points to another document."""
    places = [member(release, "tender"), *objects_at(release, "tender", "lots")]
    found = (_criterion(one) for place in places for one in _stated(member(place, "selectionCriteria")))
    return tuple(dict.fromkeys(one for one in found if one.text))


def points_elsewhere(text: str) -> bool:
    """Tell whether a text says no more than where to look: "as stated in the procurement documents"."""
    own = [word for word in re.findall(r"\w+", text.lower()) if word not in _SAYING_NOTHING_WORDS]
    return len(own) <= _FEW and _WHERE_TO_LOOK.search(text) is not None


def _stated(criteria: JsonValue) -> Iterator[JsonObject]:
    if isinstance(criteria, Mapping):
        yield criteria
    yield from objects_at(criteria, "criteria")


def _criterion(one: JsonObject) -> SelectionCriterion:
    texts = [text_at(one, "description"), text_at(one, "minimum")]
    if texts[0] == "" and "criteria" not in one:
        texts[0] = text_at(one, "name")
    text, minimum = ("" if points_elsewhere(text) else text for text in texts)
    return SelectionCriterion(text_at(one, "type"), text or minimum, minimum if text else "")


def _broken(match: re.Match[str]) -> str:
    word = match["word"] or ""
    return match[0] if f"{word}rn".lower() in _WORDS_ENDING_SO else f"{word}\n"


def _document(path: Path) -> JsonValue:
    try:
        read: JsonValue = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(path, "is damaged: it is not JSON", ASK_AGAIN) from error
    return read


def _releases(document: JsonValue) -> Iterator[JsonObject]:
    """List the releases of a package, of a record package, or the bare one."""
    if isinstance(document, Mapping) and "ocid" in document and "releases" not in document:
        yield document
    yield from objects_at(document, "releases")
    for record in objects_at(document, "records"):
        compiled = member(record, "compiledRelease")
        if isinstance(compiled, Mapping):
            yield {"ocid": record.get("ocid"), **compiled}
        else:
            yield from ({"ocid": record.get("ocid"), **one} for one in objects_at(record, "releases"))


def _merged(releases: Sequence[JsonObject]) -> JsonObject:
    """Lay the newer releases over the older, member by member (OCDS 1.1, merging, for whole lists)."""
    whole: dict[str, JsonValue] = {}
    for release in sorted(releases, key=lambda one: text_at(one, "date")):
        older, newer = whole.get("tender"), release.get("tender")
        whole |= release
        if isinstance(older, Mapping) and isinstance(newer, Mapping | None):
            whole["tender"] = {**older, **(newer or {})}
    return whole
