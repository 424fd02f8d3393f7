"""Tenders by keys and mouse: making one, dropping a file, refusals, filling and its proof."""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from app.interchange.questionnaire_json import questionnaire_to_json
from tests.samples.questionnaire_of_eight import CONTENT, OFFERS, QUESTIONNAIRE
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.pages.name_dialog import NameDialog
from ui.pages.tender import DOCUMENTS, FILLED, OVERVIEW, QUESTIONS
from ui.pages.tender_form import TenderForm, parse_time
from ui.pages.tender_overview import StateSquares
from ui.pages.tenders import TendersPage
from ui.tasks import Command, Outcome
from ui.viewmodels.navigation import Place

Show = Callable[..., TendersPage]


def child(command: Command) -> tuple[Outcome, str]:
    """Read and fill as the command line would."""
    if command.arguments[0] == "questions":
        return Outcome(0, json.dumps(questionnaire_to_json(QUESTIONNAIRE)).encode()), ""
    answers = json.loads(command.stdin)["answers"]
    filled = [{"id": one, "where": "t0.r0.c1", "value": value, "before": ""} for one, value in answers.items()]
    Path(command.arguments[3]).write_bytes(b"filled")
    report = {
        "out": "out.docx",
        "filled": filled,
        "left": [{"id": "q-sign", "reason": "A person must sign this"}],
        "changed": ["t0.r0.c1"],
        "parts": {"changed": ["word/document.xml"], "identical": 20},
    }
    return Outcome(0, json.dumps(report).encode()), ""


def refusing(command: Command) -> tuple[Outcome, str]:
    """Refuse every file."""
    return Outcome(3, b""), "bidfolio: a.docx has a password. Nothing was read. Save a copy without it.\n"


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(workspace: MemoryWorkspace, run: Callable[[Command], tuple[Outcome, str]] = child) -> TendersPage:
        session = make_session(workspace, run, OFFERS)
        page = TendersPage(session)
        session.navigation.moved.connect(page.show_target)
        page.resize(1368, 940)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        return page

    return make


def open_tender(page: TendersPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_enter_opens_the_tender_at_its_questions(show: Show, qtbot: QtBot, theme: ThemeChoice) -> None:
    page = show(workspace_with_tender())
    open_tender(page, qtbot)
    assert page.head.title == "Digital Housing Platform"
    assert page.tender.tab == QUESTIONS
    assert len(page.tender.questions.table.rows) == 8
    page.session.navigation.go(Place.TENDERS)
    assert page.head.title == "Tenders"


def test_a_new_tender_is_made_by_its_form_and_opened(show: Show, qtbot: QtBot) -> None:
    page = show(MemoryWorkspace())
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    form = page.findChild(TenderForm)
    assert isinstance(form, TenderForm)
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form._title.error == "Give it a title."
    qtbot.keyClicks(form.title, "Staff rostering")
    form.due.setText("27 Nov 2026")
    form.time.setText("5pm")
    form.lots.setText("Lot 1; Lot 2")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert page.head.title == "Staff rostering"
    assert page.tender.tab == DOCUMENTS
    assert page.tender.row is not None
    assert page.tender.row.tender.submission == datetime(2026, 11, 27, 17)
    assert page.tender.row.tender.lots == ("Lot 1", "Lot 2")


def test_a_tender_is_changed_by_the_same_form(show: Show, qtbot: QtBot) -> None:
    page = show(workspace_with_tender())
    open_tender(page, qtbot)
    qtbot.mouseClick(page.change, Qt.MouseButton.LeftButton)
    form = page.findChild(TenderForm)
    assert isinstance(form, TenderForm)
    assert (form.buyer.text(), form.start.day) == ("Northshire Council", date(2027, 4, 1))
    form.award.setText("never")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form._award.error
    form.award.set_day(date(2027, 2, 1))
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert page.tender.row is not None
    assert page.tender.row.tender.award == date(2027, 2, 1)


@pytest.mark.parametrize(("said", "meant"), [("", 12), ("noon", 12), ("17.00", 17), ("5 pm", 17), ("9", 9)])
def test_times_are_read_as_people_write_them(said: str, meant: int) -> None:
    assert parse_time(said) == time(meant)


def test_a_time_that_is_none_is_refused() -> None:
    assert parse_time("soon") is None


def test_a_dropped_file_makes_a_tender_and_shows_its_questions(show: Show, tmp_path: Path) -> None:
    page = show(MemoryWorkspace())
    file = tmp_path / "Housing ITT.docx"
    file.write_bytes(CONTENT)
    page.session.hand_over((file,))
    assert page.head.title == "Housing ITT"
    assert page.tender.tab == QUESTIONS
    assert len(page.tender.questions.table.rows) == 8


def test_a_file_for_an_open_tender_goes_into_that_tender(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(workspace_with_tender())
    open_tender(page, qtbot)
    file = tmp_path / "again.docx"
    file.write_bytes(CONTENT)
    page.session.hand_over((file,))
    assert page.model.total == 1


def test_a_refused_file_says_why_in_a_banner(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    page = show(workspace_with_tender(), refusing)
    open_tender(page, qtbot)
    page.take_in((tmp_path / "a.docx",))
    assert page.tender.banner.message == "a.docx has a password. Nothing was read. Save a copy without it."
    assert len(page.tender.questions.table.rows) == 8


def test_a_kind_that_cannot_be_read_is_told_before_anything_is_tried(show: Show, tmp_path: Path) -> None:
    page = show(MemoryWorkspace(), refusing)
    page.take_in((tmp_path / "plan.dwg",))
    assert page.banner.message.startswith("plan.dwg cannot be read.")
    assert page.model.total == 0


def test_filling_asks_where_and_shows_the_proof(
    show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(workspace_with_tender())
    open_tender(page, qtbot)
    assert page.fill.toolTip() == "Approve an answer first"
    page.tender.review.approve_and_next()
    out = tmp_path / "out.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    qtbot.mouseClick(page.fill, Qt.MouseButton.LeftButton)
    assert page.tender.tab == FILLED
    rows = page.tender.filled.table.rows
    assert [row.written for row in rows if row.is_filled] == ["Harbour Systems Ltd"]
    assert page.tender.filled._parts.accessibleName() == "Parts of the file: 20 of 21, byte for byte as they came"
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(url.toLocalFile())))
    qtbot.mouseClick(page.open_filled, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.folder, Qt.MouseButton.LeftButton)
    assert opened == [str(out), str(tmp_path)]
    page.tender.filled.filters.choose("left")
    page.tender.filled._show_rows()
    assert all(not row.is_filled for row in page.tender.filled.table.rows)


def test_a_filled_file_that_went_away_is_told(
    show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(workspace_with_tender())
    open_tender(page, qtbot)
    page.tender.review.approve_and_next()
    out = tmp_path / "out.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    page.tender.fill()
    out.unlink()
    page.tender.open_filled()
    assert page.tender.banner.message.startswith("out.docx is no longer there.")


def test_a_square_of_the_overview_opens_its_question(show: Show, qtbot: QtBot) -> None:
    page = show(workspace_with_tender())
    open_tender(page, qtbot)
    page.tender.show_tab(OVERVIEW)
    page.tender.overview.grab()
    squares = page.tender.overview.findChildren(StateSquares)
    assert [one.accessibleName() for one in squares] == [
        "Part 1: 3 no answer", "Section 3: 3 no answer", "Section 4: 1 no answer", "Declaration: 1 no answer",
    ]  # fmt: skip
    qtbot.mouseClick(squares[1], Qt.MouseButton.LeftButton, pos=squares[1]._square(2).center())
    assert page.tender.tab == QUESTIONS
    assert page.tender.review.open_id == "q-cover"


def test_the_name_is_asked_once_before_the_first_approval(show: Show, qtbot: QtBot) -> None:
    page = show(workspace_with_tender())
    page.session.prefer(user="")
    open_tender(page, qtbot)
    page.tender.review.approve_and_next()
    dialog = page.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    qtbot.keyClicks(dialog.name, "A. Field")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert page.session.user == "A. Field"
    assert page.tender.questions.table.rows[0].word == "Approved"
