"""Where the window stands: the places of the navigation, their counts, and the way back."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Place(StrEnum):
    """A place in the navigation, in its order; all but the settings answer to Ctrl 1 to 8."""

    HOME = "home"
    COMPANY = "company"
    EVIDENCE = "evidence"
    EXPERIENCE = "experience"
    LIBRARY = "library"
    TENDERS = "tenders"
    TEMPLATES = "templates"
    HISTORY = "history"
    SETTINGS = "settings"


TITLES = {
    Place.HOME: "Home",
    Place.COMPANY: "Company",
    Place.EVIDENCE: "Evidence",
    Place.EXPERIENCE: "Case studies and people",
    Place.LIBRARY: "Library",
    Place.TENDERS: "Tenders",
    Place.TEMPLATES: "Templates",
    Place.HISTORY: "History",
    Place.SETTINGS: "Settings",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A place, and what to show in it."""

    place: Place
    record_id: str | None = None
    """The record to open: a tender, a fact, an answer; None for the place as it was left."""
    part: str = ""
    """A tab or an entry inside it, in the page's own words."""


class Navigation(QObject):
    """The place that is shown.

    Signals: `moved` carries the new `Target`; `counted` carries the `Place` whose count changed.
    """

    moved = Signal(object)
    counted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Target] = [Target(Place.HOME)]
        self._counts: dict[Place, int] = {}

    @property
    def here(self) -> Target:
        """What is shown now."""
        return self._trail[-1]

    def go(self, place: Place, record_id: str | None = None, part: str = "") -> None:
        """Show a place, and in it a record."""
        target = Target(place, record_id, part)
        if target != self.here:
            self._trail = [*self._trail[-49:], target]
        self.moved.emit(target)

    def back(self) -> None:
        """Show what was shown before."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.moved.emit(self.here)

    def reset(self) -> None:
        """Forget the way, as when another workspace is opened."""
        self._trail = [Target(Place.HOME)]
        self._counts = {}

    def count(self, place: Place) -> int:
        """How many things wait in a place; 0 shows no figure."""
        return self._counts.get(place, 0)

    def set_count(self, place: Place, count: int) -> None:
        """Show how many things wait in a place."""
        if self.count(place) != count:
            self._counts[place] = count
            self.counted.emit(place)
