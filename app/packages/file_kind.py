"""What kind a buyer's file is, by what it holds and not by its name."""

import json
import mmap
import re
from enum import StrEnum
from pathlib import Path

from app.domain.errors import FileMissing, FileUnreadable, KindUnsupported
from app.packages.main_part import converts_to, main_part_of

ASK_AGAIN = "Ask the buyer for the file again, or open it in its own program and save a copy."
_SAVE_AS = "Open it in {program}, save it as {kind} and use that copy."
_WORD = _SAVE_AS.format(program="Word or LibreOffice", kind="a Word document (.docx)")
_EXCEL = _SAVE_AS.format(program="Excel or LibreOffice", kind="an Excel workbook (.xlsx)")
_HEAD = 64 * 1024
MOST_TEXT_BYTES = 32 * 1024 * 1024
"""The most a text, XML or JSON file may hold."""


class FileKind(StrEnum):
    """The kinds of files that questions are read from."""

    DOCX = "docx"
    DOCM = "docm"
    XLSX = "xlsx"
    XLSM = "xlsm"
    PDF = "pdf"
    ESPD = "espd"
    TEXT = "text"
    CSV = "csv"
    JSON = "json"


_OFFICE_NAMES = {".docx": "a Word document", ".docm": "a Word document", ".xlsx": "an Excel workbook"} | {
    ".xlsm": "an Excel workbook",
    ".pdf": "a PDF",
    ".doc": "a Word document",
    ".xls": "an Excel workbook",
}

_OLE_STREAMS = (
    ("WordDocument", "a Word document of before 2007 (.doc)", _WORD),
    ("Workbook", "an Excel workbook of before 2007 (.xls)", _EXCEL),
    ("Book", "an Excel workbook of before 2007 (.xls)", _EXCEL),
    ("PowerPoint Document", "a PowerPoint presentation", "Questions are read from Word, Excel and PDF files."),
    ("__properties_version1.0", "an e-mail message", "Save its attachment and use that."),
)

_HEADS = (
    (b"{\\rtf", "a rich text file (.rtf)", _WORD),
    (b"\x89PNG", "a picture", "Ask the buyer for the document itself."),
    (b"\xff\xd8\xff", "a picture", "Ask the buyer for the document itself."),
    (b"GIF8", "a picture", "Ask the buyer for the document itself."),
    (b"7z\xbc\xaf", "a compressed archive (.7z)", "Unpack it and use the documents in it."),
    (b"Rar!", "a compressed archive (.rar)", "Unpack it and use the documents in it."),
)

_ESPD_ROOTS = frozenset({"ESPDRequest", "ESPDResponse"}) | {
    "QualificationApplicationRequest",
    "QualificationApplicationResponse",
}
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")


def file_kind(path: Path) -> FileKind:
    """Tell what kind of file this is.

    Raises `FileMissing`; `FileUnreadable` where it is empty, damaged, has a password or is not what its name says;
    `KindUnsupported` for a kind that is not read, with the next step.
    """
    head, size = _head_of(path)
    if not size:
        raise FileUnreadable(path, "is empty", "Ask the buyer for the file again.")
    if head.startswith(b"PK\x03\x04"):
        return FileKind(main_part_of(path).kind)
    if head.startswith(b"PK"):
        raise FileUnreadable(path, "is damaged: it is an empty or broken package", ASK_AGAIN)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise _ole_error(path)
    if b"%PDF-" in head[:1024]:
        return _whole_pdf(path, size)
    for start, kind, remedy in _HEADS:
        if head.startswith(start):
            raise KindUnsupported(path, kind, remedy, converts_to(kind))
    return _kind_of_text(path)


def content_of(path: Path) -> bytes:
    """Give what a text, XML or JSON file holds.

    Raises `FileMissing`; `FileUnreadable` where it may not be read or holds more than `MOST_TEXT_BYTES`.
    """
    try:
        if path.stat().st_size > MOST_TEXT_BYTES:
            raise FileUnreadable(path, "is larger than any list of questions", "Use the part of it that asks.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise _refused(path, error) from error


def read_text(path: Path) -> str:
    """Give the text of a text file: UTF-8 or UTF-16 by its mark, else Windows-1252.

    Raises `FileUnreadable` where the bytes are no text or more than `MOST_TEXT_BYTES`.
    """
    content = content_of(path)
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        if b"\x00" in content:
            raise FileUnreadable(path, "is not a document that can be read", ASK_AGAIN)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\ufffd" in text or re.search("[\x01-\x08\x0e-\x1f]", text):
        raise FileUnreadable(path, "is not a document that can be read", ASK_AGAIN)
    return text


def _head_of(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD), path.stat().st_size
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except IsADirectoryError as error:
        raise FileUnreadable(path, "is a folder", "Choose a file in it.") from error
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> FileUnreadable:
    reason = f"could not be opened ({error.strerror or 'the disk refused it'})"
    return FileUnreadable(path, reason, "Check that you may read it and that no other program holds it.")


def _ole_error(path: Path) -> FileUnreadable | KindUnsupported:
    """Say which old or locked file an OLE compound file is, by the names of its streams ([MS-CFB], 2.6)."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            return FileUnreadable(path, "has a password", "Open it, save a copy without one and use that.")
        for stream, kind, remedy in _OLE_STREAMS:
            if content.find(stream.encode("utf-16-le") + b"\x00\x00") >= 0:
                return KindUnsupported(path, kind, remedy, converts_to(kind))
    return FileUnreadable(path, "is damaged or of an unknown kind", ASK_AGAIN)


def _whole_pdf(path: Path, size: int) -> FileKind:
    """Check that a PDF has its end: a reader finds its pages from there (ISO 32000-1, 7.5.5)."""
    with path.open("rb") as file:
        file.seek(max(0, size - _HEAD))
        if b"startxref" not in file.read():
            raise FileUnreadable(path, "is damaged: its end is missing", "Ask the buyer for the file again.")
    return FileKind.PDF


def _kind_of_text(path: Path) -> FileKind:
    text = read_text(path)
    claimed = _OFFICE_NAMES.get(path.suffix.lower())
    if text.lstrip()[:1] == "<":
        return _kind_of_markup(path, text)
    if claimed:
        raise FileUnreadable(path, f"is plain text and not {claimed}", ASK_AGAIN)
    if not text.strip():
        raise FileUnreadable(path, "is empty", "Ask the buyer for the file again.")
    if text.lstrip()[:1] in "{[" and _is_json(text):
        return FileKind.JSON
    if path.suffix.lower() == ".json":
        raise FileUnreadable(path, "is damaged: it is not JSON", "Ask for the file again.")
    return FileKind.CSV if path.suffix.lower() in (".csv", ".tsv") else FileKind.TEXT


def _kind_of_markup(path: Path, text: str) -> FileKind:
    match = _ROOT.search(text[:_HEAD])
    if match and match[1] in _ESPD_ROOTS:
        return FileKind.ESPD
    if match and match[1].lower() == "html":
        raise KindUnsupported(path, "a web page", "Copy the questions out of it and paste them in.")
    raise KindUnsupported(path, "an XML file that is not an ESPD", "Use the buyer's Word, Excel or PDF file.")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
