"""The judge of packages notices each kind of fault."""

import zipfile
from pathlib import Path

import pytest

from tests.samples.package_check import faults
from tests.samples.word import NAMESPACES, control, p, run, table, write_docx

SOUND = (p("Name: ", control(run("x"))), table(["a", "b"]))

BROKEN = {
    "a cell does not end in a paragraph": "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>",
    "the children of p stand": "<w:p><w:r/><w:pPr/></w:p>",
    "the children of r stand": "<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>",
    "the children of rPr stand": "<w:p><w:r><w:rPr><w:highlight/><w:b/></w:rPr></w:r></w:p>",
    "the children of ddList stand": '<w:ddList><w:listEntry w:val="a"/><w:result w:val="0"/></w:ddList>',
    "the id 7 stands 2 times": 2 * '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>',
    "mc:Ignorable names the undeclared prefix w99": '<w:p mc:Ignorable="w99"/>',
}


def test_a_sound_document_has_no_faults(tmp_path: Path) -> None:
    assert faults(write_docx(tmp_path / "a.docx", *SOUND)) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_a_fault_in_the_text_is_noticed(fault: str, tmp_path: Path) -> None:
    found = faults(write_docx(tmp_path / "a.docx", BROKEN[fault]))
    assert any(fault in one for one in found), found


def _with_part(path: Path, name: str, content: str) -> Path:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, content)
    return path


def test_a_part_without_a_content_type_is_noticed(tmp_path: Path) -> None:
    path = _with_part(write_docx(tmp_path / "a.docx", *SOUND), "word/media/a.png", "x")
    assert faults(path) == ["word/media/a.png has no content type"]


def test_a_link_into_nothing_is_noticed(tmp_path: Path) -> None:
    link = '<Relationships><Relationship Id="r" Target="gone.xml"/></Relationships>'
    path = _with_part(write_docx(tmp_path / "a.docx", *SOUND), "word/_rels/styles.xml.rels", link)
    assert any("gone.xml" in one for one in faults(path))


def test_a_part_that_is_not_well_formed_is_noticed(tmp_path: Path) -> None:
    path = _with_part(write_docx(tmp_path / "a.docx", *SOUND), "word/extra.xml", "<a>")
    assert "word/extra.xml is not well formed" in faults(path)


def test_cells_out_of_order_are_noticed(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>'
    path = _with_part(write_docx(tmp_path / "a.docx", *SOUND), "word/sheet.xml", sheet)
    assert any("row 1 are out of order" in one for one in faults(path))
    assert NAMESPACES
