"""A completed PDF form: what was filled in, field by field."""

from dataclasses import replace
from pathlib import Path

from app.domain.errors import FileUnreadable
from app.domain.incoming import AnsweredQuestion, IncomingBid
from app.domain.questionnaire import Question
from app.packages.pdf_fields import FieldKind, PdfField
from app.packages.pdf_file import PdfFile
from app.readers.completed_signs import says_something
from app.readers.pdf_form import read_form

_NO_FORM = "Use the questionnaire as Word, Excel or a PDF form; of a printed page nobody can tell what was filled in."
_FIELD = "field:"
_BOXES = (FieldKind.CHECKBOX, FieldKind.RADIO)


def read_completed_pdf(path: Path) -> IncomingBid:
    """Read a completed form. Raises `FileMissing`; `FileUnreadable`, also where the PDF has no fields."""
    with PdfFile(path) as pdf:
        fields = pdf.fields
        if not fields:
            raise FileUnreadable(path, "has no form fields", _NO_FORM)
        pdf.fields = tuple(one if one.is_read_only else replace(one, value="") for one in fields)
        questions = read_form(pdf)
    held = {_FIELD + one.name: one for one in fields if one.is_filled}
    answered = ((question, _answer(question, held)) for question in questions)
    return IncomingBid(path, tuple(AnsweredQuestion(one, text) for one, text in answered if says_something(text)))


def _answer(question: Question, held: dict[str, PdfField]) -> str:
    options = question.slot.options
    boxes = [option for option, place in options.items() if (one := held.get(place)) and one.kind in _BOXES]
    if boxes and len(set(options.values())) == len(options):
        return ", ".join(boxes)
    field = held.get(question.slot.where or "") or next((held[p] for p in options.values() if p in held), None)
    return "" if field is None else field.value
