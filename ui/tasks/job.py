"""One piece of work, as the window sees it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from app.services.ports import Progress

Failed: TypeAlias = Callable[[BidfolioError], None]


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the program's own command line, run as a child process."""

    arguments: tuple[str, ...]
    """As typed after `bidfolio`: `("questions", FILE, "--json")`."""
    doing: str
    """What the status bar says meanwhile: "Reading ITT questionnaire.docx"."""
    stdin: bytes = b""
    """Given on the child's standard input: the only way for secrets and answers."""
    seconds: int = 300
    """Time limit."""
    megabytes: int = 2048
    """Memory limit, where the system has one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a child process left behind."""

    status: int
    """Exit status: 0 done, 1 something was found wrong (CONTRACT: commands)."""
    stdout: bytes

    def document(self) -> Any:
        """Parse the JSON document on its standard output."""
        return json.loads(self.stdout)


class Job(QObject):
    """Work in hand.

    Signals: `progressed` carries a `Progress`; `ended` comes once, however the work ended.
    """

    progressed = Signal(object)
    ended = Signal()

    def __init__(self, doing: str, cancel: Callable[[], None] = lambda: None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress = Progress(doing)
        self.running = True
        self.was_cancelled = False
        self._cancel = cancel

    @property
    def doing(self) -> str:
        """What is being done, in words."""
        return self.progress.doing

    def cancel(self) -> None:
        """Stop the work; nothing is delivered any more."""
        if self.running:
            self.was_cancelled = True
            self._cancel()
            self.end()

    def report(self, progress: Progress) -> None:
        """Tell how far the work has come."""
        self.progress = progress
        self.progressed.emit(progress)

    def end(self) -> None:
        """Mark the work as over."""
        if self.running:
            self.running = False
            self.ended.emit()
