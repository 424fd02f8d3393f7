"""A disk without room: nothing that was committed is lost, and the refusal is one of ours."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_workspace

_FILL_UP = """
import resource, sys
from pathlib import Path
from app.domain.errors import FileUnwritable
from app.domain.records import Fact
from app.wording import sentence
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id
path = Path(sys.argv[1])
workspace = cheap_workspaces().open(path, PASSPHRASE)
room = path.stat().st_size + 300_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
kept = 0
try:
    while kept < 100:
        with workspace.work("Add") as work:
            work.facts.add(Fact(new_id(), key="supplier.description", value="word " * 4000))
        kept += 1
except FileUnwritable as error:
    print(kept, sentence(error))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_full_disk_is_said_and_keeps_what_was_committed(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.close()
    program = [sys.executable, "-c", _FILL_UP, str(workspace.path)]
    done = subprocess.run(program, capture_output=True, text=True, cwd=Path(__file__).parents[3], check=False)
    kept, said = done.stdout.split(" ", 1)
    assert 0 < int(kept) < 100
    assert "could not be written" in said
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with again.work("Look") as work:
        assert len(work.facts.all()) == int(kept)
        assert work.journal.first_broken() is None
    assert again.is_whole()
    again.close()
