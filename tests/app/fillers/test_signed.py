"""Signed files: named when they are read, before a fill breaks the signature, and again when it has."""

import zipfile
from pathlib import Path

import pytest

from app.fillers import fill_file
from app.packages.archive import SIGNED
from app.readers import read_file
from tests.app.commands.conftest import Run, bidfolio
from tests.samples.excel import QUESTIONS, save, sheet
from tests.samples.word import table, write_docx

__all__ = ["bidfolio"]


def _docx(folder: Path) -> Path:
    return write_docx(folder / "b.docx", table(["Question", "Answer"], *([one, ""] for one in QUESTIONS)))


def _xlsx(folder: Path) -> Path:
    return save(sheet("Form", [["Question", "Answer"], *([one, None] for one in QUESTIONS)]), folder)


@pytest.fixture(params=[_docx, _xlsx], ids=["word", "excel"])
def signed(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path: Path = request.param(tmp_path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    return path


def test_a_signed_file_says_so_when_it_is_read(signed: Path, bidfolio: Run) -> None:
    assert read_file(signed).notices == (SIGNED,)
    assert SIGNED in bidfolio("questions", signed, passphrase=None).err


def test_a_fill_says_that_the_signature_no_longer_holds(signed: Path, tmp_path: Path) -> None:
    questionnaire = read_file(signed)
    answers = {questionnaire.questions[0].id: "x"}
    target = tmp_path / f"f{signed.suffix}"
    assert SIGNED in fill_file(signed, questionnaire, answers, target).notices
    assert fill_file(signed, questionnaire, {}, target).notices == ()


def test_a_file_without_a_signature_says_nothing(tmp_path: Path) -> None:
    assert read_file(_docx(tmp_path)).notices == ()
    assert read_file(_xlsx(tmp_path)).notices == ()
