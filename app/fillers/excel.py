"""Answers into a copy of a workbook: each sheet part patched cell by cell, everything else left as it is."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

from app.domain.answer_marks import plain_value
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.choices import choose_boxes
from app.fillers.excel_cells import gives_way, is_free, raw_text, typed, write_cell
from app.fillers.excel_heights import grow_row
from app.fillers.excel_proof import markup_outside
from app.fillers.excel_rich import read_runs, shared_texts, with_answer, write_runs
from app.fillers.excel_text import put_into_text, tick_in_text
from app.fillers.package import fill_package, parts_that_differ
from app.fillers.patch import Patch, write_answers
from app.fillers.refusal import FORMULA, LOCKED, PLACE_GONE, Unwritable
from app.fillers.values import table_rows
from app.packages.archive import Archive
from app.packages.sheet import Sheet
from app.packages.sheet_formulas import depends_on
from app.packages.sheet_places import Position, parse_cell
from app.packages.word_places import split_blank
from app.packages.workbook import Workbook
from app.packages.xml_part import XmlPart

__all__ = ["differences", "fill_copy", "place_texts"]

_BEFORE_SETTINGS = re.compile(
    "file(Version|Sharing)|workbook(Pr|Protection)|bookViews|sheets|functionGroups|externalReferences|definedNames"
)
RECALCULATED = (
    "Formulas of the buyer depend on the answers: Excel computes them when it opens the file; "
    "in LibreOffice press Ctrl+Shift+F9."
)


def fill_copy(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], copy: Path) -> Patch:
    """Write a copy of the buyer's file with the answers in it."""
    return fill_package(source, questionnaire, answers, copy, patch_package)


def patch_package(archive: Archive, questionnaire: Questionnaire, answers: Mapping[str, JsonValue]) -> Patch:
    """Write the answers into the sheets, and ask for recalculation where formulas depend on them."""
    book = Workbook(archive)
    before = _texts(book)
    filler = _ExcelFiller(book)
    patch = write_answers(questionnaire, answers, filler.write)
    patch.meant = filler.meant
    patch.parts = {sheet.part_name: sheet.part.to_bytes() for sheet in filler.touched}
    patch.before = before
    if depends_on(book.sheets, filler.written):
        patch.parts.update(_recalculated(book, archive))
        patch.notices.append(RECALCULATED)
    return patch


def place_texts(path: Path, growth: Mapping[int, int] | None = None) -> Mapping[str, str]:  # noqa: ARG001
    """Read what every cell of every sheet holds, numbers and days unformatted; a sheet never grows."""
    with Archive(path) as archive:
        return _texts(Workbook(archive))


def _texts(book: Workbook) -> dict[str, str]:
    return {
        sheet.place(position): raw_text(cell.value)
        for sheet in book.sheets
        for position, cell in sheet.cells.items()
        if cell.text
    }


def differences(source: Path, copy: Path, patch: Patch) -> tuple[str, ...]:
    """List the parts of a copy that differ from the buyer's in more than the answers."""
    with Archive(source) as before, Archive(copy) as after:
        was, now = markup_outside(before, patch.allowed), markup_outside(after, patch.allowed)
    wrong = tuple(name for name in was if was[name] != now.get(name))
    return parts_that_differ(source, copy, patch) or wrong


class _ExcelFiller:
    """Writes answers into the sheets of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.touched: dict[Sheet, None] = {}
        self.written: dict[str, set[Position]] = {}
        self._texts: list[etree._Element] | None = None
        self.meant: dict[str, str] = {}
        """What is to be read in each cell afterwards."""

    def write(self, question: Question, value: JsonValue) -> Iterable[str]:
        """Write one answer and list the cells it went to. Raises `Unwritable`."""
        value = plain_value(question, value)
        if question.kind is Kind.TABLE and question.slot.options:
            return self._table(question, value)
        if question.slot.options:
            return self._boxes(question, value)
        return [self._cell(question, value, question.slot.where or "")]

    def _table(self, question: Question, value: JsonValue) -> list[str]:
        rows = table_rows(value, tuple(question.slot.options))
        columns = [self._find(place) for place in question.slot.options.values()]
        planned = []
        for down, row in enumerate(rows):
            for (sheet, (top, column), _), cell in zip(columns, row, strict=True):
                position = (top + down, column)
                if cell in (None, ""):
                    continue
                if not is_free(sheet, position):
                    raise Unwritable(f"The buyer's table has room for {down} of {len(rows)} entries.")
                planned.append((sheet, position, typed(question, cell, sheet, position)))
        for sheet, position, content in planned:
            self._put(sheet, position, content)
        return [sheet.place(position) for sheet, position, _ in planned]

    def _boxes(self, question: Question, value: JsonValue) -> list[str]:
        chosen = choose_boxes(value, tuple(question.slot.options), several=question.kind is Kind.MULTI_CHOICE)
        # Backwards: a changed box must not move the ones still to be changed.
        ordered = sorted(question.slot.options.items(), key=lambda one: split_blank(one[1]), reverse=True)
        found = [(option in chosen, *self._find(place)) for option, place in ordered]
        for ticked, sheet, position, number in found:
            text = tick_in_text(self._text(sheet, position), number, ticked=ticked)
            if text is not None:
                self._put(sheet, position, text, among=True)
        return list(dict.fromkeys(sheet.place(position) for _, sheet, position, _ in found))

    def _cell(self, question: Question, value: JsonValue, place: str) -> str:
        sheet, position, number = self._find(place)
        printed = self._text(sheet, position)
        content = typed(question, value, sheet, position)
        among = bool(printed) and not gives_way(sheet, position, printed, question)
        if among:
            content = put_into_text(printed, number, content, question, value)
        self._put(sheet, position, content, among=among)
        return sheet.place(position)

    def _text(self, sheet: Sheet, position: Position) -> str:
        """Give what stands in a cell by now, answers written before included."""
        return self.meant.get(sheet.place(position), sheet.text(position))

    def _shared(self) -> list[etree._Element]:
        if self._texts is None:
            self._texts = shared_texts(self._book)
        return self._texts

    def _find(self, place: str) -> tuple[Sheet, Position, int]:
        """Find the sheet, the cell and the number of the blank in it that a place names."""
        base, number = split_blank(place)
        name, _, cell = base.rpartition("!")
        sheet = self._book.sheet(name)
        if sheet is None:
            raise Unwritable(PLACE_GONE)
        position = sheet.anchor(parse_cell(cell))
        if not sheet.is_writable(position):
            raise Unwritable(LOCKED)
        if sheet.cell(position).is_formula:
            raise Unwritable(FORMULA)
        return sheet, position, number

    def _put(self, sheet: Sheet, position: Position, content: str | float | bool, *, among: bool = False) -> None:
        """Write a cell; `among` words of the buyer, these keep their letters."""
        runs = read_runs(sheet.find_cell(position), self._shared) if among else ()
        cell = write_cell(sheet, position, content)
        text = cell.find("{*}is")
        if runs and text is not None:
            write_runs(text, with_answer(runs, str(content)))
        if isinstance(content, str):
            grow_row(sheet, position, content)
        self.touched[sheet] = None
        self.written.setdefault(sheet.name, set()).add(position)
        self.meant[sheet.place(position)] = raw_text(content)


def _recalculated(book: Workbook, archive: Archive) -> dict[str, bytes]:
    """Ask the program that opens the file to compute every formula anew (ISO/IEC 29500-1, 18.2.2)."""
    part = XmlPart(archive.read(book.part_name))
    settings = part.root.find("{*}calcPr")
    if settings is None:
        part.add_after(_last_before_settings(part.root), settings := _new_settings(part.root))
    elif settings.get("fullCalcOnLoad") in ("1", "true"):
        return {}
    part.touch(settings)
    settings.set("fullCalcOnLoad", "1")
    return {book.part_name: part.to_bytes()}


def _last_before_settings(root: etree._Element) -> etree._Element:
    """Find the element behind which the schema has the settings of calculation (CT_Workbook)."""
    before = [one for one in root.iterchildren("*") if _BEFORE_SETTINGS.fullmatch(etree.QName(one).localname)]
    return before[-1]


def _new_settings(root: etree._Element) -> etree._Element:
    return etree.Element(etree.QName(etree.QName(root).namespace, "calcPr"))
