"""The only module that knows folders and packaging.

Files shipped with the program lie beside the package, in a checkout as in a frozen build.
"""

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent

RESOURCES = _ROOT / "resources"
TEMPLATES = _ROOT / "templates"
GUIDE = _ROOT / "docs"
"""The pages of the guide in Markdown, as the window shows them."""
MODEL = RESOURCES / "model"
"""The language model, made when the program is built; it may be missing."""


def own_program() -> tuple[str, ...]:
    """Give the command that starts our own command line; its arguments follow it."""
    return _program("bidfolio", "app")


def window_program() -> tuple[str, ...]:
    """Give the command that starts the window's program; the workspace to open may follow it."""
    return _program("bidfolio-window", "ui")


def is_frozen() -> bool:
    """Tell whether this is the packaged program rather than a checkout."""
    return bool(getattr(sys, "frozen", False))


def _program(name: str, package: str) -> tuple[str, ...]:
    """Name one of the two programs; a frozen build has both in one folder, sharing everything beside them."""
    if not is_frozen():
        return (sys.executable, "-m", package)
    here = Path(sys.executable)
    return (str(here.with_name(f"{name}{here.suffix if here.suffix == '.exe' else ''}")),)


def state_folder() -> Path:
    r"""Give the folder for logs and preferences of this user; it may not exist yet.

    Windows: `%LOCALAPPDATA%\Bidfolio`; macOS: `~/Library/Application Support/Bidfolio`;
    elsewhere `$XDG_STATE_HOME/bidfolio`, by default `~/.local/state/bidfolio` (XDG base directories 0.8).
    """
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Bidfolio"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Bidfolio"
    return Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state") / "bidfolio"
