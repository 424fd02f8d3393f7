from pathlib import Path

import pytest
from openpyxl.comments import Comment

from app.domain.errors import FileUnreadable
from app.domain.questionnaire import Kind
from app.packages.sheet import MOST_VALUES
from app.readers.excel import read_excel
from tests.samples.excel import heading, put, save, sheet
from tests.samples.excel_habits import HABITS
from tests.samples.excel_parts import with_part, with_whole_part
from tests.samples.excel_tenders import TENDERS


@pytest.mark.parametrize("make", [*TENDERS, *HABITS], ids=lambda make: make.__name__)
def test_every_place_of_a_workbook_is_found_and_no_other(tmp_path, make):
    made = make()
    assert {one.slot.where for one in read_excel(save(made.sheet, tmp_path))} == made.places


@pytest.mark.parametrize(
    ("heading_text", "options", "kind"),
    [
        ("Compliance (C/PC/NC)", ("C", "PC", "NC"), Kind.CHOICE),
        ("Accept / Reject", ("Accept", "Reject"), Kind.YES_NO),
        ("Compliant? (Y/N)", ("Y", "N"), Kind.YES_NO),
    ],
)
def test_the_answers_that_a_heading_states_are_offered(tmp_path, heading_text, options, kind):
    made = sheet("Matrix", [("Ref", "Requirement", heading_text)])
    put(made, [("1", "The service must be staffed day and night.", None), ("2", "Staff must be cleared.", None)], at=2)
    heading(made, 1, 3)
    first = next(iter(read_excel(save(made, tmp_path))))
    assert (first.options, first.kind) == (options, kind)


def test_a_note_on_a_cell_or_its_label_is_guidance_without_its_author(tmp_path):
    made = sheet(
        "Quality", [("Question", "Response"), ("Describe your help desk.", None), ("Describe training.", None)]
    )
    heading(made, 1, 2)
    made["A2"].comment = Comment("Buyer:\nState opening hours.", "Buyer")
    made["B3"].comment = Comment("[Threaded comment]\n\nYour version reads it.\n\nComment:\n    Name courses.", "tc")
    assert [one.guidance for one in read_excel(save(made, tmp_path))] == ["State opening hours.", "Name courses."]


def test_a_workbook_whose_notes_are_lost_is_still_read(tmp_path):
    made = sheet("Quality", [("Question", "Response"), ("Describe your help desk.", None)])
    made["B2"].comment = Comment("State opening hours.", "Buyer")
    path = save(made, tmp_path)
    with_part(path, "xl/worksheets/_rels/sheet1.xml.rels", b"comment1.xml", b"comment9.xml")
    assert len(read_excel(path).questions) == 1


def test_controls_drawn_on_a_sheet_are_named_in_a_notice(tmp_path):
    path = save(sheet("Quality", [("Question", "Response"), ("Describe your help desk.", None)]), tmp_path)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/ctrlProp"
    listing = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="../ctrlProps/ctrlProp1.xml"/></Relationships>'
    )
    with_whole_part(path, "xl/worksheets/_rels/sheet1.xml.rels", listing.encode())
    (notice,) = read_excel(Path(path)).notices
    assert "Quality has form controls drawn on it (1)" in notice


def test_a_sheet_of_too_many_filled_cells_is_refused_with_what_to_do(tmp_path):
    path = save(sheet("Data", [("Question", "Response"), ("Describe your help desk.", None)]), tmp_path)
    with_part(
        path, "xl/worksheets/sheet1.xml", b"</sheetData>", b"<row>" + b"<c><v>1</v></c>" * MOST_VALUES + b"</row>"
    )
    with pytest.raises(FileUnreadable, match="more than 400,000 filled cells"):
        read_excel(path)


def test_the_item_names_what_is_priced_and_not_its_unit(tmp_path):
    made = sheet("Prices", [("Ref", "Item", "Unit", "Quantity", "Unit price (£)")], boxed=True)
    put(
        made,
        [("4.1", "Set-up, fixed price", "Sum", 1, None), ("4.2", "Training day", "Day", 6, None)],
        at=2,
        boxed=True,
    )
    heading(made, 1, 5)
    assert [one.text for one in read_excel(save(made, tmp_path))] == ["Set-up, fixed price", "Training day"]


def test_a_table_of_named_rows_says_what_they_are(tmp_path):
    rows = [(None, "Contract 1", "Contract 2"), ("Customer organisation",), ("Contact name",), ("E-mail address",)]
    (asked,) = read_excel(save(sheet("References", rows), tmp_path))
    assert asked.kind is Kind.TABLE
    assert asked.guidance.splitlines() == ["Customer organisation", "Contact name", "E-mail address"]
