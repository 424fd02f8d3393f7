"""Five hundred kills, at random moments and inside transactions: nothing committed is lost, nothing damaged."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUNS = {"writes": 100, "imports": 100, "migrations": 140, "passphrases": 80, "backups": 80}
_SKIP = pytest.mark.skipif(sys.platform == "win32", reason="no fork")


def _kill(kind: str, runs: int, seed: int, folder: Path) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.samples.killed_keeping", kind, str(runs), str(seed), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
    row: dict[str, int] = json.loads(done.stdout)
    assert row["lost or damaged"] == 0, done.stderr
    return row


@_SKIP
@pytest.mark.parametrize("kind", list(RUNS))
def test_a_kill_loses_nothing_that_was_committed(tmp_path: Path, kind: str) -> None:
    assert _kill(kind, 3, 7, tmp_path)["runs"] == 3


@_SKIP
@pytest.mark.soak
@pytest.mark.parametrize(("kind", "runs"), list(RUNS.items()))
def test_many_kills_lose_nothing_that_was_committed(tmp_path: Path, kind: str, runs: int) -> None:
    row = _kill(kind, runs, 2026, tmp_path)
    sys.stdout.write(f"\n{kind}: " + ", ".join(f"{name} {count}" for name, count in row.items()) + "\n")
    assert row["runs"] == runs
    assert row["in a transaction"] > runs // 8 or kind == "backups"
