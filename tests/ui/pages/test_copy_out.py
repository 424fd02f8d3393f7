"""Answers for a portal, which gives no file to fill: copied out one by one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.samples.window_frame import Frame
from ui.pages.question_panel import QuestionPanel
from ui.pages.tenders import TendersPage
from ui.viewmodels.navigation import Place

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(frame: Callable[..., Frame], tmp_path: Path) -> QuestionPanel:
    made = frame()
    made.make_workspace()
    listed = tmp_path / "Portal.txt"
    listed.write_text("1. Describe how you train your team.\n2. Describe how you keep data safe.\n", "utf-8")
    made.session.navigation.go(Place.TENDERS)
    made.session.hand_over((listed,))
    page = made.window.workbench.page
    assert isinstance(page, TendersPage)
    QApplication.processEvents()
    return page.tender.questions.panel


def test_an_answer_is_copied_as_plain_text_with_its_count(panel: QuestionPanel, qtbot: QtBot) -> None:
    assert panel.copy_out.isVisible()
    assert not panel.copy_out.copy.isEnabled()
    panel.editor.set_value("We plan **well**.\n- Two people")
    panel.editor.edited.emit()
    qtbot.mouseClick(panel.copy_out.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "We plan well.\n• Two people"
    assert panel.copy_out.copy.text() == "Copied"
    assert panel.copy_out.count.text() == "26 characters as portals count"


def test_the_key_copies_too_and_the_next_question_is_not_copied_yet(panel: QuestionPanel, qtbot: QtBot) -> None:
    panel.editor.set_value("Every year")
    panel.editor.edited.emit()
    panel.begin()
    qtbot.keyClick(panel.window(), Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == "Every year"
    qtbot.keyClick(panel.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.copy_out.copy.text() == "Copy the answer"
