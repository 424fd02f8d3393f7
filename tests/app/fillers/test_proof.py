"""The proof of a fill notices what texts alone do not show: markup, parts, and bytes outside the answers."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from app.domain.errors import FillUnproven
from app.domain.questionnaire import Kind, Question, Questionnaire, Slot
from app.fillers import excel, fill_file, word
from app.fillers.patch import Patch
from app.fillers.word_proof import markup_outside
from app.packages.archive import Archive
from app.packages.xml_part import parse_xml
from tests.samples.word import control, p, run, table, text_box, write_docx

Clumsy = Callable[[ModuleType, bytes, bytes], None]
FORM = Questionnaire("b.docx", "docx", "", (Question("q", "Name", Slot("p0")),))


@pytest.fixture
def clumsy(monkeypatch: pytest.MonkeyPatch) -> Clumsy:
    """Have a filler change more than it should."""

    def arrange(filler: ModuleType, words: bytes, others: bytes) -> None:
        honest = filler.patch_package

        def patch_package(archive: Archive, questionnaire: Questionnaire, answers: Mapping[str, object]) -> Patch:
            patch: Patch = honest(archive, questionnaire, answers)
            changed = {name: content.replace(words, others) for name, content in patch.parts.items()}
            assert changed != patch.parts
            patch.parts = changed
            return patch

        monkeypatch.setattr(filler, "patch_package", patch_package)

    return arrange


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (b"<w:b/>", b""),
        (b'w:val="Heading1"', b'w:val="Other"'),
        (b"<w:sectPr/>", b""),
        (b"<w:tblPr/>", b"<w:tblPr><x/></w:tblPr>"),
    ],
)
def test_a_format_changed_elsewhere_in_the_document_stops_the_delivery(
    words: bytes, others: bytes, clumsy: Clumsy, tmp_path: Path
) -> None:
    source = write_docx(
        tmp_path / "b.docx", p("Name: ____"), p(run("Terms", "<w:b/>"), style="Heading1"), table(["a", "b"])
    )
    clumsy(word, words, others)
    with pytest.raises(FillUnproven) as raised:
        fill_file(source, FORM, {"q": "Thistle"}, tmp_path / "f.docx")
    assert raised.value.places == ("word/document.xml",)
    assert not (tmp_path / "f.docx").exists()


def test_a_part_lost_or_changed_in_the_copy_stops_the_delivery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write_docx(tmp_path / "b.docx", p("Name: ____"), parts={"footer1.xml": "<w:ftr xmlns:w='urn:w'/>"})
    honest = Archive.copy

    def lossy(archive: Archive, target: Path, replaced: Mapping[str, bytes]) -> object:
        copied = honest(archive, target, replaced)
        with zipfile.ZipFile(target) as whole:
            kept = {name: whole.read(name) for name in whole.namelist() if "footer" not in name}
        with zipfile.ZipFile(target, "w") as package:
            for name, content in kept.items():
                package.writestr(name, content)
        return copied

    monkeypatch.setattr(Archive, "copy", lossy)
    with pytest.raises(FillUnproven) as raised:
        fill_file(source, FORM, {"q": "Thistle"}, tmp_path / "f.docx")
    assert raised.value.places == ("word/footer1.xml",)


def test_what_answers_add_and_take_off_is_no_change_outside_them(tmp_path: Path) -> None:
    block = control(p("Click here to enter text."), "", placeholder=True)
    source = write_docx(
        tmp_path / "b.docx",
        block,
        p("After"),
        table(["Name", "Role"], ["", ""]),
        p("Box", text_box(p("Town: ____"))),
        p("Name: ", control(run("Click to enter a date."), "<w:date/>", placeholder=True)),
    )
    columns = {"Name": "t0.r1.c0", "Role": "t0.r1.c1"}
    questions = (
        Question("block", "", Slot("p0")),
        Question("rows", "", Slot("t0", columns), Kind.TABLE),
        Question("box", "", Slot("p2.x0.p0")),
        Question("date", "", Slot("p3"), Kind.DATE),
    )
    form = Questionnaire("b.docx", "docx", "", questions)
    rows = [["Ann", "Lead"], ["Bob", "Buyer"], ["Cy", "Clerk"]]
    answers = {"block": "one\ntwo\nthree", "rows": rows, "box": "York", "date": "2026-12-11"}
    report = fill_file(source, form, answers, tmp_path / "f.docx")
    assert len(report.filled) == 4
    assert set(report.changed) >= {"p0", "t0.r1.c0", "t0.r3.c1", "p2.x0", "p3"}


def test_the_markup_outside_is_that_of_the_buyer_before_any_fill(tmp_path: Path) -> None:
    source = write_docx(tmp_path / "b.docx", p("Name: ____"))
    with Archive(source) as archive:
        content = archive.read("word/document.xml")
    empty = Patch(allowed={"p0"})
    assert b"____" not in markup_outside(parse_xml(content), empty, filled=False)
    assert b"____" in markup_outside(parse_xml(content), Patch(), filled=False)


def test_a_format_changed_elsewhere_in_a_sheet_stops_the_delivery(clumsy: Clumsy, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A1"], book.active["B2"] = "Name", "Terms"
    book.active.column_dimensions["A"].width = 33
    book.save(tmp_path / "b.xlsx")
    form = Questionnaire("b.xlsx", "xlsx", "", (Question("q", "Name", Slot("Sheet!B1")),))
    assert fill_file(tmp_path / "b.xlsx", form, {"q": "Thistle"}, tmp_path / "good.xlsx").changed == ("Sheet!B1",)
    clumsy(excel, b'width="33"', b'width="34"')
    with pytest.raises(FillUnproven) as raised:
        fill_file(tmp_path / "b.xlsx", form, {"q": "Thistle"}, tmp_path / "f.xlsx")
    assert raised.value.places == ("xl/worksheets/sheet1.xml",)
