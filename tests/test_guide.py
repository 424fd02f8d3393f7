"""The guide: its commands run as they stand in it, and every page of the window has one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from app.paths import RESOURCES
from tests.app.commands.conftest import Run, _cheap_keys, bidfolio  # noqa: F401
from ui.pages.registry import FACTORIES

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs"
SAMPLE = RESOURCES / "sample"
COMMAND = re.compile(r"^(?:    )?(?P<command>bidfolio .*?)(?:\s+# *(?P<note>.*))?$")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
NOTICE = {
    "releases": [
        {
            "ocid": "ocds-000000-1",
            "id": "1",
            "date": "2026-11-02T09:00:00Z",
            "tag": ["tender"],
            "buyer": {"name": "Example Council"},
            "tender": {"id": "1", "title": "Path repairs", "tenderPeriod": {"endDate": "2027-01-15T12:00:00Z"}},
        }
    ]
}


def _pages() -> list[Path]:
    return [page for page in sorted(GUIDE.rglob("*.md")) if BLOCK.search(page.read_text("utf-8"))]


def _commands(page: Path) -> Iterator[tuple[list[str], int]]:
    """Give each command of a page as its arguments, and the status its note promises (0 where it has none)."""
    for block in BLOCK.findall(page.read_text("utf-8")):
        for line in block.splitlines():
            if found := COMMAND.match(line):
                words = re.findall(r'"[^"]*"|\S+', found["command"])
                promised = re.match(r"exit (\d)", found["note"] or "")
                yield [word.strip('"') for word in words[1:]], int(promised[1]) if promised else 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with the files the guide speaks of, and stand in it."""
    for name in SAMPLE.iterdir():
        if name.is_file():
            (tmp_path / name.name).write_bytes(name.read_bytes())
    (tmp_path / "tender.docx").write_bytes(next((SAMPLE / "buyers").glob("*.docx")).read_bytes())
    (tmp_path / "answers.csv").write_text("Question,Answer\nHow do you keep data safe?,Encrypted.\n")
    (tmp_path / "supplier.json").write_text(json.dumps({"name": "Harbour Systems Ltd", "details": {"vcse": False}}))
    (tmp_path / "notice.json").write_text(json.dumps(NOTICE))
    (tmp_path / "new.txt").write_text("another long test passphrase")
    book = openpyxl.Workbook()
    book.active.append(["Question", "Response"])
    book.active.append(["How will you support the service?", "Our service desk answers every call within one hour."])
    (tmp_path / "old-bids").mkdir()
    book.save(tmp_path / "old-bids" / "2025.xlsx")
    letter = docx.Document()
    letter.add_paragraph("{{ supplier.legal_name }} to {{ tender.buyer }}")
    letter.save(str(tmp_path / "letter.docx"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.stem)
def test_every_command_of_a_page_does_what_the_page_says(page: Path, folder: Path, bidfolio: Run) -> None:  # noqa: F811
    asked = bidfolio("questions", folder / "tender.docx", "--json").json["questions"]
    for words, status in _commands(page):
        arguments = [asked[0]["id"] if word == "QUESTION" else word for word in words]
        done = bidfolio(*arguments)
        assert done.status == status, f"{' '.join(words)}: {done.err}"


def test_pages_with_commands_are_found() -> None:
    assert "command-line" in {page.stem for page in _pages()}


@pytest.mark.parametrize("place", FACTORIES, ids=str)
def test_every_place_of_the_window_has_a_page(place: str) -> None:
    assert len((GUIDE / "guide" / "window" / f"{place}.md").read_text("utf-8").split()) > 40


def test_every_page_is_in_the_contents_once() -> None:
    recipe = (ROOT / ".ci" / "mkdocs.yml").read_text("utf-8")
    named = re.findall(r"[\w/-]+\.md", recipe)
    pages = {str(page.relative_to(GUIDE)) for page in GUIDE.rglob("*.md")}
    assert sorted(named) == sorted(page for page in pages if not page.startswith(("decisions/", "packaging/")))
