"""An Excel workbook into a questionnaire: every visible sheet, its places and what they ask."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import FileMissing
from app.domain.questionnaire import Kind, Question, Questionnaire, Signal
from app.packages.archive import Archive
from app.packages.workbook import Workbook
from app.readers.excel_bands import Band, BandReader
from app.readers.excel_candidates import CandidateReader, CandidateRow
from app.readers.excel_draft import Draft
from app.readers.excel_export import read_export
from app.readers.excel_legend import read_legend
from app.readers.excel_printed import printed_headings
from app.readers.excel_questions import make_question
from app.readers.excel_rows import RowReader
from app.readers.excel_shapes import put_here, shape
from app.readers.excel_view import SheetView
from app.readers.follow_ups import with_conditions

_TITLE_LENGTH = 200


def read_excel(path: Path) -> Questionnaire:
    """Read the questions of a workbook (.xlsx, .xlsm).

    Raises `FileMissing` or `FileUnreadable`.
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    with Archive(path) as archive:
        book = Workbook(archive)
        views = [SheetView(sheet) for sheet in book.sheets if sheet.is_visible]
        questions = tuple(read_views(views))
        kind = "xlsm" if any(name.endswith("vbaProject.bin") for name in archive.names) else "xlsx"
        notices = (*archive.notices, *_controls(views))
    return Questionnaire(path.name, kind, digest, questions, _title(views), notices)


def _controls(views: list[SheetView]) -> Iterator[str]:
    """Name the sheets with controls that are no cells: their boxes and lists have to be set by hand."""
    for view in views:
        if view.sheet.controls:
            yield (
                f"The sheet {view.sheet.name.strip()} has form controls drawn on it ({view.sheet.controls}). "
                "Set them by hand in the filled copy."
            )


def read_views(views: list[SheetView]) -> Iterator[Question]:
    """Read the questions of a workbook's visible sheets."""
    legend = read_legend(row.spots for view in views for row in view.rows)
    readers = [(view, RowReader(view, legend)) for view in views]
    bands = [(view, reader, BandReader(view, reader).read()) for view, reader in readers]
    printed = printed_headings(band for _, _, found in bands for band in found)
    for view, reader, found in bands:
        exported = read_export(view)
        if exported is not None:
            yield from exported
            continue
        drafts = _drafts(view, CandidateReader(view, legend, reader, printed), found)
        made: dict[str, Question] = {}
        for draft in drafts:
            question = make_question(view.sheet, draft)
            if question.text:
                made.setdefault(question.id, question)
        yield from with_conditions(list(made.values()))


def _drafts(view: SheetView, reader: CandidateReader, bands: tuple[Band, ...]) -> Iterator[Draft]:
    rows: list[CandidateRow] = []
    for band in bands:
        found = reader.read(band)
        rows.extend(found)
        yield from shape(band, found)
    for row, spot in put_here(rows):
        below = view.spot((spot.last_row + 1, spot.column))
        place = spot if below.text or not below.writable else below
        yield Draft(place, spot.text, row, kind=Kind.UPLOAD, signals=(Signal("asks for a document here", 3.5),))


def _title(views: list[SheetView]) -> str:
    for view in views:
        for row in view.rows:
            for spot in row.texts:
                return " ".join(spot.text.split())[:_TITLE_LENGTH]
    return ""
