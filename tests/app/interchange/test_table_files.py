"""Tables as files: a text of a stranger is never run by a spreadsheet, and never changed where it need not be."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.compliance import Requirement
from app.domain.packs import PackedAs, PackFile
from app.interchange.compliance_matrix import write_matrix
from app.interchange.pack_zip import pack_archives
from tests.samples.pack_faults import index_of

FORMULAS = ("=1+1", "+44 1632 960118", "-1", "@SUM(A1)", "\t=1", "\r=1")


def _requirement(text: str) -> Requirement:
    return Requirement("a.docx", "1", text, *[""] * (len(Requirement.__dataclass_fields__) - 3))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_begins_like_a_formula(tmp_path: Path, text: str) -> None:
    write_matrix([_requirement(text)], tmp_path / "matrix.csv")
    with (tmp_path / "matrix.csv").open(encoding="utf-8-sig", newline="") as file:
        _, row = csv.reader(file)
    assert row[2] == f"'{text}"
    (archive,) = pack_archives([[PackFile(f"{text}.pdf", text, PackedAs.FILLED, b"x")]], {})
    assert index_of(archive)[1][1:4:2] == [f"'{text}.pdf", f"'{text}"]


@pytest.mark.parametrize("text", FORMULAS[:4])
def test_a_cell_of_a_workbook_is_a_text_and_stands_as_it_is(tmp_path: Path, text: str) -> None:
    write_matrix([_requirement(text)], tmp_path / "matrix.xlsx")
    cell = load_workbook(tmp_path / "matrix.xlsx").worksheets[0].cell(2, 3)
    assert (cell.value, cell.data_type) == (text, "s")
