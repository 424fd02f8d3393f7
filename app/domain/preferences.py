"""What the program remembers of this user on this computer, outside every workspace: no names of tenders."""

from dataclasses import dataclass
from enum import StrEnum


class ThemeChoice(StrEnum):
    """Which colours to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything that is remembered between two starts."""

    user: str = ""
    """Name under which this person approves and edits; empty until it has been asked for."""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: int = 100
    """Size of all text, in per cent: 100 to 200."""
    reduced_motion: bool = False
    single_keys: bool = True
    """Whether single letters act while a list has the focus."""
    idle_minutes: int = 15
    """Minutes without a key or a click after which the workspace is locked; 0 for never."""
    recent: tuple[str, ...] = ()
    """Paths of the workspaces opened before, the last one first, at most eight."""
    remembered: tuple[str, ...] = ()
    """Paths of the workspaces whose key the system keyring holds."""
    backup_folder: str = ""
    """The folder of the user's own in which backups are kept; empty for beside each workspace."""
    own_templates: tuple[str, ...] = ()
    """Paths of the person's own Word templates."""
    geometry: str = ""
    """Place and size of the window, as Qt saves them, in base 64."""
