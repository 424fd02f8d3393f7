"""The review by keys and mouse: answers of every kind, suggestions, limits, approval, filters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from app.domain.responses import Person, ResponseState
from tests.samples.questionnaire_of_eight import OFFERS
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import USER, make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.pages.review import ReviewView
from ui.viewmodels.questions import QuestionState, Show
from ui.viewmodels.review import ReviewViewModel
from ui.widgets.choices import OptionButton

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def workspace() -> MemoryWorkspace:
    return workspace_with_tender()


@pytest.fixture
def view(qtbot: QtBot, workspace: MemoryWorkspace) -> ReviewView:
    model = ReviewViewModel(make_session(workspace, suggestions=OFFERS))
    made = ReviewView(model)
    model.setParent(made)
    made.resize(1320, 800)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    model.open_file("tender-1")
    return made


def editor(view: ReviewView) -> QTextEdit:
    found = view.panel.editor.focusProxy()
    assert isinstance(found, QTextEdit)
    return found


def words(view: ReviewView) -> list[str]:
    return [row.word for row in view.table.rows]


def test_the_first_question_is_open_with_its_suggestion_in_the_editor(view: ReviewView, theme: ThemeChoice) -> None:
    assert editor(view).toPlainText() == "Harbour Systems Ltd"
    assert view.panel._saved.text() == "Suggested, not taken yet"
    assert view.panel.approve.isEnabled()


def test_ctrl_enter_approves_and_goes_on_from_list_and_editor(
    view: ReviewView, qtbot: QtBot, workspace: MemoryWorkspace
) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Return, CTRL)
    assert view.model.open_id == "q-iso"
    view.open_question("q-breach")
    editor(view).setFocus()
    qtbot.keyClick(editor(view), Qt.Key.Key_Return, CTRL)
    assert [(one.key.question_id, one.reviewer) for one in workspace.unit.responses.all()] == [
        ("q-name", Person(USER)),
        ("q-breach", Person(USER)),
    ]
    assert words(view)[0] == words(view)[3] == "Approved"


def test_typing_counts_words_against_the_limit_at_each_key(view: ReviewView, qtbot: QtBot) -> None:
    view.open_question("q-breach")
    editor(view).selectAll()
    qtbot.keyClicks(editor(view), "one two three four five six seven eight nine ten")
    assert view.panel.limit.sentence == "10 of 10 words"
    assert view.panel._state.text() == "Draft"
    qtbot.keyClicks(editor(view), " eleven twelve")
    assert view.panel.limit.sentence == "12 of 10 words, 2 over the limit"
    assert view.panel._state.text() == "Over limit"
    assert view.table.rows[3].state is QuestionState.PROBLEM


def test_what_is_typed_is_saved_without_being_asked(view: ReviewView, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    view.open_question("q-breach")
    editor(view).selectAll()
    qtbot.keyClicks(editor(view), "We ring you")
    assert view.panel._saved.text() == "Saving…"
    qtbot.waitUntil(lambda: bool(workspace.unit.responses.all()), timeout=1000)
    (kept,) = workspace.unit.responses.all()
    assert (kept.value, kept.state) == ("We ring you", ResponseState.DRAFT)
    assert view.panel._saved.text() == "Saved 09:41"
    assert editor(view).textCursor().position() == len("We ring you")


def test_alt_and_a_number_inserts_that_suggestion(view: ReviewView, qtbot: QtBot) -> None:
    view.open_question("q-breach")
    qtbot.keyClick(editor(view), Qt.Key.Key_2, ALT)
    assert editor(view).toPlainText() == "By phone and secure email."
    assert view.model.open is not None
    assert view.model.open.offered is None


def test_insert_beside_a_suggestion_does_the_same(view: ReviewView, qtbot: QtBot) -> None:
    view.open_question("q-breach")
    editor(view).clear()
    qtbot.mouseClick(view.panel.suggestions._rows[1].button, Qt.MouseButton.LeftButton)
    assert editor(view).toPlainText() == "By phone and secure email."


def test_yes_and_no_are_the_buyers_own_options(view: ReviewView, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    view.open_question("q-iso")
    options = view.panel.editor.findChildren(OptionButton)
    assert [(one.text(), one.isChecked()) for one in options] == [("Yes", True), ("No", False)]
    qtbot.mouseClick(options[1], Qt.MouseButton.LeftButton)
    view.model.save_now()
    assert [one.value for one in workspace.unit.responses.all()] == [False]
    assert words(view)[2] == "No answer"
    qtbot.mouseClick(options[0], Qt.MouseButton.LeftButton)
    assert words(view)[2] == "Not asked"


def test_a_date_and_a_sum_are_read_as_people_write_them(
    view: ReviewView, qtbot: QtBot, workspace: MemoryWorkspace
) -> None:
    view.open_question("q-date")
    qtbot.keyClicks(view.panel.editor.focusProxy(), "18/9/2026")
    view.open_question("q-cover")
    qtbot.keyClicks(view.panel.editor.focusProxy(), "£5m")
    view.model.save_now()
    assert [one.value for one in workspace.unit.responses.all()] == ["2026-09-18", 5_000_000]
    assert [row.answer for row in view.table.rows][4:6] == ["18 Sep 2026", "£5,000,000"]


def test_what_is_no_number_is_told_and_not_kept(view: ReviewView, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    view.open_question("q-cover")
    qtbot.keyClicks(view.panel.editor.focusProxy(), "plenty")
    view.model.save_now()
    assert view.panel._wrong.text().startswith("This is not a number")
    assert workspace.unit.responses.all() == ()


def test_a_table_is_answered_row_by_row(view: ReviewView, workspace: MemoryWorkspace) -> None:
    view.open_question("q-staff")
    grid = view.panel.editor.findChild(QTableWidget)
    assert isinstance(grid, QTableWidget)
    grid.item(0, 0).setText("Ann Field")
    grid.item(0, 1).setText("Director")
    view.model.save_now()
    assert [one.value for one in workspace.unit.responses.all()] == [[{"Name": "Ann Field", "Role": "Director"}]]


def test_a_signature_is_never_typed(view: ReviewView) -> None:
    view.open_question("q-sign")
    assert not view.panel.approve.isEnabled()
    assert view.panel.approve.toolTip() == "A person does this by hand"


def test_send_to_review_and_reopen_stand_in_the_foot(view: ReviewView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.panel.second, Qt.MouseButton.LeftButton)
    assert words(view)[0] == "In review"
    qtbot.mouseClick(view.panel.approve, Qt.MouseButton.LeftButton)
    view.open_question("q-name")
    assert view.panel._behind.text() == "Approved by P. Shah, 22 Nov 2026 09:41"
    assert view.panel.second.text() == "Reopen"
    qtbot.mouseClick(view.panel.second, Qt.MouseButton.LeftButton)
    assert words(view)[0] == "Draft"


def test_ctrl_j_goes_to_the_next_that_needs_a_person(view: ReviewView, qtbot: QtBot) -> None:
    view.open_question("q-staff")
    qtbot.keyClick(view.table, Qt.Key.Key_J, CTRL)
    assert view.model.open_id == "q-name"
    assert view.table.current_row is not None
    assert view.table.current_row.id == "q-name"
    qtbot.keyClick(view.table, Qt.Key.Key_J, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert view.model.open_id == "q-staff"


def test_single_letters_act_in_the_list_only(view: ReviewView, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    assert view.model.open_id == "q-iso"
    qtbot.keyClick(view.table, Qt.Key.Key_K)
    assert words(view)[1] == "Approved"
    view.open_question("q-breach")
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    assert editor(view).hasFocus()
    qtbot.keyClicks(editor(view), "K")
    assert len(workspace.unit.responses.all()) == 1


def test_filters_and_search_narrow_and_the_choice_survives(view: ReviewView, qtbot: QtBot) -> None:
    view.open_question("q-breach")
    view.filters.chosen.emit(Show.NO_ANSWER.value)
    assert len(view.table.rows) == 8
    view.search.setText("breach")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert [row.id for row in view.table.rows] == ["q-breach"]
    assert view.model.open_id == "q-breach"
    view.filters.chosen.emit(Show.APPROVED.value)
    assert view._stack.currentWidget() is view._nothing


def test_undo_of_an_approval_shows_the_question_open_again(view: ReviewView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Return, CTRL)
    view.model._session.undo()
    assert words(view)[0] == "Suggested"


def test_an_answer_that_goes_into_the_buyers_file_needs_no_copying(view: ReviewView) -> None:
    assert not view.panel.copy_out.isVisible()
