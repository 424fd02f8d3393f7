"""A row of controls never squeezes one: what does not fit goes into a further line."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.wrapping_row import WrappingRow


def row_of(qtbot: QtBot, widths: list[int], at_right: int | None = None) -> tuple[QWidget, WrappingRow, list[QLabel]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = WrappingRow(holder)
    labels = []
    for number, width in enumerate(widths):
        if number == at_right:
            row.stretch()
        label = QLabel(holder)
        label.setFixedSize(width, 32)
        row.addWidget(label)
        labels.append(label)
    return holder, row, labels


def lay_out(row: WrappingRow, width: int) -> None:
    row.setGeometry(QRect(0, 0, width, row.heightForWidth(width)))


def test_controls_that_fit_stand_in_one_line_and_the_last_at_the_right(qtbot: QtBot) -> None:
    _, row, (search, filters, more) = row_of(qtbot, [100, 200, 80], at_right=2)
    lay_out(row, 500)
    assert [one.x() for one in (search, filters, more)] == [0, 108, 420]
    assert row.heightForWidth(500) == 32


def test_what_does_not_fit_goes_into_a_further_line(qtbot: QtBot) -> None:
    _, row, (search, filters, more) = row_of(qtbot, [100, 200, 80], at_right=2)
    lay_out(row, 320)
    assert (filters.y(), more.y(), more.x()) == (0, 40, 240)
    assert row.heightForWidth(320) == 72
    assert search.width() == 100


def test_a_hidden_control_takes_no_room(qtbot: QtBot) -> None:
    holder, row, (search, filters) = row_of(qtbot, [100, 200])
    search.hide()
    holder.show()
    lay_out(row, 320)
    assert filters.x() == 0


@pytest.mark.parametrize("at_right", [None, 0, 2])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(widths=st.lists(st.integers(10, 300), min_size=1, max_size=9), width=st.integers(300, 900))
def test_no_control_lies_over_another_or_leaves_the_row(
    qtbot: QtBot, widths: list[int], width: int, at_right: int | None
) -> None:
    _, row, labels = row_of(qtbot, widths, at_right)
    lay_out(row, width)
    places = [label.geometry() for label in labels]
    height = row.heightForWidth(width)
    for number, place in enumerate(places):
        assert QRect(0, 0, width, height).contains(place)
        assert place.width() == widths[number]
        assert not any(place.intersects(other) for other in places[number + 1 :])
