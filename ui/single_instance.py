"""One window for one user: a second start hands its paths to the first and ends."""

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1000
"""Milliseconds to wait for the window that is running already."""
MOST_BYTES = 64 * 1024


def server_name(folder: Path) -> str:
    """Name the meeting place of one user and one folder of preferences."""
    digest = hashlib.sha256(f"{getpass.getuser()}\n{folder}".encode()).hexdigest()[:16]
    return f"bidfolio-{digest}"


class SingleInstance(QObject):
    """Signals: `called` carries the paths that a second start was given; the window comes to the front."""

    called = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give the paths to the window that is running; False where none is."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n")
        done = socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return done

    def listen(self) -> bool:
        """Be the window that is running; what a crash left behind is cleared away first."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Take no more calls."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        self.called.emit(_paths(bytes(socket.readLine(MOST_BYTES).data())))


def _paths(line: bytes) -> tuple[Path, ...]:
    """Read what another start wrote; what is no list of paths counts as none."""
    try:
        told = json.loads(line)
    except ValueError:
        return ()
    return tuple(Path(one) for one in told if isinstance(one, str)) if isinstance(told, list) else ()
