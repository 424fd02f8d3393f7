"""Two lanes: one thread for the workspace and search, child processes for everything long."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import BidfolioError
from app.paths import own_program
from ui.tasks.child import Child
from ui.tasks.job import Command, Failed, Job, Outcome
from ui.tasks.tasks import Tasks

T = TypeVar("T")


class Lanes(Tasks):
    """The runner of the window: the only place that starts a thread or a process."""

    _arrived = Signal(object)

    def __init__(self, program: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = own_program() if program is None else tuple(program)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quick")
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def quick(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run `work` in the one thread of the quick lane."""
        future = self._thread.submit(work)
        job = Job("", cancel=lambda: _forget(future))
        future.add_done_callback(
            lambda done_future: self._arrived.emit(lambda: _deliver(done_future, job, done, failed))
        )
        return job

    def run(self, command: Command, decode: Callable[[Outcome], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run a command in a process of its own."""
        child = Child(self._program, command, self)
        job = Job(command.doing, cancel=lambda: child.kill("was cancelled"), parent=child)

        def receive(result: Outcome | BidfolioError) -> None:
            if not job.running:
                child.deleteLater()
            elif isinstance(result, BidfolioError):
                job.end()
                child.deleteLater()
                failed(result)
            else:
                self.quick(lambda: decode(result), finish, refuse)

        def finish(value: T) -> None:
            if job.running:
                job.end()
                done(value)
            child.deleteLater()

        def refuse(error: BidfolioError) -> None:
            job.end()
            child.deleteLater()
            failed(error)

        child.reported.connect(job.report)
        child.ended.connect(receive)
        self._start(job)
        child.start()
        return job

    def _receive(self, deliver: Callable[[], None]) -> None:
        deliver()

    def close(self) -> None:
        """Kill the children and finish the quick work in hand: drafts are written, the workspace is closed."""
        super().close()
        for child in self.findChildren(Child):
            child.wait()
        self._thread.shutdown(wait=True)


def _forget(future: Future[Any]) -> None:
    future.cancel()


def _deliver(future: Future[T], job: Job, done: Callable[[T], None], failed: Failed) -> None:
    """Hand over a result on the window's thread; what is no `BidfolioError` is raised there."""
    if future.cancelled() or not job.running:
        return
    job.end()
    error = future.exception()
    if error is None:
        done(future.result())
    elif isinstance(error, BidfolioError):
        failed(error)
    else:
        raise error
