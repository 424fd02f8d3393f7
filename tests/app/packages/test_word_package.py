import zipfile

import pytest

from app.domain.errors import FileMissing, FileUnreadable
from app.packages import word_package
from app.packages.word_package import open_word
from app.packages.word_text import text_of
from tests.samples.word import heading_style, numbering, p, styles, write_docx


def test_a_file_opens_with_its_styles_and_numbering(tmp_path):
    parts = {"styles.xml": styles(heading_style(1)), "numbering.xml": numbering(("decimal", "%1."))}
    package = open_word(write_docx(tmp_path / "a.docx", p("one", number=(1, 0)), parts=parts))
    assert package.styles.level("Heading1") == 0
    assert package.numbering.number(package.body[0]).text == "1."
    assert text_of(package.body) == "one"
    assert len(package.digest) == 64


@pytest.mark.parametrize(
    "part",
    [
        '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w>&e;</w>',
        "<w:document",
        "<x>" * 2000 + "</x>" * 2000,
        "<other/>",
    ],
    ids=["entity", "cut", "deep", "no body"],
)
def test_a_hostile_or_damaged_text_is_refused(tmp_path, part):
    path = write_docx(tmp_path / "a.docx", p("x"))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, part if name == "word/document.xml" else content)
    with pytest.raises(FileUnreadable, match="damaged or unsafe"):
        open_word(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileMissing):
        open_word(tmp_path / "none.docx")


def test_a_document_of_too_much_text_is_refused_with_what_to_do(tmp_path, monkeypatch):
    path = write_docx(tmp_path / "form.docx", p("Describe your help desk. " * 50))
    monkeypatch.setattr(word_package, "MOST_TEXT", 1_000)
    with pytest.raises(FileUnreadable, match="keep only the chapters"):
        open_word(path)
