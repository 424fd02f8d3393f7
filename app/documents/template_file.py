"""A Word template from a stranger: checked, and freed of what reaches outside it."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from app.domain.errors import TemplateRefused
from app.packages.archive import Archive
from app.packages.main_part import find_main_part
from app.packages.word_names import W
from app.packages.xml_part import XmlUnsafe, parse_xml

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LINKS = ("http:", "https:", "mailto:", "tel:")
_TEMPLATE, _PICTURE, _LINK = "attachedTemplate", "image", "hyperlink"
_NO_MACROS = "Save a copy without macros, as a Word document (.docx)."
_NO_LINKS = "Open it in Word, break its links (File, Info, Edit links) and save it."


@dataclass(frozen=True, slots=True)
class CleanTemplate:
    """A template that reaches nothing outside itself."""

    content: bytes
    notices: tuple[str, ...]
    """What was dropped, one sentence each."""


def open_template(path: Path) -> CleanTemplate:
    """Read a template within bounds.

    Raises `FileMissing`, `FileUnreadable`, `KindUnsupported`; `TemplateRefused` where it holds macros, or reaches
    outside in a way that cannot be cut off.
    """
    with Archive(path) as archive:
        if find_main_part(archive).kind != "docx" or any(name.endswith("vbaProject.bin") for name in archive.names):
            raise TemplateRefused(path, "is not a plain Word document, or it holds macros", _NO_MACROS)
        parts = {name: archive.read(name) for name in archive.names if not name.endswith("/")}
    notices: list[str] = []
    for name in [name for name in parts if name.endswith(".rels")]:
        _cut_off(path, name, parts, notices)
    return CleanTemplate(_packed(parts), tuple(notices))


def _cut_off(path: Path, name: str, parts: dict[str, bytes], notices: list[str]) -> None:
    """Drop the relationships of one part that lead outside, but links that a reader has to click."""
    try:
        root = parse_xml(parts[name])
    except XmlUnsafe as error:
        raise TemplateRefused(path, "is damaged or unsafe", _NO_LINKS) from error
    outside = [one for one in root.iter(_RELATIONSHIP) if one.get("TargetMode") == "External"]
    for one in outside:
        kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
        if kind == _LINK and target.startswith(_LINKS):
            continue
        if kind not in (_TEMPLATE, _PICTURE):
            raise TemplateRefused(path, f"takes in “{target[:60]}” from outside", _NO_LINKS)
        root.remove(one)
        owner = re.sub(r"_rels/([^/]+)\.rels$", r"\1", name)
        parts[owner] = _without(parts[owner], kind, one.get("Id", ""))
        notices.append(f"It pointed to “{target[:80]}”: that was dropped.")
    if outside:
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _without(content: bytes, kind: str, relation: str) -> bytes:
    """Take out of a part what used a relationship that is gone."""
    root = parse_xml(content)
    for element in list(root.iter()):
        if relation not in (element.get(_RELATION_ID + name) for name in ("id", "link")):
            continue
        element.attrib.pop(_RELATION_ID + "link", None)
        holder = element if kind == _TEMPLATE else _drawing_of(element)
        parent = holder.getparent() if holder is not None else None
        if holder is not None and parent is not None and element.get(_RELATION_ID + "embed") is None:
            parent.remove(holder)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drawing_of(element: etree._Element) -> etree._Element | None:
    """Find the drawing or picture that an element belongs to."""
    return next((one for one in element.iterancestors(W + "drawing", W + "pict")), None)


def _packed(parts: dict[str, bytes]) -> bytes:
    """Put the parts together again, not compressed: the package is read once more and thrown away."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()
