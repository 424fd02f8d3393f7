"""A child process that is gone before anybody looked."""

import sys

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from ui.tasks.child import Child
from ui.tasks.job import Command


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited from outside on Linux alone")
def test_a_child_that_ended_at_once_does_not_hand_its_memory_limit_to_the_window(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    limited: list[int] = []
    monkeypatch.setattr(resource, "prlimit", lambda pid, *_limits: limited.append(pid))
    monkeypatch.setattr(QProcess, "processId", lambda _self: 0)
    child = Child(("true",), Command((), "Nothing"))
    child._on_started()
    assert limited == []
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    child.deleteLater()
