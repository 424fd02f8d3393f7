"""Files of older and open kinds: refused with the next step, or read by way of a copy that LibreOffice makes."""

import zipfile
from pathlib import Path

import pytest

from app.office.libreoffice import find_office
from tests.app.commands.conftest import Run

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_ASKED = "What is your registered company number?"


def _write_odt(path: Path) -> Path:
    """Write an OpenDocument text with one question and a line for its answer."""
    content = (
        f'<office:document-content xmlns:office="{_NAMES}office:1.0" xmlns:text="{_NAMES}text:1.0" '
        f'office:version="1.3"><office:body><office:text><text:p>{_ASKED} ____________________</text:p>'
        "</office:text></office:body></office:document-content>"
    )
    listed = (
        f'<m:manifest xmlns:m="{_NAMES}manifest:1.0" m:version="1.3"><m:file-entry m:full-path="/" '
        'm:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" '
        'm:media-type="text/xml"/></m:manifest>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", listed)
    return path


@pytest.mark.parametrize(
    ("name", "content", "copy"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0\0", "old.docx"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + b"\0\0", "old.xlsx"),
        ("rich.rtf", b"{\\rtf1 Name:}", "rich.docx"),
        ("two words.rtf", b"{\\rtf1 Name:}", "two words.docx"),
    ],
)
def test_with_libreoffice_the_refusal_offers_the_copy(
    tmp_path: Path, bidfolio: Run, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, copy: str
) -> None:
    monkeypatch.setattr("app.office.libreoffice.find_office", lambda: tmp_path / "soffice")
    (tmp_path / name).write_bytes(content)
    shown = bidfolio("questions", tmp_path / name)
    assert shown.status == 3
    mark = '"' if " " in name else ""
    assert f"“bidfolio questions {mark}{name}{mark} --convert {mark}{copy}{mark}”" in shown.err


@pytest.mark.parametrize("office", [None, Path("/somewhere/soffice")])
def test_nothing_is_offered_without_libreoffice_or_for_a_picture(
    tmp_path: Path, bidfolio: Run, monkeypatch: pytest.MonkeyPatch, office: Path | None
) -> None:
    monkeypatch.setattr("app.office.libreoffice.find_office", lambda: office)
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    asked = tmp_path / "a.png" if office else _write_odt(tmp_path / "a.odt")
    shown = bidfolio("questions", asked)
    assert shown.status == 3
    assert "--convert" not in shown.err


def test_without_libreoffice_a_wish_to_convert_says_so_and_writes_nothing(
    tmp_path: Path, bidfolio: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.office.libreoffice.find_office", lambda: None)
    shown = bidfolio("questions", _write_odt(tmp_path / "a.odt"), "--convert", tmp_path / "a.docx")
    assert shown.status == 1
    assert "LibreOffice was not found" in shown.err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.odt"]


@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
def test_an_open_document_is_read_by_way_of_its_copy(tmp_path: Path, bidfolio: Run) -> None:
    source = _write_odt(tmp_path / "a.odt")
    before = source.read_bytes()
    shown = bidfolio("questions", source, "--convert", tmp_path / "a.docx", "--json")
    assert shown.status == 0
    assert [one["text"] for one in shown.json["questions"]] == [_ASKED]
    assert source.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "a.odt"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, bidfolio: Run) -> None:
    shown = bidfolio("questions", _write_odt(tmp_path / "a.odt"), "--convert", tmp_path / "none" / "a.docx")
    assert shown.status == 3
    assert "could not be written" in shown.err
