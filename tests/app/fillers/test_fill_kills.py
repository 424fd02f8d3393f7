"""A fill killed at any moment: no target or a whole one, the buyer's file as it was, nothing left after the next."""

import hashlib
import multiprocessing
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.fillers import fill_file
from app.readers import read_file
from tests.samples.killed_fill import fill_when_told
from tests.samples.torture_excel import torture_xlsx
from tests.samples.torture_word import torture_docx

KILLS = 100
"""Of each kind of file."""


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX has them")
@pytest.mark.parametrize(
    ("make", "name"), [(torture_docx, "torture.docx"), (torture_xlsx, "torture.xlsx")], ids=["word", "excel"]
)
def test_a_fill_killed_at_any_moment_leaves_no_half_file(
    tmp_path: Path, make: Callable[[Path], Path], name: str, record_property: Callable[[str, object], None]
) -> None:
    source = make(tmp_path / name)
    target, own = tmp_path / f"filled{source.suffix}", _digest(source)
    taken = min(_fill(source, target, 60.0) for _ in range(3))
    whole, chance = _digest(target), random.Random(7)
    seen = {"none": 0, "whole": 0, "left": 0}
    for _ in range(KILLS):
        target.unlink()
        _fill(source, target, chance.uniform(0, 1.2 * taken))
        seen["left"] += any(tmp_path.glob(".*"))
        assert _digest(source) == own
        assert not target.exists() or _digest(target) == whole
        seen["whole" if target.exists() else "none"] += 1
        fill_file(source, read_file(source), {}, target)
        assert list(tmp_path.glob(".*")) == []
    record_property("outcomes", seen)
    assert min(seen.values()) > 0, seen


def _fill(source: Path, target: Path, seconds: float) -> float:
    """Fill in a process of its own, kill it after some seconds, and give how long it was let live."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.samples.killed_fill"])
    mine, other = processes.Pipe()
    child = processes.Process(target=fill_when_told, args=(source, target, other))
    child.start()
    assert mine.poll(60)
    mine.recv()
    start = time.perf_counter()
    mine.send("go")
    mine.poll(seconds) if seconds > 1 else time.sleep(seconds)
    lived = time.perf_counter() - start
    child.kill()
    child.join()
    child.close()
    mine.close()
    other.close()
    return lived


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
