"""The two sample buyers' files: what the builders make, and as awkward as what real buyers send."""

import re

import pytest

from tests.samples.sample_buyers import BUYERS, EXCEL, MAKERS, WORD
from tests.samples.sample_packages import parts


@pytest.fixture(scope="module")
def word() -> dict[str, str]:
    return {name: part.decode("utf-8", "replace") for name, part in parts((BUYERS / WORD).read_bytes()).items()}


@pytest.fixture(scope="module")
def excel() -> dict[str, str]:
    return {name: part.decode("utf-8", "replace") for name, part in parts((BUYERS / EXCEL).read_bytes()).items()}


@pytest.mark.parametrize("name", list(MAKERS))
def test_the_shipped_file_is_what_its_builder_makes(name: str) -> None:
    shipped, made = parts((BUYERS / name).read_bytes()), parts(MAKERS[name]())
    assert shipped.keys() == made.keys()
    for part in shipped:
        assert shipped[part] == made[part], f"{part}: run python -m tests.samples.sample_buyers"


@pytest.mark.parametrize(
    "mark",
    [
        "<w:gridSpan",
        "<w:dropDownList>",
        "<w:date>",
        "<w14:checkbox>",
        "<w:showingPlcHdr/>",
        "FORMTEXT",
        "FORMCHECKBOX",
        'w:highlight w:val="yellow"',
        "______",
        "<w:commentReference",
        "<w:drawing>",
        "<w:tblHeader/>",
        "☐",
    ],
)
def test_the_questionnaire_has_every_awkward_thing(word: dict[str, str], mark: str) -> None:
    assert mark in word["word/document.xml"]


def test_the_questionnaire_has_a_header_a_footer_a_comment_and_a_picture(word: dict[str, str]) -> None:
    names = " ".join(word)
    for part in ("word/header", "word/footer", "word/comments.xml", "word/media/"):
        assert part in names


def test_every_cell_of_the_questionnaire_ends_with_a_paragraph(word: dict[str, str]) -> None:
    assert not re.search(r"</w:tcPr></w:tc>|</w:tbl></w:tc>", word["word/document.xml"])


def test_no_two_controls_share_an_id(word: dict[str, str]) -> None:
    identities = re.findall(r'<w:sdtPr>.*?<w:id w:val="(\d+)"', word["word/document.xml"])
    assert len(identities) >= 5
    assert len(set(identities)) == len(identities)


def test_the_workbook_hides_its_lists_and_protects_what_is_asked(excel: dict[str, str]) -> None:
    assert re.search(r'<sheet [^>]*name="Lists"[^>]*state="hidden"', excel["xl/workbook.xml"])
    assert "Legal_forms" in excel["xl/workbook.xml"]
    for number in range(1, 6):
        assert "<sheetProtection" in excel[f"xl/worksheets/sheet{number}.xml"]


@pytest.mark.parametrize(
    ("sheet", "mark"),
    [
        (2, "<dataValidation "),
        (2, "<conditionalFormatting"),
        (2, "<mergeCell "),
        (2, "<legacyDrawing"),
        (3, "<x14:dataValidation "),
        (3, "SUBSTITUTE"),
        (4, "<mergeCell "),
        (5, "SUM(F5:F8)"),
        (1, "<drawing "),
    ],
)
def test_the_workbook_has_every_awkward_thing(excel: dict[str, str], sheet: int, mark: str) -> None:
    assert mark in excel[f"xl/worksheets/sheet{sheet}.xml"]


def test_every_formula_of_the_workbook_keeps_a_result(excel: dict[str, str]) -> None:
    formulas = [
        text for name, text in excel.items() if "worksheets/sheet" in name for text in re.findall(r"</f>.{9}", text)
    ]
    assert len(formulas) > 20
    assert all(text.startswith("</f><v>0</v>") for text in formulas)
