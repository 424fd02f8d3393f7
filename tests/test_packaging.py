"""The packaged program: its recipe names what is there, leaves out only what is not used, and states every licence."""

import ast
import importlib.util
import re
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SPEC = (ROOT / "build.spec").read_text(encoding="utf-8")
LINUX = ROOT / "docs" / "packaging" / "linux"
INSTALLER = (ROOT / "docs/packaging/windows/bidfolio.iss").read_text(encoding="utf-8")


def constants() -> dict[str, list[str]]:
    """Read the lists of the recipe without running it."""
    found = {}
    for statement in ast.parse(SPEC).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            try:
                found[statement.targets[0].id] = ast.literal_eval(statement.value)
            except ValueError:
                continue
    return found


def unneeded() -> re.Pattern[str]:
    for statement in ast.parse(SPEC).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "UNNEEDED_FILES":
            assert isinstance(statement.value, ast.Call)
            return re.compile(ast.literal_eval(statement.value.args[0]))
    raise AssertionError("the recipe filters no files")


def imported() -> set[str]:
    """Name every module that the program imports, at the top or late."""
    names = set()
    for path in [*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]:
        if path.name == "build_model.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def module(name: str) -> ModuleType:
    found = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert found
    assert found.loader
    made = importlib.util.module_from_spec(found)
    found.loader.exec_module(made)
    return made


def test_all_resources_and_templates_are_packaged() -> None:
    assert '(str(ROOT / "resources"), "resources")' in SPEC
    assert '("docx", "md", "json") for path in (ROOT / "templates").glob(f"*.{ending}")' in SPEC
    assert '(str(ROOT / "app/storage/migrations"), "app/storage/migrations")' in SPEC


def test_nothing_left_out_is_imported() -> None:
    left_out = constants()["LEFT_OUT"]
    used = {name for name in imported() for gone in left_out if name == gone or name.startswith(f"{gone}.")}
    assert used == set()


def test_the_part_without_a_window_imports_no_qt() -> None:
    assert "PySide6" in constants()["NO_WINDOW"]


@pytest.mark.parametrize(
    "name",
    [
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt6Pdf.dll",
        "PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml",
        "libgtk-3.so.0",
    ],
)
def test_what_is_not_needed_is_filtered(name: str) -> None:
    assert unneeded().search(name)


@pytest.mark.parametrize(
    "name",
    [
        "libQt6DBus.so.6",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt6Gui.dll",
        "PySide6/QtCore.abi3.so",
        "pypdfium2_raw/libpdfium.so",
        "libharfbuzz-fb49c9fc.so.0.61450.0",
        "libfontconfig.so.1",
        "onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_is_needed_is_kept(name: str) -> None:
    assert not unneeded().search(name)


def test_nothing_is_stripped() -> None:
    assert "strip=True" not in SPEC  # numpy's OpenBLAS does not survive it


def test_every_library_shipped_has_a_licence_and_its_text() -> None:
    bill = module("bill_of_materials")
    needed = bill.needed()
    assert {"PySide6_Essentials", "sqlcipher3", "docxtpl"} <= {one.metadata["Name"] for one in needed}
    for one in needed:
        assert bill.licence_of(one), one.metadata["Name"]
        assert bill.texts_of(one), one.metadata["Name"]


def test_the_bill_of_materials_names_versions_and_hashes(tmp_path: Path) -> None:
    internal = tmp_path / "_internal"
    internal.mkdir()
    (internal / "libmade_up.so.6").write_bytes(b"made up")
    components = module("bill_of_materials").bill(tmp_path)["components"]
    by_name = {one["name"]: one for one in components}
    assert by_name["openpyxl"]["purl"] == "pkg:pypi/openpyxl@3.1.5"
    assert by_name["libmade_up.so.6"]["hashes"][0]["alg"] == "SHA-256"
    assert by_name["CPython"]["version"] == ".".join(map(str, sys.version_info[:3]))


def test_the_desktop_entry_opens_the_file_type_it_declares() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "bidfolio.desktop", encoding="utf-8")
    kinds = ElementTree.parse(LINUX / "bidfolio.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = kinds.find(f"{space}mime-type")
    assert kind is not None
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert kind.find(f"{space}glob").get("pattern") == "*.bidfolio"  # type: ignore[union-attr]


def test_the_windows_installer_needs_no_administrator_and_leaves_workspaces_alone() -> None:
    assert "PrivilegesRequired=lowest" in INSTALLER
    assert "[UninstallDelete]" not in INSTALLER
    assert "HKLM" not in INSTALLER


def test_the_version_is_written_in_one_place() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    packaging = [SPEC, INSTALLER.split("[Setup]")[1], (ROOT / ".ci/package.py").read_text(encoding="utf-8")]
    assert not any(f'"{version}"' in text or f"={version}" in text for text in packaging)
