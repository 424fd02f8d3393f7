"""How a buyer's file looks, with its places."""

from pathlib import Path

import docx
import openpyxl
import pytest

from app.domain.errors import KindUnsupported
from app.interchange.layout_json import layout_from_json, layout_to_json
from app.readers.layout import read_layout


def test_a_word_file_shows_paragraphs_and_tables_with_their_places(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Part A", 1)
    document.add_paragraph("Please answer in at most 200 words.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "How?", ""
    document.save(str(tmp_path / "a.docx"))
    layout = read_layout(tmp_path / "a.docx")
    assert [cell.place for cell in layout.cells()] == ["p0", "p1", "t0.r0.c0", "t0.r0.c1"]
    limit = layout.blocks[1].rows[0][0].limit
    assert limit is not None
    assert limit.maximum == 200
    assert layout.blocks[0].level == 0
    assert layout_from_json(layout_to_json(layout)) == layout


def test_a_workbook_shows_its_visible_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Form"
    book.active["B2"] = "Who leads?"
    book.active.merge_cells("B2:C2")
    book.create_sheet("Lists").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    layout = read_layout(tmp_path / "a.xlsx")
    assert [block.title for block in layout.blocks] == ["Form"]
    cell = next(cell for cell in layout.cells() if cell.text)
    assert (cell.place, cell.span) == ("Form!B2", 2)


def test_a_list_of_questions_has_no_looks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. How?\n")
    with pytest.raises(KindUnsupported):
        read_layout(tmp_path / "a.txt")


def test_blank_cells_beside_words_are_shown_although_the_file_holds_none(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Form"
    for row, words in ((2, "Company name"), (4, "E-mail")):
        book.active.cell(row, 2, words)
    book.save(tmp_path / "a.xlsx")
    layout = read_layout(tmp_path / "a.xlsx")
    assert [cell.place for cell in layout.cells()] == ["Form!B2", "Form!C2", "Form!B4", "Form!C4"]


def test_cells_below_a_merged_one_are_not_shown_twice(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Form"
    book.active["A1"], book.active["A2"] = "Who leads?", "Who helps?"
    book.active.merge_cells("B1:C1")
    book.save(tmp_path / "a.xlsx")
    places = [cell.place for cell in read_layout(tmp_path / "a.xlsx").cells()]
    assert len(places) == len(set(places))
    assert "Form!C1" not in places
