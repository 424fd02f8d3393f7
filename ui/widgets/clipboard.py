"""The clipboard: secrets leave it after a while, and everything of ours when the workspace is locked."""

from hashlib import sha256

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 45
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"\x00",
    "org.nspasteboard.ConcealedType": b"",
}
"""What tells the clipboard histories of KDE, of Windows and of macOS programs to keep nothing of it."""


class ClipboardGuard(QObject):
    """Knows what this program put on the clipboard, by its digest, and takes it off again."""

    def __init__(self, parent: QObject | None = None, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._ours = b""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(round(seconds * 1000))
        self._wait.timeout.connect(self.forget)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._note)

    def copy_secret(self, text: str) -> None:
        """Put a secret on the clipboard, marked as one; it goes after a while."""
        content = QMimeData()
        content.setText(text)
        for kind, mark in MARKS.items():
            content.setData(kind, mark)
        self._clipboard.setMimeData(content)
        self._ours = _digest(text)
        self._wait.start()

    def forget(self) -> None:
        """Take off the clipboard what this program put there, unless something else stands there by now."""
        self._wait.stop()
        ours, self._ours = self._ours, b""
        if ours and _digest(self._clipboard.text()) == ours:
            self._clipboard.clear()

    def _note(self) -> None:
        """Note what is copied while one of our windows is the active one."""
        if QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive:
            self._ours = _digest(self._clipboard.text())


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest() if text else b""
