"""What is known of a backup before it is restored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A file that is a backup by its name."""

    path: Path
    made_at: datetime
    """The moment in its name, by the clock of that day."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What an opened backup holds."""

    counts: Mapping[str, int]
    """How many records there are, by the name of their table."""
    changes: int
    """Number of the last change: the higher, the newer, whatever the clock said."""
    last_at: datetime | None
    """When the last change was made; None where nothing was ever changed."""
    last_by: str
    last_doing: str
    is_whole: bool
    """Whether every page of the file has its right authentication code."""
