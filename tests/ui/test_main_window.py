"""The frame: places, keys, palette, toast, locking and what is remembered, used as a person would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import WorkStopped
from app.domain.preferences import ThemeChoice
from tests.samples.late_tasks import LateTasks
from tests.samples.window_frame import PASSPHRASE, Frame, make_frame
from ui.pages.registry import FACTORIES
from ui.theme import current
from ui.viewmodels.navigation import Place
from ui.widgets.guide_text import GuideText

Make = Callable[..., Frame]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(frame: Make) -> Frame:
    made = frame()
    made.make_workspace()
    return made


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None
    qtbot.keyClick(target, key, modifiers)


def test_ctrl_and_comma_goes_to_the_settings_and_alt_left_back(opened: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_Comma, CTRL)
    assert opened.session.navigation.here.place is Place.SETTINGS
    assert opened.window.windowTitle() == "Settings - Bidfolio"
    qtbot.keyClick(opened.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.session.navigation.here.place is Place.HOME


@pytest.mark.parametrize(("number", "place"), list(enumerate(list(Place)[:8], 1)))
def test_ctrl_and_a_number_goes_to_a_place(opened: Frame, qtbot: QtBot, number: int, place: Place) -> None:
    opened.session.navigation.go(Place.SETTINGS)
    qtbot.keyClick(opened.window, Qt.Key(ord(str(number))), CTRL)
    assert opened.session.navigation.here.place is place


def test_a_click_in_the_navigation_shows_the_page_and_marks_the_row(opened: Frame, qtbot: QtBot) -> None:
    row = next(
        one for one in opened.window.workbench.nav.findChildren(QPushButton) if one.accessibleName() == "Settings"
    )
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.isChecked()
    assert opened.window.workbench.page is not None
    assert opened.window.workbench.page.head.title == "Settings"


def test_larger_text_waits_for_the_work_in_hand_before_pages_are_made_anew(frame: Make) -> None:
    tasks = LateTasks()
    made = frame(tasks=tasks)
    made.make_workspace()
    tasks.catch_up()
    bench = made.window.workbench
    page, arrived = bench.page, []
    made.session.look(lambda unit: len(unit.facts.all()), arrived.append)
    made.session.prefer(text_scale=150)
    assert bench.page is page
    tasks.catch_up()
    assert arrived == [0]
    assert bench.page is not page


def test_a_page_is_made_once_and_thrown_away_on_locking(opened: Frame) -> None:
    bench = opened.window.workbench
    opened.session.navigation.go(Place.SETTINGS)
    first = bench.page
    opened.session.navigation.go(Place.COMPANY)
    opened.session.navigation.go(Place.SETTINGS)
    assert bench.page is first
    opened.session.lock()
    assert bench.page is None


def test_the_palette_finds_a_place_by_the_beginning_of_its_words(opened: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    box = opened.window.palette_box
    assert box.isVisible()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "sett")
    assert box.titles[0] == "Settings"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.navigation.here.place is Place.SETTINGS)
    assert not box.isVisible()


def test_the_palette_moves_with_the_arrows_and_closes_with_escape_giving_the_focus_back(
    opened: Frame, qtbot: QtBot
) -> None:
    opened.window.workbench.nav.focus_chosen()
    before = QApplication.focusWidget()
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Escape)
    assert not opened.window.palette_box.isVisible()
    assert QApplication.focusWidget() is before


def test_the_palette_tells_the_key_of_what_it_lists(opened: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    press_field = QApplication.focusWidget()
    assert press_field is not None
    qtbot.keyClicks(press_field, "lock")
    assert opened.window.palette_box.titles == ("Lock the workspace",)
    qtbot.keyClick(press_field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not opened.session.is_open)


def test_ctrl_l_locks_at_once_and_shows_where_to_unlock(opened: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_L, CTRL)
    assert not opened.session.is_open
    assert opened.window.unlock.isVisible()
    field = opened.window.unlock.secret
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.session.is_open
    assert opened.window.workbench.isVisible()


def test_f6_walks_through_the_areas_and_back(opened: Frame, qtbot: QtBot) -> None:
    opened.session.navigation.go(Place.SETTINGS)
    bench = opened.window.workbench
    bench.nav.focus_chosen()
    qtbot.keyClick(opened.window, Qt.Key.Key_F6)
    page = bench.page
    assert page is not None
    assert page.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(opened.window, Qt.Key.Key_F6, SHIFT)
    assert bench.nav.isAncestorOf(QApplication.focusWidget())


def test_f1_explains_the_page_and_a_second_time_puts_it_away(opened: Frame, qtbot: QtBot) -> None:
    opened.session.navigation.go(Place.SETTINGS)
    qtbot.keyClick(opened.window, Qt.Key.Key_F1)
    assert opened.window.help_sheet.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not opened.window.help_sheet.isVisible()


def test_a_refusal_is_a_banner_with_a_sentence_that_can_be_put_away(opened: Frame, qtbot: QtBot) -> None:
    opened.session.refuse(WorkStopped("ran out of memory"))
    banner = opened.window.workbench.banner
    assert banner.isVisible()
    assert banner.message.startswith("The work ran out of memory. Nothing was changed")
    close = next(one for one in banner.findChildren(QPushButton) if one.accessibleName() == "Put away")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_a_toast_says_what_was_done_and_undo_takes_it_back(opened: Frame, qtbot: QtBot) -> None:
    from app.domain.records import Fact

    def add(workspace: object) -> None:
        with opened.session.workspace.work("Add Legal name") as unit:
            unit.facts.add(Fact("11111111-1111-4111-8111-111111111111", key="supplier.legal_name", value="Harbour"))

    opened.session.do(add, notice="Legal name added")
    toast = opened.window.toast
    assert toast.isVisible()
    assert toast.words == "Legal name added"
    undo = next(one for one in toast.findChildren(QPushButton) if one.accessibleName() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    with opened.session.workspace.work("Look") as unit:
        assert unit.facts.all() == ()
    assert opened.session.can_redo
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, CTRL | SHIFT)
    with opened.session.workspace.work("Look") as unit:
        assert [fact.value for fact in unit.facts.all()] == ["Harbour"]


def test_narrow_windows_show_icons_alone_and_say_their_names_in_tooltips(opened: Frame) -> None:
    nav = opened.window.workbench.nav
    wide = nav.width()
    opened.window.resize(900, 700)
    assert nav.width() < wide / 3
    assert all(one.toolTip() for one in nav.findChildren(QPushButton))


def test_place_and_size_are_remembered_and_nothing_of_a_tender_is(frame: Make, tmp_path: Path) -> None:
    first = frame()
    first.make_workspace()
    first.window.resize(781, 666)
    first.window.close()
    kept = first.kept[-1]
    assert kept.geometry
    again = make_frame(tmp_path, geometry=kept.geometry)
    assert (again.window.width(), again.window.height()) == (781, 666)
    again.end()
    assert set(kept.recent) == {str(tmp_path / "Harbour Systems Ltd.bidfolio")}


def test_the_colours_change_while_a_page_is_open(opened: Frame) -> None:
    opened.session.navigation.go(Place.SETTINGS)
    opened.session.prefer(theme=ThemeChoice.DARK)
    assert current().name == "dark"
    assert opened.window.workbench.page is not None
    opened.session.prefer(theme=ThemeChoice.CONTRAST)
    assert current().is_contrast


def test_larger_text_makes_the_frame_grow(opened: Frame) -> None:
    before = opened.window.workbench.nav.width()
    opened.session.prefer(text_scale=150)
    assert opened.window.workbench.nav.width() > before * 1.4


def drop(window: object, path: Path, kind: type[QDropEvent]) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPoint(10, 10) if kind is QDragEnterEvent else QPointF(10, 10)
    event = kind(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.data_kept = data  # type: ignore[attr-defined]
    return event


def test_a_buyers_file_may_be_dropped_anywhere_in_the_window(opened: Frame, tmp_path: Path, qtbot: QtBot) -> None:
    handed: list[object] = []
    opened.session.handed.connect(handed.append)
    entering = drop(opened.window, tmp_path / "ITT.docx", QDragEnterEvent)
    entering.ignore()
    opened.window.dragEnterEvent(entering)
    assert entering.isAccepted()
    opened.window.dropEvent(drop(opened.window, tmp_path / "ITT.docx", QDropEvent))
    assert handed == [(tmp_path / "ITT.docx",)]
    assert opened.session.navigation.here.place is Place.TENDERS


def test_what_is_no_buyers_file_is_not_taken(opened: Frame, tmp_path: Path) -> None:
    entering = drop(opened.window, tmp_path / "holiday.mp4", QDragEnterEvent)
    entering.ignore()
    opened.window.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_a_file_that_comes_while_locked_waits_until_the_workspace_is_open(frame: Make, tmp_path: Path) -> None:
    made = frame()
    handed: list[object] = []
    made.session.handed.connect(handed.append)
    made.window.take_paths((tmp_path / "ITT.xlsx",))
    assert handed == []
    made.make_workspace()
    assert handed == [(tmp_path / "ITT.xlsx",)]


class Flashes(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(frame: Make, qapp: QApplication) -> None:
    made, flashes = frame(), Flashes()
    qapp.installEventFilter(flashes)
    made.make_workspace()
    for place in FACTORIES:
        made.session.navigation.go(place)
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []


def test_every_control_of_the_frame_has_a_name(opened: Frame, theme: ThemeChoice) -> None:
    opened.session.navigation.go(Place.SETTINGS)
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in opened.window.findChildren(QPushButton)
        if one.isVisible() and not one.accessibleName()
    ]
    assert nameless == []


def test_the_menu_under_the_name_opens_another_workspace_and_locks(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    first = made.make_workspace("First Ltd")
    made.session.lock()
    made.make_workspace("Second Ltd")
    qtbot.mouseClick(made.window.workbench.nav.switcher, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["First Ltd", "Open another workspace…", "Make or restore a workspace…", "Lock"]
    menu.actions()[0].trigger()
    menu.close()
    assert not made.session.is_open
    assert made.gate.path == first


def test_the_sample_is_marked_and_removed_with_one_click(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.places_sample()
    made.gate.try_sample()
    assert made.window.workbench.nav.switcher.text() == "Sample, not a real firm"
    qtbot.mouseClick(made.window.workbench.nav.switcher, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Remove the sample").trigger()
    menu.close()
    assert not made.gate.places.sample_folder.exists()
    assert made.window.first_run.isVisible()
    assert made.session.preferences.recent == ()


def test_nobody_is_asked_for_the_passphrase_of_the_sample(frame: Make) -> None:
    made = frame()
    made.places_sample()
    made.gate.choose(made.gate.places.sample_workspace)
    assert made.session.is_open
    made.session.lock()
    assert made.window.unlock.isVisible()
    assert not made.window.unlock.secret.isVisible()
    made.window.unlock.submit()
    assert made.session.is_open


def test_a_sample_under_a_passphrase_of_ones_own_is_asked_for_it(frame: Make) -> None:
    made = frame()
    path = made.gate.places.sample_workspace
    path.parent.mkdir()
    made.session.ports.workspaces.create(path, "a passphrase of my own").close()
    made.gate.choose(path)
    assert made.window.unlock.secret.isVisible()
    made.gate.unlock("a passphrase of my own")
    assert made.session.is_open


def test_help_holds_the_text_of_the_guide_and_its_links_turn_the_page(opened: Frame) -> None:
    opened.window.show_help()
    sheet = opened.window.help_sheet
    (guide,) = sheet.findChildren(GuideText)
    assert "Needs you" in guide.toPlainText()
    guide.asked.emit("tenders.md")
    assert "The overview" not in guide.toPlainText()
    assert "The three dates matter" in guide.toPlainText()
    guide.asked.emit("../../nowhere.md")
    assert "The three dates matter" in guide.toPlainText()
