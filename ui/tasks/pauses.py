"""Keeps Python itself from stopping the window.

A full collection of cycles over a large library takes a fifth of a second, in whichever thread it begins, and a busy
thread keeps the interpreter for 5 ms each time. So full collections wait until the user looks elsewhere, and threads
give way sooner.
"""

import gc
import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

SWITCH = 0.001
"""Seconds for which a thread keeps the interpreter while another one waits."""
YOUNG, MIDDLE, NEVER = 5_000, 20, 1_000_000
"""When objects are looked through: the young ones often, all of them never by themselves."""


class ShortPauses(QObject):
    """In force from when it is made until `end`."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._before = (gc.get_threshold(), sys.getswitchinterval())
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        sys.setswitchinterval(SWITCH)
        application.applicationStateChanged.connect(self.collect_when_away)

    def collect_when_away(self, state: Qt.ApplicationState) -> None:
        """Look everything through while another program has the screen."""
        if state is not Qt.ApplicationState.ApplicationActive:
            gc.collect()

    def end(self) -> None:
        """Put everything back as it was."""
        thresholds, interval = self._before
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(interval)
