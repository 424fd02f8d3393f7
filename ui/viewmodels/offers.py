"""Works out suggestions for a questionnaire, away from the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Response
from app.domain.suggestions import Suggestion
from app.services.ports import UnitOfWork
from ui.tasks import Job
from ui.viewmodels.session import Session


@dataclass(frozen=True, slots=True)
class _Known:
    """What suggestions are drawn from."""

    profile: Profile
    memory: tuple[Response, ...]


def _known(unit: UnitOfWork) -> _Known:
    return _Known(unit.profile(), tuple(one for one in unit.responses.all() if one.may_be_filled))


class Offers(QObject):
    """The suggestions of one questionnaire.

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

    def work_out(self, questionnaire: Questionnaire, dates: ReferenceDates, party_id: str | None = None) -> None:
        """Find suggestions for every question; what was begun before is dropped."""
        self.stop()
        questions = questionnaire.questions
        self._job = self._session.look(_known, lambda known: self._match(questions, known, dates, party_id))
        self.changed.emit()

    def stop(self) -> None:
        """Drop what is being worked out."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _match(self, questions: Sequence[Question], known: _Known, dates: ReferenceDates, party_id: str | None) -> None:
        match = self._session.ports.match
        self._job = self._session.tasks.quick(
            lambda: match(questions, known.profile, known.memory, party_id, dates),
            self._take,
            self._session.refuse,
        )
        self.changed.emit()

    def _take(self, found: Mapping[str, tuple[Suggestion, ...]]) -> None:
        self._job = None
        self.arrived.emit(found)
        self.changed.emit()
