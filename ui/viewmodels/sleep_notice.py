"""Says that the computer is about to sleep, where the system tells: Windows by a message, Linux by logind.

On macOS nothing tells without another library: there the window locks on waking (`lock_watch`).
"""

import sys
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, QTimer, Signal, Slot

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 4
"""WinUser.h: the message to every window before the computer is suspended."""
LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
"""Service, path and interface of logind (its D-Bus interface org.freedesktop.login1)."""
HOLD_MILLISECONDS = 1500
"""How long sleep is held up for the workspace to be closed; logind allows five seconds."""


class SleepNotice(QObject):
    """Listens while it lives. Signals: `coming` says that the computer is about to sleep."""

    coming = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: SuspendFilter | None = None
        self._bus: Any = None
        self._hold: Any = None

    def begin(self) -> bool:
        """Listen to the system, and tell whether it will say anything."""
        application = QCoreApplication.instance()
        if sys.platform == "win32" and application is not None:
            self._filter = SuspendFilter(self)
            application.installNativeEventFilter(self._filter)
            return True
        return sys.platform == "linux" and self._listen_to_logind()

    @Slot(bool)
    def prepare(self, sleeping: bool) -> None:
        """Hear from logind that the computer is about to sleep, or has woken."""
        if sleeping:
            self.coming.emit()
            QTimer.singleShot(HOLD_MILLISECONDS, self, self._let_go)
        else:
            self._take_hold()

    def _listen_to_logind(self) -> bool:
        from PySide6.QtDBus import QDBusConnection

        self._bus = QDBusConnection.systemBus()
        heard = self._bus.isConnected() and self._bus.connect(*LOGIN, "PrepareForSleep", self, SLOT("prepare(bool)"))
        if heard:
            self._take_hold()
        return bool(heard)

    def _take_hold(self) -> None:
        """Ask logind to wait a moment before the next sleep: it does as long as we have the file it gives."""
        from PySide6.QtDBus import QDBus, QDBusMessage

        # No QDBusInterface: it would first ask the service for its description and wait for that.
        asked = QDBusMessage.createMethodCall(*LOGIN, "Inhibit")
        asked.setArguments(["sleep", "Bidfolio", "The workspace is locked first", "delay"])
        answer = self._bus.call(asked, QDBus.CallMode.Block, HOLD_MILLISECONDS)
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._hold = answer.arguments()[0]

    def _let_go(self) -> None:
        self._hold = None


class SuspendFilter(QAbstractNativeEventFilter):
    """Looks at the messages of Windows for the one before sleep."""

    def __init__(self, notice: SleepNotice) -> None:
        super().__init__()
        self._notice = notice

    def nativeEventFilter(self, kind: Any, message: int) -> Any:
        """Take note, and let every message pass."""
        if bytes(kind) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if told.message == WM_POWERBROADCAST and told.wParam == PBT_APMSUSPEND:
                self._notice.coming.emit()
        return False, 0
