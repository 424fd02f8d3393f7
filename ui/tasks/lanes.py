"""Two lanes: one thread for the workspace and search, child processes for everything long."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from app.domain.errors import BidfolioError
from app.paths import own_program
from ui.tasks.child import Child
from ui.tasks.job import Command, Failed, Job, Outcome
from ui.tasks.tasks import Tasks

T = TypeVar("T")


class _Waiting(NamedTuple):
    """What the window's thread keeps of quick work until it is delivered: all that may refer to its objects."""

    job: Job
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Failed


class Lanes(Tasks):
    """The runner of the window: the only place that starts a thread or a process.

    The thread of the quick lane sees the work and nothing else. It never holds the last reference to a job or to
    what is called with the result: an object of Qt let go by another thread while its own one deletes it is a crash.
    """

    _arrived = Signal(object)

    def __init__(self, program: Sequence[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = own_program() if program is None else tuple(program)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quick")
        self._tickets = count()
        self._waiting: dict[int, _Waiting] = {}
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    @property
    def is_resting(self) -> bool:
        """Whether neither lane has anything in hand."""
        return super().is_resting and not self._waiting

    def quick(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run `work` in the one thread of the quick lane."""
        ticket = next(self._tickets)
        future = self._thread.submit(_run, [work])
        job = Job("", cancel=lambda: _forget(future))
        self._waiting[ticket] = _Waiting(job, work, done, failed)
        future.add_done_callback(partial(self._announce, ticket))
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

    def _announce(self, ticket: int, future: Future[Any]) -> None:
        """Tell the window's thread, from whichever thread this is."""
        self._arrived.emit((ticket, future))

    def _receive(self, arrived: tuple[int, Future[Any]]) -> None:
        ticket, future = arrived
        _deliver(future, self._waiting.pop(ticket))
        self._tell_rest()

    def close(self) -> None:
        """Kill the children and finish the quick work in hand: drafts are written, the workspace is closed."""
        super().close()
        for child in self.findChildren(Child):
            child.wait()
        self._thread.shutdown(wait=True)
        # Gone now: a child deleted after this object is forgotten would take it along and be deleted twice.
        for child in self.findChildren(Child):
            child.deleteLater()
            QCoreApplication.sendPostedEvents(child, QEvent.Type.DeferredDelete.value)


def _run(box: list[Callable[[], T]]) -> T:
    """Run the work in the box, emptied first: when the result is there, this thread holds the work no more."""
    return box.pop()()


def _forget(future: Future[Any]) -> None:
    future.cancel()


def _deliver(future: Future[Any], waiting: _Waiting) -> None:
    """Hand over a result on the window's thread; what is no `BidfolioError` is raised there."""
    if future.cancelled() or not waiting.job.running:
        return
    waiting.job.end()
    error = future.exception()
    if error is None:
        waiting.done(future.result())
    elif isinstance(error, BidfolioError):
        waiting.failed(error.with_traceback(None))
    else:
        raise error
