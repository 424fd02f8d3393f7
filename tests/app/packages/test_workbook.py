"""Opening workbooks: cells, styles, merges, rules, protection and hostile sizes."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import FileUnreadable
from app.packages.archive import Archive
from app.packages.sheet import Sheet
from app.packages.sheet_styles import NumberKind, number_kind
from app.packages.workbook import Workbook
from tests.samples.excel import choice, merge, put, save, sheet, unlock
from tests.samples.excel_parts import with_part, with_whole_part

PART = "xl/worksheets/sheet1.xml"


class Opener:
    """Saves made-up workbooks and opens them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()

    def __call__(self, made: Worksheet) -> Workbook:
        return self.open(self.save(made))

    def save(self, made: Worksheet) -> Path:
        return save(made, self._folder)

    def open(self, path: Path) -> Workbook:
        return Workbook(self._stack.enter_context(Archive(path)))

    def close(self) -> None:
        self._stack.close()


@pytest.fixture
def made() -> Worksheet:
    return sheet("Form")


def first(book: Workbook) -> Sheet:
    return book.sheets[0]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(tmp_path)
    yield opener
    opener.close()


def test_sheets_come_in_order_with_the_hidden_ones_marked(made: Worksheet, opened: Opener) -> None:
    assert made.parent is not None
    sheet("Lists", book=made.parent).sheet_state = "veryHidden"
    book = opened(made)
    assert [(one.name, one.is_visible) for one in book.sheets] == [("Form", True), ("Lists", False)]
    assert book.sheet("FORM") is book.sheets[0]
    assert book.sheet("Other") is None


def test_cells_show_what_a_reader_sees(made: Worksheet, opened: Opener) -> None:
    put(made, [("  text ", 8.0, 1.1, True, 0.25, 45000)])
    made["E1"].number_format = "0%"
    made["F1"].number_format = "dd/mm/yyyy"
    cells = first(opened(made))
    assert [cells.text((1, column)) for column in range(1, 7)] == ["text", "8", "1.1", "TRUE", "25%", "15/03/2023"]


def test_runs_of_a_rich_text_are_joined_without_the_phonetic_guide(made: Worksheet, opened: Opener) -> None:
    made["A1"] = "X"
    path = opened.save(made)
    rich = b"<r><t>Is </t></r><r><rPr><b/></rPr><t>it_x000D_?</t></r><rPh sb='0' eb='1'><t>no</t></rPh>"
    with_part(path, PART, b"<is><t>X</t></is>", b"<is>" + rich + b"</is>")
    assert first(opened.open(path)).text((1, 1)) == "Is it\r?"


def test_texts_that_cells_share_are_found_by_their_number(made: Worksheet, opened: Opener) -> None:
    made["A1"] = "X"
    path = opened.save(made)
    with_part(path, PART, b't="inlineStr"><is><t>X</t></is>', b't="s"><v>1</v>')
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si><si><t>b</t></si></sst>'
    with_whole_part(path, "xl/sharedStrings.xml", strings)
    relation = (
        b'<Relationship Id="rS" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/officeDocument/'
        b'2006/relationships/sharedStrings"/></Relationships>'
    )
    with_part(path, "xl/_rels/workbook.xml.rels", b"</Relationships>", relation)
    assert first(opened.open(path)).text((1, 1)) == "b"


def test_styles_tell_fill_lock_and_the_kind_of_value(made: Worksheet, opened: Opener) -> None:
    made["A1"].fill = PatternFill("solid", fgColor="FFFF00")
    made["A1"].font = Font(bold=True)
    made["B1"].number_format = '"£"#,##0.00'
    unlock(made, ["C1"])
    cells = first(opened(made))
    assert (cells.style((1, 1)).fill, cells.style((1, 1)).bold) == ("FFFF00", True)
    assert cells.style((1, 2)).number_kind is NumberKind.MONEY
    assert cells.is_protected
    assert cells.is_writable((1, 3))
    assert not cells.is_writable((1, 1))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("[$£-809]#,##0.00", NumberKind.MONEY),
        ("[$-409]d-mmm-yy", NumberKind.DATE),
        ("yyyy\\-mm\\-dd", NumberKind.DATE),
        ('#,##0" days"', NumberKind.NUMBER),
        ("0.0%", NumberKind.PERCENT),
        ("@", NumberKind.TEXT),
        ("[Red]General", NumberKind.GENERAL),
        ("#,##0.00;[Red]-#,##0.00", NumberKind.NUMBER),
    ],
)
def test_a_number_format_tells_which_values_it_is_made_for(code: str, kind: NumberKind) -> None:
    assert number_kind(164, code) is kind


def test_a_merged_range_is_named_by_its_first_cell(made: Worksheet, opened: Opener) -> None:
    made["B2"] = "text"
    merge(made, "B2:D3")
    cells = first(opened(made))
    assert cells.place((3, 4)) == "Form!B2"
    assert cells.place((4, 4)) == "Form!D4"


def test_options_of_an_area_skip_blanks_and_repeats(made: Worksheet, opened: Opener) -> None:
    assert made.parent is not None
    put(sheet("My lists", book=made.parent), [("Yes",), (None,), ("No",), ("Yes",)])
    choice(made, "B2:B1048576", "'My lists'!$A$1:$A$1048576")
    assert first(opened(made)).options((900_000, 2)) == ("Yes", "No")


def test_options_of_a_table_column_are_found(made: Worksheet, opened: Opener) -> None:
    assert made.parent is not None
    lists = sheet("Lists", [("Lot", "Name"), ("1a", "x"), ("1b", "y")], book=made.parent)
    lists.add_table(Table(displayName="Lots", ref="A1:B3"))
    choice(made, "B2", 'INDIRECT("Lots[Lot]")')
    assert first(opened(made)).options((2, 2)) == ("1a", "1b")


def test_rules_of_the_later_spelling_are_read_alike(made: Worksheet, opened: Opener) -> None:
    made["A1"] = "Ready?"
    put(sheet("Lists", book=made.parent), [("Ready",), ("Not ready",)])
    path = opened.save(made)
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"'
        b' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        b'<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        b'<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$2</xm:f></x14:formula1>'
        b"<xm:sqref>B1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    with_part(path, PART, b"</worksheet>", extension)
    assert first(opened.open(path)).options((1, 2)) == ("Ready", "Not ready")


def test_a_longest_text_is_read_from_its_rule(made: Worksheet, opened: Opener) -> None:
    rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1="500")
    made.add_data_validation(rule)
    rule.add("B1")
    found = first(opened(made)).validation_at((1, 2))
    assert found is not None
    assert found.longest == 500


def test_notes_on_cells_are_read(made: Worksheet, opened: Opener) -> None:
    made["A1"] = "Turnover"
    made["A1"].comment = Comment("In pounds", "buyer")
    assert first(opened(made)).comments == {(1, 1): "In pounds"}


def test_a_sheet_formatted_to_its_last_cell_stays_small(made: Worksheet, opened: Opener) -> None:
    made["A1"] = "Question"
    path = opened.save(made)
    far = b"".join(b'<c r="%s1" s="0"/>' % name for name in (b"XFB", b"XFC", b"XFD"))
    rows = b"".join(b'<row r="%d" s="0" customFormat="1"/>' % (1_000_000 + n) for n in range(2_000))
    with_part(path, PART, b"</row></sheetData>", far + b"</row>" + rows + b"</sheetData>")
    cells = first(opened.open(path))
    assert cells.used is not None
    assert (cells.used.bottom, cells.used.right) == (1, 1)
    assert len(cells.cells) == 1


def test_a_touched_cell_changes_only_itself_in_the_part(made: Worksheet, opened: Opener) -> None:
    put(made, [("Question", "Answer")])
    cells = first(opened(made))
    cell = cells.find_cell((1, 2))
    assert cell is not None
    before = cells.part.to_bytes()
    cells.part.touch(cell)
    cell.set("s", "0")
    after = cells.part.to_bytes()
    assert after != before
    assert cells.find_cell((1, 3)) is None
    assert cells.find_row(9) is None


@pytest.mark.parametrize("content", [b"", b"<workbook", b"<!DOCTYPE x><workbook/>", b"<other/>"])
def test_a_broken_workbook_part_is_refused(made: Worksheet, opened: Opener, content: bytes) -> None:
    path = opened.save(made)
    with_whole_part(path, "xl/workbook.xml", content)
    with pytest.raises(FileUnreadable):
        opened.open(path)


def test_a_broken_sheet_is_refused_when_it_is_read(made: Worksheet, opened: Opener) -> None:
    path = opened.save(made)
    with_whole_part(path, PART, b"<worksheet><sheetData>")
    with pytest.raises(FileUnreadable):
        _ = first(opened.open(path)).cells
