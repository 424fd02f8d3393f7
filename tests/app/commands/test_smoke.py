"""The smoke test itself: it passes on what is right, and says what is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import build_ports
from app.commands import smoke
from app.domain.filling import FillReport
from app.domain.tenders import Tender
from app.paths import RESOURCES
from app.services.run_demo import Demo, DemoFill

SAMPLE = RESOURCES / "sample"


def spoilt_fill(folder: Path) -> DemoFill:
    """Give a fill that wrote nothing, beside a buyer's file that was changed."""
    source = SAMPLE / "buyers" / "calderwick-security-workbook.xlsx"
    buyers, filled = folder / source.name, folder / "filled.xlsx"
    buyers.write_bytes(source.read_bytes() + b"\0")
    filled.write_bytes(buyers.read_bytes())
    return DemoFill(Tender("t", "A tender"), buyers, filled, build_ports().read(source), FillReport(str(filled)))


def test_a_spoilt_fill_is_found(tmp_path: Path) -> None:
    found = list(smoke._wrong_in_fill(build_ports(), SAMPLE, spoilt_fill(tmp_path)))
    assert [one.split(" calderwick")[0] for one in found] == [
        "nothing was written into the copy of",
        "the buyer's own file",
        "the filled copy of",
    ]


def test_a_child_that_fails_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = Demo(tmp_path / "w.bidfolio", "Firm", (spoilt_fill(tmp_path),))
    monkeypatch.setattr(smoke, "own_program", lambda: (sys.executable, "-c", "import sys; sys.exit('no library')"))
    assert list(smoke._wrong_in_programs(demo)) == ["the child process ended with 1: no library\n"]


@pytest.mark.soak
def test_the_main_job_passes_in_a_checkout(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "app", "--smoke"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_a_document_that_was_not_made_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo = Demo(tmp_path / "w.bidfolio", "Firm", ())
    monkeypatch.setattr(smoke, "own_program", lambda: (sys.executable, "-c", "import sys; sys.exit('no template')"))
    assert list(smoke._wrong_in_document(demo, tmp_path)) == ["no document was made (1): no template\n"]
