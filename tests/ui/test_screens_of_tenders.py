"""Pictures of a tender for docs/screens/: its overview, questions, documents and the filled file (make screens)."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.samples.window_frame import Frame
from tests.ui.test_screens import keep, made, sample, unlock
from ui.pages.tender import CHECK, DOCUMENTS, FILLED, OVERVIEW, PACK, QUESTIONS, READING
from ui.pages.tenders import TendersPage
from ui.viewmodels.navigation import Place
from ui.viewmodels.review import ReviewViewModel

pytestmark = pytest.mark.soak
__all__ = ["made", "sample"]
"""The fixtures of the other pictures."""

APPROVED = 24


def open_tender(window: Frame) -> TendersPage:
    window.session.navigation.go(Place.TENDERS)
    page = window.window.workbench.page
    assert isinstance(page, TendersPage)
    row = next(one for one in page.model.rows if one.files)
    window.session.navigation.go(Place.TENDERS, row.id)
    return page


def approve_some(review: ReviewViewModel) -> None:
    for row in [row for row in review.rows if row.word == "Suggested"][:APPROVED]:
        review.open_question(row.id)
        review.approve()
    long = next(one for one in review.answers if one.question.limit is not None and one.suggestions)
    review.open_question(long.question.id)
    review.insert(1)
    review.save_now()


def test_screens_of_a_tender(
    made: Frame,
    sample: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unlock(made)
    page = open_tender(made)
    theme = made.session.preferences.theme
    if not page.tender.review.approved:
        approve_some(page.tender.review)
    page.tender.show_tab(QUESTIONS)
    QApplication.processEvents()
    keep(made.window, "review", theme)
    for tab in (OVERVIEW, DOCUMENTS, CHECK, PACK):
        page.tender.show_tab(tab)
        QApplication.processEvents()
        keep(made.window, f"tender-{tab}", theme)
    page.tender.show_tab(READING)
    qtbot.waitUntil(lambda: bool(page.tender.correcting.marks))
    QApplication.processEvents()
    keep(made.window, "reading", theme)
    assert page.tender.review.file is not None
    out = page.tender.filling.suggested_path(page.tender.review.file, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(out), "")))
    page.tender.show_tab(QUESTIONS)
    page.tender.fill()
    assert page.tender.tab == FILLED
    QApplication.processEvents()
    keep(made.window, "filled", theme)
