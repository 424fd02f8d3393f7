"""The main part of an office package: which it is, and of what kind the package is by it."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.domain.errors import FileUnreadable, KindUnsupported
from app.packages.archive import Archive
from app.packages.xml_part import XmlUnsafe, parse_xml

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ASK_AGAIN = "Ask the buyer for the file again, or open it in its own program and save a copy."
_WORD = "Open it in Word or LibreOffice, save it as a Word document (.docx) and use that copy."
_EXCEL = "Open it in Excel or LibreOffice, save it as an Excel workbook (.xlsx) and use that copy."
_UNPACK = "Unpack it and use the documents in it."

_KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "docx",
    "application/vnd.ms-word.document.macroenabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "docm",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": "xlsm",
    "application/vnd.ms-excel.template.macroenabled.main+xml": "xlsm",
}
_OTHER_OFFICE = (
    ("presentation", "a PowerPoint presentation", "Questions are read from Word, Excel and PDF files."),
    ("ms-excel.sheet.binary", "a binary Excel workbook (.xlsb)", _EXCEL),
)
_OPEN_DOCUMENT = (
    ("opendocument.text", "an OpenDocument text (.odt)", _WORD),
    ("opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", _EXCEL),
    ("opendocument", "an OpenDocument file", _WORD),
)
_CONVERTED = {
    ".doc": "docx",
    ".rtf": "docx",
    ".odt": "docx",
    ".xls": "xlsx",
    ".xlsb": "xlsx",
    ".ods": "xlsx",
}
"""What LibreOffice makes of each older or open kind: the kind that keeps most of it and can be read."""


@dataclass(frozen=True, slots=True)
class MainPart:
    """The part that holds the document or the workbook."""

    name: str
    """Its name in the package, as `Archive.read` takes it."""
    kind: str
    """`docx`, `docm`, `xlsx` or `xlsm`; templates count as what is made from them."""


def converts_to(kind: str) -> str:
    """Give the ending of what a kind named like "a rich text file (.rtf)" can be converted to; empty where nothing."""
    return _CONVERTED.get(kind.rpartition("(")[2].rstrip(")"), "")


def main_part_of(path: Path) -> MainPart:
    """Find the main part of a package. Raises `FileMissing`, `FileUnreadable`, `KindUnsupported`."""
    with Archive(path) as archive:
        return find_main_part(archive)


def find_main_part(archive: Archive) -> MainPart:
    """Find the main part of an open package. Raises `FileUnreadable`, `KindUnsupported`."""
    if "[Content_Types].xml" not in archive:
        raise _not_office(archive)
    try:
        name = _main_name(archive)
        content_type = _content_type(archive, name)
    except XmlUnsafe as error:
        raise FileUnreadable(archive.path, "is damaged or unsafe: its list of parts is wrong", _ASK_AGAIN) from error
    kind = _KINDS.get(content_type.lower())
    if kind is None:
        raise _other_kind(archive.path, content_type)
    if name not in archive:
        raise FileUnreadable(archive.path, "is damaged: its main part is missing", _ASK_AGAIN)
    return MainPart(name, kind)


def _main_name(archive: Archive) -> str:
    """Follow the relationship of the package to its main part (ISO/IEC 29500-2, 9.3)."""
    if "_rels/.rels" not in archive:
        raise FileUnreadable(archive.path, "is damaged: its main part is missing", _ASK_AGAIN)
    for one in parse_xml(archive.read("_rels/.rels")).iter(_RELATIONSHIPS):
        if one.get("Type", "").endswith("/officeDocument"):
            if "purl.oclc.org" in one.get("Type", ""):
                raise KindUnsupported(archive.path, "a Strict Open XML file", f"{_WORD[:-1]} (or .xlsx).")
            return str(PurePosixPath(one.get("Target", "").lstrip("/")))
    raise FileUnreadable(archive.path, "is damaged: its main part is missing", _ASK_AGAIN)


def _content_type(archive: Archive, name: str) -> str:
    """Look up the content type of a part: its own, else that of its extension (ISO/IEC 29500-2, 10.1.2)."""
    types = parse_xml(archive.read("[Content_Types].xml"))
    for one in types.iter(_TYPES + "Override"):
        if one.get("PartName", "").lstrip("/").lower() == name.lower():
            return one.get("ContentType", "")
    extension = name.rpartition(".")[2].lower()
    defaults = types.iter(_TYPES + "Default")
    return next((one.get("ContentType", "") for one in defaults if one.get("Extension", "").lower() == extension), "")


def _other_kind(path: Path, content_type: str) -> KindUnsupported:
    for part, kind, remedy in _OTHER_OFFICE:
        if part in content_type:
            return KindUnsupported(path, kind, remedy, converts_to(kind))
    return KindUnsupported(path, "an office file of an unknown kind", _ASK_AGAIN)


def _not_office(archive: Archive) -> KindUnsupported:
    kind = archive.read("mimetype").decode("ascii", "replace") if "mimetype" in archive else ""
    for part, name, remedy in _OPEN_DOCUMENT:
        if part in kind:
            return KindUnsupported(archive.path, name, remedy, converts_to(name))
    if any(re.fullmatch(r"(?i)index/.*\.iwa", name) for name in archive.names):
        return KindUnsupported(archive.path, "a Pages or Numbers file", "Export it as Word or Excel and use that copy.")
    return KindUnsupported(archive.path, "a zip archive", _UNPACK)
