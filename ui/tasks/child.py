"""A child process with limits: started, listened to, killed with everything it started."""

import json
import os
import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.domain.errors import BidfolioError, WorkRefused, WorkStopped
from app.services.ports import Progress
from ui.tasks.job import Command, Outcome

PROGRESS = "BIDFOLIO_PROGRESS"
"""Set to `lines`, commands report progress on standard error as one JSON object on each line."""


def judge(outcome: Outcome, errors: str) -> BidfolioError | None:
    """Say why a finished command has no result to read; None where it has one."""
    if "Traceback (most recent call last)" in errors:
        return WorkStopped("ran out of memory" if "MemoryError" in errors else "met a defect in Bidfolio")
    if outcome.status == 0 or (outcome.status == 1 and outcome.stdout.strip()):
        return None
    lines = [line for line in errors.splitlines() if line.strip()]
    return WorkRefused(lines[-1].removeprefix("bidfolio: ") if lines else "")


class Child(QObject):
    """One child process.

    Signals: `reported` carries a `Progress`; `ended` an `Outcome` or the `BidfolioError` that stands in its place.
    """

    reported = Signal(object)
    ended = Signal(object)

    def __init__(self, program: Sequence[str], command: Command, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._errors = ""
        self._reason = ""
        self._pid = 0
        self._process = QProcess(self)
        self._process.setProgram(program[0])
        self._process.setArguments([*program[1:], *command.arguments])
        self._process.setProcessEnvironment(_environment())
        self._process.started.connect(self._on_started)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        if sys.platform != "win32":
            parameters = QProcess.UnixProcessParameters()
            parameters.flags = QProcess.UnixProcessFlag.CreateNewSession
            self._process.setUnixProcessParameters(parameters)
        self._clock = QTimer(self, singleShot=True, interval=command.seconds * 1000)
        self._clock.timeout.connect(lambda: self.kill(f"took longer than {_minutes(command.seconds)}"))

    def start(self) -> None:
        """Start the process and hand it its input."""
        self._clock.start()
        self._process.start()
        self._process.write(self._command.stdin)
        self._process.closeWriteChannel()

    def kill(self, reason: str) -> None:
        """End the process and all it started, at once."""
        self._reason = reason
        if self._pid:
            _kill_with_children(self._pid)
        self._process.kill()

    def wait(self) -> None:
        """Wait until a killed process is gone, two seconds at most."""
        self._process.waitForFinished(2000)

    def _on_started(self) -> None:
        self._pid = self._process.processId()
        if sys.platform == "linux" and self._pid:
            import resource

            limit = self._command.megabytes * 1024 * 1024
            try:
                resource.prlimit(self._pid, resource.RLIMIT_AS, (limit, limit))
            except ProcessLookupError:
                return

    def _on_errors(self) -> None:
        self._errors += bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        *lines, rest = self._errors.split("\n")
        kept = []
        for line in lines:
            progress = _progress(line)
            if progress:
                self.reported.emit(progress)
            else:
                kept.append(line)
        self._errors = "\n".join([*kept[-200:], rest])

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end(WorkStopped("could not be started"))

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self._on_errors()
        outcome = Outcome(status, bytes(self._process.readAllStandardOutput().data()))
        if self._reason:
            self._end(WorkStopped(self._reason))
        elif how is QProcess.ExitStatus.CrashExit:
            self._end(WorkStopped("ended unexpectedly"))
        else:
            self._end(judge(outcome, self._errors) or outcome)

    def _end(self, result: Outcome | BidfolioError) -> None:
        self._clock.stop()
        self.ended.emit(result)


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.remove("BIDFOLIO_PASSPHRASE")
    environment.insert(PROGRESS, "lines")
    environment.insert("PYTHONUTF8", "1")
    return environment


def _kill_with_children(pid: int) -> None:
    """End a process and what it started: its group, or on Windows its tree."""
    if sys.platform == "win32":
        QProcess.execute("taskkill", ["/F", "/T", "/PID", str(pid)])
        return
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _minutes(seconds: int) -> str:
    return f"{seconds // 60} minutes" if seconds >= 120 else f"{seconds} seconds"


def _progress(line: str) -> Progress | None:
    if not line.startswith('{"doing"'):
        return None
    told = json.loads(line)
    return Progress(told["doing"], told.get("done", 0), told.get("total"))
