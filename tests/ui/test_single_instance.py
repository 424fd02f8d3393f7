"""One window for one user: a second start hands over its paths and ends."""

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance, server_name

CALL = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
application = QCoreApplication([])
print(SingleInstance(sys.argv[1]).hand_over([Path(one) for one in sys.argv[2:]]))
"""


@pytest.fixture
def name() -> str:
    return f"bidfolio-test-{uuid.uuid4().hex[:8]}"


@pytest.fixture
def first(qapp: QApplication, name: str) -> Iterator[SingleInstance]:
    instance = SingleInstance(name)
    assert instance.listen()
    yield instance
    instance.close()


def test_without_a_window_nothing_is_handed_over(qapp: QApplication, name: str) -> None:
    assert not SingleInstance(name).hand_over([Path("a.docx")])


def test_a_second_start_hands_its_paths_to_the_first(
    first: SingleInstance, name: str, qtbot: QtBot, tmp_path: Path
) -> None:
    called: list[object] = []
    first.called.connect(called.append)
    other = subprocess.Popen(
        [sys.executable, "-c", CALL, name, str(tmp_path / "Firm’s own.bidfolio")], stdout=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: bool(called), timeout=10_000)
    assert called == [(tmp_path / "Firm’s own.bidfolio",)]
    assert other.communicate()[0].strip() == "True"


def test_a_call_without_paths_only_brings_the_window_to_the_front(
    first: SingleInstance, name: str, qtbot: QtBot
) -> None:
    called: list[object] = []
    first.called.connect(called.append)
    SingleInstance(name).hand_over([])
    qtbot.waitUntil(lambda: bool(called))
    assert called == [()]


@pytest.mark.parametrize("line", [b"{}\n", b"not json\n", b"[1, null]\n"])
def test_what_is_no_list_of_paths_counts_as_none(first: SingleInstance, name: str, qtbot: QtBot, line: bytes) -> None:
    called: list[object] = []
    first.called.connect(called.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(1000)
    socket.write(line)
    socket.flush()
    qtbot.waitUntil(lambda: bool(called))
    assert called == [()]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes leave nothing behind on Windows")
def test_what_a_crash_left_behind_does_not_keep_the_next_start_out(
    first: SingleInstance, name: str, qapp: QApplication
) -> None:
    left = Path(first._server.fullServerName())
    first.close()
    left.touch()
    again = SingleInstance(name)
    assert again.listen()
    again.close()


def test_each_folder_of_preferences_has_a_meeting_place_of_its_own(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    assert server_name(tmp_path / "a") == server_name(tmp_path / "a")
