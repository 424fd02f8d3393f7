"""A PDF into a questionnaire: the fields of a form with their places, or the questions of a printed one without."""

import hashlib
from pathlib import Path

from app.domain.errors import FileUnreadable
from app.domain.questionnaire import Questionnaire
from app.packages.pdf_fields import FieldKind
from app.packages.pdf_file import PdfFile
from app.readers.pdf_form import read_form
from app.readers.pdf_print import read_print

_XFA = (
    "This form is described in Adobe's own XML (XFA) beside its usual fields: "
    "after filling, open it in Adobe Acrobat and check what shows."
)
_ONLY_XFA = "Open it in Adobe Acrobat, print it to a new PDF or fill it there: its fields are not of the usual kind."
_SCAN = "Ask the buyer for the document itself, or have its text recognised (OCR) and use that copy."
_FORM_FROM = 2
_LETTERS_OF_TEXT = 40
_WAIT = "please wait"


def read_pdf(path: Path) -> Questionnaire:
    """Read the questions of a PDF.

    Raises `FileMissing`; `FileUnreadable` where it is damaged, has a password, is a scan, or is a form in XFA only.
    """
    with PdfFile(path) as pdf:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        fields = [field for field in pdf.fields if field.kind is not FieldKind.BUTTON]
        title = _title(pdf)
        if pdf.has_xfa and (not fields or title.lower().startswith(_WAIT)):
            raise FileUnreadable(path, "is a form in XFA only, which cannot be read", _ONLY_XFA)
        if len(fields) < _FORM_FROM and _is_scan(pdf):
            raise FileUnreadable(path, "is a scan: pictures of pages without text", _SCAN)
        questions = read_form(pdf) if len(fields) >= _FORM_FROM else read_print(pdf)
        notices = (_XFA,) if pdf.has_xfa else ()
    return Questionnaire(path.name, "pdf", digest, questions, title, notices)


def _title(pdf: PdfFile) -> str:
    for page in range(min(3, pdf.page_count)):
        for line in pdf.lines(page):
            if len(line.text) > 3:
                return line.text[:200]
    return ""


def _is_scan(pdf: PdfFile) -> bool:
    """Tell whether the pages hold next to no text."""
    letters = sum(len(word.text) for page in range(min(10, pdf.page_count)) for word in pdf.words(page))
    return letters < _LETTERS_OF_TEXT * min(10, pdf.page_count)
