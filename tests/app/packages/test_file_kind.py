import json
import zipfile

import pytest

from app.domain.errors import FileMissing, FileUnreadable, KindUnsupported
from app.packages.file_kind import FileKind, file_kind, read_text
from app.wording import sentence
from tests.samples.word import MAIN, p, write_docx

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_TEMPLATE = MAIN.replace("document.main", "template.main")


def _file(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("main", "kind"), [(MAIN, FileKind.DOCX), (_MACROS, FileKind.DOCM), (_TEMPLATE, FileKind.DOCX)]
)
def test_a_word_file_is_known_by_its_main_part(tmp_path, main, kind):
    assert file_kind(write_docx(tmp_path / "any.name", p("x"), main=main)) is kind


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", "%PDF-1.7\nstartxref\n0\n%%EOF", FileKind.PDF),
        ("a.xml", '<?xml version="1.0"?><x:ESPDRequest xmlns:x="urn:x"/>', FileKind.ESPD),
        ("a.xml", "<!-- made --><QualificationApplicationRequest/>", FileKind.ESPD),
        ("a.json", json.dumps({"releases": []}), FileKind.JSON),
        ("a.txt", "1. Who are you?", FileKind.TEXT),
        ("a.txt", "[Insert] is not JSON", FileKind.TEXT),
        ("a.csv", "ref,question\n1,Who are you?", FileKind.CSV),
        ("a", "Wie hei\xdfen Sie?".encode("cp1252"), FileKind.TEXT),
        ("a.txt", "Who are you?".encode("utf-16"), FileKind.TEXT),
    ],
)
def test_a_file_is_known_by_what_it_holds(tmp_path, name, content, kind):
    assert file_kind(_file(tmp_path, name, content)) is kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (_OLE + "WordDocument".encode("utf-16-le") + b"\0\0", ".doc"),
        (_OLE + "Workbook".encode("utf-16-le") + b"\0\0", ".xls"),
        (b"{\\rtf1 hello}", ".rtf"),
        (b"<html><body>Who?</body></html>", "web page"),
        (b"<note/>", "not an ESPD"),
        (b"\x89PNG\r\n", "picture"),
    ],
)
def test_a_kind_that_is_not_read_is_refused_with_the_next_step(tmp_path, content, kind):
    with pytest.raises(KindUnsupported) as refused:
        file_kind(_file(tmp_path, "a.docx", content))
    assert kind in sentence(refused.value)
    assert refused.value.remedy.endswith(".")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"Who are you?", "is plain text"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (_OLE, "unknown kind"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"PK\x05\x06" + b"\0" * 18, "damaged"),
        (b"%PDF-1.4 cut off", "damaged"),
        (b"\x00\x01\x02\x03", "not a document"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, content, reason):
    with pytest.raises(FileUnreadable, match=reason):
        file_kind(_file(tmp_path, "a.docx", content))


@pytest.mark.parametrize(
    ("mimetype", "kind"),
    [
        ("application/vnd.oasis.opendocument.text", ".odt"),
        ("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        ("", "zip archive"),
    ],
)
def test_other_packages_are_refused_by_name(tmp_path, mimetype, kind):
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as package:
        package.writestr("mimetype" if mimetype else "other", mimetype)
    with pytest.raises(KindUnsupported) as refused:
        file_kind(tmp_path / "a.odt")
    assert kind in sentence(refused.value)


def test_a_package_cut_off_is_refused(tmp_path):
    whole = write_docx(tmp_path / "whole.docx", p("x")).read_bytes()
    with pytest.raises(FileUnreadable, match="damaged"):
        file_kind(_file(tmp_path, "cut.docx", whole[: len(whole) // 2]))


def test_a_list_of_parts_with_a_document_type_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("[Content_Types].xml", '<!DOCTYPE x [<!ENTITY e "e">]><Types>&e;</Types>')
        package.writestr("_rels/.rels", '<!DOCTYPE x [<!ENTITY e "e">]><x/>')
    with pytest.raises(FileUnreadable, match="unsafe"):
        file_kind(tmp_path / "a.docx")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(FileMissing):
        file_kind(tmp_path / "none.docx")
    with pytest.raises(FileUnreadable, match="folder"):
        file_kind(tmp_path)


def test_a_damaged_json_file_is_refused(tmp_path):
    with pytest.raises(FileUnreadable, match="not JSON"):
        file_kind(_file(tmp_path, "a.json", "{ not json"))


def test_text_of_a_windows_program_is_read(tmp_path):
    assert read_text(_file(tmp_path, "a.txt", "caf\xe9".encode("cp1252"))) == "café"
