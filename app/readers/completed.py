"""Questionnaires that somebody filled in: a past bid read back into questions and what was answered.

A form is recognised by what waits in it, and in a completed one nothing waits any more. So what looks like an
answer is taken out first (in memory: the file stays as it is), the form is read as if it were blank, and each
question gets back what stood in its place.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from app.domain.errors import KindUnsupported
from app.domain.incoming import IncomingBid
from app.packages.file_kind import FileKind, file_kind

READERS: Mapping[FileKind, str] = {
    FileKind.DOCX: "completed_word:read_completed_word",
    FileKind.DOCM: "completed_word:read_completed_word",
    FileKind.XLSX: "completed_excel:read_completed_excel",
    FileKind.XLSM: "completed_excel:read_completed_excel",
    FileKind.PDF: "completed_pdf:read_completed_pdf",
}
_READ = "Past bids are read from Word, Excel and PDF forms: use the questionnaire as it was submitted."


def read_completed(path: Path) -> IncomingBid:
    """Read a completed questionnaire.

    Raises `FileMissing`, `FileUnreadable` or `KindUnsupported`.
    """
    kind = file_kind(path)
    if kind not in READERS:
        raise KindUnsupported(path, f"of the kind {kind}", _READ)
    module, _, name = READERS[kind].partition(":")
    read = cast(Callable[[Path], IncomingBid], getattr(import_module(f"app.readers.{module}"), name))
    return read(path)
