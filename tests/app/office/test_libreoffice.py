"""LibreOffice as a child: converted alone, cut off from secrets and network, ended in time."""

import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from app.domain.errors import ConversionFailed, OfficeMissing
from app.office import libreoffice
from app.office.libreoffice import convert, find_office, private_environment
from app.office.page_pictures import count_pages, picture_pages
from tests.samples.excel import save, sheet
from tests.samples.excel_parts import with_part
from tests.samples.word import p, write_docx

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_LINKING = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document xmlns:office="{_NAMES}office:1.0" xmlns:text="{_NAMES}text:1.0" xmlns:draw="{_NAMES}drawing:1.0"'
    f' xmlns:svg="{_NAMES}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p><draw:frame'
    ' text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:type="simple"'
    ' xlink:href="http://127.0.0.1:{port}/p.png"/></draw:frame></text:p></office:text></office:body></office:document>'
)

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="stands in for LibreOffice with a shell script")


def _stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_office", lambda: program)


def test_secrets_and_proxies_of_the_user_are_not_handed_on(tmp_path: Path) -> None:
    given = {"BIDFOLIO_PASSPHRASE": "x", "bidfolio_other": "y", "PATH": "/bin", "HTTPS_PROXY": "http://real:80"}
    environment = private_environment(tmp_path, given)
    assert not any(name.upper().startswith("BIDFOLIO_") for name in environment)
    assert environment["PATH"] == "/bin"
    assert environment["HTTPS_PROXY"] == "http://127.0.0.1:9"
    assert environment["HOME"] == str(tmp_path)


def test_without_the_program_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_office", lambda: None)
    with pytest.raises(OfficeMissing):
        convert(tmp_path / "a.docx", "pdf", tmp_path)


@posix
def test_the_profile_is_private_blocks_links_and_macros_and_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        f'for a in "$@"; do case "$a" in -env:*) profile="${{a#-env:UserInstallation=file://}}";; esac; done\n'
        f'cp "$profile/user/registrymodifications.xcu" {tmp_path}/settings.xml; echo "$profile" > {tmp_path}/where\n'
        f"touch {tmp_path}/a.pdf"
    )
    _stand_in(tmp_path, script, monkeypatch)
    convert(tmp_path / "a.docx", "pdf", tmp_path)
    settings = (tmp_path / "settings.xml").read_text()
    for name in ("BlockUntrustedRefererLinks", "DisableMacrosExecution"):
        assert f'oor:name="{name}" oor:op="fuse"><value>true</value>' in settings
    assert not Path((tmp_path / "where").read_text().strip()).exists()


@posix
def test_a_conversion_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait", monkeypatch)
    with pytest.raises(ConversionFailed) as raised:
        convert(tmp_path / "a.docx", "pdf", tmp_path, seconds=0.5)
    assert "longer than" in raised.value.reason
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@posix
def test_a_conversion_that_gives_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(ConversionFailed):
        convert(tmp_path / "a.docx", "pdf", tmp_path)


@needs_office
def test_a_document_is_converted_counted_and_pictured(tmp_path: Path) -> None:
    source = write_docx(tmp_path / "a.docx", p("One"), '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', p("Two"))
    pictures = picture_pages(source, tmp_path / "pictures", "before")
    assert [one.name for one in pictures] == ["before-001.png", "before-002.png"]
    assert all(one.read_bytes().startswith(b"\x89PNG") for one in pictures)
    pdf = convert(source, "pdf", tmp_path)
    assert count_pages(pdf) == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "a.pdf", "pictures"]


@needs_office
def test_formulas_show_what_the_answers_make_of_them(tmp_path: Path) -> None:
    made = sheet("Form", [["five words in this cell", None]])
    made["B1"] = "=LEN(A1)"
    path = save(made, tmp_path)
    with_part(path, "xl/worksheets/sheet1.xml", b"<f>LEN(A1)</f><v></v>", b"<f>LEN(A1)</f><v>0</v>")
    assert convert(path, "csv", tmp_path).read_text().strip() == "five words in this cell,23"


@needs_office
def test_a_linked_picture_is_never_fetched(tmp_path: Path) -> None:
    assert _requests_of_a_conversion(tmp_path) == []


@needs_office
@pytest.mark.soak
def test_without_the_settings_and_the_proxy_it_would_be_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_SETTINGS", ())
    monkeypatch.setattr(libreoffice, "private_environment", lambda home: {**os.environ, "HOME": str(home)})
    assert _requests_of_a_conversion(tmp_path) != []


@needs_office
def test_a_broken_file_gives_a_sentence_and_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(ConversionFailed):
        picture_pages(tmp_path / "a.pdf", tmp_path / "out", "x")
    assert os.listdir(tmp_path / "out") == []


def _requests_of_a_conversion(folder: Path) -> list[bytes]:
    """Convert a document that links to a picture on this very machine, and collect what asks for it."""
    asked: list[bytes] = []
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        page = folder / "a.fodt"
        page.write_text(_LINKING.format(port=server.getsockname()[1]))
        listener = threading.Thread(target=_listen, args=(server, asked, done))
        listener.start()
        try:
            convert(page, "pdf", folder)
        finally:
            done.set()
            listener.join()
    return asked


def _listen(server: socket.socket, asked: list[bytes], done: threading.Event) -> None:
    while not done.is_set():
        try:
            caller, _ = server.accept()
        except TimeoutError:
            continue
        with caller:
            asked.append(caller.recv(200))
