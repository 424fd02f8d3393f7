"""The only module that knows folders and packaging.

Files shipped with the program lie beside the package, in a checkout as in a frozen build.
"""

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent

RESOURCES = _ROOT / "resources"
TEMPLATES = _ROOT / "templates"
MODEL = RESOURCES / "model"
"""The language model, made when the program is built; it may be missing."""


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
