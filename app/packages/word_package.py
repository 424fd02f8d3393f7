"""A Word file opened for reading: its body, styles and numbering."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from app.domain.errors import FileMissing, FileUnreadable
from app.packages.archive import Archive
from app.packages.main_part import find_main_part
from app.packages.word_numbering import Numbering
from app.packages.word_places import body_of
from app.packages.word_styles import Styles
from app.packages.xml_part import XmlUnsafe, parse_xml

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ASK_AGAIN = "Ask the buyer for the file again, or open it in Word and save a copy."

MOST_TEXT = 64 * 1024 * 1024
"""Bytes of a document's text with its marks that are read: as many take 1 GB and two minutes."""
_TOO_LONG = "Open it, keep only the chapters to answer, save a copy and use that."


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The parts of a Word file that reading needs."""

    digest: str
    """SHA-256 of the file in hexadecimal."""
    kind: str
    """`docx` or `docm`."""
    body: etree._Element
    styles: Styles
    numbering: Numbering
    notices: tuple[str, ...] = ()
    """What the supplier should know of the file, one sentence each."""


def open_word(path: Path) -> WordPackage:
    """Open a Word file. Raises `FileMissing`, `FileUnreadable` or `KindUnsupported`."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    with Archive(path) as archive:
        main = find_main_part(archive)
        try:
            body = body_of(parse_xml(_text_of(archive, main.name)))
            further = _further_parts(archive, main.name)
            styles = Styles(_part(archive, further.get("styles")))
            numbering = Numbering(_part(archive, further.get("numbering")), styles)
            notices = archive.notices
        except (XmlUnsafe, ValueError) as error:
            raise FileUnreadable(path, "is damaged or unsafe: its text cannot be read", _ASK_AGAIN) from error
    return WordPackage(digest, main.kind, body, styles, numbering, notices)


def _text_of(archive: Archive, name: str) -> bytes:
    """Unpack the part that holds the text, within bounds. Raises `FileUnreadable`."""
    content = archive.read(name)
    if len(content) > MOST_TEXT:
        raise FileUnreadable(archive.path, f"holds more than {MOST_TEXT >> 20} MB of text", _TOO_LONG)
    return content


def _further_parts(archive: Archive, main: str) -> dict[str, str]:
    """Map the last word of each relationship's type to the part it leads to."""
    folder = PurePosixPath(main).parent
    name = str(folder / "_rels" / f"{PurePosixPath(main).name}.rels")
    if name not in archive:
        return {}
    found = {}
    for one in parse_xml(archive.read(name)).iter(_RELATIONSHIP):
        if one.get("TargetMode") != "External":
            target = one.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else str(folder / target)
            found[one.get("Type", "").rpartition("/")[2]] = part
    return found


def _part(archive: Archive, name: str | None) -> etree._Element | None:
    return parse_xml(archive.read(name)) if name and name in archive else None
