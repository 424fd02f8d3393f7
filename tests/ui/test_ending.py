"""A window that the system asks to end, as on logging out, locks its workspace and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.keys import derive_key
from app.storage import SqlWorkspaces
from app.storage.lock_file import lock_path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows asks by a message")
PASSPHRASE = "quay lantern ledger harbour"


def wait_for(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} did not appear")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_locks_the_workspace_and_ends_the_program_well(tmp_path: Path, asked: signal.Signals) -> None:
    path = tmp_path / "W.bidfolio"
    SqlWorkspaces(derive_key).create(path, PASSPHRASE).close()
    here = {"XDG_STATE_HOME": str(tmp_path / "state"), "BIDFOLIO_PASSPHRASE": PASSPHRASE}
    command = [sys.executable, "-m", "ui", str(path)]
    with subprocess.Popen(command, env={**os.environ, **here}, stderr=subprocess.DEVNULL) as program:
        wait_for(lock_path(path))
        lent = tmp_path / "state" / "bidfolio" / "lent" / "1"
        lent.mkdir(parents=True)
        (lent / "certificate.pdf").write_bytes(b"x")
        program.send_signal(asked)
        assert program.wait(30) == 0
    assert not lock_path(path).exists()
    assert not lent.exists()
    assert not (tmp_path / "state" / "bidfolio" / "fault.txt").exists()
