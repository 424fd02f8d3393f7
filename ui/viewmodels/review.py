"""State and verbs of the review: the questions of one buyer's file, the open one, drafts, approval."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Person, Response, ResponseKey
from app.domain.suggestions import Suggestion
from app.domain.tenders import Tender, TenderFile
from app.domain.values import JsonValue
from app.services.keep_answers import Draft, approve_drafts, clear_answer, reopen_responses, send_to_review
from app.services.ports import Workspace
from ui.tasks import Job
from ui.viewmodels.answer_sheet import AnswerSheet
from ui.viewmodels.buyers_file import BuyersFiles
from ui.viewmodels.drafts import Drafts
from ui.viewmodels.offers import Offers
from ui.viewmodels.questions import Answering, QuestionRow, QuestionState, Show, is_answered, stood_behind
from ui.viewmodels.review_file import LoadedFile, OpenQuestion, load_file
from ui.viewmodels.session import Session, Touched


class ReviewViewModel(QObject):
    """The review of one buyer's file.

    Signals: `loaded` says that another file is shown; `listed` that rows or counts changed; `edited` that only the
    open question's row, count or state did; `opened` carries the `OpenQuestion` or None;
    `nameless` says that an approval needs the name of the person first.
    """

    loaded = Signal()
    listed = Signal()
    edited = Signal()
    opened = Signal(object)
    nameless = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sheet = AnswerSheet()
        self._drafts = Drafts(session, self)
        self._drafts.saved.connect(self._on_saved)
        self.offers = Offers(session, self)
        self.offers.arrived.connect(self._take_offers)
        self.buyers_files = BuyersFiles(session, self)
        self._ids: dict[str, str] = {}
        self._taken: dict[str, Suggestion] = {}
        self.tender: Tender | None = None
        self.files: tuple[TenderFile, ...] = ()
        self.file: TenderFile | None = None
        self.questionnaire: Questionnaire | None = None
        self.show, self.section, self.search_text = Show.ALL, "", ""
        self.open_id: str | None = None
        self._loading: Job | None = None
        self.saved_at: datetime | None = None
        session.changed.connect(self._on_changed)

    @property
    def rows(self) -> tuple[QuestionRow, ...]:
        """The questions that are listed."""
        return self._sheet.listed

    @property
    def total(self) -> int:
        """How many questions the file asks."""
        return len(self._sheet)

    @property
    def counts(self) -> Mapping[Show, int]:
        """How many questions each filter lets through, whatever is searched for."""
        return self._sheet.counts

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings of the file, in its order."""
        return self._sheet.sections

    @property
    def answers(self) -> tuple[Answering, ...]:
        """All that is known of every question."""
        return tuple(self._sheet)

    @property
    def approved(self) -> Mapping[str, Response]:
        """The responses a person stands behind, by question id: what is filled."""
        return {now.question.id: now.response for now in self._sheet if now.is_approved and now.response}

    @property
    def today(self) -> date:
        """The day the computer says."""
        return self._session.ports.now().date()

    @property
    def open(self) -> OpenQuestion | None:
        """The open question."""
        now = self._sheet.get(self.open_id)
        if now is None:
            return None
        return OpenQuestion(self._sheet.row(now.question.id), now, stood_behind(now.response))

    @property
    def is_loading(self) -> bool:
        """Whether a file is being opened."""
        return self._loading is not None and self._loading.running

    @property
    def is_saving(self) -> bool:
        """Whether the open question holds what is not kept yet."""
        return self.open_id in self._drafts

    def open_file(self, tender_id: str, file_id: str | None = None) -> None:
        """Show the questions of a file; without one, of the tender's first."""
        self.save_now()
        ports = self._session.ports
        self._loading = self._session.look(lambda unit: load_file(unit, ports, tender_id, file_id), self._take)

    def work_out_offers(self) -> None:
        """Match every question against the profile and the library."""
        if self.questionnaire and self.file:
            self.offers.work_out(self.file)

    def narrow(self, show: Show | None = None, section: str | None = None, text: str | None = None) -> None:
        """List by a filter, a section, a search; what is not given stays as it is."""
        self.show = self.show if show is None else show
        self.section = self.section if section is None else section
        self.search_text = self.search_text if text is None else text.strip()
        self._list()

    def open_question(self, question_id: str | None) -> None:
        """Open a question; what was typed in the one before is kept at once."""
        self.save_now()
        self.open_id = question_id if self._sheet.get(question_id) else None
        self.saved_at = None
        self.opened.emit(self.open)

    def go_to_next(self, step: int = 1) -> bool:
        """Open the next question that needs a person, or the one before; False where there is none."""
        return self._go(step, lambda row: row.needs_you)

    def edit(self, value: JsonValue, suggestion: Suggestion | None = None) -> None:
        """Take what stands in the editor; it becomes a draft and is kept within half a second."""
        now = self.open
        if now is None or (suggestion is None and now.offered is None and value == now.answering.value):
            return
        source = suggestion or now.offered
        if source:
            self._taken[now.question.id] = source
        self._sheet.put(replace(now.answering, value=value, edited=True))
        self._drafts.put(self._draft(now.question, value))
        self.edited.emit()

    def insert(self, number: int) -> Suggestion | None:
        """Put a suggestion in, counted from 1; words that a person typed stay, with it below them."""
        now = self.open
        if now is None or not 0 < number <= len(now.answering.suggestions):
            return None
        chosen, held = now.answering.suggestions[number - 1], now.answering.value
        value = chosen.value
        if isinstance(held, str) and held.strip() and isinstance(value, str) and value not in held:
            value = f"{held.rstrip()}\n\n{value}"
        self.edit(value, chosen)
        self.opened.emit(self.open)
        return chosen

    def approve(self) -> bool:
        """Approve the open answer as it stands; False where there is nothing to approve or nobody to do it."""
        now = self.open
        if now is None or not is_answered(now.shown):
            return False
        if not self._session.user:
            self.nameless.emit()
            return False
        draft, person, at = self._settle(now), Person(self._session.user), self._session.ports.now()
        self._do(lambda workspace: approve_drafts(workspace, [draft], person, at), "approved")
        return True

    def approve_and_next(self) -> None:
        """Approve the open answer, where it is not yet, and open the next one that is not approved."""
        now = self.open
        if (now is not None and now.answering.is_approved) or self.approve():
            self._go(1, lambda row: row.state is not QuestionState.APPROVED and row.word != "Not asked")

    def send_to_review(self) -> bool:
        """Ask for another pair of eyes on the open answer as it stands."""
        now = self.open
        if now is None or not is_answered(now.shown):
            return False
        draft, by = self._settle(now), self._session.user
        self._do(lambda workspace: send_to_review(workspace, [draft], by), "sent to review")
        return True

    def reopen(self) -> None:
        """Take the approval of the open answer back."""
        now = self.open
        if now is not None and now.answering.response is not None:
            wanted, by = [now.answering.response.id], self._session.user
            self._do(lambda workspace: reopen_responses(workspace, wanted, by), "reopened")

    def clear(self) -> None:
        """Take the open answer away."""
        now = self.open
        if now is not None and now.answering.response is not None:
            self._drafts.take(now.question.id)
            self._taken.pop(now.question.id, None)
            wanted, by = now.answering.response.id, self._session.user
            self._do(lambda workspace: clear_answer(workspace, wanted, by), "cleared")

    def save_now(self) -> None:
        """Keep what was typed without waiting."""
        self._drafts.save_now()

    def _do(self, work: Callable[[Workspace], object], said: str) -> None:
        now = self.open
        name = now.question.ref if now else ""
        self._session.do(work, notice=f"{name or 'Answer'} {said}")

    def _go(self, step: int, wanted: Callable[[QuestionRow], bool]) -> bool:
        found = self._sheet.next_after(self.open_id, step, wanted)
        if found is not None:
            self.open_question(found)
        return found is not None

    def _settle(self, now: OpenQuestion) -> Draft:
        """Give what stands in the editor to the one who keeps it for good."""
        self._drafts.take(now.question.id)
        if now.offered:
            self._taken[now.question.id] = now.offered
        return self._draft(now.question, now.shown)

    def _draft(self, question: Question, value: JsonValue) -> Draft:
        key = ResponseKey(self.file.digest if self.file else "", question.id, self.tender.id if self.tender else None)
        if question.id not in self._ids:
            self._ids[question.id] = str(uuid4())
        return Draft(question, key, self._ids[question.id], value, self._taken.get(question.id))

    def _take(self, loaded: LoadedFile | None) -> None:
        if loaded is None:
            return
        same = self.file is not None and loaded.file is not None and self.file.id == loaded.file.id
        unsaved = [now for now in self._sheet if same and now.question.id in self._drafts]
        self.tender, self.files, self.file = loaded.tender, loaded.files, loaded.file
        self.questionnaire = loaded.questionnaire
        self._sheet = AnswerSheet(loaded.questionnaire.questions if loaded.questionnaire else ())
        if not same:
            self._ids, self._taken = {}, {}
        for now in unsaved:
            self._sheet.put(now)
        self._hold(loaded.responses)
        if self._sheet.get(self.open_id) is None:
            self.open_id = None
        self._list()
        self.loaded.emit()
        self.opened.emit(self.open)
        if loaded.file is not None and loaded.questionnaire is None:
            tender_id = loaded.tender.id
            self.buyers_files.read_again(loaded.file, lambda file: self.open_file(tender_id, file.id))
        else:
            self.work_out_offers()

    def _hold(self, responses: Sequence[Response]) -> None:
        self._ids |= {one.key.question_id: one.id for one in responses if one.key.party_id is None}
        self._sheet.hold(responses, self._drafts)

    def _take_offers(self, found: Mapping[str, tuple[Suggestion, ...]]) -> None:
        self._sheet.offer(found)
        self.listed.emit()
        self.opened.emit(self.open)

    def _take_responses(self, responses: Sequence[Response]) -> None:
        self._hold(responses)
        self.listed.emit()
        self.opened.emit(self.open)

    def _on_saved(self, response: Response) -> None:
        now = self._sheet.get(response.key.question_id)
        if now is not None and self.file is not None and response.key.file_digest == self.file.digest:
            typed_on = response.key.question_id in self._drafts
            value = now.value if typed_on else response.value
            self._sheet.put(replace(now, value=value, response=response, edited=typed_on))
            self.saved_at = self._session.ports.now()
            self.edited.emit()

    def _on_changed(self, touched: Touched) -> None:
        tender, file = self.tender, self.file
        if tender is None or file is None:
            return
        if file.id in touched.record_ids:
            self.open_file(tender.id, file.id)
            return
        if not touched.touches("response"):
            return
        self._session.look(
            lambda unit: unit.responses.where(file_digest=file.digest, tender_id=tender.id), self._take_responses
        )

    def _list(self) -> None:
        self._sheet.list(self.show, self.section, self.search_text)
        self.listed.emit()
