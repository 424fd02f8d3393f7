"""A dressed application for every test of the window, and nothing left behind by any."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.domain.preferences import Preferences, ThemeChoice
from tests.samples.window_frame import Frame, make_frame
from ui.theme import install_theme


@pytest.fixture(autouse=True)
def _dressed_and_tidy(qapp: QApplication) -> Iterator[None]:
    install_theme(qapp, Preferences(theme=ThemeChoice.LIGHT, reduced_motion=True))
    threads = threading.active_count()
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert threading.active_count() <= threads, "a thread was left running"
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()], "a window was left open"


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> ThemeChoice:
    """Run the test once in each theme."""
    choice = ThemeChoice(request.param)
    install_theme(qapp, Preferences(theme=choice, reduced_motion=True))
    return choice


@pytest.fixture
def frame(qtbot: object, tmp_path: Path) -> Iterator[Callable[..., Frame]]:
    """Make windows on real workspaces, in which everything happens at once."""
    made: list[Frame] = []

    def make(**preferences: object) -> Frame:
        one = make_frame(tmp_path, **preferences)
        made.append(one)
        return one

    yield make
    for one in made:
        one.end()
