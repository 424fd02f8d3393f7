"""The reading of a buyer's file, put right in the window with the mouse and one key a place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.samples.window_frame import Frame
from ui.pages.correct import CorrectView
from ui.pages.tender import QUESTIONS, READING
from ui.pages.tenders import TendersPage
from ui.viewmodels.navigation import Place

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
LINES = 20


@pytest.fixture
def buyers_file(tmp_path: Path) -> Path:
    """Give a form whose twenty remarks are no questions to the reader."""
    document = Document()
    document.add_heading("Our visit", 1)
    for number in range(LINES):
        document.add_paragraph(f"The lift of house {number + 1} was inspected in May.")
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.rows[0].cells[0].text = "What is your company number?"
    path = tmp_path / "Visit.docx"
    document.save(str(path))
    return path


@pytest.fixture
def page(frame: Callable[..., Frame], qtbot: QtBot, buyers_file: Path) -> TendersPage:
    made = frame()
    made.make_workspace()
    made.session.navigation.go(Place.TENDERS)
    made.session.hand_over((buyers_file,))
    shown = made.window.workbench.page
    assert isinstance(shown, TendersPage)
    shown.tender.show_tab(READING)
    QApplication.processEvents()
    return shown


def click_at(qtbot: QtBot, view: CorrectView, place: str) -> None:
    view.document.show_place(place)
    spot = view.document.spot_of(place)
    assert spot is not None
    qtbot.mouseClick(view.document.viewport(), LEFT, pos=spot.center())


def test_the_file_is_shown_with_what_was_found_and_why(page: TendersPage) -> None:
    view, model = page.tender.reading, page.tender.correcting
    assert [row.text for row in view.panel.table.rows] == ["What is your company number?"]
    assert model.marks == {"t0.r0.c0": "question", "t0.r0.c1": "answer"}
    assert "(+" in view.panel.why.text()


def test_twenty_places_take_a_click_and_a_key_each_and_undo_takes_one_back(page: TendersPage, qtbot: QtBot) -> None:
    view, model = page.tender.reading, page.tender.correcting
    for number in range(LINES):
        click_at(qtbot, view, f"p{number + 1}")
        qtbot.keyClick(view.document, Qt.Key.Key_A)
    assert len(view.panel.table.rows) == LINES + 1
    page.tender.show_tab(QUESTIONS)
    asked = [row.text for row in page.tender.questions.table.rows]
    assert len(asked) == LINES + 1
    assert asked[0] == "The lift of house 1 was inspected in May."
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert model.reading is not None
    assert len(model.reading.questions) == LINES
    assert len(page.tender.questions.table.rows) == LINES


def test_what_is_not_ours_is_no_question_any_more(page: TendersPage, qtbot: QtBot) -> None:
    view = page.tender.reading
    click_at(qtbot, view, "t0.r0.c1")
    qtbot.keyClick(view.document, Qt.Key.Key_N)
    assert not view.panel.table.rows
    assert page.tender.correcting.marks == {}


def test_a_question_is_given_the_place_where_it_is_answered(page: TendersPage, qtbot: QtBot) -> None:
    view, model = page.tender.reading, page.tender.correcting
    click_at(qtbot, view, "p1")
    qtbot.mouseClick(view.question, LEFT)
    click_at(qtbot, view, "p2")
    qtbot.mouseClick(view.answer, LEFT)
    question = model.question_at("p2")
    assert question is not None
    assert question.text == "The lift of house 1 was inspected in May."


def test_a_text_becomes_the_section_of_what_follows(page: TendersPage, qtbot: QtBot) -> None:
    view, model = page.tender.reading, page.tender.correcting
    click_at(qtbot, view, f"p{LINES}")
    qtbot.keyClick(view.document, Qt.Key.Key_S)
    assert model.marks[f"p{LINES}"] == "section"
    assert model.reading is not None
    assert model.reading.questions[0].section.endswith(f"The lift of house {LINES} was inspected in May.")


def test_a_file_that_cannot_be_shown_says_so_and_a_next_one_starts_afresh(
    page: TendersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    view, model = page.tender.reading, page.tender.correcting
    pasted = tmp_path / "Asked.txt"
    pasted.write_text("1. What is your VAT number?\n2. Who is your insurer?\n", "utf-8")
    page.tender.take_in((pasted,))
    files = {one.file.name: one.file for one in page.tender.row.files} if page.tender.row else {}
    model.open_file(files["Asked.txt"])
    assert "can be shown" in view.banner.message
    assert view.question.isEnabled() is False
    assert not view.panel.table.rows
    model.open_file(files["Visit.docx"])
    assert view.banner.isHidden()
    assert model.marks


def test_in_a_narrow_window_a_button_opens_the_list(page: TendersPage, qtbot: QtBot) -> None:
    view = page.tender.reading
    assert not view.list.isVisible()
    page.window().resize(1100, 760)
    QApplication.processEvents()
    assert not view.panel.isVisible()
    qtbot.mouseClick(view.list, LEFT)
    assert view.panel.isVisible()


def test_keys_reach_what_is_shown_and_nothing_behind_it(page: TendersPage) -> None:
    assert not page.focus_search()
    page.focus_first()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert all(area.isVisible() for area in page.areas())
    assert page.tender.questions.table not in page.areas()
