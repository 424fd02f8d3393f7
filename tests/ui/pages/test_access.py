"""Every control of every page has a name and is large enough to be clicked; narrow windows show sheets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import AnswerVariant, CaseStudy, Evidence, Fact, LibraryAnswer
from tests.samples.questionnaire_of_eight import OFFERS
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import make_session
from ui.pages.case_studies_and_people import CaseStudiesAndPeoplePage
from ui.pages.company import CompanyPage
from ui.pages.evidence import EvidencePage
from ui.pages.library import LibraryPage
from ui.pages.page import Page
from ui.pages.tenders import TendersPage
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.session import Session
from ui.widgets.columns import MainAndDetail

LEAST = 24
"""Px of the smallest target (WCAG 2.2, 2.5.8)."""
PAGES: tuple[Callable[[Session], Page], ...] = (
    CompanyPage, EvidencePage, CaseStudiesAndPeoplePage, LibraryPage, TendersPage,
)  # fmt: skip


@pytest.fixture(params=PAGES, ids=lambda page: page.__name__)
def page(request: pytest.FixtureRequest, qtbot: QtBot) -> Page:
    workspace = workspace_with_tender()
    unit = workspace.unit
    unit.facts.add(Fact("f1", "supplier.legal_name", "Harbour Systems Ltd"))
    unit.evidence.add(Evidence("e1", "insurance.cyber", "Cyber insurance"))
    unit.case_studies.add(CaseStudy("c1", "Repairs portal"))
    unit.answers.add(LibraryAnswer("a1", key="a1", questions=("How?",), variants=(AnswerVariant("So."),)))
    made: Page = request.param(make_session(workspace, suggestions=OFFERS))
    made.resize(1368, 940)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    if isinstance(made, TendersPage):
        made.show_target(Target(Place.TENDERS, "tender-1"))
    QApplication.processEvents()
    return made


def controls(page: QWidget) -> list[QWidget]:
    takes_focus = Qt.FocusPolicy.NoFocus
    return [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() != takes_focus and one.focusProxy() is None
    ]


def test_every_control_has_a_name(page: Page) -> None:
    nameless = [
        one
        for one in controls(page)
        if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]
    assert nameless == []


def test_nothing_to_click_is_smaller_than_24_px(page: Page) -> None:
    small = [
        (one, one.width(), one.height())
        for one in controls(page)
        if isinstance(one, QAbstractButton | QLineEdit | QTextEdit) and min(one.width(), one.height()) < LEAST
    ]
    assert small == []


def test_in_a_narrow_window_the_open_item_is_a_sheet_that_escape_closes(page: Page, qtbot: QtBot) -> None:
    page.set_narrow(True)
    columns = next(one for one in page.findChildren(MainAndDetail) if one.isVisible())
    assert not columns._detail.isVisible()
    columns.open_sheet()
    assert columns._detail.isVisible()
    qtbot.keyClick(columns._detail, Qt.Key.Key_Escape)
    assert not columns._detail.isVisible()
    page.set_narrow(False)
    assert columns._detail.isVisible()


def test_the_page_names_its_areas(page: Page) -> None:
    assert len(page.areas()) >= 2
