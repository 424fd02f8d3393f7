"""The page History: what was done, checked, filtered and exported; the backups, looked into and restored."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.records import Fact
from app.domain.tenders import Tender
from app.storage.sqlite.connection import RawKey, make_engine
from app.storage.tables import CHANGE
from tests.samples.window_frame import Frame
from tests.samples.workspaces import new_id
from ui.pages.history import HistoryPage
from ui.viewmodels.navigation import Place
from ui.widgets.text import Text

Make = Callable[..., Frame]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def made(frame: Make) -> Frame:
    one = frame()
    one.make_workspace()
    workspace = one.session.workspace
    fact = Fact("name", key="supplier.legal_name", value="Willowbrook Ltd")
    with workspace.work("Type the legal name", "P. Shah") as work:
        work.facts.add(fact)
    with workspace.work("Edit the legal name", "B. Hazel") as work:
        kept = work.facts.all()[0]
        work.facts.replace(Fact(kept.id, key=kept.key, value="Willowbrook Systems Ltd", version=kept.version))
    with workspace.work("Add a tender") as work:
        work.tenders.add(Tender(new_id(), title="Staff system"))
    return one


def page_of(made: Frame) -> HistoryPage:
    made.session.navigation.go(Place.HISTORY)
    return cast("HistoryPage", made.window.workbench.page)


def said(page: HistoryPage) -> str:
    QApplication.processEvents()
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def test_what_was_done_is_listed_the_last_first_with_what_stood_before(made: Frame) -> None:
    page = page_of(made)
    assert [deed.doing for deed in page.deeds.table.rows] == [
        "Add a tender",
        "Edit the legal name",
        "Type the legal name",
    ]
    page.deeds.table.choose_at(1)
    words = said(page)
    assert "Before: Willowbrook Ltd" in words
    assert "After: Willowbrook Systems Ltd" in words
    assert "B. Hazel" in words


def test_filters_and_words_narrow_it_down(made: Frame, qtbot: QtBot) -> None:
    page = page_of(made)
    page.model.choose_filter("tenders")
    assert [deed.doing for deed in page.deeds.table.rows] == ["Add a tender"]
    page.model.choose_filter("")
    qtbot.keyClicks(page.deeds.search, "hazel")
    qtbot.keyClick(page.deeds.search, Qt.Key.Key_Return)
    assert [deed.doing for deed in page.deeds.table.rows] == ["Edit the legal name"]
    page.model.search("nothing like it")
    assert "Nothing found" in said(page)


def test_a_new_deed_appears_at_once(made: Frame) -> None:
    page = page_of(made)
    made.session.do(lambda workspace: _add_fact(workspace))
    assert page.deeds.table.rows[0].doing == "Type a website"


def _add_fact(workspace: object) -> None:
    with workspace.work("Type a website") as work:  # type: ignore[attr-defined]
        work.facts.add(Fact(new_id(), key="supplier.website", value="https://willowbrook.example"))


def test_the_hashes_are_checked_and_a_change_from_outside_is_named(made: Frame, qtbot: QtBot) -> None:
    page = page_of(made)
    qtbot.mouseClick(page.verify, LEFT)
    assert "Every hash holds, 3 changes" in said(page)
    workspace = made.session.workspace
    engine = make_engine(workspace.path, RawKey(workspace.key, workspace.path.read_bytes()[:16]))
    with engine.begin() as connection:
        connection.execute(sa.update(CHANGE).where(CHANGE.c.number == 2).values(by="nobody"))
    engine.dispose()
    qtbot.mouseClick(page.verify, LEFT)
    assert "Change 2 was altered outside Bidfolio" in said(page)


def test_the_export_holds_what_is_shown_with_its_hashes(
    made: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "history"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    page = page_of(made)
    page.model.choose_filter("company")
    qtbot.mouseClick(page.export, LEFT)
    rows = list(csv.DictReader(target.with_suffix(".csv").read_text("utf-8-sig").splitlines()))
    assert [row["Doing"] for row in rows] == ["Type the legal name", "Edit the legal name"]
    assert all(len(row["Hash"]) == 64 for row in rows)
    assert "Willowbrook Systems Ltd" in rows[1]["After"]


def test_a_backup_tells_what_is_in_it_and_becomes_a_workspace_of_its_own(
    made: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.session.workspace.back_up()
    target = tmp_path / "As it was"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    made.session.navigation.go(Place.HISTORY, part="backups")
    page = page_of(made)
    page.backups.table.choose_at(0)
    words = said(page)
    assert "1 fact\n1 tender" in words
    assert "Add a tender" in words
    qtbot.mouseClick(page.backups.panel.restore, LEFT)
    restored = target.with_suffix(".bidfolio")
    assert restored.is_file()
    assert str(restored) in made.session.preferences.recent
    assert made.session.is_open


def test_a_backup_of_an_earlier_passphrase_says_so(made: Frame) -> None:
    made.session.workspace.change_passphrase("another passphrase")
    made.session.navigation.go(Place.HISTORY, part="backups")
    page = page_of(made)
    page.backups.table.choose_at(1)
    assert "earlier passphrase" in said(page)
    assert not page.backups.panel.restore.isEnabled()


def test_a_damaged_backup_is_told_and_not_restored(made: Frame) -> None:
    with made.session.workspace.work("Attach") as work:
        work.attachments.put(b"x" * 100_000)
    backup = made.session.workspace.back_up()
    content = bytearray(backup.read_bytes())
    content[-30_000] ^= 1
    backup.write_bytes(content)
    made.session.navigation.go(Place.HISTORY, part="backups")
    page = page_of(made)
    page.backups.table.choose_at(0)
    assert "Bytes of this backup are wrong" in said(page)
    assert not page.backups.panel.restore.isEnabled()
