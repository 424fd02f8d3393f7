"""Where a copy is made: nothing half-written, nothing left behind, and every refusal of the disk said."""

import errno
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import FileUnwritable
from app.domain.questionnaire import Question, Questionnaire, Slot
from app.fillers import fill_file
from app.fillers.beside import PREFIX, folder_beside
from app.services.fill_questionnaire import check_target
from app.wording import sentence
from tests.samples.word import p, write_docx

QUESTIONNAIRE = Questionnaire("b.docx", "docx", "", (Question("q", "Name", Slot("p0")),))
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and kills as POSIX has them")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "b.docx", p("Name: ____"))


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_what_a_dead_fill_left_is_removed_by_the_next(source: Path, tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}dead"
    left.mkdir()
    (left / "copy.docx").write_text("an answer")
    fill_file(source, QUESTIONNAIRE, {"q": "x"}, tmp_path / "f.docx")
    assert _names(tmp_path) == ["b.docx", "f.docx"]


def test_the_folder_of_a_fill_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    with folder_beside(tmp_path / "a") as mine:
        (mine / "copy").write_text("an answer")
        with folder_beside(tmp_path / "b"):
            assert (mine / "copy").exists()
    assert _names(tmp_path) == []


def test_a_file_with_such_a_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / f"{PREFIX}notes").write_text("the user's own")
    with folder_beside(tmp_path / "a"):
        pass
    assert _names(tmp_path) == [f"{PREFIX}notes"]


def test_fills_at_once_beside_each_other_keep_their_folders(tmp_path: Path) -> None:
    def fill(number: int) -> bool:
        with folder_beside(tmp_path / f"{number}") as mine:
            (mine / "copy").write_text("an answer")
            return (mine / "copy").exists()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(fill, range(200)))
    assert _names(tmp_path) == []


def test_a_target_that_another_program_holds_open_is_said(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "f.docx"
    target.write_text("open in Word")
    replace = Path.replace

    def refuse(one: Path, other: Path) -> Path:
        if other == target:
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(other))
        return replace(one, other)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileUnwritable) as raised:
        fill_file(source, QUESTIONNAIRE, {"q": "x"}, target)
    assert sentence(raised.value).startswith(f"{target} could not be written: The process cannot access the file.")
    assert "close the file if a program has it open" in sentence(raised.value)
    assert target.read_text() == "open in Word"
    assert _names(tmp_path) == ["b.docx", "f.docx"]


def test_a_name_that_is_too_long_is_said_before_any_work(source: Path, tmp_path: Path) -> None:
    target = tmp_path / f"{'x' * 300}.docx"
    with pytest.raises(FileUnwritable) as raised:
        check_target(source, target, may_replace=False)
    assert sentence(raised.value).endswith("Choose a shorter name.")
    with pytest.raises(FileUnwritable) as raised:
        fill_file(source, QUESTIONNAIRE, {"q": "x"}, target)
    assert sentence(raised.value).endswith("Choose a shorter name.")
    assert _names(tmp_path) == ["b.docx"]


def test_a_folder_that_is_not_there_is_said(source: Path, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable) as raised:
        fill_file(source, QUESTIONNAIRE, {"q": "x"}, tmp_path / "none" / "f.docx")
    assert raised.value.remedy == "Check the folder: it is not there."


_FULL = """
import resource, sys
from pathlib import Path
from app.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))
sys.exit(main(["fill", sys.argv[1], "--answers", sys.argv[2], "--out", sys.argv[3]]))
"""


@posix
def test_a_disk_with_no_room_is_said_and_nothing_is_left(source: Path, tmp_path: Path) -> None:
    answers = tmp_path / "a.json"
    answers.write_text("{}")
    command = [sys.executable, "-c", _FULL, str(source), str(answers), str(tmp_path / "f.docx")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert done.returncode == 3, done.stderr
    assert f"{tmp_path / 'f.docx'} could not be written: File too large." in done.stderr
    assert "Traceback" not in done.stderr
    assert _names(tmp_path) == ["a.json", "b.docx"]
