"""The workspace is locked before the computer sleeps, where the system says so."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from pathlib import Path
from typing import IO

import pytest

from ui.viewmodels.sleep_notice import PBT_APMSUSPEND, WM_POWERBROADCAST, SleepNotice, SuspendFilter

LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from ui.viewmodels.sleep_notice import SleepNotice
application = QCoreApplication([])
notice = SleepNotice()
notice.coming.connect(lambda: (print("sleep", flush=True), application.quit()))
print(notice.begin(), flush=True)
QTimer.singleShot(20_000, application.quit)
application.exec()
"""
SAY = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.viewmodels.sleep_notice import LOGIN
application = QCoreApplication([])
bus = QDBusConnection.systemBus()
print(bus.registerService(LOGIN[0]), flush=True)
sys.stdin.readline()
signal = QDBusMessage.createSignal(LOGIN[1], LOGIN[2], "PrepareForSleep")
signal.setArguments([True])
bus.send(signal)
sys.stdin.readline()
"""
SYSTEM_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={socket}</listen>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/><allow send_type="signal"/>
<allow send_requested_reply="true" send_type="method_return"/><allow send_requested_reply="true" send_type="error"/>
<allow receive_type="method_call"/><allow receive_type="method_return"/><allow receive_type="signal"/>
<allow receive_type="error"/></policy>
</busconfig>
"""


@contextmanager
def program(*command: str, **environment: str) -> Iterator[tuple[IO[str], IO[str]]]:
    """Run a program and give what it reads and what it says; it is ended afterwards."""
    surroundings = {**os.environ, **environment}
    with subprocess.Popen(command, env=surroundings, stdin=-1, stdout=-1, stderr=-3, text=True) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        yield running.stdin, running.stdout
        running.terminate()


def heard(message: int, parameter: int, kind: bytes = b"windows_generic_MSG") -> int:
    notice = SleepNotice()
    said: list[bool] = []
    notice.coming.connect(lambda: said.append(True))
    told = wintypes.MSG(message=message, wParam=parameter)
    passed, _result = SuspendFilter(notice).nativeEventFilter(kind, ctypes.addressof(told))
    assert passed is False
    return len(said)


def test_windows_says_it_by_a_message_to_every_window(qapp: object) -> None:
    assert heard(WM_POWERBROADCAST, PBT_APMSUSPEND) == 1
    assert heard(WM_POWERBROADCAST, 7) == 0
    assert heard(0x0200, PBT_APMSUSPEND) == 0
    assert heard(WM_POWERBROADCAST, PBT_APMSUSPEND, b"xcb_generic_event_t") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="logind is of Linux")
def test_without_a_bus_nothing_is_heard_and_nothing_fails(tmp_path: Path) -> None:
    environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path / 'none'}"}
    command = [sys.executable, "-c", LISTEN.replace("application.exec()", "")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="no dbus-daemon")
def test_logind_says_it_on_the_system_bus(tmp_path: Path) -> None:
    socket, config = tmp_path / "bus", tmp_path / "bus.conf"
    config.write_text(SYSTEM_BUS.format(socket=socket))
    address = f"unix:path={socket}"
    with program("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address") as (_in, daemon):
        daemon.readline()
        here = {"DBUS_SYSTEM_BUS_ADDRESS": address}
        with (
            program(sys.executable, "-c", SAY, **here) as (tell, logind),
            program(sys.executable, "-c", LISTEN, **here) as (_in, listener),
        ):
            assert logind.readline() == "True\n"
            assert listener.readline() == "True\n"
            tell.write("now\n")
            tell.flush()
            assert listener.readline() == "sleep\n"
