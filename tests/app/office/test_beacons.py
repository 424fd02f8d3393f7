"""Files that call home when they are opened: read, filled, converted and pictured, without one request."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.questionnaire import Questionnaire
from app.fillers import fill_file
from app.office import libreoffice
from app.office.libreoffice import convert, find_office
from app.office.page_pictures import picture_pages
from app.readers import read_file
from tests.samples.excel import save, sheet
from tests.samples.excel_parts import with_part, with_whole_part
from tests.samples.word import p, table, write_docx

needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="P"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="P"/>'
    f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:link="rIdB"/></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
    '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


@contextmanager
def beacon() -> Iterator[tuple[str, list[bytes]]]:
    """Listen on this computer, and give the address to be linked to and what asked there."""
    asked: list[bytes] = []
    done = threading.Event()

    def listen(server: socket.socket) -> None:
        while not done.is_set():
            try:
                caller, _ = server.accept()
            except TimeoutError:
                continue
            with caller:
                asked.append(caller.recv(200))

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        listener = threading.Thread(target=listen, args=(server,))
        listener.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        finally:
            done.set()
            listener.join()


def link(kind: str, address: str) -> bytes:
    """Give a relationship to something outside."""
    return f'<Relationship Id="rIdB" Type="{_OFFICE}/{kind}" Target="{address}" TargetMode="External"/>'.encode()


def word_beacon(folder: Path, address: str) -> Path:
    """Write a form with a linked picture and a template on the same server."""
    rows = table(["Question", "Response"], ["What is your company name?", ""])
    settings = (
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:r="{_OFFICE}"><w:attachedTemplate r:id="rIdB"/></w:settings>'
    )
    path = write_docx(folder / "form.docx", p("Questionnaire"), _PICTURE, rows, parts={"settings.xml": settings})
    end = b"</Relationships>"
    with_part(path, "word/_rels/document.xml.rels", end, link("image", f"{address}/p.png") + end)
    head = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    template = head + link("attachedTemplate", f"{address}/t.dotx") + end
    with_whole_part(path, "word/_rels/settings.xml.rels", template)
    return path


def excel_beacon(folder: Path, address: str) -> Path:
    """Write a form whose cells ask for a value from a workbook and from a service elsewhere."""
    made = sheet("Form", [["Question", "Response"], ["What is your company name?", None]], boxed=True)
    made["D1"] = f"='{address}/[prices.xlsx]Sheet1'!A1"
    made["D2"] = f'=_xlfn.WEBSERVICE("{address}/w")'
    return save(made, folder)


def answers_to(questionnaire: Questionnaire) -> dict[str, str]:
    """Answer everything alike."""
    return {question.id: "Willowbrook Ltd" for question in questionnaire}


def test_the_listener_hears_who_asks() -> None:
    with beacon() as (address, asked):
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as caller:
            caller.sendall(b"GET /p.png")
            caller.recv(1)
    assert asked == [b"GET /p.png"]


@needs_office
@pytest.mark.parametrize("make", [word_beacon, excel_beacon])
def test_a_file_that_calls_home_is_read_filled_and_converted_without_a_request(tmp_path: Path, make: object) -> None:
    with beacon() as (address, asked):
        source = make(tmp_path, address)  # type: ignore[operator]
        questionnaire = read_file(source)
        filled = tmp_path / f"filled{source.suffix}"
        report = fill_file(source, questionnaire, answers_to(questionnaire), filled)
        assert report.filled
        for file in (source, filled):
            out = tmp_path / f"out-{file.stem}"
            out.mkdir()
            convert(file, "pdf", out)
            convert(file, "odt" if source.suffix == ".docx" else "csv", out)
            picture_pages(file, out, "page")
        assert len(list(tmp_path.glob("out-*/*"))) >= 6
    assert asked == []


@needs_office
@pytest.mark.soak
def test_without_the_settings_and_the_proxy_the_picture_would_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "_SETTINGS", ())
    monkeypatch.setattr(libreoffice, "private_environment", lambda home: {**os.environ, "HOME": str(home)})
    with beacon() as (address, asked):
        convert(word_beacon(tmp_path, address), "pdf", tmp_path)
    assert asked
