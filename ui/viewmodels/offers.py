"""Suggestions for a buyer's file, worked out in a child process."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.domain.tenders import TenderFile
from ui.tasks import Command, Job, Outcome
from ui.viewmodels.session import Session


class Offers(QObject):
    """The suggestions of one buyer's file.

    Signals: `arrived` carries {question id: suggestions}; `changed` says that work began or ended.
    """

    arrived = Signal(object)
    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None

    @property
    def is_working(self) -> bool:
        """Whether suggestions are being worked out."""
        return self._job is not None and self._job.running

    def work_out(self, file: TenderFile) -> None:
        """Find suggestions for every question of a file; what was begun before is dropped."""
        self.stop()
        workspace = self._session.workspace
        command = Command(
            ("offers", file.id, "-w", str(workspace.path)),
            f"Matching {file.name}",
            f"{workspace.key.hex()}\n".encode(),
        )
        self._job = self._session.tasks.run(command, suggestions_from, self._take, self._fail)
        self.changed.emit()

    def stop(self) -> None:
        """Drop what is being worked out."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, found: Mapping[str, tuple[Suggestion, ...]]) -> None:
        self._job = None
        self.arrived.emit(found)
        self.changed.emit()

    def _fail(self, error: BidfolioError) -> None:
        self._job = None
        self._session.refuse(error)
        self.changed.emit()


def suggestions_from(outcome: Outcome) -> Mapping[str, tuple[Suggestion, ...]]:
    """Read the suggestions of `match --json` (CONTRACT)."""
    document: Mapping[str, Any] = outcome.document()
    return {
        one["id"]: tuple(_suggestion(one["id"], offered) for offered in one["suggestions"])
        for one in document["questions"]
    }


def _suggestion(question_id: str, one: Mapping[str, Any]) -> Suggestion:
    source = one["source"]
    return Suggestion(
        question_id,
        one["text"],
        one["value"],
        one["confidence"],
        Source(SourceKind(source["kind"]), source["id"], source["title"], source.get("why", "")),
        one.get("passage", False),
    )
