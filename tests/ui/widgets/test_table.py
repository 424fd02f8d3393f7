"""The table: keys, mouse, a choice that survives filtering, and what a screen reader hears."""

from dataclasses import dataclass, replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.preferences import ThemeChoice
from ui.theme import TextStyle, Tone, current
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.state_mark import State
from ui.widgets.table import Table


@dataclass(frozen=True)
class Row:
    key: str
    text: str
    state: State = State.DRAFT
    match: float | None = 0.8


ROWS = tuple(
    Row(f"3.{number}", f"Question {number}: how do you keep data safe in every country?") for number in range(1, 9)
)


@pytest.fixture
def table(qtbot: QtBot) -> Table[Row]:
    made: Table[Row] = Table(
        "Questions",
        [
            Column("Ref", lambda row: Cell(row.key, tone=Tone.MUT), 56),
            Column("Question", lambda row: Cell(row.text, TextStyle.VALUE, lines=2)),
            Column("Match", lambda row: Cell(confidence=row.match, has_confidence=True), 96, rank=1),
            Column("State", lambda row: Cell(state=row.state, style=TextStyle.VALUE), 128, rank=2),
        ],
        key=lambda row: row.key,
        describe=lambda row: f"{row.key}, {row.text}, {row.state.word}",
    )
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.set_rows(ROWS)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def test_arrows_move_and_tell_which_row_is_current(table: Table[Row], qtbot: QtBot) -> None:
    chosen: list[Row] = []
    table.chosen.connect(chosen.append)
    assert table.current_row is ROWS[0]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert chosen == [ROWS[1], ROWS[7], ROWS[0]]


def test_enter_opens_and_letters_are_handed_on_in_capitals(table: Table[Row], qtbot: QtBot) -> None:
    opened: list[Row] = []
    letters: list[str] = []
    table.opened.connect(opened.append)
    table.lettered.connect(letters.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert opened == [ROWS[0]]
    assert letters == ["K"]


def test_a_click_chooses_and_a_double_click_opens(table: Table[Row], qtbot: QtBot) -> None:
    opened: list[Row] = []
    table.opened.connect(opened.append)
    where = QPoint(100, table.rowViewportPosition(2) + 10)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert table.current_row is ROWS[2]
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [ROWS[2]]


def test_the_choice_survives_filtering_and_new_rows_of_the_same_keys(table: Table[Row]) -> None:
    told: list[object] = []
    table.choose("3.5")
    table.chosen.connect(told.append)
    table.set_rows(ROWS[3:])
    assert table.current_row is ROWS[4]
    changed = tuple(replace(row, state=State.APPROVED) for row in ROWS[3:])
    table.set_rows(changed)
    assert table.current_row is changed[1]
    assert told == []


def test_where_the_chosen_row_is_filtered_out_nothing_is_chosen(table: Table[Row]) -> None:
    told: list[object] = []
    table.choose("3.1")
    table.chosen.connect(told.append)
    table.set_rows(ROWS[3:])
    assert table.current_row is None
    assert told == [None]


def test_the_pointer_tints_a_row_and_leaves_no_trace(table: Table[Row], qtbot: QtBot) -> None:
    where = QPoint(100, table.rowViewportPosition(3) + 10)
    qtbot.mouseMove(table.viewport(), QPoint(100, 5))
    qtbot.mouseMove(table.viewport(), where)
    QApplication.sendPostedEvents()
    assert table.hovered in (3, 0)


def test_a_screen_reader_hears_the_whole_row(table: Table[Row]) -> None:
    model = table.model()
    said = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"3.2, {ROWS[1].text}, Draft"
    assert model.data(model.index(1, 2), Qt.ItemDataRole.AccessibleTextRole) == "80%"
    assert model.data(model.index(1, 3), Qt.ItemDataRole.DisplayRole) == "Draft"


def test_columns_give_way_by_rank_and_nothing_scrolls_sideways(table: Table[Row]) -> None:
    table.resize(330, 400)
    assert [table.isColumnHidden(number) for number in range(4)] == [False, False, False, True]
    table.resize(250, 400)
    assert [table.isColumnHidden(number) for number in range(4)] == [False, False, True, True]
    width = sum(table.columnWidth(number) for number in range(2))
    assert abs(width - table.viewport().width()) <= 2


def test_the_chosen_row_is_drawn_with_a_bar_in_both_themes(table: Table[Row], theme: ThemeChoice) -> None:
    table.choose("3.1")
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(1, 20).name().upper() == current().tokens["acc"]
    table.clearFocus()
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(400, 2).name().upper() == current().tokens["sel"]


def test_ten_thousand_rows_are_shown_in_no_time(table: Table[Row]) -> None:
    rows = tuple(Row(str(number), f"Question {number}") for number in range(10_000))
    began = perf_counter()
    table.set_rows(rows)
    table.viewport().grab()
    assert perf_counter() - began < 0.6
