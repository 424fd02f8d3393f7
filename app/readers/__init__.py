"""Buyers' files read into questionnaires: one module for each kind of file, and the signals they share."""

from importlib import import_module
from pathlib import Path
from typing import cast

from app.domain.errors import KindUnsupported
from app.domain.questionnaire import Questionnaire
from app.packages.file_kind import FileKind, file_kind
from app.readers.rest import no_collecting
from app.services.ports import ReadQuestionnaire

READERS = {
    FileKind.DOCX: "word:read_word",
    FileKind.DOCM: "word:read_word",
    FileKind.XLSX: "excel:read_excel",
    FileKind.XLSM: "excel:read_excel",
    FileKind.PDF: "pdf:read_pdf",
    FileKind.ESPD: "espd:read_espd",
    FileKind.JSON: "notice:read_notice",
    FileKind.TEXT: "pasted:read_pasted_file",
    FileKind.CSV: "pasted:read_pasted_file",
}
"""For each kind its module here and the function in it, imported when a file of the kind is read."""
_READ = "Questions are read from Word, Excel, PDF, ESPD and text files: use the buyer's file of one of these kinds."


def read_file(path: Path) -> Questionnaire:
    """Read a buyer's file by what it holds, whatever its name.

    Raises `FileMissing`, `FileUnreadable` or `KindUnsupported`.
    """
    kind = file_kind(path)
    if kind not in READERS:
        raise KindUnsupported(path, f"of the kind {kind}", _READ)
    module, _, name = READERS[kind].partition(":")
    read = cast(ReadQuestionnaire, getattr(import_module(f"{__name__}.{module}"), name))
    with no_collecting():
        return read(path)
