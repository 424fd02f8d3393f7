"""Pictures of every page for docs/screens/, in light and dark, on the sample (make screens)."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import build_ports
from app.domain.preferences import ThemeChoice
from app.services.run_demo import PASSPHRASE, WORKSPACE
from tests.samples.window_frame import Frame, make_frame
from ui.pages.registry import FACTORIES
from ui.viewmodels.navigation import Place

pytestmark = pytest.mark.soak

SCREENS = Path(__file__).resolve().parents[2] / "docs" / "screens"
TODAY = datetime(2026, 11, 18, 9, 41)
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)
SIZE = (1600, 980)
FIRM = "Harbour Systems Ltd"
WORDS = "turnip basket path lichen cheap trot nutmeg scallop"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample once, as `bidfolio demo` does."""
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-m", "app", "demo", "--dir", str(folder), "--no-window", "--on", "2026-11-18"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / WORKSPACE


@pytest.fixture(params=THEMES, ids=str)
def made(request: pytest.FixtureRequest, sample: Path, qtbot: QtBot) -> Iterator[Frame]:
    ports = replace(build_ports(), now=lambda: TODAY, recovery_words=lambda: WORDS)
    documents = Path.home() / "Documents"
    documents.mkdir()
    shutil.copy(sample, documents / f"{FIRM}.bidfolio")
    one = make_frame(documents, ports=ports, theme=request.param)
    one.window.resize(*SIZE)
    one.session.prefer(theme=request.param)
    yield one
    one.end()


def keep(window: QWidget, name: str, theme: ThemeChoice) -> None:
    """Keep a picture, and see that it is one."""
    QApplication.sendPostedEvents()
    SCREENS.mkdir(parents=True, exist_ok=True)
    picture = window.grab().toImage()
    picture.save(str(SCREENS / f"{name}-{theme}.png"))
    assert (picture.width(), picture.height()) == SIZE
    assert colours(picture) > 8


def colours(picture: QImage) -> int:
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 16) for y in range(0, picture.height(), 16)})


def unlock(made: Frame) -> None:
    made.gate.choose(made.folder / f"{FIRM}.bidfolio")
    made.gate.unlock(PASSPHRASE)
    assert made.session.is_open, made.gate.error


def test_screens_of_the_first_run(made: Frame) -> None:
    theme = made.session.preferences.theme
    keep(made.window, "first-run", theme)
    made.window.first_run.start()
    made.window.first_run.make._firm.setText("Harbour Systems")
    made.window.first_run.make._user.setText("P. Shah")
    keep(made.window, "make-workspace", theme)
    made.window.first_run.make.submit()
    keep(made.window, "recovery-words", theme)


def test_screens_of_unlocking(made: Frame) -> None:
    made.gate.choose(made.folder / f"{FIRM}.bidfolio")
    made.gate.unlock("not the passphrase")
    keep(made.window, "unlock", made.session.preferences.theme)


@pytest.mark.parametrize("place", list(FACTORIES), ids=str)
def test_screens_of_each_place(made: Frame, place: Place) -> None:
    unlock(made)
    made.session.navigation.go(place)
    keep(made.window, place.value, made.session.preferences.theme)


def test_screens_of_the_names_for_templates(made: Frame) -> None:
    unlock(made)
    made.session.navigation.go(Place.TEMPLATES, part="names")
    keep(made.window, "templates-names", made.session.preferences.theme)


def test_screens_of_the_palette_and_of_help(made: Frame) -> None:
    unlock(made)
    theme = made.session.preferences.theme
    made.window.palette_box.open()
    keep(made.window, "palette", theme)
    made.window.palette_box.close_up()
    made.session.tell("Registered office changed", undo=True)
    made.window.show_help()
    keep(made.window, "help", theme)
