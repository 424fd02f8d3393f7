"""Pages are imported when they are first shown: the window does not wait for them."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from ui.pages.page import Page
from ui.pages.registry import FACTORIES, PAGES, import_pages
from ui.viewmodels.navigation import Place

SLOW = ("sqlalchemy", "sqlcipher3", "alembic", "numpy", "onnxruntime", "lxml", "cryptography", "keyring", "pypdf")

LOOK = """
import sys
import ui.__main__
print(*sys.modules)
"""


@pytest.mark.parametrize("place", list(PAGES), ids=str)
def test_every_place_has_a_page(place: Place) -> None:
    module, name = PAGES[place]
    assert issubclass(getattr(import_module(f"ui.pages.{module}"), name), Page)
    assert place in FACTORIES


def test_the_program_starts_without_any_page_and_any_slow_library() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, cwd=Path.cwd())
    loaded = set(done.stdout.split())
    assert "ui.main_window" in loaded
    assert [name for name, _class in PAGES.values() if f"ui.pages.{name}" in loaded] == []
    assert [name for name in SLOW if name in loaded] == []
    assert "app.matching" not in loaded


def test_pages_are_imported_one_at_a_step() -> None:
    assert len(list(import_pages())) == len(PAGES)
