"""A document of the supplier's own, read whole for what it lacks."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from app.domain.errors import FileUnreadable
from app.readers.own_document import read_own_document


def test_heads_and_feet_are_read_beside_the_body(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Our approach")
    document.add_table(1, 1).rows[0].cells[0].text = "A cell"
    section = document.sections[0]
    section.header.paragraphs[0].text = "[insert company]"
    section.footer.paragraphs[0].text = "Version TBC"
    document.save(str(tmp_path / "a.docx"))
    assert set(read_own_document(tmp_path / "a.docx").lines) == {
        "Our approach",
        "A cell",
        "[insert company]",
        "Version TBC",
    }


def test_highlighted_runs_are_joined_and_named_once(tmp_path: Path) -> None:
    document = docx.Document()
    for _ in range(2):
        paragraph = document.add_paragraph("We will begin on ")
        for words in ("1 May", " or later"):
            paragraph.add_run(words).font.highlight_color = WD_COLOR_INDEX.YELLOW
        paragraph.add_run(".")
    document.save(str(tmp_path / "a.docx"))
    assert read_own_document(tmp_path / "a.docx").marked == ("1 May or later",)


def test_a_document_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(FileUnreadable):
        read_own_document(path)
