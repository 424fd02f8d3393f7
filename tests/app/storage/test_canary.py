"""The supplier's name stands nowhere on disk in clear: not in the workspace, beside it, or in temporary folders."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.incoming import IncomingAnswers
from app.domain.records import AnswerVariant, LibraryAnswer
from app.services.import_answers import import_answers
from app.storage.workspace import SqlWorkspace
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id, new_workspace

CANARY = "Quillfeather Marmalade Limited"

_WRITER = """
import sys
from pathlib import Path
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces
from tests.app.storage.test_canary import take_in
workspace = cheap_workspaces().open(Path(sys.argv[1]), PASSPHRASE)
for number in range(10_000):
    take_in(workspace, number)
    print(number, flush=True)
"""


def take_in(workspace: SqlWorkspace, number: int) -> None:
    """Import a batch of answers that all hold the canary, with an attachment."""
    text = f"{CANARY} " * 40
    answers = [
        LibraryAnswer(new_id(), key=f"{number}-{one}", questions=(f"{CANARY}?",), variants=(AnswerVariant(text),))
        for one in range(30)
    ]
    import_answers(workspace, IncomingAnswers(Path(f"{CANARY}.csv"), tuple(answers)))


def _finds(folder: Path) -> list[Path]:
    forms = [CANARY.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")] + [json.dumps(CANARY).encode()]
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".py" and any(form in path.read_bytes() for form in forms)
    ]


def _kill_in_the_middle(folder: Path, rng: random.Random) -> tuple[Path, int]:
    """Kill a program that imports without end, and give how many of its imports were committed and said so."""
    workspace = new_workspace(folder)
    workspace.close()
    temporary = folder / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    command = [sys.executable, "-c", _WRITER, str(workspace.path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment, cwd=Path(__file__).parents[3]
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(rng.uniform(0.005, 0.06))
        program.send_signal(signal.SIGKILL)
        said = program.stdout.read().split()
    return workspace.path, 1 + max(map(int, said), default=0)


def test_the_suppliers_name_is_found_nowhere_after_a_session(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    take_in(workspace, 0)
    with workspace.work("Attach") as work:
        work.attachments.put(CANARY.encode() * 100)
    assert _finds(tmp_path) == []
    workspace.change_passphrase("another")
    workspace.close()
    assert _finds(tmp_path) == []


def test_a_search_for_a_name_finds_one_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"by {CANARY}", "utf-16")
    assert len(_finds(tmp_path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 42))])
def test_a_kill_in_the_middle_of_an_import_keeps_what_was_committed_and_shows_nothing(
    tmp_path: Path, seed: int
) -> None:
    path, committed = _kill_in_the_middle(tmp_path, random.Random(seed))
    assert _finds(tmp_path) == []
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    with workspace.work("Look") as work:
        answers = work.profile().answers
        assert work.journal.first_broken() is None
    assert len(answers) % 30 == 0
    assert len(answers) // 30 in (committed, committed + 1)
    assert workspace.is_whole()
    workspace.close()
    assert _finds(tmp_path) == []
