"""A workbook with every shape of cell a buyer can think of, each with an answer and what is then to be read.

Run `python -m tests.samples.torture_excel FILE` to write it.
"""

import io
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.values import JsonValue
from tests.samples.sample_packages import disc, fixed_package

_LINE = Border(*(Side(style="thin", color="808080") for _ in range(4)))
_WRAP = Alignment(vertical="top", wrap_text=True)
_GREY, _CREAM = PatternFill("solid", fgColor="D9D9D9"), PatternFill("solid", fgColor="FFF2CC")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: the question, the answer, what the cell then holds; and its format and rule."""

    question: str
    value: JsonValue
    after: object
    """None where the answer is to be refused."""
    form: str = "General"
    rule: str = ""
    """The name of a rule in `_rules`."""
    printed: str = ""
    locked: bool = False


ENTRIES: tuple[Entry, ...] = (
    Entry("What is the legal name of your organisation?", "Thistle & Oak Ltd", "Thistle & Oak Ltd"),
    Entry("Describe how you will manage the service.", "First.\nSecond – é “q”.", "First.\nSecond – é “q”."),
    Entry("Are you a small or medium enterprise?", True, "Yes", rule="inline"),
    Entry("Which form does your organisation take?", "charity", "Charity", rule="range"),
    Entry("Which region do you serve?", "North", "North", rule="named"),
    Entry("What is your level of certification?", "Level 2", "Level 2", rule="x14"),
    Entry("On what date were you incorporated?", "2011-03-07", datetime(2011, 3, 7), form="dd/mm/yyyy"),
    Entry("When does your insurance expire?", "2027-01-31", datetime(2027, 1, 31), form="d mmmm yyyy", rule="date"),
    Entry("State your turnover in the last financial year.", 412000, 412000, form='"£"#,##0.00'),
    Entry("What share of invoices did you pay within 30 days?", 97.5, 0.975, form="0.0%"),
    Entry("How many staff do you employ?", "1,250", 1250, form="#,##0", rule="whole"),
    Entry("What is your company number?", "07654321", "07654321", form="@"),
    Entry("What is your telephone number?", "+44 1632 960123", "+44 1632 960123"),
    Entry("Give the formula of your price.", "=A1*2", "=A1*2"),
    Entry("What is your VAT number?", "GB123456789", "GB123456789", printed="[Insert VAT number]"),
    Entry("Do you accept the terms?", False, "Yes ☐ No ☒", printed="Yes ☐ No ☐"),
    Entry("Who is your contact?", "Ada Example", "Name: Ada Example", printed="Name: ______"),
    Entry("Contract reference (for the buyer only)", "x", None, locked=True),
)
FIRST = 5
"""The row of the first entry; answers stand in column C."""
SHEET = "Questions"
TICKS = (("Do you have a quality policy?", True), ("Do you have an environmental policy?", False))
TICKS_FIRST = 5
TABLE = (["Ada Example", "Director", 12], ["Ben Sample", "Manager", 3])
TABLE_FIRST = 11


def torture_xlsx(path: Path) -> Path:
    """Write the workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _questions(book.create_sheet(SHEET))
    _policies(book.create_sheet("Policies"))
    lists = book.create_sheet("Lists")
    for row, (form, region, level) in enumerate(
        (("Limited company", "North", "Level 1"), ("Charity", "South", "Level 2"), ("Partnership", "East", "Level 3")),
        1,
    ):
        lists.append([form, region, level])
        lists.row_dimensions[row].height = 15
    lists.sheet_state = "hidden"
    book.defined_names["Regions"] = DefinedName("Regions", attr_text="Lists!$B$1:$B$3")
    made = io.BytesIO()
    book.save(made)
    edits = {
        "xl/drawings/commentsDrawing1.vml": _with_tick_box,
        "xl/worksheets/sheet1.xml": _with_extensions,
        "docProps/core.xml": _with_day,
    }
    path.write_bytes(fixed_package(made.getvalue(), edits))
    return path


def _questions(sheet: Worksheet) -> None:
    picture = Image(io.BytesIO(disc(60, (0, 94, 122), (255, 255, 255))))
    picture.width = picture.height = 40
    sheet.add_image(picture, "E1")
    sheet["A1"], sheet["A1"].font = "Torture workbook", Font(bold=True, size=14)
    sheet["A2"] = "Please answer every question in the cream cells."
    for column, width in (("A", 6), ("B", 50), ("C", 34), ("D", 14), ("E", 12)):
        sheet.column_dimensions[column].width = width
    for column, text in zip("ABCDE", ("Ref", "Question", "Response", "Words", "Check"), strict=True):
        _cell(sheet, f"{column}4", text, heading=True)
    rules = _rules(sheet)
    for row, one in enumerate(ENTRIES, FIRST):
        _cell(sheet, f"A{row}", f"1.{row - FIRST + 1}")
        _cell(sheet, f"B{row}", one.question)
        _cell(sheet, f"C{row}", one.printed or None, form=one.form, cream=not one.locked)
        sheet[f"C{row}"].protection = Protection(locked=one.locked)
        _cell(sheet, f"D{row}", f"=LEN(C{row})")
        if one.rule in rules:
            rules[one.rule].add(f"C{row}")
    _cell(sheet, "E5", '=IF(C5="","Missing","Complete")')
    _cell(sheet, "E6", "=LEN(B6)")
    sheet["C5"].comment = Comment("As registered.", "Buyer")
    sheet.conditional_formatting.add("D5:D30", CellIsRule("greaterThan", ["20"], font=Font(color="C00000")))
    sheet.freeze_panes = "A5"
    sheet.print_area = "A1:E24"
    _landscape(sheet)
    sheet.protection.sheet = True


def _policies(sheet: Worksheet) -> None:
    sheet["A1"], sheet["A1"].font = "Policies and people", Font(bold=True, size=14)
    sheet.column_dimensions["A"].width = 50
    for column, text in zip("ABC", ("Question", "Yes", "No"), strict=True):
        _cell(sheet, f"{column}4", text, heading=True)
    for row, (question, _) in enumerate(TICKS, TICKS_FIRST):
        for column, text in zip("ABC", (question, None, None), strict=True):
            _cell(sheet, f"{column}{row}", text)
    sheet["A9"] = "List the people who will work on the contract."
    for column, text in zip("ABC", ("Name", "Role", "Years of experience"), strict=True):
        _cell(sheet, f"{column}10", text, heading=True)
        for row in range(TABLE_FIRST, TABLE_FIRST + 4):
            _cell(sheet, f"{column}{row}", None, cream=True)
    sheet["A16"] = "Total years"
    sheet["C16"] = "=SUM(C11:C14)"
    _landscape(sheet)
    sheet.merge_cells("A18:C19")
    sheet["A18"] = "End of the workbook."


def _landscape(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _cell(
    sheet: Worksheet, name: str, text: str | None, *, heading: bool = False, form: str = "General", cream: bool = False
) -> None:
    cell = sheet[name]
    cell.value, cell.border, cell.alignment, cell.number_format = text, _LINE, _WRAP, form
    if heading:
        cell.font, cell.fill = Font(bold=True), _GREY
    elif cream:
        cell.fill = _CREAM


def _rules(sheet: Worksheet) -> dict[str, DataValidation]:
    rules = {
        "inline": DataValidation("list", formula1='"Yes,No"', allow_blank=True),
        "range": DataValidation("list", formula1="Lists!$A$1:$A$3", allow_blank=True),
        "named": DataValidation("list", formula1="Regions", allow_blank=True),
        "date": DataValidation("date", operator="greaterThan", formula1="36526"),
        "whole": DataValidation("whole", operator="greaterThanOrEqual", formula1="0"),
    }
    for rule in rules.values():
        sheet.add_data_validation(rule)
    return rules


def _with_extensions(text: str) -> str:
    """Add what openpyxl cannot write: a list of the 2010 kind, a data bar of 2010, and results of formulas."""
    row = FIRST + next(at for at, one in enumerate(ENTRIES) if one.rule == "x14")
    main = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    list_ = (
        f'<ext xmlns:x14="{main}" uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}"><x14:dataValidations '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" '
        'allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$C$1:$C$3</xm:f></x14:formula1>'
        f"<xm:sqref>C{row}</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
    )
    bar = (
        f'<ext xmlns:x14="{main}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>'
        '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:cfRule type="dataBar" id="{00000000-0003-0000-0000-000000000000}"><x14:dataBar minLength="0" '
        'maxLength="100"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule>'
        "<xm:sqref>D5:D30</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    )
    text = re.sub(r"</f><v ?/>|</f><v></v>", "</f><v>0</v>", text)
    return text.replace("</worksheet>", f"<extLst>{bar}{list_}</extLst></worksheet>")


def _with_tick_box(text: str) -> str:
    """Add a form control: a check box linked to a cell."""
    box = (
        '<v:shape id="_x0000_s2001" type="#_x0000_t201" style="position:absolute;visibility:visible" '
        'stroked="f" filled="f"><x:ClientData ObjectType="Checkbox"><x:Anchor>4, 4, 7, 2, 5, 0, 8, 0</x:Anchor>'
        "<x:PrintObject>False</x:PrintObject><x:FmlaLink>$E$8</x:FmlaLink></x:ClientData></v:shape></xml>"
    )
    return text.replace("</xml>", box)


def _with_day(text: str) -> str:
    return re.sub(r"(<dcterms:(?:modified|created)[^>]*>)[^<]*", r"\g<1>2026-11-09T08:30:00Z", text)


if __name__ == "__main__":
    torture_xlsx(Path(sys.argv[1]))
