"""A whole session, traced: one word in every field is found nowhere in clear, and nothing opens a connection."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.samples.files_with import files_with
from tests.samples.whole_session import WORD

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform != "linux" or not shutil.which("strace"), reason="strace is of Linux"),
    pytest.mark.timeout(1500),
]
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Traced:
    """What a session left behind."""

    folder: Path
    statuses: dict[str, int]
    found: dict[str, list[str]]
    sockets: list[str]
    """Every line of the trace that opens or connects a socket."""


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    folder = tmp_path_factory.mktemp("session")
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    here = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "PYTHONPATH": str(ROOT)}
    trace = folder / "trace"
    command = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace)]
    command += [sys.executable, "-m", "tests.samples.whole_session", str(folder / "session")]
    done = subprocess.run(command, env={**kept, **here}, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    sockets = [
        line for line in trace.read_text("utf-8", "replace").splitlines() if "socket(" in line or "connect(" in line
    ]
    return Traced(folder, said["statuses"], said["found"], sockets)


def test_the_whole_job_was_done(traced: Traced) -> None:
    assert traced.statuses["window kill"] == -9
    assert traced.statuses["window crash"] == traced.statuses["window close"] == 0
    assert len(traced.statuses) > 20


def test_the_word_is_nowhere_in_clear_but_in_what_was_asked_for(traced: Traced) -> None:
    assert traced.found["commands"] == traced.found["crash"] == traced.found["close"] == []
    lent = str(traced.folder / "home" / ".local" / "state" / "bidfolio" / "lent")
    assert [path for path in traced.found["kill"] if not path.startswith(lent)] == []
    assert len(traced.found["kill"]) == 1


def test_the_search_finds_the_word_where_it_stands(traced: Traced) -> None:
    asked = {path.name for path in files_with(WORD, traced.folder / "session" / "asked")}
    assert {"form.docx", "p.json", "a.xlsx", "h.csv", "m.xlsx"} <= asked


def test_no_socket_of_the_internet_was_opened(traced: Traced) -> None:
    families = {found[1] for line in traced.sockets if (found := re.search(r"\b([AP]F_\w+)", line))}
    sys.stdout.write(f"\n{len(traced.sockets)} calls of socket and connect, of the families {sorted(families)}\n")
    assert traced.sockets
    assert not [line for line in traced.sockets if "AF_INET" in line]
