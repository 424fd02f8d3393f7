"""The rules of the house: each contract is seen to fail, so that none of them is decoration."""

import importlib.metadata
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BREACHES = {
    "app imports Qt": ("app/domain/values.py", "import PySide6.QtCore\n"),
    "app imports the window": ("app/services/ports.py", "import ui.theme\n"),
    "a service imports an adapter": ("app/services/ports.py", "import app.readers\n"),
    "one adapter imports another": ("app/fillers/__init__.py", "import app.readers\n"),
    "packages import a service": ("app/packages/archive.py", "import app.services.ports\n"),
    "the domain imports a library": ("app/domain/dates.py", "import lxml\n"),
    "a page imports an adapter": ("ui/pages/__init__.py", "import app.storage\n"),
    "a view-model imports a widget": ("ui/viewmodels/__init__.py", "import ui.widgets\n"),
    "a widget imports a page": ("ui/widgets/__init__.py", "import ui.pages\n"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in ("app", "ui"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def test_the_house_keeps_its_contracts() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_a_contract_notices_that(breach: str, house: Path) -> None:
    name, line = BREACHES[breach]
    module = house / name
    before = module.read_text()
    module.write_text(before + "\n" + line)
    try:
        done = lint_imports(house)
    finally:
        module.write_text(before)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_a_qt_call_that_returns_nothing_leaves_the_count_of_none_alone(qtbot: object) -> None:
    """PySide6 6.12 drops one reference to None at each such call on Python 3.11, and aborts after thousands."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
    assert sys.getrefcount(None) > before - 100
    assert importlib.metadata.version("pyside6-essentials") < "6.12"


def test_the_lock_names_no_index_and_hashes_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    assert "index" not in lock.replace("--hash", "")
    packages = [line for line in lock.splitlines() if "==" in line]
    assert len(packages) > 50
    assert all(line.endswith("\\") for line in packages)
