"""Where things lie, in a checkout and in the packaged program."""

import sys
from pathlib import Path

import pytest

from app import paths


def test_a_checkout_starts_its_programs_with_its_own_python() -> None:
    assert paths.own_program() == (sys.executable, "-m", "app")
    assert paths.window_program() == (sys.executable, "-m", "ui")
    assert not paths.is_frozen()


@pytest.mark.parametrize("started", ["bidfolio", "bidfolio-window"])
@pytest.mark.parametrize("ending", ["", ".exe"])
def test_the_packaged_programs_find_each_other(monkeypatch: pytest.MonkeyPatch, started: str, ending: str) -> None:
    folder = Path("/opt/bidfolio-0.1.0")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / f"{started}{ending}"))
    assert paths.own_program() == (str(folder / f"bidfolio{ending}"),)
    assert paths.window_program() == (str(folder / f"bidfolio-window{ending}"),)


def test_a_folder_with_a_dot_is_no_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/bidfolio/bidfolio.real")
    assert paths.own_program() == ("/opt/bidfolio/bidfolio",)
