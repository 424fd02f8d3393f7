"""`bidfolio demo`: what it says, and when a window follows."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.bootstrap import build_ports
from app.commands import demo
from app.commands.outcome import Exit
from app.domain.filling import FillReport
from app.services.keep_fills import last_fill
from app.services.run_demo import PASSPHRASE, SAMPLE_TENDERS, WORKSPACE, Demo
from tests.samples.sample_truth import QUESTIONNAIRE, WORKBOOK


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sample") / "demo"


@pytest.fixture(scope="module")
def made(folder: Path) -> tuple[str, list[FillReport]]:
    """What the demo printed, and the proofs it kept; it is made once for all tests of this module."""
    printed: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "say", printed.append)
        patch.setattr(demo, "start_window", _no_window)
        assert main(["demo", "--dir", str(folder), "--no-window", "--on", "2026-11-18"]) == Exit.DONE
    workspace = build_ports().workspaces.open(folder / WORKSPACE, PASSPHRASE)
    with workspace.work("Look") as unit:
        kept = [last_fill(unit, file.id) for file in unit.tender_files.all()]
    workspace.close()
    return "\n".join(printed), [proof.report for proof in kept if proof]


@pytest.fixture
def said(made: tuple[str, list[FillReport]]) -> str:
    return made[0]


@pytest.fixture
def proofs(made: tuple[str, list[FillReport]]) -> list[FillReport]:
    return made[1]


def _no_window(*_arguments: Any, **_options: Any) -> None:
    raise AssertionError("a window was started")


def test_it_prints_where_everything_lies_and_the_sample_passphrase(said: str, folder: Path) -> None:
    assert str(folder / WORKSPACE) in said
    assert PASSPHRASE in said
    for one in SAMPLE_TENDERS:
        stem, suffix = one.file.rsplit(".", 1)
        assert str(folder / f"{stem} filled.{suffix}") in said


def test_it_says_that_nobody_has_looked_and_what_was_left(said: str) -> None:
    assert said.count("none reviewed by a person") == 2
    assert len(re.findall(r"\d+ questions left for a person:", said)) == 2
    assert "Signature" in said
    assert "DUNS" in said


def test_most_of_what_the_profile_knows_is_written(said: str) -> None:
    written = [int(number) for number in re.findall(r"(\d+) answers written", said)]
    assert len(written) == 2
    assert written[0] >= 25
    assert written[1] >= 12


def test_the_filled_questionnaire_holds_the_supplier_and_lacks_only_what_is_left(said: str, folder: Path) -> None:
    with zipfile.ZipFile(folder / "northshire-questionnaire filled.docx") as package:
        text = package.read("word/document.xml").decode()
    assert said
    assert "Harbour Systems Ltd" in text
    assert "98765432" in text


def test_only_the_parts_with_answers_differ_from_the_buyers_file(said: str, folder: Path) -> None:
    assert said
    for one in SAMPLE_TENDERS:
        stem, suffix = one.file.rsplit(".", 1)
        with zipfile.ZipFile(folder / one.file) as before, zipfile.ZipFile(folder / f"{stem} filled.{suffix}") as after:
            assert before.namelist() == after.namelist()
            changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        assert changed
        assert all(
            re.match(r"word/document\.xml|xl/worksheets/|xl/workbook\.xml|xl/calcChain\.xml", name) for name in changed
        )


def test_nothing_that_is_written_is_wrong(proofs: list[FillReport]) -> None:
    for proof, truth in zip(proofs, (QUESTIONNAIRE, WORKBOOK), strict=True):
        for one in proof.filled:
            meant = truth.get(one.where) or truth.get(re.sub(r"\.p\d+$", "", one.where))
            assert meant, f"{one.where} has no answer in the sample, and was given {one.value}"
            assert any(text in str(one.value) for text in meant.split("|")), (one.where, one.value)


def test_the_window_opens_on_the_sample_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty_demo: Demo
) -> None:
    started: list[tuple[Path, str]] = []
    monkeypatch.setattr(demo, "start_window", lambda workspace, passphrase: started.append((workspace, passphrase)))
    for screen in (False, True):
        monkeypatch.setattr(demo, "has_screen", lambda screen=screen: screen)
        assert main(["demo", "--dir", str(tmp_path)]) == Exit.DONE
        assert main(["demo", "--dir", str(tmp_path), "--no-window"]) == Exit.DONE
    assert started == [(empty_demo.workspace, PASSPHRASE)]


@pytest.fixture
def empty_demo(monkeypatch: pytest.MonkeyPatch) -> Demo:
    made = Demo(Path("sample.bidfolio"), "Harbour Systems Ltd", ())
    monkeypatch.setattr(demo, "run_demo", lambda *_: made)
    return made
