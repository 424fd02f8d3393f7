"""The sample Excel workbook: Calderwick NHS Trust, supplier security and selection."""

import io
import re
from collections.abc import Callable, Mapping
from datetime import datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples import sample_workbook_words as words
from tests.samples.sample_packages import disc

MADE = datetime(2026, 11, 9, 8, 30)
NAVY, BLUE, YELLOW, GREY, BAND = "1F3864", "DDEBF7", "FFF2CC", "D9D9D9", "B4C6E7"
LINE = Border(*(Side(style="thin", color="8EA9C1") for _ in range(4)))
TOP = Alignment(vertical="top", wrap_text=True)
WORDS = '=IF(LEN(TRIM({0}))=0,0,LEN(TRIM({0}))-LEN(SUBSTITUTE(TRIM({0})," ",""))+1)'


def workbook_xlsx() -> bytes:
    """Make the workbook as openpyxl can; `EDITS` adds what it cannot."""
    book = Workbook()
    _read_me(book.worksheets[0])
    _supplier(book.create_sheet("1 Supplier"))
    _security(book.create_sheet("2 Security"))
    _service(book.create_sheet("3 Service"))
    _prices(book.create_sheet("4 Prices"))
    _lists(book.create_sheet("Lists"))
    book.defined_names["Legal_forms"] = DefinedName("Legal_forms", attr_text=f"Lists!$A$2:$A${len(words.FORMS) + 1}")
    book.defined_names["Reference"] = DefinedName("Reference", attr_text="'Read me'!$C$4")
    book.properties.creator = book.properties.lastModifiedBy = words.BUYER
    book.properties.title, book.properties.created = words.TITLE, MADE
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _edit_core(text: str) -> str:
    return re.sub(r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>2026-11-09T08:30:00Z", text)


def _add_list(text: str) -> str:
    """Add a drop-down whose list stands on another sheet, in the extension that newer Excel writes."""
    levels = f"Lists!$B$2:$B${len(words.LEVELS) + 1}"
    extension = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" '
        'allowBlank="1" showInputMessage="1" showErrorMessage="1"><x14:formula1><xm:f>'
        f"{levels}</xm:f></x14:formula1><xm:sqref>C5:C24</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
        "</extLst></worksheet>"
    )
    return _cache(text).replace("</worksheet>", extension)


def _cache(text: str) -> str:
    """Give each formula the result that Excel would have kept."""
    return re.sub(r"(</f>)<v ?/>|(</f>)<v></v>", r"</f><v>0</v>", text)


EDITS: Mapping[str, Callable[[str], str]] = {
    "docProps/core.xml": _edit_core,
    "xl/worksheets/sheet3.xml": _add_list,
    "xl/worksheets/sheet4.xml": _cache,
    "xl/worksheets/sheet5.xml": _cache,
}
"""What openpyxl cannot write: {part: edit}."""


def _read_me(sheet: Worksheet) -> None:
    sheet.title = "Read me"
    sheet.sheet_view.showGridLines = False
    picture = Image(io.BytesIO(disc(120, (0, 94, 122), (255, 255, 255))))
    picture.width = picture.height = 74
    sheet.add_image(picture, "B2")
    for column, width in (("A", 3), ("B", 34), ("C", 70), ("D", 26)):
        sheet.column_dimensions[column].width = width
    for row, (text, size) in enumerate(((words.BUYER, 18), (f"{words.TITLE}: supplier workbook", 14)), 2):
        _put(sheet, f"C{row}", text, font=Font(name="Arial", bold=True, size=size, color=NAVY), border=None)
        sheet.row_dimensions[row].height = 26
    _put(sheet, "C4", words.REFERENCE, border=None)
    _paper(sheet)
    _put(sheet, "B7", "How to complete this workbook", bold=True, border=None)
    for row, text in enumerate(words.READ_ME, 8):
        _put(sheet, f"B{row}", text, border=None)
        sheet.merge_cells(f"B{row}:D{row}")
        sheet.row_dimensions[row].height = 18
    _put(sheet, "B14", "Key", bold=True, border=None)
    for row, (colour, text) in enumerate(words.LEGEND, 15):
        _put(sheet, f"B{row}", None, fill=colour)
        _put(sheet, f"C{row}", text, border=None)
    _put(sheet, "B19", "Versions", bold=True, border=None)
    for row, (number, day, text) in enumerate(words.VERSIONS, 20):
        for column, value in zip("BCD", (number, text, day), strict=True):
            _put(sheet, f"{column}{row}", value)
    sheet.protection.enable()


def _supplier(sheet: Worksheet) -> None:
    _heading(sheet, "1  About your organisation", (8, 58, 40, 24, 18), ("Ref", "Question", "Response", "Notes", ""))
    lists = {
        "yes_no": DataValidation("list", formula1='"Yes,No"', allow_blank=True),
        "forms": DataValidation("list", formula1="Legal_forms", allow_blank=True),
        "date": DataValidation("date", operator="greaterThan", formula1="1", allow_blank=True),
        "whole": DataValidation("whole", operator="between", formula1="0", formula2="1000000", allow_blank=True),
    }
    lists["date"].prompt, lists["date"].showInputMessage = "dd/mm/yyyy", True
    row = _asked(sheet, 5, "A. Your organisation", words.ORGANISATION, lists)
    row = _asked(sheet, row, "B. Who to contact about this bid", words.CONTACT, lists)
    row = _certificates(sheet, row, lists["yes_no"])
    declared = [(ref, text, "yes_no", "") for ref, text in words.DECLARATIONS]
    _asked(sheet, row, "D. Declarations", declared, lists)
    for one in lists.values():
        sheet.add_data_validation(one)
    comment = Comment("Twelve characters, three groups of four. See your registration e-mail.", "Procurement")
    sheet["B14"].comment = comment
    sheet.conditional_formatting.add(
        "C6:C15",
        FormulaRule(formula=['AND($A6<>"",LEN(C6)=0)'], border=Border(left=Side(style="thick", color="C00000"))),
    )
    sheet.protection.enable()


def _asked(
    sheet: Worksheet,
    row: int,
    title: str,
    questions: list[tuple[str, str, str, str]],
    lists: Mapping[str, DataValidation],
) -> int:
    """Write a section and its questions from `row`; give the next free row."""
    _band(sheet, row, title, "E")
    for row, (ref, text, kind, note) in enumerate(questions, row + 1):  # noqa: B020  counts on from the section
        _put(sheet, f"A{row}", ref)
        _put(sheet, f"B{row}", text)
        _put(sheet, f"C{row}", None, fill=YELLOW if kind == "optional" else BLUE, unlocked=True)
        _put(sheet, f"D{row}", note, font=Font(name="Arial", size=9, italic=True, color="666666"), border=None)
        sheet.row_dimensions[row].height = 72 if text.endswith("office address") else 30 if len(text) > 60 else 18
        if kind in lists:
            lists[kind].add(f"C{row}")
        if kind == "date":
            sheet[f"C{row}"].number_format = "dd/mm/yyyy"
    return row + 2


def _certificates(sheet: Worksheet, row: int, yes_no: DataValidation) -> int:
    _band(sheet, row, "C. Certificates and registrations", "E")
    for column, text in zip("ABCDE", ("Ref", "Certificate", "Held?", "Number", "Expiry date"), strict=True):
        _put(sheet, f"{column}{row + 1}", text, bold=True, fill="F2F2F2")
    for line, (ref, name) in enumerate(words.CERTIFICATES, row + 2):
        _put(sheet, f"A{line}", ref)
        _put(sheet, f"B{line}", name)
        for column in "CDE":
            _put(sheet, f"{column}{line}", None, fill=BLUE, unlocked=True)
        sheet.row_dimensions[line].height = 18
        sheet[f"E{line}"].number_format = "dd/mm/yyyy"
        yes_no.add(f"C{line}")
    return row + 2 + len(words.CERTIFICATES) + 1


def _security(sheet: Worksheet) -> None:
    titles = ("Ref", "Requirement", "Response", "Explanation (max. 100 words)", "Words", "Trust score", "Trust comment")
    _heading(sheet, "2  Security", (7, 46, 16, 62, 8, 9, 24), titles)
    row = 5
    for title, questions in words.SECURITY:
        _band(sheet, row, title, "G")
        for ref, text in questions:
            row += 1
            _put(sheet, f"A{row}", ref)
            _put(sheet, f"B{row}", text)
            for column in "CD":
                _put(sheet, f"{column}{row}", None, fill=BLUE, unlocked=True)
            _put(sheet, f"E{row}", WORDS.format(f"D{row}"), fill="F2F2F2")
            for column in "FG":
                _put(sheet, f"{column}{row}", None, fill=GREY)
            sheet.row_dimensions[row].height = 96
        row += 1
    sheet.conditional_formatting.add(f"E6:E{row}", _over("E6>100"))
    sheet.protection.enable()


def _service(sheet: Worksheet) -> None:
    _heading(
        sheet, "3  Delivery and service", (7, 60, 40, 12, 9), ("Ref", "Question and answer", "", "Word limit", "Words")
    )
    row = 5
    for ref, limit, text in words.SERVICE:
        _put(sheet, f"A{row}", ref, bold=True, fill=BAND)
        _put(sheet, f"B{row}", text, bold=True, fill=BAND)
        sheet.merge_cells(f"B{row}:C{row}")
        _put(sheet, f"D{row}", f"{limit} words", fill=BAND)
        _put(sheet, f"E{row}", WORDS.format(f"B{row + 1}"), fill=BAND)
        _put(sheet, f"A{row + 1}", None)
        _put(sheet, f"B{row + 1}", None, fill=BLUE, unlocked=True)
        sheet.merge_cells(f"B{row + 1}:E{row + 1}")
        sheet.row_dimensions[row + 1].height = 190
        sheet.conditional_formatting.add(f"E{row}", _over(f"E{row}>{limit}"))
        row += 3
    sheet.protection.enable()


def _prices(sheet: Worksheet) -> None:
    titles = ("Ref", "Item", "Unit", "Quantity", "Unit price (£, without VAT)", "Total (£)")
    _heading(sheet, "4  Price schedule", (7, 44, 12, 12, 26, 18), titles)
    last = 4 + len(words.PRICES)
    for row, (ref, item, unit, quantity) in enumerate(words.PRICES, 5):
        for column, value in zip("ABCD", (ref, item, unit, quantity), strict=True):
            _put(sheet, f"{column}{row}", value)
        _put(sheet, f"E{row}", None, fill=BLUE, unlocked=True)
        _put(sheet, f"F{row}", f"=D{row}*E{row}", fill="F2F2F2")
        for column in "EF":
            sheet[f"{column}{row}"].number_format = "#,##0.00"
    _put(sheet, f"B{last + 1}", "Total for assessment", bold=True)
    _put(sheet, f"F{last + 1}", f"=SUM(F5:F{last})", bold=True, fill="F2F2F2")
    prices = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    prices.add(f"E5:E{last}")
    sheet.add_data_validation(prices)
    sheet.protection.enable()


def _lists(sheet: Worksheet) -> None:
    for column, title, values in (("A", "Legal form", words.FORMS), ("B", "Level", words.LEVELS)):
        for row, value in enumerate([title, *values], 1):
            sheet[f"{column}{row}"] = value
    sheet.sheet_state = "hidden"


def _heading(sheet: Worksheet, title: str, widths: tuple[int, ...], titles: tuple[str, ...]) -> None:
    """Write the title over merged cells, a line that repeats the reference, and the headings in row 4."""
    last = chr(ord("A") + len(widths) - 1)
    for column, width in zip("ABCDEFG", widths, strict=False):
        sheet.column_dimensions[column].width = width
    _put(sheet, "A1", title, font=Font(name="Arial", bold=True, size=14, color="FFFFFF"), fill=NAVY, border=None)
    sheet.merge_cells(f"A1:{last}1")
    sheet.row_dimensions[1].height = 26
    _put(sheet, "A2", f"{words.BUYER}, {words.TITLE}, {words.REFERENCE}", border=None)
    sheet.merge_cells(f"A2:{last}2")
    for column, text in zip("ABCDEFG", titles, strict=False):
        _put(sheet, f"{column}4", text, font=Font(name="Arial", bold=True, size=10, color="FFFFFF"), fill=NAVY)
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "1:4"
    _paper(sheet)


def _paper(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = words.REFERENCE, "Page &P of &N"


def _band(sheet: Worksheet, row: int, title: str, last: str) -> None:
    _put(sheet, f"A{row}", title, bold=True, fill=BAND)
    sheet.merge_cells(f"A{row}:{last}{row}")


def _put(
    sheet: Worksheet,
    place: str,
    value: object,
    *,
    bold: bool = False,
    font: Font | None = None,
    fill: str = "",
    border: Border | None = LINE,
    unlocked: bool = False,
) -> None:
    cell = sheet[place]
    cell.value = value
    cell.font = font or Font(name="Arial", size=10, bold=bold)
    cell.alignment = TOP
    if fill:
        cell.fill = PatternFill("solid", start_color=fill)
    if border is not None:
        cell.border = border
    if unlocked:
        cell.protection = Protection(locked=False)


def _over(formula: str) -> FormulaRule:
    return FormulaRule(
        formula=[formula], font=Font(bold=True, color="FFFFFF"), fill=PatternFill("solid", end_color="C00000")
    )
