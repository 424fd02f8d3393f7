"""The window's own program: builds ports, session and window, and ends tidily."""

import argparse
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import build_ports
from app.logs import (
    forbid_memory_images,
    forget_crash,
    left_behind,
    start_fault_file,
    start_log,
    stop_fault_file,
    stop_log,
    write_crash,
)
from app.paths import state_folder
from app.services.lend_files import take_all_back
from app.settings import keep_preferences, load_preferences
from ui.crash import SENTENCE, CrashHook, CrashOffer
from ui.ending import PoliteEnding
from ui.main_window import MainWindow
from ui.pages.registry import FACTORIES, import_pages
from ui.single_instance import SingleInstance, server_name
from ui.tasks import Lanes
from ui.tasks.pauses import ShortPauses
from ui.theme import Tone, install_theme, load_fonts
from ui.viewmodels.gate import Gate, Places
from ui.viewmodels.session import Session
from ui.viewmodels.sleep_notice import SleepNotice
from ui.widgets.brand import logo_icon

VARIABLE = "BIDFOLIO_PASSPHRASE"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed and give the exit status."""
    told = _parse(arguments)
    forbid_memory_images()
    passphrase = _passphrase(told.passphrase_file)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("another kind of application is running")
    application.setApplicationName("Bidfolio")
    application.setDesktopFileName("bidfolio")
    instance = SingleInstance(server_name(state_folder()))
    if instance.hand_over(told.paths):
        return 0
    instance.listen()
    crash, log = left_behind(), start_log()
    faults = start_fault_file()
    hook = CrashHook(write_crash)
    hook.install()
    ending: PoliteEnding | None = None
    try:
        window = _build(application, hook, tuple(told.paths))
        instance.called.connect(window.take_paths)
        window.show()
        QTimer.singleShot(0, window, lambda: window.begin(tuple(told.paths), passphrase))
        QTimer.singleShot(0, window, lambda: logging.getLogger("bidfolio").info("the window is shown"))
        _step_through(import_pages(), window)
        QTimer.singleShot(0, window, lambda: _lock_before_sleep(window))
        ending = PoliteEnding(window.close, application)
        ending.begin()
        if crash is not None:
            forget_crash()
            CrashOffer(crash.report, window).open()
        return application.exec()
    finally:
        if ending is not None:
            ending.close()
        hook.remove()
        instance.close()
        stop_fault_file(faults)
        stop_log(log)


def _build(application: QApplication, hook: CrashHook, paths: tuple[Path, ...]) -> MainWindow:
    preferences = load_preferences()
    load_fonts()
    install_theme(application, preferences)
    ShortPauses(application)
    application.setWindowIcon(logo_icon())
    lanes = Lanes(parent=application)
    session = Session(build_ports(), lanes, preferences, keep_preferences, parent=application)
    gate = Gate(session, _places(), parent=application)
    gate.point_at(paths)
    window = MainWindow(session, gate, FACTORIES)
    hook.crashed.connect(lambda: window.workbench.show_message(SENTENCE, Tone.BAD))
    application.lastWindowClosed.connect(lambda: _end(session, lanes, gate))
    return window


def _end(session: Session, lanes: Lanes, gate: Gate) -> None:
    session.lock()
    lanes.close()
    gate.close()
    take_all_back(session.ports)


def _lock_before_sleep(window: MainWindow) -> None:
    notice, log = SleepNotice(window), logging.getLogger("bidfolio")
    notice.coming.connect(window.lock)
    notice.coming.connect(lambda: log.info("locked before the computer sleeps"))
    log.info("sleep is %s", "told by the system" if notice.begin() else "noticed on waking")


def _step_through(steps: Iterator[None], window: MainWindow) -> None:
    """Take one step each time the window has nothing else to do."""
    timer = QTimer(window)

    def step() -> None:
        if next(steps, timer) is timer:
            timer.stop()

    timer.timeout.connect(step)
    timer.start(0)


def _places() -> Places:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Places(Path(documents), state_folder() / "sample")


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bidfolio-window", description="The window of Bidfolio.")
    parser.add_argument("paths", type=Path, nargs="*", metavar="FILE", help="a workspace, or buyers' files")
    parser.add_argument("--passphrase-file", metavar="F", help="a file with the passphrase, - for standard input")
    return parser.parse_args(arguments)


def _passphrase(file: str | None) -> str:
    """Read the passphrase where one was given; the variable is taken out of the environment at once."""
    variable = os.environ.pop(VARIABLE, "")
    if file == "-":
        return sys.stdin.readline().rstrip("\r\n")
    return Path(file).read_text("utf-8-sig").rstrip("\r\n") if file else variable


if __name__ == "__main__":
    sys.exit(main())
