"""Properties of Office files that name people, firms and folders."""

import zipfile
from pathlib import Path

import docx

from app.packages.doc_properties import clean_copy


def test_names_are_taken_out_and_every_other_part_stays_as_it_was(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Words")
    document.core_properties.author = "A. Rowan"
    document.core_properties.last_modified_by = "B. Birch"
    document.core_properties.title = "Method statement"
    document.save(str(tmp_path / "a.docx"))
    taken = clean_copy(tmp_path / "a.docx", tmp_path / "b.docx")
    assert set(taken) >= {"A. Rowan", "B. Birch"}
    before, after = (zipfile.ZipFile(tmp_path / name) for name in ("a.docx", "b.docx"))
    assert before.namelist() == after.namelist()
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert set(changed) <= {"docProps/core.xml", "docProps/app.xml"}
    cleaned = docx.Document(str(tmp_path / "b.docx")).core_properties
    assert (cleaned.author, cleaned.last_modified_by, cleaned.title) == ("", "", "Method statement")


def test_a_file_without_names_stays_as_it_was(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert clean_copy(tmp_path / "a.docx", tmp_path / "b.docx") == ()
    assert zipfile.ZipFile(tmp_path / "b.docx").read("word/document.xml") == b"<x/>"
