"""Damage is found and repaired, a workspace held elsewhere refused, words printed again: used as a person would."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.records import Fact
from app.services.lend_files import lend_file
from app.services.ports import Workspace
from tests.samples.window_controls import find_button
from tests.samples.window_frame import PASSPHRASE, Frame, make_frame, quick_ports
from tests.samples.workspaces import new_id
from ui.pages.damage_dialog import DamageDialog
from ui.pages.settings import SettingsPage
from ui.pages.words_dialog import WordsDialog
from ui.viewmodels.navigation import Place

Make = Callable[..., Frame]
LEFT = Qt.MouseButton.LeftButton
WORDS = "turnip basket path lichen cheap trot nutmeg scallop"


def add_fact(workspace: Workspace) -> None:
    with workspace.work("Add") as work:
        work.facts.add(Fact(new_id(), key="supplier.legal_name", value="Willowbrook Ltd"))


def harm(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def settings_of(made: Frame) -> SettingsPage:
    made.session.navigation.go(Place.SETTINGS)
    return cast("SettingsPage", made.window.workbench.page)


def test_a_workspace_with_a_wrong_byte_is_found_after_opening_and_repaired(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    path = made.make_workspace()
    add_fact(made.session.workspace)
    made.session.workspace.back_up()
    with made.session.workspace.work("Attach") as work:
        work.attachments.put(os.urandom(100_000))
    harm(path, path.stat().st_size - 30_000)
    made.window.keeping.look_over()
    dialog = made.window.findChild(DamageDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.repair, LEFT)
    assert made.session.is_open
    assert made.session.workspace.is_whole()
    with made.session.workspace.work("Look") as work:
        assert len(work.facts.all()) == 1
    assert list(path.parent.glob("*damaged*"))


def test_a_whole_workspace_is_backed_up_once_a_day_and_nobody_asked(frame: Make) -> None:
    made = frame()
    made.make_workspace()
    made.window.keeping.look_over()
    made.window.keeping.look_over()
    assert len(made.session.workspace.backups()) == 1
    assert made.window.findChild(DamageDialog) is None


def test_a_workspace_that_does_not_open_any_more_is_repaired_at_the_gate(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    path = made.make_workspace()
    add_fact(made.session.workspace)
    made.session.lock()
    path.write_bytes(path.read_bytes()[:-1000])
    made.gate.choose(path)
    unlock = made.window.unlock
    assert "damaged" in unlock.error
    qtbot.mouseClick(unlock.repair, LEFT)
    assert "Type the passphrase first" in unlock.error
    qtbot.keyClicks(unlock.secret, PASSPHRASE)
    made.gate.choose(path)
    qtbot.mouseClick(unlock.repair, LEFT)
    assert made.session.is_open


def test_a_workspace_open_elsewhere_is_refused_and_opened_when_it_is_not(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    path = made.make_workspace()
    made.session.lock()
    said = {"user": "hazel", "computer": "LAPTOP-3", "since": "2026-11-21T09:41:00"}
    path.with_name(f"{path.name}.lock").write_text(json.dumps(said))
    made.gate.unlock(PASSPHRASE)
    assert "is open by hazel on LAPTOP-3" in made.window.unlock.error
    assert made.window.unlock.override.isVisible()
    assert not made.window.unlock.repair.isVisible()
    qtbot.keyClicks(made.window.unlock.secret, PASSPHRASE)
    made.gate.unlock(PASSPHRASE)
    qtbot.mouseClick(made.window.unlock.override, LEFT)
    assert made.session.is_open


def test_the_passphrase_is_changed_only_by_who_knows_the_present_one(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    path = made.make_workspace()
    page = settings_of(made)
    for field in (page.first, page.second):
        qtbot.keyClicks(field, "a newer passphrase")
    qtbot.mouseClick(page.rekey, LEFT)
    assert "Type what opens" in page._present_field.error
    qtbot.keyClicks(page.present, "not the passphrase")
    qtbot.mouseClick(page.rekey, LEFT)
    assert "does not open" in page._present_field.error
    page.present.clear()
    qtbot.keyClicks(page.present, PASSPHRASE)
    qtbot.mouseClick(page.rekey, LEFT)
    assert page.present.text() == ""
    made.session.lock()
    made.gate.choose(path)
    made.gate.unlock("a newer passphrase")
    assert made.session.is_open


def test_words_are_made_later_and_printed_again_after_they_were_typed(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    page = settings_of(made)
    qtbot.keyClicks(page.present, PASSPHRASE)
    qtbot.mouseClick(find_button(page, "Print the words again"), LEFT)
    assert "Make eight words first" in page._present_field.error
    qtbot.mouseClick(page.words, LEFT)
    dialog = made.window.findChild(WordsDialog)
    assert dialog is not None
    words = " ".join(dialog.view.sheet.words)
    assert made.session.workspace.opens_with(PASSPHRASE)
    dialog.view.tick.setChecked(True)
    qtbot.mouseClick(dialog.view.go, LEFT)
    assert dialog.view.sheet.words == ()
    assert made.session.workspace.opens_with(words)
    qtbot.waitUntil(lambda: made.window.findChild(WordsDialog) is None)
    qtbot.keyClicks(page.present, words)
    qtbot.mouseClick(find_button(page, "Print the words again"), LEFT)
    again = made.window.findChild(WordsDialog)
    assert again is not None
    assert words.split()[0] in again.view.paper()
    again.reject()


def test_words_that_are_copied_leave_the_clipboard(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    view = made.window.first_run.words
    view.show_words(WORDS, "W")
    qtbot.mouseClick(find_button(view, "Copy"), LEFT)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == WORDS
    assert clipboard.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"
    view.show_words("", "")
    assert clipboard.text() == ""


def test_what_was_copied_goes_when_the_workspace_is_locked(frame: Make) -> None:
    made = frame()
    made.make_workspace()
    QGuiApplication.clipboard().setText("Willowbrook Ltd")
    made.session.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_backups_are_kept_in_a_folder_of_ones_own(
    frame: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "Drive"
    own.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(own))
    made = frame()
    made.make_workspace()
    page = settings_of(made)
    qtbot.mouseClick(page.own_folder, LEFT)
    qtbot.mouseClick(page.back_up, LEFT)
    assert len(list(own.glob("*.bidfolio"))) == 1
    assert made.kept[-1].backup_folder == str(own)
    qtbot.mouseClick(page.beside, LEFT)
    assert made.kept[-1].backup_folder == ""


def test_a_folder_of_ones_own_that_is_away_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "Drive").write_text("put away")
    made = make_frame(tmp_path, backup_folder=str(tmp_path / "Drive" / "Backups"))
    told: list[str] = []
    made.session.noticed.connect(lambda notice: told.append(notice.text))
    made.make_workspace()
    made.window.keeping.look_over()
    assert told == ["The folder for backups cannot be reached. Today’s lies beside the workspace"]
    made.end()


def test_a_backup_is_looked_into_before_it_is_restored(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    add_fact(made.session.workspace)
    backup = made.session.workspace.back_up()
    made.session.lock()
    made.window._restart()
    made.window.first_run.welcome.restored.emit()
    view = made.window.first_run.restore
    view._backup.setText(str(backup))
    qtbot.keyClicks(view._secret, PASSPHRASE)
    qtbot.mouseClick(view.look, LEFT)
    assert view._inside.isVisible()
    assert view._inside.text().startswith("1 fact. Done last: Add,")
    assert not made.session.is_open


def test_what_other_programs_were_lent_is_removed_on_locking_and_at_the_next_start(tmp_path: Path) -> None:
    ports = replace(quick_ports(), lent_folder=lambda: tmp_path / "lent")
    made = make_frame(tmp_path, ports=ports)
    made.make_workspace()
    lent = lend_file(ports, b"a certificate", "certificate.pdf")
    made.session.lock()
    assert not lent.exists()
    left = lend_file(ports, b"a certificate", "certificate.pdf")
    made.window.begin(())
    assert not left.exists()
    made.end()


def test_words_that_were_not_kept_change_nothing(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    page = settings_of(made)
    qtbot.keyClicks(page.present, PASSPHRASE)
    qtbot.mouseClick(page.words, LEFT)
    dialog = made.window.findChild(WordsDialog)
    assert dialog is not None
    dialog.reject()
    assert made.session.workspace.opens_with(PASSPHRASE)
