"""Preferences of this user on this computer; reads the files of every older release."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from app.domain.preferences import Preferences, ThemeChoice
from app.paths import state_folder

_LIMITS = {"text_scale": (100, 200), "idle_minutes": (0, 24 * 60)}
"""Least and most of each figure."""


def preferences_path() -> Path:
    """Give the file they are kept in; it may not exist yet."""
    return state_folder() / "preferences.json"


def load_preferences(path: Path | None = None) -> Preferences:
    """Read them; what is missing, damaged or of another type is as it was made."""
    try:
        kept = json.loads((path or preferences_path()).read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return _from_members(kept) if isinstance(kept, Mapping) else Preferences()


def keep_preferences(preferences: Preferences, path: Path | None = None) -> None:
    """Write them beside, then in their place. A full or forbidden disk loses them, never the program."""
    target = path or preferences_path()
    beside = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(preferences), ensure_ascii=False, indent=1), "utf-8")
        beside.replace(target)
    except OSError as error:
        logging.getLogger("bidfolio").warning("preferences not kept: %s", type(error).__name__)


def _from_members(kept: Mapping[str, Any]) -> Preferences:
    made = Preferences()
    for field in fields(Preferences):
        value = _fitting(field.name, kept.get(field.name), getattr(made, field.name))
        made = replace(made, **{field.name: value})
    return made


def _fitting(name: str, value: Any, usual: Any) -> Any:
    """Give `value` where it is of the type of `usual`, else `usual`."""
    if isinstance(usual, ThemeChoice):
        return ThemeChoice(value) if value in set(ThemeChoice) else usual
    if isinstance(usual, tuple):
        return tuple(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else usual
    if type(value) is not type(usual):
        return usual
    least, most = _LIMITS.get(name, (value, value))
    return min(max(value, least), most) if name in _LIMITS else value
