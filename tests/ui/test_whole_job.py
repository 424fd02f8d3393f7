"""The main job in the window, by keys and mouse, on a real workspace and a real Word file."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from tests.samples.window_frame import PASSPHRASE, Frame
from ui.pages.company import CompanyPage
from ui.pages.tender import FILLED, QUESTIONS
from ui.pages.tenders import TendersPage
from ui.viewmodels.navigation import Place

CTRL = Qt.KeyboardModifier.ControlModifier
ROWS = (
    ("1.1", "Full legal name of the supplier"),
    ("1.2", "Registered VAT number"),
    ("1.3", "Explain how we would be told of a personal data breach. (Maximum 60 words)"),
)


@pytest.fixture
def buyers_file(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("Part 1: Your information", 1)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Ref", "Question", "Response"), strict=True):
        cell.text = words
    for ref, question in ROWS:
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = ref, question
    path = tmp_path / "Northshire questionnaire.docx"
    document.save(str(path))
    return path


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifiers)


def click(qtbot: QtBot, holder: CompanyPage, words: str) -> None:
    QApplication.processEvents()
    found = next(one for one in holder.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def keep_a_fact(made: Frame, qtbot: QtBot, key: str, value: str) -> None:
    made.session.navigation.go(Place.COMPANY)
    page = made.window.workbench.page
    assert isinstance(page, CompanyPage)
    page.model.open_fact(key)
    click(qtbot, page, "Add the value")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, value)
    press(qtbot, Qt.Key.Key_Return, CTRL)


def tenders_of(made: Frame) -> TendersPage:
    made.session.navigation.go(Place.TENDERS)
    page = made.window.workbench.page
    assert isinstance(page, TendersPage)
    return page


def test_from_an_empty_workspace_to_a_filled_file_and_back_after_closing(
    frame: Callable[..., Frame],
    qtbot: QtBot,
    theme: ThemeChoice,
    buyers_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = frame(theme=theme)
    workspace = made.make_workspace()
    keep_a_fact(made, qtbot, "supplier.legal_name", "Harbour Systems Ltd")
    keep_a_fact(made, qtbot, "supplier.vat_number", "GB999999973")

    page = tenders_of(made)
    made.session.hand_over((buyers_file,))
    assert page.tender.tab == QUESTIONS
    table = page.tender.questions.table
    assert [row.ref for row in table.rows] == ["1.1", "1.2", "1.3"]
    assert [row.answer for row in table.rows][:2] == ["Harbour Systems Ltd", "GB999999973"]

    table.setFocus()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_E)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    qtbot.keyClicks(editor, "By phone within 24 hours.")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert [row.word for row in table.rows] == ["Approved"] * 3

    out = tmp_path / "filled.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    qtbot.mouseClick(page.fill, Qt.MouseButton.LeftButton)
    assert page.tender.tab == FILLED
    with zipfile.ZipFile(out) as package:
        document = package.read("word/document.xml").decode()
    for written in ("Harbour Systems Ltd", "GB999999973", "By phone within 24 hours."):
        assert written in document
    with zipfile.ZipFile(buyers_file) as package:
        assert "Harbour" not in package.read("word/document.xml").decode()

    made.session.lock()
    made.gate.choose(workspace)
    made.gate.unlock(PASSPHRASE)
    again = tenders_of(made)
    again.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert [row.word for row in again.tender.questions.table.rows] == ["Approved"] * 3
    assert [tab for tab, _word, _count in again.tender.tabs][-1] == FILLED


def test_undo_goes_across_pages(frame: Callable[..., Frame], qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    keep_a_fact(made, qtbot, "supplier.legal_name", "Harbour Systems Ltd")
    company = made.window.workbench.page
    assert isinstance(company, CompanyPage)
    assert made.window.toast.words == "Legal name changed"
    made.session.navigation.go(Place.TENDERS)
    made.window.setFocus()
    qtbot.keyClick(made.window, Qt.Key.Key_Z, CTRL)
    assert company.table.rows[0].value == "Not known yet"
    qtbot.keyClick(made.window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert company.table.rows[0].value == "Harbour Systems Ltd"
