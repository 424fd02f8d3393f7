"""The answer library by keys and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.incoming import Taken, TakenBids
from app.domain.preferences import ThemeChoice
from app.domain.records import AnswerState, AnswerVariant, LibraryAnswer
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.pages.library import LibraryPage
from ui.viewmodels.navigation import Place, Target

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    for number, (question, text, tag) in enumerate(
        (
            ("How do you report a data breach?", "Within 24 hours, by phone.", "security"),
            ("How is data backed up?", "Nightly.", "continuity"),
            ("Who are your key staff?", "Five people.", "people"),
        )
    ):
        made.unit.answers.add(
            LibraryAnswer(
                f"a{number}",
                key=f"a{number}",
                questions=(question,),
                variants=(AnswerVariant(text),),
                tags=(tag,),
                state=AnswerState.DRAFT if number == 1 else AnswerState.APPROVED,
                reviewed_on=date(2026, 10, 5),
            )
        )
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: MemoryWorkspace) -> LibraryPage:
    made = LibraryPage(make_session(workspace))
    made.resize(1368, 940)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_typing_narrows_the_list_and_escape_brings_it_back(page: LibraryPage, qtbot: QtBot, theme: ThemeChoice) -> None:
    page.focus_search()
    qtbot.keyClicks(page.search, "data b")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [row.id for row in page.table.rows] == ["a0", "a1"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(page.table.rows) == 3


def test_nothing_found_says_what_to_do(page: LibraryPage) -> None:
    page.model.search("zebra")
    assert page._stack.currentWidget() is page._nothing


def test_a_tick_narrows_to_a_topic(page: LibraryPage, qtbot: QtBot) -> None:
    box, figure = page.facets._boxes[("tags", "people")]
    assert figure.text() == "1"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert [row.id for row in page.table.rows] == ["a2"]


def test_words_are_counted_while_they_are_typed(page: LibraryPage, qtbot: QtBot) -> None:
    page.form.lengths.editor.setFocus()
    page.form.lengths.editor.selectAll()
    qtbot.keyClicks(page.form.lengths.editor, "Within 24 hours")
    assert page.form.lengths._counts.text() == "3 words  ·  15 characters"


def test_an_edit_is_saved_by_its_key(page: LibraryPage, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    editor = page.form.lengths.editor
    editor.selectAll()
    qtbot.keyClicks(editor, "Within an hour.")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CTRL)
    kept = workspace.unit.answers.get("a0")
    assert kept is not None
    assert [variant.text for variant in kept.variants] == ["Within an hour."]


def test_a_second_length_gets_its_own_tab(page: LibraryPage, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    lengths = page.form.lengths
    qtbot.mouseClick(lengths.add, Qt.MouseButton.LeftButton)
    lengths.editor.setPlainText("word " * 90)
    assert [tab.text() for tab in lengths._tabs._tabs] == ["Short  ·  5 words", "Medium  ·  90 words"]
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    kept = workspace.unit.answers.get("a0")
    assert kept is not None
    assert [variant.words for variant in kept.variants] == [5, 90]
    assert page.table.rows[0].sizes == ("S", "M")


def test_going_to_another_answer_keeps_the_changes(page: LibraryPage, qtbot: QtBot) -> None:
    page.form.questions.setPlainText("How soon do you report a breach?\nWho is told of a breach?")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.rows[0].title == "How soon do you report a breach?"
    assert page.model.open_id == "a1"
    assert page.head._context.text().startswith("3 answers to 4 wordings")


def test_a_new_answer_needs_a_question_and_a_text(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    assert page.form._questions.error == "Write at least one question it answers."
    qtbot.keyClicks(page.form.questions, "Do you use electric vans?")
    page.form.lengths.editor.setPlainText("All twelve.")
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    assert page.table.rows[-1].title == "Do you use electric vans?"
    assert page.table.current_row == page.table.rows[-1]


def test_a_draft_is_approved_with_one_click(page: LibraryPage, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    page.show_target(Target(Place.LIBRARY, "a1"))
    qtbot.mouseClick(page.form.approve, Qt.MouseButton.LeftButton)
    kept = workspace.unit.answers.get("a1")
    assert kept is not None
    assert kept.state is AnswerState.APPROVED
    assert page.form.approve.isHidden()


def test_a_removed_answer_comes_back_by_undo(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.form.remove, Qt.MouseButton.LeftButton)
    assert len(page.table.rows) == 2
    page.session.undo()
    assert len(page.table.rows) == 3


def test_past_bids_that_were_taken_show_their_drafts_and_what_differs(page: LibraryPage) -> None:
    page.past_bids.taken.emit(TakenBids(Taken(added=1), differing=("Legal name: old.docx says Willow Ltd.",)))
    assert [row.id for row in page.table.rows] == ["a1"]
    assert page.banner.isVisible()
    assert "Willow Ltd" in page.banner.accessibleName()
