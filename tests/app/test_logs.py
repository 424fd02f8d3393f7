"""Logs and crash files say where, never what: nothing of a tender may stand in them."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import FileMissing
from app.logs import (
    forget_crash,
    left_behind,
    start_fault_file,
    start_log,
    stop_fault_file,
    stop_log,
    write_crash,
)

SECRET = "Harbour Systems Ltd answers with 10 million pounds"


def fail() -> None:
    raise ValueError(SECRET)


def crash(folder: Path) -> Path:
    try:
        fail()
    except ValueError:
        kind, _error, trace = sys.exc_info()
        assert kind
        return write_crash(kind, trace, folder)
    raise AssertionError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes none")
def test_a_crash_of_the_machine_leaves_no_image_of_the_memory() -> None:
    import resource

    script = (
        "import resource; from app.logs import forbid_memory_images as forbid; forbid(); print(resource.getrlimit({}))"
    )
    command = [sys.executable, "-c", script.format(resource.RLIMIT_CORE)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "(0, 0)\n"


def test_a_crash_file_names_the_type_and_the_lines_and_no_message(tmp_path: Path) -> None:
    text = crash(tmp_path).read_text()
    assert "builtins.ValueError" in text
    assert "tests/app/test_logs.py:" in text
    assert " fail" in text
    assert "Harbour" not in text


def test_a_crash_is_found_at_the_next_start_and_forgotten_when_told_so(tmp_path: Path) -> None:
    assert left_behind(tmp_path) is None
    crash(tmp_path)
    found = left_behind(tmp_path)
    assert found
    assert "ValueError" in found.report
    forget_crash(tmp_path)
    assert left_behind(tmp_path) is None


def test_a_run_that_ends_well_leaves_no_fault_file(tmp_path: Path) -> None:
    file = start_fault_file(tmp_path)
    assert (tmp_path / "fault.txt").exists()
    stop_fault_file(file)
    assert left_behind(tmp_path) is None
    assert not (tmp_path / "fault.txt").exists()


def test_the_lines_of_a_fault_are_offered_with_the_version(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text("Fatal Python error: Segmentation fault\n")
    found = left_behind(tmp_path)
    assert found
    assert "Segmentation fault" in found.report
    assert '"bidfolio"' in found.report


def test_the_log_leaves_out_messages_of_libraries_and_of_exceptions(tmp_path: Path) -> None:
    handler = start_log(tmp_path)
    try:
        logging.getLogger("bidfolio").info("opened workspace 4f2a")
        logging.getLogger("openpyxl").warning(SECRET)
        try:
            fail()
        except ValueError:
            logging.getLogger("bidfolio").exception("job failed")
    finally:
        stop_log(handler)
    text = (tmp_path / "bidfolio.log").read_text()
    assert "opened workspace 4f2a" in text
    assert "WARNING openpyxl" in text
    assert "builtins.ValueError" in text
    assert "Harbour" not in text


def test_the_log_rotates_and_stays_small(tmp_path: Path) -> None:
    handler = start_log(tmp_path)
    try:
        for number in range(9000):
            logging.getLogger("bidfolio").info("line %d of a very talkative evening, all of them alike", number)
    finally:
        stop_log(handler)
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 3
    assert sum(sizes) < 800_000


@pytest.mark.parametrize("name", ["/home/someone/private/plugin.py", "C:\\Users\\someone\\x.py"])
def test_a_path_outside_the_program_is_cut_to_its_file_name(tmp_path: Path, name: str) -> None:
    try:
        exec(compile("raise FileMissing(None)", name, "exec"), {"FileMissing": FileMissing})
    except FileMissing:
        kind, _error, trace = sys.exc_info()
        assert kind
        text = write_crash(kind, trace, tmp_path).read_text()
    assert "app.domain.errors.FileMissing" in text
    assert "/home/someone" not in text
