"""Answers into workbooks: typed by the cell, within its rules, and nothing else changed."""

import hashlib
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Protection
from openpyxl.worksheet.datavalidation import DataValidation

from app.domain.answer_marks import plain_text
from app.domain.filling import FillReport
from app.domain.questionnaire import Kind, Question, Questionnaire, Slot, question_id
from app.domain.values import JsonValue
from app.fillers import fill_file
from app.fillers.values import clean
from app.packages.archive import Archive
from app.packages.workbook import Workbook
from tests.samples.excel_parts import with_part
from tests.samples.package_check import faults

Answer = Callable[..., "Filled"]


class Filled:
    """A filled copy as openpyxl reads it, and what was said of it."""

    def __init__(self, path: Path, report: FillReport) -> None:
        self.path, self.report = path, report
        self.sheet: Any = openpyxl.load_workbook(path).worksheets[0]

    def __getitem__(self, cell: str) -> Any:
        return self.sheet[cell].value


def ask(cell: str, kind: Kind = Kind.TEXT, options: tuple[str, ...] = (), **places: str) -> Question:
    where = f"Form!{cell}"
    return Question(question_id(where), "Question?", Slot(where, places), kind, options=options)


def _made(cell: str, text: str) -> bytes:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'.encode()


@pytest.fixture
def book() -> Any:
    made = openpyxl.Workbook()
    made.active.title = "Form"
    made.active["A1"] = "Question"
    made.active["B1"] = "Answer"
    for row in range(2, 6):
        made.active[f"A{row}"] = f"Question {row}"
    return made


@pytest.fixture
def answer(tmp_path: Path) -> Answer:
    def fill(book: Any, *pairs: tuple[Question, JsonValue], without: bytes = b"") -> Filled:
        source, target = tmp_path / "buyer.xlsx", tmp_path / "filled.xlsx"
        book.save(source)
        if without:
            with_part(source, "xl/workbook.xml", without, b"")
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        questionnaire = Questionnaire("buyer.xlsx", "xlsx", digest, tuple(question for question, _ in pairs))
        report = fill_file(source, questionnaire, {question.id: value for question, value in pairs}, target)
        assert hashlib.sha256(source.read_bytes()).hexdigest() == digest
        assert faults(target) == []
        return Filled(target, report)

    return fill


def test_words_numbers_money_and_shares_arrive_as_what_they_are(book: Any, answer: Answer) -> None:
    book.active["B4"].number_format = "0.0%"
    filled = answer(
        book,
        (ask("B2"), "01234567"),
        (ask("B3", Kind.MONEY), 412000),
        (ask("B4", Kind.PERCENT), 97.5),
        (ask("B5", Kind.NUMBER), "34"),
    )
    assert [filled[cell] for cell in ("B2", "B3", "B4", "B5")] == ["01234567", 412000, 0.975, 34]


def test_a_day_is_a_true_day_in_a_date_cell_and_words_elsewhere(book: Any, answer: Answer) -> None:
    book.active["B2"].number_format = "dd/mm/yyyy"
    filled = answer(book, (ask("B2", Kind.DATE), "2026-12-01"), (ask("B3", Kind.DATE), "2026-12-01"))
    assert filled["B2"].date() == date(2026, 12, 1)
    assert filled["B3"] == "1 December 2026"


def test_a_year_in_a_cell_made_for_days_is_words(book: Any, answer: Answer) -> None:
    book.active["B2"].number_format = "dd/mm/yyyy"
    assert answer(book, (ask("B2", Kind.NUMBER), 2011))["B2"] == "2011"


def test_a_drop_down_takes_only_its_own_words(book: Any, answer: Answer) -> None:
    rule = DataValidation("list", formula1='"YES,NO,Not applicable"')
    rule.add("B2:B3")
    book.active.add_data_validation(rule)
    filled = answer(book, (ask("B2", Kind.YES_NO), True), (ask("B3", Kind.CHOICE), "Perhaps"))
    assert filled["B2"] == "YES"
    assert filled["B3"] is None
    assert "YES, NO, Not applicable" in filled.report.left[0].reason


def test_text_that_looks_like_a_formula_stays_text(book: Any, answer: Answer) -> None:
    texts = ("=1+1", "+44 1632 960123", "-5 degrees", "@home")
    filled = answer(book, *((ask(f"B{row}"), text) for row, text in enumerate(texts, 2)))
    assert [filled.sheet[f"B{row}"].data_type for row in range(2, 6)] == ["s"] * 4 or all(
        filled.sheet[f"B{row}"].data_type in ("s", "inlineStr") for row in range(2, 6)
    )
    assert b"<f>" not in zipfile.ZipFile(filled.path).read("xl/worksheets/sheet1.xml")


def test_a_locked_cell_of_a_protected_sheet_is_refused(book: Any, answer: Answer) -> None:
    book.active.protection.sheet = True
    book.active["B2"].protection = Protection(locked=False)
    filled = answer(book, (ask("B2"), "open"), (ask("B3"), "locked"))
    assert filled["B2"] == "open"
    assert [one.reason for one in filled.report.left] == ["The buyer has locked this place."]


def test_a_formula_of_the_buyer_is_never_written_over(book: Any, answer: Answer) -> None:
    book.active["B2"] = "=LEN(A2)"
    filled = answer(book, (ask("B2"), "x"))
    assert filled["B2"] == "=LEN(A2)"
    assert filled.report.left[0].reason == "The buyer's own formula stands here."


def test_formulas_are_computed_anew_when_the_file_is_opened(book: Any, answer: Answer) -> None:
    book.active["C2"] = "=LEN(B2)"
    filled = answer(book, (ask("B2"), "x"))
    assert b'fullCalcOnLoad="1"' in zipfile.ZipFile(filled.path).read("xl/workbook.xml")


def test_a_workbook_without_settings_of_calculation_gets_them_at_their_place(book: Any, answer: Answer) -> None:
    book.active["C2"] = "=LEN(B2)"
    filled = answer(book, (ask("B2"), "x"), without=b'<calcPr calcId="124519" fullCalcOnLoad="1"/>')
    content = zipfile.ZipFile(filled.path).read("xl/workbook.xml")
    assert b'<definedNames/><calcPr fullCalcOnLoad="1"/></workbook>' in content


def test_the_workbook_part_is_left_alone_where_no_formula_depends_on_an_answer(book: Any, answer: Answer) -> None:
    book.active["C2"] = "=LEN(A2)"
    filled = answer(book, (ask("B2"), "x"), without=b'<calcPr calcId="124519" fullCalcOnLoad="1"/>')
    assert filled.report.parts_changed == ("xl/worksheets/sheet1.xml",)


def test_a_new_row_and_a_new_cell_leave_their_neighbours_bytes(book: Any, answer: Answer, tmp_path: Path) -> None:
    book.active["A9"] = "far"
    filled = answer(book, (ask("B7"), "seven"), (ask("B9"), "nine"), (ask("B20"), "last"))
    before = zipfile.ZipFile(tmp_path / "buyer.xlsx").read("xl/worksheets/sheet1.xml")
    written = zipfile.ZipFile(filled.path).read("xl/worksheets/sheet1.xml")
    for number, text in ((7, "seven"), (20, "last")):
        written = written.replace(b'<row r="%d">%s</row>' % (number, _made(f"B{number}", text)), b"")
    assert written.replace(_made("B9", "nine"), b"").replace(b' spans="1:1"', b"") == before.replace(
        b' spans="1:1"', b""
    )


def test_cells_and_rows_the_file_lacks_are_made_in_their_order(book: Any, answer: Answer) -> None:
    book.active["D9"] = "far"
    filled = answer(book, (ask("C2"), "c"), (ask("A7"), "seven"), (ask("B9"), "nine"), (ask("B20"), "last"))
    assert [filled[cell] for cell in ("C2", "A7", "B9", "B20", "D9")] == ["c", "seven", "nine", "last", "far"]


def test_an_answer_longer_than_a_cell_or_its_rule_allows_is_refused(book: Any, answer: Answer) -> None:
    rule = DataValidation("textLength", operator="lessThanOrEqual", formula1="10")
    rule.add("B3")
    book.active.add_data_validation(rule)
    filled = answer(book, (ask("B2"), "x" * 32_768), (ask("B3"), "eleven chars"))
    assert [one.reason for one in filled.report.left] == [
        "The answer is longer than this place can hold: 32,768 of 32,767 characters.",
        "The answer is longer than this place can hold: 12 of 10 characters.",
    ]


def test_a_prompt_in_a_cell_gives_way_and_other_words_stay(book: Any, answer: Answer) -> None:
    book.active["B2"] = "[insert name]"
    book.active["B3"] = "Name: ______ (in full)"
    book.active["B4"] = "Yes ☐ No ☐"
    book.active["B5"] = "Please explain"
    filled = answer(
        book,
        (ask("B2"), "Thistle"),
        (ask("B3"), "Thistle"),
        (ask("B4", Kind.YES_NO, ("Yes", "No")), False),
        (ask("B5"), "Because"),
    )
    assert [filled[f"B{row}"] for row in range(2, 6)] == [
        "Thistle",
        "Name: Thistle (in full)",
        "Yes ☐ No ☒",
        "Please explain\nBecause",
    ]


def test_words_around_a_blank_keep_their_own_letters(book: Any, answer: Answer) -> None:
    red, bold = InlineFont(color="FFFF0000"), InlineFont(b=True)
    parts = (
        "Name",
        TextBlock(bold, " of firm: "),
        TextBlock(red, "____"),
        " and town: ____",
        TextBlock(bold, " (both)"),
    )
    book.active["B2"] = CellRichText(*parts)
    filled = answer(book, (ask("B2"), "Ann & Co"), (ask("B2#1"), "York"), (ask("B3"), "x"))
    written = openpyxl.load_workbook(filled.path, rich_text=True).worksheets[0]["B2"].value
    assert str(written) == "Name of firm: Ann & Co and town: York (both)"
    letters = {block.text: block.font for block in written if isinstance(block, TextBlock)}
    assert letters[" of firm: "].b
    assert letters[" (both)"].b
    assert letters["Ann & Co"].color.rgb == "FFFF0000"
    assert not letters["Ann & Co"].b


def test_an_answer_behind_words_in_bold_is_not_bold(book: Any, answer: Answer) -> None:
    book.active["B2"] = CellRichText(TextBlock(InlineFont(b=True), "Describe your approach."))
    filled = answer(book, (Question("q", "Describe your approach.", Slot("Form!B2")), "We check."))
    written = openpyxl.load_workbook(filled.path, rich_text=True).worksheets[0]["B2"].value
    assert [getattr(block, "text", block) for block in written] == ["Describe your approach.", "\nWe check."]
    assert written[0].font.b
    assert isinstance(written[1], str)


def test_an_address_stands_on_one_line_where_the_cell_does_not_wrap(book: Any, answer: Answer) -> None:
    address = {"street": "1 High Street", "locality": "York"}
    book.active["B3"].alignment = Alignment(wrap_text=True)
    filled = answer(book, (ask("B2", Kind.ADDRESS), address), (ask("B3", Kind.ADDRESS), address))
    assert [filled["B2"], filled["B3"]] == ["1 High Street, York", "1 High Street\nYork"]


def _heights(filled: Filled) -> list[float | None]:
    return [filled.sheet.row_dimensions[row].height for row in range(2, 6)]


def _wrapping_rows(book: Any) -> None:
    for row, height in ((2, None), (3, 60), (4, 16), (5, None)):
        book.active[f"B{row}"].alignment = Alignment(wrap_text=True)
        book.active[f"B{row}"].protection = Protection(locked=False)
        book.active.row_dimensions[row].height = height
    book.active.column_dimensions["B"].width = 20


def test_rows_grow_with_the_lines_of_an_answer_and_never_shrink(book: Any, answer: Answer) -> None:
    _wrapping_rows(book)
    three = "one line\nanother that is longer than the column is wide"
    filled = answer(book, *((ask(f"B{row}"), three) for row in (2, 3, 4)), (ask("B5"), "short"))
    assert _heights(filled) == [60, 60, 60, None]
    high = answer(book, (ask("B3"), "one\ntwo"), (ask("B2"), "word " * 3000))
    assert _heights(high)[:2] == [409.5, 60]


def test_a_height_the_buyer_has_fixed_stays_where_rows_are_protected(book: Any, answer: Answer) -> None:
    _wrapping_rows(book)
    book.active.protection.sheet = True
    pairs = [(ask(f"B{row}"), "one\ntwo\nthree") for row in (2, 4)]
    assert _heights(answer(book, *pairs))[::2] == [46, 16]
    book.active.protection.formatRows = False
    assert _heights(answer(book, *pairs))[::2] == [46, 46]


def test_the_row_of_a_merged_range_grows_by_what_its_rows_lack(book: Any, answer: Answer) -> None:
    _wrapping_rows(book)
    book.active.merge_cells("B2:C3")
    filled = answer(book, (ask("B2"), "\n".join("abcdefg")))
    assert _heights(filled)[:2] == [None, 87]


def test_several_blanks_of_a_cell_each_take_their_own_answer(book: Any, answer: Answer) -> None:
    book.active["B2"] = "Name: ____ Age: ____ Other: ( ) Yes ( ) No"
    filled = answer(
        book,
        (ask("B2"), "Ann"),
        (ask("B2#1", Kind.NUMBER), 41),
        (ask("B2#2", Kind.YES_NO, Yes="Form!B2#2", No="Form!B2#3"), False),
    )
    assert filled["B2"] == "Name: Ann Age: 41 Other: ( ) Yes (X) No"


@pytest.mark.parametrize("default", ["Please select", 0, "£", "TBC", "Enter your answer here"])
def test_what_stands_in_a_cell_only_until_somebody_answers_gives_way(default: Any, book: Any, answer: Answer) -> None:
    book.active["B2"] = default
    assert answer(book, (ask("B2", Kind.MONEY), 412000))["B2"] == 412000


def test_an_item_of_a_list_replaces_the_item_that_stood_there(book: Any, answer: Answer) -> None:
    rule = DataValidation(type="list", formula1='"Please select,Yes,No"')
    rule.add("B2")
    book.active.add_data_validation(rule)
    book.active["B2"] = "Please select"
    assert answer(book, (ask("B2", Kind.YES_NO), True))["B2"] == "Yes"


def test_a_question_in_its_answers_own_cell_keeps_its_words_even_where_they_prompt(book: Any, answer: Answer) -> None:
    book.active["B2"] = "Please provide the name of your firm"
    question = Question("q", "Please provide the name of your firm", Slot("Form!B2"))
    assert answer(book, (question, "Thistle"))["B2"] == "Please provide the name of your firm\nThistle"


def test_text_that_looks_like_an_escape_stays_as_it_is(book: Any, answer: Answer) -> None:
    filled = answer(book, (ask("B2"), "part_x0041_number and _x000D_"))
    assert filled.report.filled
    with Archive(filled.path) as archive:
        assert Workbook(archive).sheets[0].text((2, 2)) == "part_x0041_number and _x000D_"


def test_options_printed_beside_a_free_cell_do_not_bar_other_words(book: Any, answer: Answer) -> None:
    question = ask("B2", Kind.CHOICE, ("public limited company", "sole trader"))
    assert answer(book, (question, "Sole Trader"))["B2"] == "sole trader"
    assert answer(book, (question, "Community interest company"))["B2"] == "Community interest company"


def test_several_chosen_options_are_written_one_to_a_line(book: Any, answer: Answer) -> None:
    assert answer(book, (ask("B2", Kind.MULTI_CHOICE, ("a", "b", "c")), ["c", "a"]))["B2"] == "c\na"


def test_ticks_go_into_the_column_of_the_option(book: Any, answer: Answer) -> None:
    question = ask("B2", Kind.YES_NO, ("Yes", "No"), Yes="Form!B2", No="Form!C2")
    filled = answer(book, (question, False))
    assert (filled["B2"], filled["C2"]) == (None, "X")


def test_a_table_takes_its_rows_until_the_buyer_ends_it(book: Any, answer: Answer) -> None:
    book.active["A9"] = "Total"
    table = ask("A7", Kind.TABLE, (), Name="Form!A7", Sum="Form!B7")
    filled = answer(book, (table, [{"Name": "a", "Sum": 1}, {"Name": "b", "Sum": 2}]))
    assert [filled[cell] for cell in ("A7", "B7", "A8", "B8", "A9")] == ["a", 1, "b", 2, "Total"]
    refused = answer(book, (table, [["a", 1], ["b", 2], ["c", 3]]))
    assert refused.report.left[0].reason == "The buyer's table has room for 2 of 3 entries."
    assert refused["A7"] is None


def test_an_answer_to_a_merged_range_goes_to_its_first_cell(book: Any, answer: Answer) -> None:
    book.active.merge_cells("B2:D3")
    assert answer(book, (ask("C3"), "wide"))["B2"] == "wide"


def test_only_the_part_of_the_sheet_changes_and_its_other_bytes_stay(book: Any, answer: Answer, tmp_path: Path) -> None:
    book.create_sheet("Other")["A1"] = "=1+1"
    filled = answer(book, (ask("B2"), "x"))
    with zipfile.ZipFile(tmp_path / "buyer.xlsx") as before, zipfile.ZipFile(filled.path) as after:
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        assert before.namelist() == after.namelist()
        old, new = before.read("xl/worksheets/sheet1.xml"), after.read("xl/worksheets/sheet1.xml")
    assert set(changed) == set(filled.report.parts_changed) <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert old.split(b"</sheetData>")[1] == new.split(b"</sheetData>")[1]
    assert filled.report.changed == ("Form!B2",)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(min_size=1, max_size=300), min_size=3, max_size=3))
def test_whatever_is_answered_is_read_back(answer: Answer, texts: list[str]) -> None:
    book: Any = openpyxl.Workbook()
    book.active.title = "Form"
    book.active["A1"] = "Untouched"
    filled = answer(book, *((ask(f"B{row}"), text) for row, text in enumerate(texts, 1)))
    for row, text in enumerate(texts, 1):
        assert (filled[f"B{row}"] or "") == plain_text(clean(text))
    assert filled["A1"] == "Untouched"
