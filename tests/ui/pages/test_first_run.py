"""First run and unlocking, as a person does them: with the keyboard and the mouse."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from tests.samples.window_frame import PASSPHRASE, Frame, make_frame, quick_ports

Make = Callable[..., Frame]
LEFT = Qt.MouseButton.LeftButton


class KeptKeys:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.keys: dict[Path, bytes] = {}

    def recall(self, path: Path) -> bytes | None:
        return self.keys.get(path)

    def remember(self, path: Path, key: bytes) -> bool:
        self.keys[path] = key
        return True

    def forget(self, path: Path) -> None:
        self.keys.pop(path, None)


def type_into(qtbot: QtBot, field: object, words: str) -> None:
    field.setFocus()  # type: ignore[attr-defined]
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, words)


def start_empty(made: Frame, qtbot: QtBot, firm: str) -> None:
    qtbot.mouseClick(made.window.first_run.welcome.empty, LEFT)
    type_into(qtbot, made.window.first_run.make._firm, firm)


def make_with_passphrase(made: Frame, qtbot: QtBot, *, remember: bool = False) -> None:
    start_empty(made, qtbot, "Harbour Systems Ltd")
    view = made.window.first_run.make
    type_into(qtbot, view._user, "Jo Bloggs")
    qtbot.mouseClick(view._own, LEFT)
    type_into(qtbot, view._first, PASSPHRASE)
    type_into(qtbot, view._second, PASSPHRASE)
    if remember:
        qtbot.mouseClick(view._remember, LEFT)
    qtbot.keyClick(view._second, Qt.Key.Key_Return)


def test_the_first_run_offers_three_ways_and_enter_takes_the_first(
    frame: Make, theme: ThemeChoice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = frame(theme=theme)
    assert made.window.first_run.isVisible()
    zone = made.window.first_run.welcome.zone
    assert QApplication.focusWidget() is zone.button
    chosen = tmp_path / "ITT questionnaire.docx"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(chosen)], ""))
    qtbot.keyClick(zone.button, Qt.Key.Key_Space)
    assert made.window.first_run.view is made.window.first_run.make
    handed: list[object] = []
    made.session.handed.connect(handed.append)
    type_into(qtbot, made.window.first_run.make._firm, "Harbour Systems Ltd")
    made.window.first_run.make._own.setChecked(True)
    type_into(qtbot, made.window.first_run.make._first, PASSPHRASE)
    type_into(qtbot, made.window.first_run.make._second, PASSPHRASE)
    qtbot.keyClick(made.window.first_run.make._second, Qt.Key.Key_Return)
    assert made.session.is_open
    assert handed == [(chosen,)]


def test_a_workspace_under_a_passphrase_is_made_and_opened(frame: Make, theme: ThemeChoice, qtbot: QtBot) -> None:
    made = frame(theme=theme)
    make_with_passphrase(made, qtbot)
    assert made.session.is_open
    assert made.session.workspace.path == made.folder / "Harbour Systems Ltd.bidfolio"
    assert made.session.user == "Jo Bloggs"
    assert made.window.workbench.isVisible()


def test_eight_words_are_shown_once_and_must_be_kept_before_going_on(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    start_empty(made, qtbot, "Harbour Systems Ltd")
    view = made.window.first_run
    qtbot.keyClick(view.make._firm, Qt.Key.Key_Return)
    assert view.view is view.words
    words = " ".join(view.words.sheet.words)
    assert len(words.split()) == 8
    assert not view.words.go.isEnabled()
    assert "not shown again" in view.words.go.toolTip()
    assert words.split()[3] in view.words.paper()
    qtbot.mouseClick(view.words.tick, LEFT)
    qtbot.mouseClick(view.words.go, LEFT)
    assert made.session.is_open
    assert view.words.sheet.words == ()
    made.session.lock()
    type_into(qtbot, made.window.unlock.secret, words)
    qtbot.mouseClick(made.window.unlock.go, LEFT)
    assert made.session.is_open


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [("short", "short", "8 characters or more"), (PASSPHRASE, "quay lantern", "not the same")],
)
def test_a_passphrase_that_will_not_do_is_said_below_its_field(
    frame: Make, qtbot: QtBot, first: str, second: str, says: str
) -> None:
    made = frame()
    start_empty(made, qtbot, "Harbour Systems Ltd")
    view = made.window.first_run.make
    qtbot.mouseClick(view._own, LEFT)
    type_into(qtbot, view._first, first)
    type_into(qtbot, view._second, second)
    qtbot.keyClick(view._second, Qt.Key.Key_Return)
    assert not made.session.is_open
    assert says in view._first_field.error + view._second_field.error


def test_a_weak_passphrase_gets_a_hint_and_a_long_one_is_called_good(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    start_empty(made, qtbot, "Harbour Systems Ltd")
    view = made.window.first_run.make
    qtbot.mouseClick(view._own, LEFT)
    type_into(qtbot, view._first, "password1")
    assert "tried first" in view._strength.accessibleName()
    type_into(qtbot, view._first, "quay lantern ledger harbour")
    assert view._strength.accessibleName().startswith("Good.")


def test_without_a_name_of_the_firm_it_is_asked_for(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    start_empty(made, qtbot, "  ")
    view = made.window.first_run.make
    qtbot.mouseClick(view._go, LEFT)
    assert "Type the name of your firm" in view._firm_field.error
    assert QApplication.focusWidget() is view._firm


def test_a_workspace_of_that_name_is_never_written_over(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    (made.folder / "Harbour Systems Ltd.bidfolio").write_bytes(b"somebody's own")
    make_with_passphrase(made, qtbot)
    assert not made.session.is_open
    assert "exists already" in made.window.first_run.make._problem.text()
    assert (made.folder / "Harbour Systems Ltd.bidfolio").read_bytes() == b"somebody's own"


def test_back_leads_to_the_three_ways(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    start_empty(made, qtbot, "Harbour")
    made.window.first_run.make.left.emit()
    assert made.window.first_run.view is made.window.first_run.welcome


def test_a_wrong_passphrase_is_one_sentence_and_typing_takes_it_away(
    frame: Make, theme: ThemeChoice, qtbot: QtBot
) -> None:
    made = frame(theme=theme)
    made.make_workspace()
    made.session.lock()
    page = made.window.unlock
    type_into(qtbot, page.secret, "sesame")
    qtbot.keyClick(page.secret, Qt.Key.Key_Return)
    assert page.error.startswith("The passphrase does not open Harbour Systems Ltd.bidfolio.")
    assert not made.session.is_open
    assert QApplication.focusWidget() is page.secret
    qtbot.keyClicks(page.secret, "q")
    assert page.error == ""


def test_an_empty_passphrase_is_asked_for_without_trying(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    made.session.lock()
    qtbot.mouseClick(made.window.unlock.go, LEFT)
    assert made.window.unlock.error.startswith("Type the passphrase")


def test_a_damaged_file_says_what_to_do(frame: Make) -> None:
    made = frame()
    path = made.folder / "Broken.bidfolio"
    path.write_bytes(b"PK\x03\x04 no workspace")
    made.gate.choose(path)
    made.gate.unlock("whatever it was")
    assert made.window.unlock.error
    assert not made.session.is_open


def test_a_remembered_workspace_opens_without_asking_and_forgets_when_told(qtbot: QtBot, tmp_path: Path) -> None:
    keyring = KeptKeys()
    made = make_frame(tmp_path, ports=replace(quick_ports(), keyring=keyring))
    make_with_passphrase(made, qtbot, remember=True)
    path = made.session.workspace.path
    assert keyring.keys.keys() == {path}
    made.session.lock()
    made.gate.choose(path)
    assert made.session.is_open
    made.session.lock()
    made.window.unlock.begin()
    qtbot.mouseClick(made.window.unlock.remember, LEFT)
    type_into(qtbot, made.window.unlock.secret, PASSPHRASE)
    qtbot.keyClick(made.window.unlock.secret, Qt.Key.Key_Return)
    assert made.session.is_open
    assert keyring.keys == {}
    made.end()


def test_locking_by_hand_does_not_open_it_again_from_the_keyring(qtbot: QtBot, tmp_path: Path) -> None:
    made = make_frame(tmp_path, ports=replace(quick_ports(), keyring=KeptKeys()))
    make_with_passphrase(made, qtbot, remember=True)
    made.session.lock()
    assert not made.session.is_open
    assert made.window.unlock.isVisible()
    made.end()


def test_a_keyring_that_lost_the_key_leads_to_the_passphrase(qtbot: QtBot, tmp_path: Path) -> None:
    keyring = KeptKeys()
    made = make_frame(tmp_path, ports=replace(quick_ports(), keyring=keyring))
    make_with_passphrase(made, qtbot, remember=True)
    path = made.session.workspace.path
    made.session.lock()
    keyring.keys[path] = b"\x00" * 32
    made.gate.choose(path)
    assert "does not fit" in made.window.unlock.error
    made.end()


def test_a_backup_is_restored_under_another_name(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    backup = made.session.workspace.back_up()
    made.session.lock()
    made.window._restart()
    made.window.first_run.welcome.restored.emit()
    view = made.window.first_run.restore
    type_into(qtbot, view._backup, str(backup))
    type_into(qtbot, view._target, str(made.folder / "Again"))
    type_into(qtbot, view._secret, PASSPHRASE)
    qtbot.keyClick(view._secret, Qt.Key.Key_Return)
    assert made.session.is_open
    assert made.session.workspace.path == made.folder / "Again.bidfolio"


def test_the_last_workspace_is_asked_for_at_the_next_start(frame: Make, tmp_path: Path) -> None:
    first = frame()
    path = first.make_workspace()
    first.window.close()
    again = make_frame(tmp_path, recent=first.kept[-1].recent)
    again.window.begin(())
    assert again.gate.path == path
    assert again.window.unlock.isVisible()
    again.end()


def test_a_workspace_given_at_the_start_opens_with_the_passphrase_given_beside_it(frame: Make, tmp_path: Path) -> None:
    first = frame()
    path = first.make_workspace()
    first.window.close()
    again = make_frame(tmp_path, paths=(path,))
    again.window.begin((path,), PASSPHRASE)
    assert again.session.is_open
    again.end()


def test_a_workspace_that_is_gone_is_a_sentence(frame: Make, tmp_path: Path) -> None:
    made = frame()
    made.window.take_paths((tmp_path / "Gone.bidfolio",))
    made.gate.unlock(PASSPHRASE)
    assert "There is no workspace" in made.window.unlock.error
