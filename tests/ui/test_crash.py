"""A defect leaves a report without contents, says so, and the next start offers it."""

import sys
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.logs import left_behind, write_crash
from tests.samples.window_controls import find_button
from ui.crash import CrashHook, CrashOffer


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> CrashHook:
    monkeypatch.setattr(sys, "excepthook", lambda *_args: None)

    def write(kind: type[BaseException], trace: TracebackType | None) -> Path:
        return write_crash(kind, trace, tmp_path)

    return CrashHook(write)


def test_a_defect_is_written_down_and_told(hook: CrashHook, tmp_path: Path) -> None:
    told: list[bool] = []
    hook.crashed.connect(lambda: told.append(True))
    hook.install()
    try:
        try:
            raise KeyError("turnover of Harbour Systems")
        except KeyError:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        hook.remove()
    left = left_behind(tmp_path)
    assert told == [True]
    assert left
    assert "KeyError" in left.report
    assert "Harbour" not in left.report


def test_ctrl_c_is_no_defect(hook: CrashHook, tmp_path: Path) -> None:
    hook.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert left_behind(tmp_path) is None


def test_the_hook_leaves_things_as_they_were(hook: CrashHook) -> None:
    before = sys.excepthook
    hook.install()
    assert sys.excepthook is not before
    hook.remove()
    assert sys.excepthook is before


def test_the_offer_shows_the_report_and_keeps_a_copy_where_the_user_says(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = CrashOffer("ui/pages/company.py:12 paint\nbuiltins.KeyError")
    qtbot.addWidget(offer)
    offer.open()
    text = offer.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert "company.py:12" in text.toPlainText()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "copy.txt"), ""))
    qtbot.mouseClick(find_button(offer, "Keep a copy"), Qt.MouseButton.LeftButton)
    assert (tmp_path / "copy.txt").read_text().endswith("KeyError")
