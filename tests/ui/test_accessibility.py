"""Every page walked by Tab: each control has a name, a size that can be hit, and the way comes round again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.import_profile import import_profile
from tests.samples.window_frame import PASSPHRASE, Frame, quick_ports
from ui.pages.registry import FACTORIES
from ui.viewmodels.navigation import Place

Make = Callable[..., Frame]
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "profile.json"
LEAST = 24
"""Px: nothing smaller can be clicked (WCAG 2.2, 2.5.8)."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with the sample's profile."""
    ports, path = quick_ports(), tmp_path_factory.mktemp("filled") / "Sample.bidfolio"
    workspace = ports.workspaces.create(path, PASSPHRASE)
    import_profile(workspace, ports.read_profile(SAMPLE), ports.now().date())
    workspace.close()
    return path


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def walk(window: QWidget, qtbot: QtBot, most: int = 400) -> list[QWidget]:
    """Press Tab until the focus comes round again."""
    seen: list[QWidget] = []
    for _ in range(most):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            return seen
        seen.append(focused)
    raise AssertionError(f"Tab never comes round; last {seen[-3:]}")


def told(widget: QWidget) -> str:
    return f"{type(widget).__module__}.{type(widget).__name__} “{name_of(widget)}” {widget.width()}x{widget.height()}"


@pytest.mark.parametrize("place", list(FACTORIES), ids=str)
def test_a_page_can_be_walked_by_tab_and_every_stop_has_a_name(
    frame: Make, filled: Path, qtbot: QtBot, place: Place
) -> None:
    made = frame()
    made.gate.choose(filled)
    made.gate.unlock(PASSPHRASE)
    made.session.navigation.go(place)
    stops = walk(made.window, qtbot)
    assert len(stops) > 10
    assert [told(one) for one in stops if not name_of(one)] == []
    assert [told(one) for one in stops if min(one.width(), one.height()) < LEAST] == []


@pytest.mark.parametrize("view", ["welcome", "make", "restore"])
def test_the_first_run_can_be_walked_by_tab(frame: Make, qtbot: QtBot, view: str) -> None:
    made = frame()
    page = made.window.first_run
    if view != "welcome":
        page._show(getattr(page, view))
    stops = walk(made.window, qtbot)
    assert len(stops) > 4
    assert [told(one) for one in stops if not name_of(one)] == []
    assert [told(one) for one in stops if min(one.width(), one.height()) < LEAST] == []


def test_unlocking_can_be_walked_by_tab(frame: Make, qtbot: QtBot) -> None:
    made = frame()
    made.make_workspace()
    made.session.lock()
    stops = walk(made.window, qtbot)
    assert [told(one) for one in stops if not name_of(one)] == []
