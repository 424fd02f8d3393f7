"""Words, lines and fields of made-up PDF files."""

from pathlib import Path

from app.packages.pdf_fields import FieldKind
from app.packages.pdf_file import PdfFile
from tests.samples.pdf import Field, write_pdf


def test_words_stand_in_lines_from_the_top_down(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [[(50, 600, "below"), (200, 700, "right"), (50, 700, "far left")]])
    with PdfFile(path) as pdf:
        assert [line.text for line in pdf.lines(0)] == ["far left right", "below"]
        box = pdf.lines(0)[0].words[0].box
    assert 49 < box.left < 51
    assert box.bottom < 700 < box.top


def test_fields_tell_name_kind_value_and_box(tmp_path: Path) -> None:
    fields = [
        Field("name", (50, 700, 200, 720), tooltip="Your name", value="A", longest=40),
        Field("agree", (50, 650, 62, 662), kind="/Btn", state="On"),
        Field("notes", (50, 500, 300, 600), flags=1 << 12),
    ]
    with PdfFile(write_pdf(tmp_path / "a.pdf", [[(50, 750, "Form")]], fields)) as pdf:
        name, agree, notes = pdf.fields
    assert (name.kind, name.value, name.tooltip, name.longest) == (FieldKind.TEXT, "A", "Your name", 40)
    assert (agree.kind, agree.widgets[0].state, agree.is_filled) == (FieldKind.CHECKBOX, "On", False)
    assert notes.kind is FieldKind.MULTILINE
    assert notes.widgets[0].box.top == 600


def test_a_file_without_a_form_has_no_fields(tmp_path: Path) -> None:
    with PdfFile(write_pdf(tmp_path / "a.pdf", [[(50, 750, "Text")], [(50, 750, "More")]])) as pdf:
        assert (pdf.page_count, pdf.fields, pdf.has_xfa) == (2, (), False)
