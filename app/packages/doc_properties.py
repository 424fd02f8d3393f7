"""The properties of an Office file that name people, firms and folders: taken out, everything else as it was.

Sources: ISO/IEC 29500-2, 11 (core properties); ISO/IEC 29500-1, 22.2 (extended properties).
"""

from pathlib import Path

from lxml import etree

from app.domain.errors import FileUnreadable
from app.packages.archive import Archive
from app.packages.xml_part import XmlPart, XmlUnsafe

_NAMING = {
    "docProps/core.xml": ("creator", "lastModifiedBy"),
    "docProps/app.xml": ("Company", "Manager", "Template", "HyperlinkBase"),
}


def clean_copy(source: Path, target: Path) -> tuple[str, ...]:
    """Copy an Office file without the names in its properties; give those that were taken out.

    Raises `FileMissing`, `FileUnreadable`, `FileUnwritable`.
    """
    with Archive(source) as archive:
        taken: list[str] = []
        replaced = {part: _cleaned(archive, part, names, taken) for part, names in _NAMING.items() if part in archive}
        archive.copy(target, replaced)
    return tuple(taken)


def _cleaned(archive: Archive, name: str, naming: tuple[str, ...], taken: list[str]) -> bytes:
    try:
        part = XmlPart(archive.read(name))
    except XmlUnsafe as error:
        remedy = "Open it in its own program, save a copy and use that."
        raise FileUnreadable(archive.path, "is damaged", remedy) from error
    for element in part.root:
        if etree.QName(element).localname in naming and (element.text or "").strip():
            taken.append(str(element.text))
            part.touch(element)
            element.text = ""
    return part.to_bytes()
