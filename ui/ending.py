"""Ends the window well when the system asks by a signal: on logging out, on shutting down, on Ctrl C in a terminal."""

import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class PoliteEnding(QObject):
    """Calls `end` on the window's thread at the first signal; a second one ends the program at once.

    Python hears a signal only when it runs, which it does not while Qt waits: a pair of sockets wakes it.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._before: dict[int, object] = {}
        self._pair: tuple[socket.socket, ...] = ()

    def begin(self) -> None:
        """Listen. Windows asks by a message to the window, which Qt handles, and would pair sockets over TCP."""
        if sys.platform == "win32":
            return
        near, far = self._pair = socket.socketpair()
        for one in self._pair:
            one.settimeout(0)
        notifier = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
        for name in SIGNALS:
            number = signal.Signals[name]
            self._before[number] = signal.signal(number, self._hear)

    def close(self) -> None:
        """Leave things as they were."""
        if not self._pair:
            return
        signal.set_wakeup_fd(-1)
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        for one in self._pair:
            one.close()
        self._pair = ()

    def _hear(self, number: int, _frame: object) -> None:
        """Note it for later: Python may be anywhere now, also holding a lock that ending needs."""
        signal.signal(number, signal.SIG_DFL)
        QTimer.singleShot(0, self, self._end)

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            self._pair[0].recv(64)
