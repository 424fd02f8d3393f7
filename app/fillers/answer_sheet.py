"""An answer sheet for a file without places: every question in the buyer's order with its answer, as a Word file.

Flat PDFs and pasted lists have nowhere to write; the sheet is what a person copies from, or sends.
"""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.answer_marks import is_bullet, pieces, plain_text, without_bullet
from app.domain.counting import measure
from app.domain.errors import FileUnwritable
from app.domain.filling import FilledAnswer, LeftQuestion
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.patch import Patch
from app.fillers.refusal import NO_ANSWER, NO_QUESTION, SIGNATURE, Unwritable
from app.fillers.values import answer_text, table_rows
from app.packages.archive import written_beside

NOTICE = "The buyer's file has no places to fill: this is an answer sheet in the order of its questions."
_EPOCH = (1980, 1, 1, 0, 0, 0)


def has_no_places(questionnaire: Questionnaire) -> bool:
    """Tell whether a file offers no place for any answer."""
    return all(one.slot.where is None for one in questionnaire)


def write_sheet(questionnaire: Questionnaire, answers: Mapping[str, JsonValue], copy: Path, target: Path) -> Patch:
    """Write the sheet to `copy`, which is to stand at `target`. Raises `FileUnwritable` where that is no Word file."""
    if target.suffix.lower() != ".docx":
        reason = "the buyer's file has no places to fill, so the answers go into a Word file"
        raise FileUnwritable(target, reason, "Give it a name that ends in .docx.")
    from docx import Document

    document = Document()
    patch, section = Patch(notices=[NOTICE]), ""
    document.add_heading(questionnaire.title or questionnaire.file_name, 0)
    for question in questionnaire:
        if question.section and question.section != section:
            section = question.section
            document.add_heading(section, 1)
        document.add_heading(f"{question.ref} {question.text}".strip(), 2)
        _answer(document, question, answers, patch)
    known = {question.id for question in questionnaire}
    patch.left += [LeftQuestion(other, NO_QUESTION, refused=True) for other in answers if other not in known]
    _save(document, copy)
    return patch


def _answer(document: Any, question: Question, answers: Mapping[str, JsonValue], patch: Patch) -> None:
    if question.id not in answers:
        _leave(document, question, NO_ANSWER, patch, refused=False)
        return
    value = answers[question.id]
    try:
        if question.kind is Kind.SIGNATURE:
            raise Unwritable(SIGNATURE)
        if question.kind is Kind.TABLE and question.slot.options:
            _table(document, question, value)
        else:
            _words(document, question, answer_text(question, value))
    except Unwritable as refusal:
        _leave(document, question, str(refusal), patch, refused=True)
        return
    patch.filled.append(FilledAnswer(question.id, "", value))


def _leave(document: Any, question: Question, reason: str, patch: Patch, *, refused: bool) -> None:
    document.add_paragraph().add_run(f"[{reason}]").italic = True
    patch.left.append(LeftQuestion(question.id, reason, refused=refused))


def _words(document: Any, question: Question, words: str) -> None:
    lines = words.split("\n")
    for line in lines:
        item = len(lines) > 1 and is_bullet(line)
        paragraph = document.add_paragraph(style="List Bullet" if item else None)
        for piece in pieces(without_bullet(line) if item else line):
            run = paragraph.add_run(piece.text)
            run.bold, run.italic = piece.bold or None, piece.italic or None
    if question.kind in (Kind.TEXT, Kind.LONG_TEXT) or question.limit:
        document.add_paragraph(_counted(question, plain_text(words, bullet="")), style="Caption")


def _counted(question: Question, words: str) -> str:
    """Say how long an answer is, beside the buyer's limit."""
    used = measure(words, question.limit)
    if used.maximum is None:
        return f"{used.used:,} {used.unit.removesuffix('s') if used.used == 1 else used.unit}"
    over = f", {used.over:,} too many" if used.over else ""
    return f"{used.used:,} of {used.maximum:,} {used.unit}{over}"


def _table(document: Any, question: Question, value: JsonValue) -> None:
    headings = tuple(question.slot.options)
    rows = table_rows(value, headings)
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.text = heading
    for row in rows:
        for cell, one in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if one in (None, "") else answer_text(question, one)


def _save(document: Any, copy: Path) -> None:
    """Write the package with one time in every entry, so that two sheets of the same answers are the same bytes."""
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as package, written_beside(copy) as out, zipfile.ZipFile(out, "w") as fixed:
        for name in package.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, package.read(name))
