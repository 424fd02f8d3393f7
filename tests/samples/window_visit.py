"""The window's own program on a workspace, sent to every place: `python -m tests.samples.window_visit WAY WORKSPACE`.

It types and copies, lends a file to another program, then ends by itself: WAY is "close", "crash" or "kill".
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

import ui.__main__ as program
from app.services.lend_files import lend_file
from tests.samples.whole_session import WORD
from ui.main_window import MainWindow
from ui.viewmodels.navigation import Place

WAIT = 700
"""Milliseconds at each place: what it loads in the background is there by then."""


def steps(window: MainWindow, way: str) -> Iterator[None]:
    """Visit, type, copy, lend, and end."""
    session = window._session
    for place in window.workbench._factories:
        session.navigation.go(place)
        yield
        _type_and_copy(window)
    for tender in _ids(window):
        session.navigation.go(Place.TENDERS, tender)
        yield
        yield
    lend_file(session.ports, WORD.encode(), f"{WORD}.txt")
    window.palette_box.open()
    sys.stdout.write("visited\n")
    sys.stdout.flush()
    yield
    if way == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if way == "crash":
        QTimer.singleShot(0, _crash)
        yield
    window.close()


def _ids(window: MainWindow) -> tuple[str, ...]:
    with window._session.workspace.work("Look") as work:
        return tuple(tender.id for tender in work.tenders.all())


def _type_and_copy(window: MainWindow) -> None:
    page = window.workbench.page
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for field in page.findChildren(kind) if page else ():
            if field.isVisible() and not field.isReadOnly() and field.objectName() == "search":
                field.setText(WORD)
    QGuiApplication.clipboard().setText(WORD)


def _crash() -> None:
    raise KeyError(f"the turnover of {WORD}")


def main(way: str, workspace: str) -> None:
    """Start the program and send it on its way once the workspace is open."""
    QDesktopServices.openUrl = lambda _url: True  # type: ignore[method-assign, assignment]
    show: Callable[[MainWindow], None] = MainWindow.show

    def shown(window: MainWindow) -> None:
        show(window)
        if not window.property("walked"):
            window.setProperty("walked", True)
            window._session.opened.connect(lambda: begin(window))

    def begin(window: MainWindow) -> None:
        walk, timer = steps(window, way), QTimer(window)
        timer.timeout.connect(lambda: next(walk, None))
        timer.start(WAIT)

    MainWindow.show = shown  # type: ignore[method-assign, assignment]
    sys.exit(program.main([workspace]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
