"""A runner whose quick work is done only when the test says so: what a slow disk does to the window."""

from collections.abc import Callable
from typing import TypeVar

from ui.tasks import Failed, InlineTasks, Job

T = TypeVar("T")


class LateTasks(InlineTasks):
    """Holds quick work back until `catch_up`."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Callable[[], object]] = []

    @property
    def is_resting(self) -> bool:
        """Whether nothing is in the line."""
        return super().is_resting and not self._waiting

    def quick(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Put work in the line."""
        self._waiting.append(lambda: super(LateTasks, self).quick(work, done, failed))
        return Job("")

    def catch_up(self) -> None:
        """Do all that waits, and what comes of it."""
        while self._waiting:
            self._waiting.pop(0)()
        self._tell_rest()
