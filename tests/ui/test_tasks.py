"""The two lanes: results on the window's thread, refusals as sentences, children that can be limited and killed."""

import json
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import BidfolioError, FileMissing, WorkRefused, WorkStopped
from app.services.ports import Progress
from app.wording import sentence
from ui.tasks import Command, InlineTasks, Lanes, Outcome

SCRIPT = """
import json, os, sys, time
what = sys.argv[1]
if what == "echo":
    print(json.dumps({"said": sys.stdin.read(), "passphrase": os.environ.get("BIDFOLIO_PASSPHRASE")}))
elif what == "progress":
    for done in range(3):
        print(json.dumps({"doing": "Reading", "done": done + 1, "total": 3}), file=sys.stderr, flush=True)
    print("{}")
elif what == "refuse":
    print("bidfolio: ITT.docx is damaged. Nothing was read.", file=sys.stderr)
    sys.exit(3)
elif what == "found":
    print('{"left": 1}')
    sys.exit(1)
elif what == "defect":
    raise KeyError("secret")
elif what == "memory":
    hoard = [bytearray(64 * 1024 * 1024) for _ in range(100)]
elif what == "sleep":
    open(sys.argv[2], "w").write(str(os.getpid()))
    time.sleep(60)
elif what == "family":
    import subprocess
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    open(sys.argv[2], "w").write(str(child.pid))
    time.sleep(60)
elif what == "die":
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def lanes(qapp: QApplication, tmp_path: Path) -> Iterator[Lanes]:
    script = tmp_path / "child.py"
    script.write_text(SCRIPT)
    made = Lanes((sys.executable, str(script)))
    yield made
    made.close()


class Catcher:
    """Collects what is delivered, and on which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[BidfolioError] = []
        self.threads: list[QThread] = []

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def failed(self, error: BidfolioError) -> None:
        self.errors.append(error)
        self.threads.append(QThread.currentThread())

    @property
    def has_any(self) -> bool:
        return bool(self.results or self.errors)


def test_quick_work_runs_elsewhere_and_delivers_on_the_thread_of_the_window(lanes: Lanes, qtbot: QtBot) -> None:
    catcher = Catcher()
    lanes.quick(threading.get_ident, catcher.done, catcher.failed)
    qtbot.waitUntil(lambda: catcher.has_any)
    assert catcher.results != [threading.get_ident()]
    assert catcher.threads == [QApplication.instance().thread()]


def test_quick_work_keeps_its_order(lanes: Lanes, qtbot: QtBot) -> None:
    catcher = Catcher()
    for number in range(20):
        lanes.quick(lambda number=number: number, catcher.done, catcher.failed)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(catcher.results) == 20)
    assert catcher.results == list(range(20))


def test_a_refusal_goes_to_who_asked(lanes: Lanes, qtbot: QtBot) -> None:
    catcher = Catcher()

    def refuse() -> None:
        raise FileMissing(Path("gone.docx"))

    lanes.quick(refuse, catcher.done, catcher.failed)
    qtbot.waitUntil(lambda: catcher.has_any)
    assert isinstance(catcher.errors[0], FileMissing)


def test_a_defect_in_quick_work_reaches_the_crash_report(lanes: Lanes, qtbot: QtBot) -> None:
    catcher = Catcher()
    with qtbot.captureExceptions() as caught:
        lanes.quick(lambda: 1 / 0, catcher.done, catcher.failed)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not catcher.has_any


def test_cancelled_quick_work_delivers_nothing(lanes: Lanes, qtbot: QtBot) -> None:
    catcher, after = Catcher(), Catcher()
    gate = threading.Event()
    running = lanes.quick(gate.wait, catcher.done, catcher.failed)
    queued = lanes.quick(lambda: 1, catcher.done, catcher.failed)
    queued.cancel()
    running.cancel()
    gate.set()
    lanes.quick(lambda: 2, after.done, after.failed)
    qtbot.waitUntil(lambda: after.has_any)
    assert not catcher.has_any


def run(lanes: Lanes, qtbot: QtBot, *arguments: str, **more: object) -> Catcher:
    catcher = Catcher()
    command = Command(arguments, "Reading", **more)  # type: ignore[arg-type]
    lanes.run(command, Outcome.document, catcher.done, catcher.failed)
    qtbot.waitUntil(lambda: catcher.has_any, timeout=20_000)
    return catcher


def test_a_child_gets_its_input_by_the_pipe_and_never_a_passphrase_by_its_environment(
    lanes: Lanes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIDFOLIO_PASSPHRASE", "quay lantern")
    catcher = run(lanes, qtbot, "echo", stdin="£5 million".encode())
    assert catcher.results == [{"said": "£5 million", "passphrase": None}]
    assert catcher.threads == [QApplication.instance().thread()]


def test_exit_status_1_is_a_result_too(lanes: Lanes, qtbot: QtBot) -> None:
    assert run(lanes, qtbot, "found").results == [{"left": 1}]


def test_progress_is_told_and_shown_as_running_work(lanes: Lanes, qtbot: QtBot) -> None:
    told: list[Progress] = []
    catcher = Catcher()
    job = lanes.run(Command(("progress",), "Reading"), Outcome.document, catcher.done, catcher.failed)
    job.progressed.connect(told.append)
    assert lanes.running == (job,)
    qtbot.waitUntil(lambda: catcher.has_any, timeout=20_000)
    assert told == [Progress("Reading", done, 3) for done in (1, 2, 3)]
    assert lanes.running == ()


def test_what_a_child_refuses_is_passed_on_in_its_own_sentence(lanes: Lanes, qtbot: QtBot) -> None:
    (error,) = run(lanes, qtbot, "refuse").errors
    assert isinstance(error, WorkRefused)
    assert sentence(error) == "ITT.docx is damaged. Nothing was read."


@pytest.mark.parametrize(("what", "reason"), [("defect", "met a defect"), ("die", "ended unexpectedly")])
def test_a_child_that_breaks_is_a_sentence_without_its_words(
    lanes: Lanes, qtbot: QtBot, what: str, reason: str
) -> None:
    (error,) = run(lanes, qtbot, what).errors
    assert isinstance(error, WorkStopped)
    assert reason in sentence(error)
    assert "secret" not in sentence(error)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process's memory")
def test_a_child_that_hoards_memory_is_stopped(lanes: Lanes, qtbot: QtBot) -> None:
    (error,) = run(lanes, qtbot, "memory", megabytes=512).errors
    assert isinstance(error, WorkStopped)
    assert "memory" in error.reason


def test_a_child_that_takes_too_long_is_stopped(lanes: Lanes, qtbot: QtBot, tmp_path: Path) -> None:
    (error,) = run(lanes, qtbot, "sleep", str(tmp_path / "pid"), seconds=1).errors
    assert isinstance(error, WorkStopped)
    assert "1 seconds" in error.reason


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().split()[2] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_cancelling_kills_a_child_and_what_it_started(lanes: Lanes, qtbot: QtBot, tmp_path: Path) -> None:
    catcher, told = Catcher(), tmp_path / "pid"
    job = lanes.run(Command(("family", str(told)), "Reading"), Outcome.document, catcher.done, catcher.failed)
    qtbot.waitUntil(lambda: told.exists() and bool(told.read_text()), timeout=10_000)
    grandchild = int(told.read_text())
    began = time.monotonic()
    job.cancel()
    qtbot.waitUntil(lambda: not is_alive(grandchild), timeout=5000)
    assert time.monotonic() - began < 1
    assert not catcher.has_any
    assert lanes.running == ()


def test_a_program_that_is_not_there_is_a_sentence(qapp: QApplication, qtbot: QtBot) -> None:
    lanes, catcher = Lanes(("/nowhere/bidfolio",)), Catcher()
    lanes.run(Command(("questions",), "Reading"), Outcome.document, catcher.done, catcher.failed)
    qtbot.waitUntil(lambda: catcher.has_any)
    lanes.close()
    assert isinstance(catcher.errors[0], WorkStopped)
    assert "could not be started" in sentence(catcher.errors[0])


def test_our_own_command_line_is_what_a_child_runs(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    lanes = Lanes()
    catcher = run(lanes, qtbot, "questions", str(tmp_path / "gone.docx"), "--json")
    lanes.close()
    assert "gone.docx" in sentence(catcher.errors[0])


def test_the_inline_runner_does_the_same_at_once() -> None:
    catcher = Catcher()
    tasks = InlineTasks(lambda command: (Outcome(0, json.dumps(command.arguments).encode()), ""))
    tasks.quick(lambda: 7, catcher.done, catcher.failed)
    tasks.run(Command(("questions", "F"), "Reading"), Outcome.document, catcher.done, catcher.failed)
    assert catcher.results == [7, ["questions", "F"]]


def test_the_inline_runner_judges_a_childs_end_in_the_same_way() -> None:
    catcher = Catcher()
    tasks = InlineTasks(lambda _command: (Outcome(4, b""), "bidfolio: It is locked."))
    tasks.run(Command(("match",), "Matching"), Outcome.document, catcher.done, catcher.failed)
    assert sentence(catcher.errors[0]) == "It is locked."
