"""Keeps what is typed within half a second, without a write at every key."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import BidfolioError
from app.domain.responses import Response
from app.services.keep_answers import Draft, save_draft
from app.services.ports import Workspace
from ui.viewmodels.session import Session

WAIT = 400
"""Milliseconds between the first unsaved key and its write: a power cut costs less than a second of typing."""


class Drafts(QObject):
    """The answers that were typed and are not kept yet.

    Signals: `saved` carries each `Response` that was kept.
    """

    saved = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace: Workspace = session.workspace
        self._pending: dict[str, Draft] = {}
        self._writing: list[str] = []
        self._clock = QTimer(self, singleShot=True, interval=WAIT)
        self._clock.timeout.connect(self.save_now)
        session.locked.connect(self.save_now)

    def put(self, draft: Draft) -> None:
        """Take what stands in the editor now; it is kept soon."""
        self._pending[draft.question.id] = draft
        if not self._clock.isActive():
            self._clock.start()

    def take(self, question_id: str) -> Draft | None:
        """Give up a draft to somebody who keeps it in another way."""
        return self._pending.pop(question_id, None)

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._pending or question_id in self._writing

    def save_now(self) -> None:
        """Keep everything that is waiting."""
        self._clock.stop()
        drafts, self._pending = tuple(self._pending.values()), {}
        if not drafts:
            return
        workspace, by = self._workspace, self._session.user
        self._writing += [draft.question.id for draft in drafts]
        self._session.tasks.quick(
            lambda: tuple(save_draft(workspace, draft, by) for draft in drafts),
            self._tell,
            lambda error: self._keep_for_later(drafts, error),
        )

    def _tell(self, responses: Sequence[Response]) -> None:
        for response in responses:
            self._writing.remove(response.key.question_id)
            self.saved.emit(response)

    def _keep_for_later(self, drafts: Sequence[Draft], error: BidfolioError) -> None:
        """Hold on to what could not be written: the next key tries again."""
        for draft in drafts:
            self._writing.remove(draft.question.id)
            self._pending.setdefault(draft.question.id, draft)
        self._session.refuse(error)
