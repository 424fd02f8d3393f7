"""Two programs of one person write, back up, open and close one workspace at once: nothing is lost, nothing refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_workspace

_WORK = """
import sys
from pathlib import Path
from app.domain.records import Fact
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id
for number in range(int(sys.argv[2])):
    workspace = cheap_workspaces().open(Path(sys.argv[1]), PASSPHRASE)
    with workspace.work("Add") as work:
        work.facts.add(Fact(new_id(), key="supplier.legal_name", value="Willowbrook Ltd"))
    workspace.back_up()
    workspace.back_up_when_due()
    workspace.close()
"""
PROGRAMS = 2


def _work_at_once(folder: Path, deeds: int) -> None:
    workspace = new_workspace(folder)
    workspace.close()
    command = [sys.executable, "-c", _WORK, str(workspace.path), str(deeds)]
    root = Path(__file__).parents[3]
    programs = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=root) for _ in range(PROGRAMS)]
    assert [program.communicate()[1] for program in programs] == [""] * PROGRAMS
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with again.work("Look") as work:
        assert len(work.facts.all()) == PROGRAMS * deeds
        assert work.journal.first_broken() is None
    assert again.is_whole()
    assert all(cheap_workspaces().look_into(backup.path, PASSPHRASE).is_whole for backup in again.backups())
    again.close()
    assert sorted(path.name for path in folder.iterdir()) == ["sample backups", "sample.bidfolio"]


def test_two_programs_at_once_lose_nothing(tmp_path: Path) -> None:
    _work_at_once(tmp_path, 6)


@pytest.mark.soak
def test_two_programs_at_once_lose_nothing_for_long(tmp_path: Path) -> None:
    _work_at_once(tmp_path, 40)
