"""A runner that does everything at once, on the caller's thread: for tests."""

from collections.abc import Callable
from typing import TypeVar

from app.domain.errors import BidfolioError
from ui.tasks.child import judge
from ui.tasks.job import Command, Failed, Job, Outcome
from ui.tasks.tasks import Tasks

T = TypeVar("T")


class InlineTasks(Tasks):
    """Runs quick work at once, and commands by a function given for them."""

    def __init__(self, run_command: Callable[[Command], tuple[Outcome, str]] | None = None) -> None:
        """Take `run_command`, which gives a command's outcome and its standard error."""
        super().__init__()
        self._run_command = run_command

    def quick(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run `work` now and deliver before this returns."""
        job = Job("")
        try:
            result = work()
        except BidfolioError as error:
            failed(error)
        else:
            done(result)
        job.end()
        return job

    def run(self, command: Command, decode: Callable[[Outcome], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Run the command now by the function given."""
        if self._run_command is None:
            raise RuntimeError(f"no command is expected here: {command.arguments}")
        outcome, errors = self._run_command(command)
        refusal = judge(outcome, errors)
        if refusal is None:
            return self.quick(lambda: decode(outcome), done, failed)
        failed(refusal)
        job = Job(command.doing)
        job.end()
        return job
