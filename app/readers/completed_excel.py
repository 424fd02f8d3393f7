"""A completed Excel questionnaire: what was filled in, question by question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.domain.errors import FileMissing
from app.domain.incoming import AnsweredQuestion, IncomingBid
from app.domain.questionnaire import Kind, Question
from app.packages.archive import Archive
from app.packages.sheet_places import cell_name, parse_cell
from app.packages.workbook import Workbook
from app.readers.completed_signs import TICKS, answers_label, asks_for_text, is_aside, says_something
from app.readers.excel import read_views
from app.readers.excel_bands import Band, BandReader
from app.readers.excel_legend import read_legend
from app.readers.excel_rows import RowReader
from app.readers.excel_view import SheetView, Spot, is_numbering
from app.readers.headings import Role

_PAIR = 2
_FILLED_IN = (Role.ANSWER, Role.REMARK)
_TICKED = (Role.YES, Role.NO, Role.OPTION)


def read_completed_excel(path: Path) -> IncomingBid:
    """Read a completed workbook. Raises `FileMissing` or `FileUnreadable`."""
    if not path.exists():
        raise FileMissing(path)
    with Archive(path) as archive:
        sheets = [sheet for sheet in Workbook(archive).sheets if sheet.is_visible]
        texts: dict[str, str] = {}
        views = [SheetView(sheet) for sheet in sheets]
        legend = read_legend(row.spots for view in views for row in view.rows)
        for view in views:
            reader = RowReader(view, legend)
            bands = BandReader(view, reader).read()
            for spot in (*(one for band in bands for one in _answers(band, reader)), *_below(view)):
                texts.setdefault(_place(view, spot), spot.text)
        for view in views:
            for place in texts:
                _empty(view, place)
        questions = tuple(read_views([SheetView(sheet) for sheet in sheets]))
    answered = ((question, _answer(question, texts)) for question in questions)
    return IncomingBid(path, tuple(AnsweredQuestion(one, text) for one, text in answered if says_something(text)))


def _answer(question: Question, texts: dict[str, str]) -> str:
    options = question.slot.options
    if options and question.kind is not Kind.TABLE:
        return ", ".join(option for option, place in options.items() if texts.get(place, "") in TICKS)
    return texts.get((question.slot.where or "").partition("#")[0], "")


def _answers(band: Band, reader: RowReader) -> Iterator[Spot]:
    """List the places of a band that somebody filled in."""
    roles = band.roles
    for one in band.rows:
        spots = [spot for spot in one.row.texts if spot.writable and not spot.is_formula]
        for spot in spots:
            role = roles.get(spot.column)
            ticked = role in _TICKED and spot.text in TICKS
            if role in _FILLED_IN or ticked or reader.is_marked(one.row, spot):
                yield spot
        words = [spot for spot in one.row.texts if not is_numbering(spot.text)]
        if not band.headings and len(words) == _PAIR:
            label, spot = words
            if spot.writable and not spot.style.bold and answers_label(label.text, spot.text):
                yield spot


def _below(view: SheetView) -> Iterator[Spot]:
    """List the places right below a question that its own row leaves unanswered, in the question's column."""
    above = 0
    for row in view.rows:
        words = [spot for spot in row.texts if not spot.is_formula and not is_numbering(spot.text)]
        asking = [spot for spot in words if asks_for_text(spot.text)]
        if not asking and len(words) == 1 and words[0].column == above and words[0].writable:
            yield words[0]
        if not (len(words) == 1 and is_aside(words[0].text)):
            above = asking[0].column if len(asking) == 1 else 0


def _place(view: SheetView, spot: Spot) -> str:
    return f"{view.sheet.name}!{cell_name(spot.position)}"


def _empty(view: SheetView, place: str) -> None:
    """Take the value out of a cell as it was read; the file stays as it is."""
    name, _, cell = place.rpartition("!")
    position = parse_cell(cell)
    cells = view.sheet.grid.cells
    if name == view.sheet.name and position in cells:
        cells[position] = replace(cells[position], value=None, text="")
