"""The page Templates: documents made for a tender, templates of one's own, and the names for them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.records import Fact
from app.domain.tenders import Tender
from tests.samples.window_frame import Frame
from tests.samples.workspaces import new_id
from ui.pages.templates import MAKE, NAMES, TemplatesPage
from ui.viewmodels.navigation import Place
from ui.widgets.button import LinkButton
from ui.widgets.text import Text

Make = Callable[..., Frame]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(frame: Make) -> Frame:
    one = frame()
    one.make_workspace()
    with one.session.workspace.work("Begin", "P. Shah") as work:
        work.facts.add(Fact("name", key="supplier.legal_name", value="Willowbrook Ltd"))
        work.tenders.add(Tender(new_id(), title="Long ago", submission=datetime(2001, 1, 5, 12)))
        work.tenders.add(Tender(new_id(), title="Parks", buyer="Example Council", submission=datetime(2099, 1, 5, 12)))
    return one


@pytest.fixture
def page(made: Frame) -> TemplatesPage:
    made.session.navigation.go(Place.TEMPLATES)
    return cast("TemplatesPage", made.window.workbench.page)


@pytest.fixture
def letter(tmp_path: Path) -> Callable[..., Path]:
    def write(*paragraphs: str) -> Path:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        path = tmp_path / "Our letter.docx"
        document.save(str(path))
        return path

    return write


def said(page: TemplatesPage) -> str:
    QApplication.processEvents()
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def choose_target(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))


def test_the_templates_are_listed_for_the_next_tender(page: TemplatesPage) -> None:
    assert "Cover letter" in [row.title for row in page.table.rows]
    assert page.tenders.currentText() == "Parks, due 5 Jan 2099"
    assert [words for _key, words in page.model.tenders] == [
        "Parks, due 5 Jan 2099",
        "Long ago, due 5 Jan 2001",
        "No tender, the facts of today",
    ]


def test_what_is_missing_is_said_before_and_leads_to_where_it_is_entered(
    page: TemplatesPage, letter: Callable[..., Path], made: Frame, qtbot: QtBot
) -> None:
    page.add_own([letter("{{ supplier.legal_name }} {{ supplier.vat_number }}")])
    assert "1 thing it needs is not known yet:" in said(page)
    assert not page.panel.make.isEnabled()
    link = next(one for one in page.panel.findChildren(LinkButton) if one.text() == "VAT number")
    qtbot.mouseClick(link, LEFT)
    assert made.session.navigation.here.place is Place.COMPANY
    assert made.session.navigation.here.record_id == "supplier.vat_number"


def test_a_document_is_made_where_the_person_says_and_kept_with_the_tender(
    page: TemplatesPage,
    letter: Callable[..., Path],
    made: Frame,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose_target(monkeypatch, tmp_path / "made" / "Letter")
    (tmp_path / "made").mkdir()
    page.add_own([letter("{{ supplier.legal_name }} to {{ tender.buyer }}")])
    qtbot.mouseClick(page.panel.make, LEFT)
    out = tmp_path / "made" / "Letter.docx"
    assert [one.text for one in docx.Document(str(out)).paragraphs] == ["Willowbrook Ltd to Example Council"]
    assert "Letter.docx made" in said(page)
    assert "Nothing it used has changed" in said(page)
    with made.session.workspace.work("Rename", "P. Shah") as work:
        kept = work.facts.all()[0]
        work.facts.replace(Fact(kept.id, key=kept.key, value="Willowbrook Homes Ltd", version=kept.version))
    made.session.catch_up()
    assert "Changed since: Legal name" in said(page)


def test_gaps_are_marked_only_where_a_person_wants_it(
    page: TemplatesPage,
    letter: Callable[..., Path],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "made.docx"
    choose_target(monkeypatch, out)
    page.add_own([letter("VAT {{ supplier.vat_number }}")])
    qtbot.mouseClick(page.panel.make, LEFT)
    assert not out.exists()
    page.panel.gaps.setChecked(True)
    qtbot.mouseClick(page.panel.make, LEFT)
    assert [one.text for one in docx.Document(str(out)).paragraphs] == ["VAT [insert VAT number]"]


def test_a_name_that_there_is_not_is_shown_with_the_nearest(page: TemplatesPage, letter: Callable[..., Path]) -> None:
    page.add_own([letter("{{ supplier.legal_nam }}")])
    assert "supplier.legal_nam: perhaps supplier.legal_name" in said(page)
    assert not page.panel.make.isEnabled()


def test_a_template_that_reaches_further_is_refused_in_a_sentence(
    page: TemplatesPage, letter: Callable[..., Path]
) -> None:
    page.add_own([letter("{% include 'other.docx' %}")])
    assert page.banner.isVisible()
    assert "could not be looked at" in said(page)


def test_templates_of_ones_own_are_remembered_and_taken_off_again(
    page: TemplatesPage, letter: Callable[..., Path], made: Frame, qtbot: QtBot
) -> None:
    path = letter("{{ supplier.legal_name }}")
    page.add_own([path, path.with_suffix(".odt")])
    assert made.session.preferences.own_templates == (str(path),)
    assert page.table.rows[0].title == "Our letter"
    page.table.choose(str(path))
    qtbot.mouseClick(page.panel.leave, LEFT)
    assert made.session.preferences.own_templates == ()
    assert path.exists()


def test_names_are_searched_and_copied_as_tags(page: TemplatesPage, qtbot: QtBot) -> None:
    page.show_tab(NAMES)
    page.names.search.setText("legal name")
    qtbot.keyClick(page.names.search, Qt.Key.Key_Return)
    assert [one.said for one in page.names.table.rows if one.name == "supplier.legal_name"] == ["Willowbrook Ltd"]
    page.names.table.choose("supplier.legal_name")
    qtbot.keyClick(page.names.table, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "{{ supplier.legal_name }}"
    qtbot.mouseClick(page.names.condition, LEFT)
    assert QGuiApplication.clipboard().text() == "{%p if supplier.legal_name is known %}\n\n{%p endif %}"
    page.show_tab(MAKE)
    assert page.table.isVisible()
