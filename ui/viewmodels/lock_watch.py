"""Says when the workspace should be locked: after a while without a key or a click, and after sleep."""

from collections.abc import Callable
from time import monotonic, time

from PySide6.QtCore import QObject, QTimer, Signal

TICK_SECONDS = 5
ASLEEP_SECONDS = 60
"""A tick that comes this much too late by the clock on the wall means that the computer slept."""


class LockWatch(QObject):
    """Watches the time. Signals: `due` says that the workspace is to be locked now."""

    due = Signal()

    def __init__(
        self,
        idle_minutes: Callable[[], int],
        steady: Callable[[], float] = monotonic,
        wall: Callable[[], float] = time,
        parent: QObject | None = None,
    ) -> None:
        """Take the minutes after which to lock (0: never), and the clocks."""
        super().__init__(parent)
        self._idle_minutes, self._steady, self._wall = idle_minutes, steady, wall
        self._touched = steady()
        self._ticked = wall()
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_SECONDS * 1000)
        self._clock.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin, as a workspace is opened."""
        self._touched, self._ticked = self._steady(), self._wall()
        self._clock.start()

    def stop(self) -> None:
        """End, as it is locked."""
        self._clock.stop()

    def touch(self) -> None:
        """Note that a person is there."""
        self._touched = self._steady()

    def tick(self) -> None:
        """Look at the clocks."""
        late = self._wall() - self._ticked - TICK_SECONDS
        self._ticked = self._wall()
        minutes = self._idle_minutes()
        idle = bool(minutes) and self._steady() - self._touched >= minutes * 60
        if idle or late >= ASLEEP_SECONDS:
            self.due.emit()
