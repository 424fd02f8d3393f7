"""The company page by keys and mouse: choosing, editing each type in place, history, undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from app.domain.records import Evidence, Fact
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.pages.company import CompanyPage
from ui.pages.custom_fact import CustomFactDialog
from ui.viewmodels.navigation import Place, Target
from ui.widgets.choices import OptionButton

CTRL = Qt.KeyboardModifier.ControlModifier
ADDRESS = {"street": "4 Quay Street", "locality": "Northport", "postcode": "NX1 4QS"}


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    add = made.unit.facts.add
    add(Fact("f1", "supplier.legal_name", "Harbour Systems Ltd", date(2014, 3, 3), source="Companies House"))
    add(Fact("f2", "supplier.registered_address", ADDRESS, date(2025, 6, 1)))
    made.unit.evidence.add(Evidence("e1", "insurance.cyber", "Cyber insurance", "Mutual", ends=date(2026, 12, 1)))
    return made


@pytest.fixture
def page(qtbot: QtBot, workspace: MemoryWorkspace) -> CompanyPage:
    made = CompanyPage(make_session(workspace))
    made.resize(1368, 940)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def button(page: CompanyPage, words: str) -> QPushButton:
    QApplication.processEvents()
    found = [one for one in page.panel.findChildren(QPushButton) if one.text() == words and one.isVisibleTo(page)]
    assert found, f"there is no button {words}"
    return found[0]


def option(page: CompanyPage, words: str) -> OptionButton:
    return next(one for one in page.panel.findChildren(OptionButton) if one.text() == words)


def type_into_focus(qtbot: QtBot, page: CompanyPage, words: str) -> None:
    field = page.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(field, words)


def test_the_first_fact_is_open_when_the_page_is_shown(page: CompanyPage, theme: ThemeChoice) -> None:
    assert page.table.current_row is not None
    assert page.table.current_row.label == "Legal name"
    assert page.panel.accessibleName() == "The open fact"


def test_the_arrow_keys_walk_through_the_facts(page: CompanyPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.model.open_key == "supplier.registered_address"


def test_a_mistake_is_fixed_in_place_by_keys(page: CompanyPage, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_E)
    type_into_focus(qtbot, page, "Harbour Systems Limited")
    field = page.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert page.table.rows[0].value == "Harbour Systems Limited"
    assert len(workspace.unit.facts.all()) == 2


def test_a_change_from_a_day_goes_into_the_history(page: CompanyPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(page, "Record a change"), Qt.MouseButton.LeftButton)
    type_into_focus(qtbot, page, "Harbour Group Ltd")
    form = page.panel.form
    assert form is not None
    form._from.setText("1/11/2026")
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    now = page.model.open
    assert now is not None
    assert [entry.value for entry in now.history] == ["Harbour Group Ltd", "Harbour Systems Ltd"]
    page.session.undo()
    assert page.table.rows[0].value == "Harbour Systems Ltd"


def test_a_wrong_date_is_told_and_nothing_is_kept(page: CompanyPage, qtbot: QtBot) -> None:
    page.panel.record_change()
    form = page.panel.form
    assert form is not None
    form._from.setText("soon")
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    assert form._begins.error == "This is not a date. Write it as 11 Dec 2026."
    assert page.table.rows[0].value == "Harbour Systems Ltd"


def test_escape_leaves_the_form_and_keeps_the_value(page: CompanyPage, qtbot: QtBot) -> None:
    page.panel.record_change()
    type_into_focus(qtbot, page, "Something else")
    field = page.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert page.panel.form is None
    assert page.table.rows[0].value == "Harbour Systems Ltd"


def test_an_address_is_edited_by_its_parts(page: CompanyPage, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    page.model.open_fact("supplier.registered_address")
    page.panel.edit()
    type_into_focus(qtbot, page, "9 Chandler Row")
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    kept = workspace.unit.facts.get("f2")
    assert kept is not None
    assert kept.value == {**ADDRESS, "street": "9 Chandler Row"}


def test_yes_and_no_are_chosen_not_typed(page: CompanyPage, qtbot: QtBot) -> None:
    page.model.open_fact("supplier.is_vcse")
    qtbot.mouseClick(button(page, "Add the value"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    assert page.panel.form is not None
    assert page.panel.form._value.error == "Give a value, or choose “Does not apply”."
    qtbot.mouseClick(option(page, "No"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    assert page.table.rows[3].value == "No"


def test_what_does_not_apply_is_said_with_one_click(page: CompanyPage, qtbot: QtBot) -> None:
    page.model.open_fact("supplier.website")
    qtbot.mouseClick(button(page, "Does not apply"), Qt.MouseButton.LeftButton)
    assert page.table.rows[2].value == "Does not apply"


def test_the_value_is_copied_by_a_letter(page: CompanyPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "Harbour Systems Ltd"


def test_search_shows_facts_of_all_sections(page: CompanyPage, qtbot: QtBot) -> None:
    assert page.focus_search()
    qtbot.keyClicks(page.search, "cyber")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [row.label for row in page.table.rows] == ["Cyber insurance"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(page.table.rows) == 5


def test_another_day_shows_other_facts(page: CompanyPage, qtbot: QtBot) -> None:
    page._day.setText("1 Jan 2010")
    qtbot.keyClick(page._day, Qt.Key.Key_Return)
    assert page.table.rows[0].value == "Not known yet"


def test_a_fact_answered_by_evidence_leads_there(page: CompanyPage, qtbot: QtBot) -> None:
    went: list[Target] = []
    page.session.navigation.moved.connect(went.append)
    page.model.open_fact("insurance.cyber")
    qtbot.mouseClick(button(page, "Open the evidence"), Qt.MouseButton.LeftButton)
    assert went == [Target(Place.EVIDENCE, "e1")]


def test_a_fact_of_ones_own_is_added_with_its_type(page: CompanyPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    dialog = page.findChild(CustomFactDialog)
    assert isinstance(dialog, CustomFactDialog)
    dialog.name.setText("Fleet size")
    dialog.kind.choose("number")
    dialog._change_kind()
    qtbot.keyClicks(dialog.editor.focusProxy(), "twelve")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog._value.error.startswith("This is not a number")
    dialog.editor.set_value(12)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert [(row.label, row.value) for row in page.table.rows] == [("Fleet size", "12")]
