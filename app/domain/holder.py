"""Who has a workspace open."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Who, where and since when, as the lock file beside an open workspace says."""

    user: str
    computer: str
    since: datetime
