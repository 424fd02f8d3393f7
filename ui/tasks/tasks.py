"""What a runner of work offers; pages and view-models know no other way to be slow."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ui.tasks.job import Command, Failed, Job, Outcome

T = TypeVar("T")


class Tasks(QObject):
    """Runs work away from the window's thread and delivers its result on it.

    Signals: `changed` says that `running` did; `rested` that nothing is in hand any more.
    """

    changed = Signal()
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """The long work in hand, oldest first."""
        return tuple(self._running)

    @property
    def is_resting(self) -> bool:
        """Whether nothing is in hand: no result is still to be delivered to anybody."""
        return not self._running

    @abstractmethod
    def quick(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run `work` after the quick work before it, one at a time.

        A `BidfolioError` goes to `failed`; anything else is a defect and reaches the crash report.
        """

    @abstractmethod
    def run(self, command: Command, decode: Callable[[Outcome], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run a command of our own command line as a child; `decode` reads its output in the quick lane.

        `failed` gets a `WorkRefused` where the command refused, a `WorkStopped` where it ended otherwise.
        """

    def cancel_all(self) -> None:
        """Stop all long work."""
        for job in self.running:
            job.cancel()

    def close(self) -> None:
        """Stop long work and wait for the quick work that has begun."""
        self.cancel_all()

    def _start(self, job: Job) -> None:
        self._running.append(job)
        job.ended.connect(lambda: self._stop(job))
        self.changed.emit()

    def _stop(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
            self.changed.emit()
            self._tell_rest()

    def _tell_rest(self) -> None:
        if self.is_resting:
            self.rested.emit()
