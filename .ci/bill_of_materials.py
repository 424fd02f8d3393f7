"""Say what a build is made of: `python .ci/bill_of_materials.py FOLDER` adds two files to a packaged program.

`bidfolio.cdx.json`, a CycloneDX 1.6 bill of materials: every Python distribution the program needs, Python, the
language model, fonts and icons, and each library taken from the system it was built on, with its SHA-256.
`THIRD-PARTY-NOTICES.txt`, the licence texts of all of them.
"""

import hashlib
import json
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, distribution, version
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "docs" / "packaging" / "licences"
LICENCE_FILE = re.compile(
    r"(^|/)(licen[cs]e|copying|notice)[^/]*$|\.dist-info/licenses/[^/]+$|/BUILD_LICENSES/.+", re.IGNORECASE
)
NOT_NAMED = {
    "Jinja2": "BSD-3-Clause",
    "backports.tarfile": "MIT",
    "flatbuffers": "Apache-2.0",
    "jaraco.classes": "MIT",
    "jaraco.context": "MIT",
    "onnxruntime": "MIT",
    "pdfplumber": "MIT",
    "protobuf": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "sqlcipher3": "Zlib",
}
"""Licences that a distribution states in its licence file alone, or in words that are no SPDX expression."""
TEXTS = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "docxtpl": ("LGPL-2.1.txt",),
    "flatbuffers": ("../../../LICENSE",),
}
"""Licence texts that a distribution refers to and does not bring."""
PARTS = (
    ("all-MiniLM-L6-v2", "Apache-2.0", "resources/model", None),
    ("Inter", "OFL-1.1", "resources/fonts", "resources/fonts/Inter-LICENSE.txt"),
    ("Material Design Icons", "Apache-2.0", "resources/icons", "resources/icons/LICENSE.txt"),
)
"""What is shipped and is no Python distribution: name, licence, folder, licence text."""


def needed(root: str = "bidfolio") -> list[Distribution]:
    """Give the distributions the program needs on this system, without itself."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        one = distribution(waiting.pop())
        name = one.metadata["Name"]
        if name in found:
            continue
        found[name] = one
        wanted = (Requirement(line) for line in one.requires or ())
        waiting += [each.name for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]
    return sorted((one for name, one in found.items() if name != root), key=lambda one: one.metadata["Name"].lower())


def licence_of(one: Distribution) -> str:
    """Give the SPDX expression of a distribution; empty where none is known, which a test forbids."""
    name = one.metadata["Name"]
    return NOT_NAMED.get(name) or one.metadata.get("License-Expression") or one.metadata.get("License") or ""


def texts_of(one: Distribution) -> list[tuple[str, str]]:
    """Give the licence texts of a distribution with their names."""
    files = [file for file in one.files or () if LICENCE_FILE.search(str(file)) and file.suffix not in (".py", ".h")]
    texts = [(str(file), Path(str(file.locate())).read_text("utf-8", "replace")) for file in files]
    return texts + [(name, (LICENCES / name).read_text("utf-8")) for name in TEXTS.get(one.metadata["Name"], ())]


def from_system(folder: Path) -> list[Path]:
    """Give the libraries of the folder that come from no Python distribution but from the system."""
    internal = folder / "_internal"
    return sorted(
        path
        for path in internal.glob("*")
        if path.is_file() and not path.is_symlink() and re.search(r"\.(so|dylib|dll|pyd)(\.|$)", path.name)
    )


def bill(folder: Path) -> dict[str, object]:
    """Give the CycloneDX document."""
    own = version("bidfolio")
    components = [_distribution(one) for one in needed()]
    components.append(_component("application", "CPython", platform.python_version(), "PSF-2.0"))
    components += [_component("data", name, own, licence) for name, licence, _, _ in PARTS]
    components += [_library(path) for path in from_system(folder)]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {"component": {**_component("application", "Bidfolio", own, "Apache-2.0"), "bom-ref": "bidfolio"}},
        "components": components,
    }


def _component(kind: str, name: str, number: str, licence: str) -> dict[str, object]:
    return {"type": kind, "name": name, "version": number, "licenses": [{"expression": licence}]}


def _distribution(one: Distribution) -> dict[str, object]:
    name, number = one.metadata["Name"], one.version
    purl = f"pkg:pypi/{re.sub('[-_.]+', '-', name).lower()}@{number}"
    return {**_component("library", name, number, licence_of(one)), "bom-ref": purl, "purl": purl}


def _library(path: Path) -> dict[str, object]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    made: dict[str, object] = {"type": "file", "name": path.name, "hashes": [{"alg": "SHA-256", "content": digest}]}
    package = _debian_package(path.name)
    return {**made, "description": f"from the Debian package {package}"} if package else made


@cache
def _debian_package(name: str) -> str:
    """Name the Debian package and version a library came from; empty elsewhere."""
    if not shutil.which("dpkg-query"):
        return ""
    found = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=False).stdout
    package = found.split(": ")[0].split(",")[0]
    if not package:
        return ""
    show = ["dpkg-query", "-W", "-f", "${Package} ${Version}", package]
    return subprocess.run(show, capture_output=True, text=True, check=False).stdout


def notices(folder: Path) -> Iterator[str]:
    """Give the notices, section by section."""
    yield "Bidfolio is licensed under the Apache License 2.0 (see LICENSE). It contains the works below.\n"
    yield (
        "Qt and PySide6 (LGPL-3.0) and docxtpl (LGPL-2.1) lie as files of their own in the folder _internal, and may\n"
        "be replaced by versions of your own. Sources: https://code.qt.io and\n"
        "https://github.com/elapouya/python-docx-template\n"
    )
    for one in needed():
        yield from _section(f"{one.metadata['Name']} {one.version}", licence_of(one), texts_of(one))
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    yield from _section(f"Python {platform.python_version()}", "PSF-2.0", _read(python))
    for name, licence, _, text in PARTS:
        yield from _section(name, licence, _read(ROOT / text) if text else [])
    for path in from_system(folder):
        yield from _section(path.name, _debian_package(path.name) or "part of Python or the system", _copyright(path))


def _section(title: str, licence: str, texts: list[tuple[str, str]]) -> Iterator[str]:
    yield f"\n{'=' * 100}\n{title}\n{licence}\n{'=' * 100}\n"
    for name, text in texts:
        yield f"\n--- {name}\n{text.rstrip()}\n"


def _read(path: Path) -> list[tuple[str, str]]:
    return [(path.name, path.read_text("utf-8", "replace"))] if path.is_file() else []


def _copyright(path: Path) -> list[tuple[str, str]]:
    package = _debian_package(path.name).split(" ")[0]
    return _read(Path("/usr/share/doc", package, "copyright")) if package else []


def main(folder: Path) -> None:
    """Write both files into the folder."""
    (folder / "bidfolio.cdx.json").write_text(json.dumps(bill(folder), indent=1) + "\n", encoding="utf-8")
    (folder / "THIRD-PARTY-NOTICES.txt").write_text("".join(notices(folder)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
