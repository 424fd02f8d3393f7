"""The small widgets: what they say, show and hand on."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from tests.samples.window_controls import find_button
from ui.theme import TextStyle, Tone, current
from ui.widgets.banner import Banner
from ui.widgets.bars import ConfidenceBar, LimitBar
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.choices import ChoiceField, Options, TickBox
from ui.widgets.date_field import DateField, parse_day
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.drop_zone import DropState, DropZone
from ui.widgets.fact_row import FactRow
from ui.widgets.filter_pills import Filter, FilterPills
from ui.widgets.form import Field, TextField
from ui.widgets.search_field import SearchField
from ui.widgets.side_list import Section, SideList
from ui.widgets.state_mark import State, StateMark, paint_state
from ui.widgets.tabs import Tab, TabRow
from ui.widgets.text import Text
from ui.widgets.timeline import Moment, Timeline
from ui.widgets.toast import SECONDS, Toast
from ui.widgets.work_strip import WorkStrip, time_left

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, widget: QWidget, width: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, widget.sizeHint().height())
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)
    return widget


def test_text_that_does_not_fit_is_shortened_and_stands_whole_in_the_tooltip(qtbot: QtBot) -> None:
    words = "Explain how we would be told of a personal data breach"
    text = Text(words)
    shown(qtbot, text, 120)
    assert text.toolTip() == words
    text.resize(600, 20)
    assert text.toolTip() == ""


def test_wrapping_text_asks_for_the_height_of_its_lines(qtbot: QtBot) -> None:
    text = Text("one two three four five six seven eight nine ten", TextStyle.BODY, lines=0)
    assert text.heightForWidth(1000) == current().line_height(TextStyle.BODY)
    assert text.heightForWidth(90) >= 3 * current().line_height(TextStyle.BODY)


@pytest.mark.parametrize(
    ("count", "limit", "says", "over"),
    [
        (74, 60, "74 of 60 words, 14 over the limit", True),
        (60, 60, "60 of 60 words", False),
        (1, 0, "1 word", False),
        (1250, 0, "1,250 words", False),
    ],
)
def test_the_limit_bar_says_how_long_an_answer_is(qtbot: QtBot, count: int, limit: int, says: str, over: bool) -> None:
    bar = LimitBar()
    bar.set_count(count, limit)
    shown(qtbot, bar, 300)
    assert (bar.sentence, bar.is_over, bar.accessibleName()) == (says, over, says)


def test_the_confidence_bar_says_its_figure_or_that_nothing_fits() -> None:
    assert ConfidenceBar(0.78).accessibleName() == "Match 78 per cent"
    assert ConfidenceBar(None).accessibleName() == "Nothing fits"


def test_a_busy_button_keeps_its_width_says_its_verb_and_takes_no_clicks(qtbot: QtBot) -> None:
    button = Button("Fill buyer’s file", ButtonKind.PRIMARY, "download")
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    shown(qtbot, button)
    width = button.sizeHint().width()
    button.set_busy("Filling…")
    assert button.sizeHint().width() == width
    assert button.accessibleName() == "Filling…"
    qtbot.mouseClick(button, LEFT)
    button.set_busy("")
    qtbot.mouseClick(button, LEFT)
    assert len(clicks) == 1


def test_a_disabled_button_gives_its_reason_in_the_tooltip() -> None:
    button = Button("Make the pack", key="Ctrl P")
    assert button.toolTip() == "Make the pack (Ctrl P)"
    button.set_reason("2 findings stop it")
    assert (button.isEnabled(), button.toolTip()) == (False, "2 findings stop it")
    button.set_reason("")
    assert (button.isEnabled(), button.toolTip()) == (True, "Make the pack (Ctrl P)")


def test_an_icon_alone_has_a_name() -> None:
    assert IconButton("close", "Close", key="Esc").accessibleName() == "Close"


def test_each_state_has_a_shape_of_its_own_even_in_grey(qapp: object, theme: ThemeChoice) -> None:
    drawn = set()
    for state in State:
        picture = QImage(32, 32, QImage.Format.Format_Grayscale8)
        picture.fill(current().colour("panel"))
        painter = QPainter(picture)
        paint_state(painter, picture.rect().adjusted(2, 2, -2, -2), state)
        painter.end()
        ground = picture.pixelColor(0, 0).value()
        drawn.add(tuple(abs(picture.pixelColor(x, y).value() - ground) > 24 for x in range(32) for y in range(32)))
    assert len(drawn) == len(State)


def test_a_mark_alone_keeps_its_word_for_screen_readers() -> None:
    mark = StateMark(State.PROBLEM, "Over limit", alone=True)
    assert (mark.accessibleName(), mark.toolTip()) == ("Over limit", "Over limit")


def test_a_filter_stays_chosen_when_the_counts_change(qtbot: QtBot) -> None:
    pills = FilterPills("State")
    pills.set_filters([Filter("all", "All", 3), Filter("draft", "Draft", 1, State.DRAFT)])
    chosen: list[str] = []
    pills.chosen.connect(chosen.append)
    shown(qtbot, pills)
    qtbot.mouseClick(find_button(pills, "Draft"), LEFT)
    pills.set_filters([Filter("all", "All", 4), Filter("draft", "Draft", 2, State.DRAFT)])
    assert (pills.key, chosen) == ("draft", ["draft"])
    assert find_button(pills, "Draft, 2").isChecked()
    find_button(pills, "Draft").setFocus()
    qtbot.keyClick(find_button(pills, "Draft"), Qt.Key.Key_Right)
    assert chosen == ["draft", "all"]


def test_search_waits_for_the_last_key_and_escape_empties_it(qtbot: QtBot) -> None:
    field = SearchField("Search questions")
    told: list[str] = []
    field.searched.connect(told.append)
    shown(qtbot, field)
    qtbot.keyClicks(field, "data")
    qtbot.waitUntil(lambda: told == ["data"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), told[-1]) == ("", "")


def test_a_field_says_below_what_is_wrong_and_then_its_hint_again(qtbot: QtBot) -> None:
    control = TextField()
    field = Field("Company number", control, "8 characters, as on the certificate")
    shown(qtbot, field)
    assert control.accessibleName() == "Company number"
    field.set_error("This has 7 characters. Look at the certificate again.")
    assert control.accessibleDescription().startswith("This has 7")
    assert control.property("wrong") is True
    field.set_error("")
    assert (field.error, control.accessibleDescription()) == ("", "8 characters, as on the certificate")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11 Dec 2026", date(2026, 12, 11)),
        ("11 December 2026", date(2026, 12, 11)),
        ("11/12/2026", date(2026, 12, 11)),
        ("2026-12-11", date(2026, 12, 11)),
        ("11.12.26", None),
        ("31/02/2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_in_britain_write_it(words: str, day: date | None) -> None:
    assert parse_day(words) == day


def test_a_day_is_written_out_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField()
    picked: list[bool] = []
    field.picked.connect(lambda: picked.append(True))
    shown(qtbot, field)
    qtbot.keyClicks(field, "1/6/2025")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.day, field.is_wrong, picked) == ("1 Jun 2025", date(2025, 6, 1), False, [True])
    field.setText("whenever")
    assert field.is_wrong


def test_options_tell_what_a_person_chose_and_the_keyboard_moves(qtbot: QtBot) -> None:
    options = Options("Colours", [("light", "Light"), ("dark", "Dark")])
    chosen: list[str] = []
    options.chosen.connect(chosen.append)
    options.choose("light")
    shown(qtbot, options)
    qtbot.mouseClick(find_button(options, "Dark"), LEFT)
    assert (options.key, chosen) == ("dark", ["dark"])
    options.choose("nothing")
    assert options.key == ""


def test_a_choice_keeps_its_entry_when_the_entries_change(qtbot: QtBot) -> None:
    field = ChoiceField("Idle", [("5", "5 minutes"), ("15", "15 minutes")])
    field.choose("15")
    field.set_entries([("15", "A quarter"), ("30", "Half an hour")])
    shown(qtbot, field)
    assert (field.key, field.currentText()) == ("15", "A quarter")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field.view(), Qt.Key.Key_Escape)


def test_a_click_on_its_words_ticks_the_box(qtbot: QtBot) -> None:
    box = TickBox("I have printed them")
    shown(qtbot, box)
    qtbot.mouseClick(box, LEFT, pos=QPoint(80, 10))
    assert box.isChecked()


def dragged(path: Path, kind: type[QDropEvent]) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPoint(9, 9) if kind is QDragEnterEvent else QPointF(9, 9)
    event = kind(where, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.data_kept = data  # type: ignore[attr-defined]
    event.ignore()
    return event


def test_the_drop_zone_says_what_letting_go_would_do_and_hands_the_file_over(qtbot: QtBot, tmp_path: Path) -> None:
    zone = DropZone("Drop a buyer’s file here", "Word or Excel")
    dropped: list[object] = []
    zone.dropped.connect(dropped.append)
    shown(qtbot, zone, 300)
    zone.dragEnterEvent(dragged(tmp_path / "ITT.docx", QDragEnterEvent))  # type: ignore[arg-type]
    assert zone.state is DropState.OVER
    assert zone._sentence.text() == "Let go to read ITT.docx"
    zone.dropEvent(dragged(tmp_path / "ITT.docx", QDropEvent))
    assert (zone.state, dropped) == (DropState.QUIET, [(tmp_path / "ITT.docx",)])


def test_the_drop_zone_refuses_with_the_reason(qtbot: QtBot, tmp_path: Path) -> None:
    zone = DropZone("Drop here", "Word", accepts=lambda paths: f"{paths[0].name} is a film. Nothing was read.")
    shown(qtbot, zone, 300)
    event = dragged(tmp_path / "holiday.mp4", QDragEnterEvent)
    zone.dragEnterEvent(event)  # type: ignore[arg-type]
    assert zone.state is DropState.REFUSED
    assert zone.accessibleDescription() == "holiday.mp4 is a film. Nothing was read."
    assert not event.isAccepted()
    zone.reset()
    assert zone.state is DropState.QUIET


def test_the_button_of_the_drop_zone_does_the_same(qtbot: QtBot) -> None:
    zone = DropZone("Drop here", "Word")
    asked: list[bool] = []
    zone.asked.connect(lambda: asked.append(True))
    shown(qtbot, zone, 300)
    qtbot.keyClick(zone.button, Qt.Key.Key_Space)
    assert asked == [True]


def test_an_unknown_fact_offers_to_be_added_and_two_sources_are_both_shown(qtbot: QtBot) -> None:
    row = FactRow("Telephone")
    acted: list[bool] = []
    row.acted.connect(lambda: acted.append(True))
    shown(qtbot, row, 300)
    assert row.accessibleName() == "Telephone: not known yet"
    qtbot.mouseClick(find_button(row, "Add Telephone"), LEFT)
    assert acted == [True]
    row.set_value("01632 960118", differing="01632 960224")
    assert row.accessibleName() == "Telephone: 01632 960118 or 01632 960224, two sources differ"
    row.set_value("", applies=False)
    assert row.accessibleName() == "Telephone: Does not apply"


def test_a_banner_has_one_button_and_can_be_put_away(qtbot: QtBot) -> None:
    banner = Banner()
    acted: list[bool] = []
    banner.acted.connect(lambda: acted.append(True))
    shown(qtbot, banner, 600)
    banner.show_message("3 facts changed", "Take a new code.", Tone.WARN, "See the 3 changes")
    qtbot.mouseClick(find_button(banner, "See the 3 changes"), LEFT)
    qtbot.mouseClick(find_button(banner, "Put away"), LEFT)
    assert acted == [True]
    assert banner.isHidden()


def test_a_toast_goes_after_eight_seconds_and_waits_while_pointed_at(qtbot: QtBot) -> None:
    window = QWidget()
    shown(qtbot, window, 800)
    window.resize(800, 600)
    toast = Toast(window)
    toast.say("Kept 12 facts", undo=True)
    assert SECONDS == 8
    assert toast._clock.isActive()
    assert toast.geometry().bottom() <= window.height()
    toast.enterEvent(None)  # type: ignore[arg-type]
    assert not toast._clock.isActive()
    toast.leaveEvent(None)  # type: ignore[arg-type]
    assert toast._clock.isActive()
    toast._leave()
    assert toast.isHidden()


def test_a_side_list_keeps_its_choice_and_moves_with_the_arrows(qtbot: QtBot) -> None:
    sections = [
        Section("basic", "Basic information", "11/12", 0.9, "warning", "two sources differ", group="Core"),
        Section("steel", "Steel", "off", None, group="If the buyer asks"),
    ]
    side = SideList("Sections")
    side.set_sections(sections)
    side.choose("basic")
    chosen: list[str] = []
    side.chosen.connect(chosen.append)
    shown(qtbot, side, 240)
    row = find_button(side, "Basic information, 11/12, two sources differ")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert (side.key, chosen) == ("steel", ["steel"])
    side.set_sections(sections[::-1])
    assert side.key == "steel"


def test_tabs_keep_the_chosen_one_when_counts_change(qtbot: QtBot) -> None:
    tabs = TabRow()
    tabs.set_tabs([("a", "Overview", None), ("b", "Questions", 48)])
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)
    shown(qtbot, tabs, 400)
    qtbot.mouseClick(find_button(tabs, "Questions, 48"), LEFT)
    tabs.set_tabs([("a", "Overview", None), ("b", "Questions", 47)])
    assert find_button(tabs, "Questions, 47").isChecked()
    assert chosen == ["b"]


def test_history_is_told_as_a_whole(qtbot: QtBot) -> None:
    line = Timeline()
    line.set_moments([Moment("4 Quay Street", "1 Jun 2025 to now", now=True), Moment("Unit 7", "to 31 May 2025")])
    shown(qtbot, line, 300)
    assert line.accessibleDescription() == "4 Quay Street, 1 Jun 2025 to now. Unit 7, to 31 May 2025"
    assert line.heightForWidth(300) > 80


def test_a_panel_closes_on_escape(qtbot: QtBot) -> None:
    panel = DetailPanel("Question")
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    shown(qtbot, panel, 392)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert closed == [True]


@pytest.mark.parametrize(
    ("done", "total", "elapsed", "says"),
    [
        (0, 10, 30, ""),
        (5, 10, 1, ""),
        (9, 10, 18, "a few seconds left"),
        (5, 10, 30, "about 30 s left"),
        (1, 10, 60, "about 9 minutes left"),
    ],
)
def test_the_time_left_is_guessed_from_the_pace(done: int, total: int, elapsed: float, says: str) -> None:
    assert time_left(done, total, elapsed) == says


def test_work_in_hand_says_how_many_of_how_many_and_can_be_cancelled(qtbot: QtBot) -> None:
    strip = WorkStrip()
    cancelled: list[bool] = []
    strip.cancelled.connect(lambda: cancelled.append(True))
    shown(qtbot, strip, 400)
    strip.begin("Reading ITT.docx")
    strip.show_progress("Reading ITT.docx", 3, 10)
    assert strip._note.text().startswith("3 of 10")
    qtbot.mouseClick(strip.cancel, LEFT)
    strip.end()
    assert cancelled == [True]


def test_a_tab_keeps_the_focus_when_its_row_is_told_anew(qtbot: QtBot) -> None:
    tabs = TabRow()
    qtbot.addWidget(tabs)
    tabs.set_tabs([("a", "First", None), ("b", "Second", 2)])
    tabs.show()
    second = tabs.findChildren(Tab)[1]
    second.click()
    second.setFocus()
    tabs.set_tabs([("a", "First", None), ("b", "Second", 3)])
    assert tabs.focusWidget() is second
    assert second.accessibleName() == "Second, 3"
    tabs.set_tabs([("b", "Second", 3), ("c", "Third", None)])
    focused = tabs.focusWidget()
    assert isinstance(focused, Tab)
    assert focused.key == "b"
