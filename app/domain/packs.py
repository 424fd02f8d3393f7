"""The submission pack: what goes to the buyer, under which names, and how it is shown to be whole."""

import hashlib
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath

PATTERN = "{n} {supplier} {title}"
"""How files are named unless the buyer wants it otherwise."""
PARTS_OF_NAMES = ("n", "reference", "lot", "supplier", "title")
INDEX, MANIFEST = "Index.csv", "manifest.json"
"""Names that the archive keeps for its own list and its hashes."""
LONGEST_NAME = 100
"""Characters of a name with its ending: some portals and older systems refuse longer paths."""
LONGEST_ENDING = 12
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""Names that Windows keeps for its devices."""


class PackedAs(StrEnum):
    """What a file of a pack is."""

    FILLED = "filled form"
    EVIDENCE = "evidence"
    POLICY = "policy"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack."""

    name: str
    title: str
    what: PackedAs
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of its content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class PackRule:
    """How the buyer wants files."""

    pattern: str = PATTERN
    lot: str = ""
    most_bytes: int | None = None
    """The most that one archive may be, in bytes; None where nothing is said."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as it was made, kept to be opened exactly as it was sent."""

    at: datetime
    by: str
    archives: Mapping[str, str]
    """The name of each archive and the SHA-256 under which it is kept."""
    files: int
    is_draft: bool = False
    """Whether it was made although the check found what stops the bid."""


def named(files: Sequence[PackFile], rule: PackRule, words: Mapping[str, str]) -> tuple[PackFile, ...]:
    """Name files by the rule: safe on every system, each name once, its ending kept.

    `words` give what stands for `{reference}` and `{supplier}`. Raises KeyError for a part that there is not, and
    ValueError for a rule that is none.
    """
    for _text, part, form, conversion in string.Formatter().parse(rule.pattern):
        if part is not None and (part not in PARTS_OF_NAMES or form or conversion):
            raise KeyError(part)
    taken = {INDEX.casefold(), MANIFEST.casefold()}
    width = max(2, len(str(len(files))))
    found = []
    for number, file in enumerate(files, 1):
        stem, ending = _stem_and_ending(file.title)
        told = {**words, "lot": rule.lot, "n": f"{number:0{width}}", "title": stem}
        name = safe_name(rule.pattern.format_map(told), ending)
        found.append(replace(file, name=_once(name, taken)))
    return tuple(found)


def _stem_and_ending(title: str) -> tuple[str, str]:
    """Part a title; what is unsafe in names or longer than the ending of any file is no ending."""
    path = PurePath(title)
    if len(path.suffix) > LONGEST_ENDING or _UNSAFE.search(path.suffix):
        return title, ""
    return path.stem, path.suffix.lower()


def safe_name(name: str, ending: str) -> str:
    """Give a file name that every system takes, no longer than `LONGEST_NAME` with its ending."""
    plain = " ".join(_UNSAFE.sub("-", name).split())[: LONGEST_NAME - len(ending)].strip(" .-")
    return f"_{plain}{ending}" if _RESERVED.fullmatch(plain) else f"{plain or 'file'}{ending}"


def _once(name: str, taken: set[str]) -> str:
    path, number = PurePath(name), 1
    free = name
    while free.casefold() in taken:
        number += 1
        free = f"{path.stem}-{number}{path.suffix}"
    taken.add(free.casefold())
    return free


def archive_names(name: str, count: int) -> tuple[str, ...]:
    """Give the names of the archives of one pack: `bid.zip` alone, or `bid-1.zip`, `bid-2.zip` and so on."""
    path = PurePath(name)
    return (name,) if count == 1 else tuple(f"{path.stem}-{number}{path.suffix}" for number in range(1, count + 1))


def parted(files: Iterable[PackFile], most_bytes: int | None) -> tuple[tuple[PackFile, ...], ...]:
    """Part files into archives that stay within the limit, in their order; one that is too large stands alone."""
    parts: list[list[PackFile]] = [[]]
    size = 0
    for file in files:
        if most_bytes is not None and parts[-1] and size + len(file.content) > most_bytes:
            parts.append([])
            size = 0
        parts[-1].append(file)
        size += len(file.content)
    return tuple(tuple(part) for part in parts if part)
