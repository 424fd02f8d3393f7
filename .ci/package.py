"""Build the packaged program: `python .ci/package.py [--out dist] [--work build]`, or one step of it with `--only`.

One folder by PyInstaller, then the bill of materials and the notices into it; on Linux also a .deb and a .tar.xz.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
LINUX = ROOT / "docs" / "packaging" / "linux"
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
DEPENDS = (
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libxcb1",
)
"""What the build takes from the system beside the C library: drivers of the graphics card, fonts, X."""
CONTROL = """Package: bidfolio
Version: {version}
Architecture: {architecture}
Maintainer: Bidfolio <bidfolio@users.noreply.github.com>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libreoffice-core, gnome-keyring | kwalletmanager, libwayland-client0, libwayland-cursor0, libwayland-egl1
Section: text
Priority: optional
Homepage: https://github.com/bidfolio/bidfolio
Description: Tender questionnaires answered in the buyer's own file, offline
 A supplier keeps its facts, certificates, policies, case studies and answers
 once, encrypted on its own computer. Bidfolio reads the buyer's Word, Excel or
 PDF questionnaire, offers the answer to each question, lets a person approve
 it, and writes it into a copy of the buyer's file with nothing else changed.
"""


def main() -> int:
    """Run the steps asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the program and the packages go")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="where intermediate files go")
    parser.add_argument("--only", choices=["program", "notices", "tar", "deb"], help="one step alone")
    given = parser.parse_args()
    out, work = given.out.resolve(), given.work.resolve()
    steps = [given.only] if given.only else ["program", "notices", *(["tar", "deb"] if sys.platform == "linux" else [])]
    for step in steps:
        began = time.monotonic()
        made = {"program": build_program, "notices": write_notices, "tar": make_tar, "deb": make_deb}[step](out, work)
        print(f"{step}: {made}, {_size(made) / 1e6:.0f} MB, {time.monotonic() - began:.0f} s", flush=True)
    return 0


def build_program(out: Path, work: Path) -> Path:
    """Build the folder with both programs."""
    if not any((ROOT / "resources" / "model").glob("*.onnx")):
        sys.exit("The language model is missing: run `make setup` first.")
    _run(sys.executable, ".ci/icons.py", str(work / "icons"), environment={**os.environ, "PYTHONPATH": str(ROOT)})
    places = ("--distpath", str(out), "--workpath", str(work))
    _run(sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "WARN", *places)
    return out / "bidfolio"


def write_notices(out: Path, _work: Path) -> Path:
    """Write the bill of materials and the notices, and into the bundle of macOS as well."""
    from bill_of_materials import main as write

    write(out / "bidfolio")
    beside = f"bidfolio-{VERSION}-{sys.platform}-{platform.machine().lower()}.cdx.json"
    shutil.copyfile(out / "bidfolio" / "bidfolio.cdx.json", out / beside)
    inside = out / "Bidfolio.app" / "Contents" / "Resources"
    if inside.is_dir():
        for name in ("bidfolio.cdx.json", "THIRD-PARTY-NOTICES.txt"):
            shutil.copyfile(out / "bidfolio" / name, inside / name)
    return out / "bidfolio"


def make_tar(out: Path, work: Path) -> Path:
    """Make the archive that a user unpacks and installs without an administrator."""
    name = f"bidfolio-{VERSION}-linux-{os.uname().machine}"
    target = out / f"{name}.tar.xz"
    with tarfile.open(target, "w:xz", preset=3) as archive:
        archive.add(out / "bidfolio", f"{name}/bidfolio", filter=_as_root)
        archive.add(LINUX / "install.sh", f"{name}/install.sh", filter=_as_root)
        for source, place in _shared(work):
            archive.add(source, f"{name}/share/{place}", filter=_as_root)
    return target


def make_deb(out: Path, work: Path) -> Path:
    """Make the Debian package; the program goes to /opt, which holds what is no part of the distribution."""
    target = out / f"bidfolio_{VERSION}_{_architecture()}.deb"
    with tempfile.TemporaryDirectory(dir=work) as name:
        root = Path(name)
        shutil.copytree(out / "bidfolio", root / "opt" / "bidfolio", symlinks=True)
        for source, place in _shared(work):
            _put(source, root / "usr" / "share" / place)
        _put(ROOT / "LICENSE", root / "usr/share/doc/bidfolio/copyright")
        for program in ("bidfolio", "bidfolio-window"):
            link = root / "usr" / "bin" / program
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(f"/opt/bidfolio/{program}")
        _write_control(root)
        root.chmod(0o755)
        _run("dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(root), str(target))
    return target


def _write_control(root: Path) -> None:
    text = CONTROL.format(
        version=VERSION,
        architecture=_architecture(),
        kilobytes=_size(root) // 1024,
        depends=", ".join((f"libc6 (>= {platform.libc_ver()[1]})", *DEPENDS)),
    )
    control = root / "DEBIAN" / "control"
    control.parent.mkdir(mode=0o755)
    control.write_text(text, encoding="utf-8")


def _shared(work: Path) -> Iterator[tuple[Path, str]]:
    """Give what the desktop looks for, with its place below `share`."""
    yield LINUX / "bidfolio.desktop", "applications/bidfolio.desktop"
    yield LINUX / "bidfolio.xml", "mime/packages/bidfolio.xml"
    icons = work / "icons"
    for icon in sorted(icons.glob("hicolor/*/apps/*.png")):
        yield icon, f"icons/{icon.relative_to(icons)}"


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _architecture() -> str:
    return MACHINES[os.uname().machine]


def _as_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file() and not each.is_symlink())


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        sys.exit(f"This step failed, see the lines above: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
