"""`bidfolio open` and `bidfolio` alone start the window's program as a process."""

import json
import os
import sys
from pathlib import Path

import pytest

from app.__main__ import main
from app.commands import open as opening

RECORD = """
import json, os, pathlib, sys
pathlib.Path({told!r}).write_text(json.dumps(
    [sys.argv[1:], sys.stdin.read(), os.environ.get("BIDFOLIO_PASSPHRASE")]))
sys.exit({status})
"""


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for the window's program: it writes down how it was started."""
    return stand_in(tmp_path, monkeypatch, 0)


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int) -> Path:
    told = tmp_path / "told.json"
    script = tmp_path / "window.py"
    script.write_text(RECORD.format(told=str(told), status=status))
    monkeypatch.setattr(opening, "window_program", lambda: (sys.executable, str(script)))
    monkeypatch.setattr(opening, "has_screen", lambda: True)
    return told


def told_by(path: Path) -> list[object]:
    return list(json.loads(path.read_text()))


def test_bidfolio_alone_starts_the_window(window: Path) -> None:
    assert main([]) == 0
    assert told_by(window) == [[], "", None]


def test_a_workspace_is_handed_to_the_window_by_its_full_path(
    window: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Harbour.bidfolio").write_bytes(os.urandom(8192))
    monkeypatch.chdir(tmp_path)
    assert main(["open", "Harbour.bidfolio"]) == 0
    assert told_by(window)[0] == [str(tmp_path / "Harbour.bidfolio")]


def test_a_passphrase_goes_through_a_pipe_and_leaves_the_environment(
    window: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIDFOLIO_PASSPHRASE", "quay lantern")
    assert main(["open"]) == 0
    assert told_by(window) == [["--passphrase-file", "-"], "quay lantern\n", None]


def test_a_workspace_that_is_not_there_is_refused_before_a_window_opens(
    window: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["open", str(tmp_path / "gone.bidfolio")]) == 4
    assert "There is no workspace" in capsys.readouterr().err
    assert not window.exists()


def test_without_a_screen_one_sentence_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["open"]) == 1
    assert "no screen" in capsys.readouterr().err


def test_a_window_that_ends_at_once_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(tmp_path, monkeypatch, 3)
    assert main(["open"]) == 1
    assert "could not be opened (status 3)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "variables", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_needs_a_screen(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], seen: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert opening.has_screen() is seen
