"""An open workspace says who has it open; one person on one computer may open it twice, nobody else."""

import getpass
import json
import platform
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import WorkspaceHeld, WorkspaceInUse, WrongPassphrase
from app.storage import lock_file
from app.storage.lock_file import LockFile, lock_path
from app.wording import sentence
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_workspace

NOW = datetime(2026, 11, 22, 4, 15, 3)
_HOLD = """
import sys
from pathlib import Path
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces
workspace = cheap_workspaces().open(Path(sys.argv[1]), PASSPHRASE)
print("open", flush=True)
sys.stdin.read()
"""


def _held_by(path: Path, user: str, computer: str) -> None:
    said = {"user": user, "computer": computer, "since": "2026-11-21T09:41:00"}
    lock_path(path).write_text(json.dumps(said))


def test_the_lock_says_who_where_and_since_when_and_goes_on_closing(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    said = json.loads(lock_path(workspace.path).read_text())
    assert said == {"user": getpass.getuser(), "computer": platform.node(), "since": "2026-11-22T04:15:03"}
    workspace.close()
    assert not lock_path(workspace.path).exists()


def test_a_workspace_open_on_another_computer_is_kindly_refused(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.close()
    _held_by(workspace.path, "hazel", "LAPTOP-3")
    with pytest.raises(WorkspaceHeld) as refused:
        cheap_workspaces().open(workspace.path, PASSPHRASE)
    assert sentence(refused.value) == (
        "sample.bidfolio is open by hazel on LAPTOP-3 since 21 November 2026, 09:41. "
        "Close it there and try again. If it is not open there, delete sample.bidfolio.lock beside it."
    )
    assert lock_path(workspace.path).exists()
    cheap_workspaces().free(workspace.path)
    cheap_workspaces().open(workspace.path, PASSPHRASE).close()


@pytest.mark.parametrize("text", ["", "{", '["x"]', '{"user": "x"}', "\x00\xff"])
def test_a_lock_that_says_nothing_holds_nobody_up(tmp_path: Path, text: str) -> None:
    workspace = new_workspace(tmp_path)
    workspace.close()
    lock_path(workspace.path).write_text(text)
    cheap_workspaces().open(workspace.path, PASSPHRASE).close()
    assert not lock_path(workspace.path).exists()


def test_a_second_program_of_the_same_person_shares_it_and_leaves_the_lock(tmp_path: Path) -> None:
    first = new_workspace(tmp_path)
    second = cheap_workspaces().open(first.path, PASSPHRASE)
    second.close()
    assert lock_path(first.path).exists()
    first.close()
    assert not lock_path(first.path).exists()


def test_the_lock_stays_until_the_last_of_them_closes(tmp_path: Path) -> None:
    first = new_workspace(tmp_path)
    second = cheap_workspaces().open(first.path, PASSPHRASE)
    first.close()
    assert json.loads(lock_path(first.path).read_text())["computer"] == platform.node()
    third = cheap_workspaces().open(first.path, PASSPHRASE)
    second.close()
    assert lock_path(first.path).exists()
    third.close()
    assert not lock_path(first.path).exists()


def test_the_lock_of_another_is_not_removed_with_ones_own(tmp_path: Path) -> None:
    first = new_workspace(tmp_path)
    cheap_workspaces().free(first.path)
    second = cheap_workspaces().open(first.path, PASSPHRASE)
    first.close()
    assert lock_path(second.path).exists()
    second.close()
    assert not lock_path(second.path).exists()


def test_a_killed_program_holds_nothing_any_more(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.close()
    command = [sys.executable, "-c", _HOLD, str(workspace.path)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        _held_by(workspace.path, "somebody else", platform.node())
        with pytest.raises(WorkspaceHeld):
            cheap_workspaces().open(workspace.path, PASSPHRASE)
        program.kill()
    cheap_workspaces().open(workspace.path, PASSPHRASE).close()
    assert not lock_path(workspace.path).exists()


def test_a_passphrase_that_does_not_fit_leaves_no_lock(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.close()
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().open(workspace.path, "another")
    assert not lock_path(workspace.path).exists()


def test_the_passphrase_is_not_changed_under_another_program(tmp_path: Path) -> None:
    first = new_workspace(tmp_path)
    second = cheap_workspaces().open(first.path, PASSPHRASE)
    for one in (first, second):
        with pytest.raises(WorkspaceInUse):
            one.change_passphrase("another")
    first.close()
    second.close()
    alone = cheap_workspaces().open(first.path, PASSPHRASE)
    alone.change_passphrase("another")
    alone.close()


def test_nobody_comes_in_while_the_passphrase_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_file, "_PAUSE", 0)
    path = tmp_path / "sample.bidfolio"
    held = LockFile.take(path, NOW)
    with held.alone(), pytest.raises(WorkspaceInUse):
        LockFile.take(path, NOW)
    LockFile.take(path, NOW).release()
    held.release()
    assert not lock_path(path).exists()
