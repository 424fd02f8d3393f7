"""A workspace of 1 GB: backed up, checked, restored and opened, with time and peak memory of a fresh process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples.workspaces import new_workspace

pytestmark = pytest.mark.bench

FILES, BYTES = 100, 10_000_000
MOST_MEMORY = 300
"""MB."""

STEP = """
import json, resource, sys
from pathlib import Path
from time import perf_counter
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces
step, workspace, other = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
began = perf_counter()
if step == "open":
    opened = cheap_workspaces().open(workspace, PASSPHRASE)
    with opened.work("Look") as work:
        work.profile()
elif step == "back up":
    cheap_workspaces().open(workspace, PASSPHRASE).back_up(other)
elif step == "check":
    assert cheap_workspaces().open(workspace, PASSPHRASE).is_whole()
else:
    cheap_workspaces().restore(next(other.glob("*.bidfolio")), other / "restored.bidfolio", PASSPHRASE)
print(json.dumps([perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no getrusage")
def test_a_workspace_of_one_gigabyte_is_backed_up_and_restored_in_little_memory(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    for _ in range(FILES):
        with workspace.work("Attach") as work:
            work.attachments.put(os.urandom(BYTES))
    workspace.keep_backups_in(tmp_path / "none")
    workspace._changed = False
    workspace.close()
    size = workspace.path.stat().st_size / 1e9
    sys.stdout.write(f"\nworkspace of {size:.2f} GB\n")
    for step in ("open", "back up", "check", "restore"):
        command = [sys.executable, "-c", STEP, step, str(workspace.path), str(tmp_path / "out")]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
        seconds, memory = json.loads(done.stdout)
        sys.stdout.write(f"{step}: {seconds:.1f} s, peak {memory:.0f} MB\n")
        assert memory < MOST_MEMORY
    assert size > 1
    for large in tmp_path.rglob("*.bidfolio"):
        large.unlink()
