"""State and verbs of the answer library: search, facets, the open answer, its lengths and wordings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Change
from app.domain.counting import count_words
from app.domain.records import AnswerState, AnswerVariant, LibraryAnswer
from app.services.keep_records import keep_record, remove_record
from app.services.ports import UnitOfWork
from ui.viewmodels.answer_index import AnswerIndex, AnswerRow, Facets, Found, Freshness
from ui.viewmodels.session import Session, Touched

MANY = 64
"""More answers than this are read anew as a whole."""
NOTHING = AnswerIndex((), date.min).search("", Facets())


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What the form of an answer holds."""

    questions: tuple[str, ...]
    texts: tuple[str, ...]
    state: AnswerState
    tags: tuple[str, ...] = ()
    owner: str = ""
    reviewed_on: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerVersion:
    """One entry of an answer's history."""

    number: int
    at: datetime
    by: str
    text: str
    """Its first variant then."""


def draft_of(answer: LibraryAnswer) -> AnswerDraft:
    """Fill a form from an answer."""
    return AnswerDraft(
        answer.questions,
        tuple(variant.text for variant in answer.variants),
        answer.state,
        answer.tags,
        answer.owner,
        answer.reviewed_on,
        answer.review_by,
    )


class LibraryViewModel(QObject):
    """The answers of the library.

    Signals: `listed` says that rows or counts changed; `opened` carries the open `LibraryAnswer` or None;
    `dated` carries the open answer's history, newest first, once it has been read.
    """

    listed = Signal()
    opened = Signal(object)
    dated = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._index = AnswerIndex((), self.today)
        self._adding: LibraryAnswer | None = None
        self.found: Found = NOTHING
        self.facets = Facets()
        self.search_text = ""
        self.open_id: str | None = None
        self.loaded = False
        session.changed.connect(self._on_changed)

    @property
    def today(self) -> date:
        """The day freshness is told for."""
        return self._session.ports.now().date()

    @property
    def total(self) -> int:
        """How many answers there are."""
        return len(self._index)

    @property
    def wordings(self) -> int:
        """How many wordings they answer."""
        return self._index.wordings

    @property
    def freshness(self) -> Mapping[Freshness, int]:
        """How many answers of all stand how with their review."""
        counts = self._index.freshness
        return {one: counts[str(one)] for one in Freshness}

    @property
    def rows(self) -> Sequence[AnswerRow]:
        """The answers that are listed."""
        return self.found.rows

    @property
    def open(self) -> LibraryAnswer | None:
        """The open answer, kept or being added."""
        return self._adding or self._index.answers.get(self.open_id or "")

    @property
    def is_adding(self) -> bool:
        """Whether the open answer is new and not kept yet."""
        return self._adding is not None

    def reload(self) -> None:
        """Read the whole library again; the index is built in the quick lane."""
        today = self.today
        self._session.look(lambda unit: AnswerIndex(unit.answers.all(), today), self._take)

    def search(self, text: str) -> None:
        """List the answers that hold every word."""
        self.search_text = text.strip()
        self._list()

    def narrow(self, facets: Facets) -> None:
        """List only what these facets let through."""
        self.facets = facets
        self._list()

    def open_answer(self, answer_id: str | None) -> None:
        """Open an answer and read its history; a new one that was not kept is let go."""
        self._adding, self.open_id = None, answer_id
        self.opened.emit(self.open)
        if answer_id is not None:
            self._session.look(lambda unit: _history(unit.journal.of(answer_id)), self._show_history(answer_id))

    def add(self) -> None:
        """Open an empty answer; nothing is kept until `keep`."""
        record_id = str(uuid4())
        self._adding = LibraryAnswer(record_id, key=record_id, state=AnswerState.DRAFT)
        self.opened.emit(self._adding)

    def keep(self, draft: AnswerDraft) -> bool:
        """Keep the open answer as the form has it; False, and nothing kept, without a question or a text."""
        answer = self.open
        questions = tuple(question.strip() for question in draft.questions if question.strip())
        texts = tuple(text.strip() for text in draft.texts if text.strip())
        if answer is None or not questions or not texts:
            return False
        wanted = replace(
            answer,
            questions=questions,
            variants=_variants(answer, texts),
            state=draft.state,
            tags=draft.tags,
            owner=draft.owner.strip(),
            reviewed_on=draft.reviewed_on,
            review_by=draft.review_by,
        )
        self._keep(wanted, "Answer added" if self.is_adding else "Answer saved")
        return True

    def set_state(self, state: AnswerState) -> None:
        """Approve the open answer, retire it, or make it a draft again; approving is a review."""
        answer = self.open
        if answer is None or self.is_adding or answer.state is state:
            return
        reviewed = self.today if state is AnswerState.APPROVED else answer.reviewed_on
        said = {AnswerState.APPROVED: "approved", AnswerState.RETIRED: "retired", AnswerState.DRAFT: "is a draft again"}
        self._keep(replace(answer, state=state, reviewed_on=reviewed), f"Answer {said[state]}")

    def remove(self) -> None:
        """Let the open answer go."""
        answer, by = self.open, self._session.user
        if answer is None or self.is_adding:
            self.open_answer(None)
            return
        self.open_id = None
        self._session.do(lambda workspace: remove_record(workspace, answer, "answer", by), notice="Answer removed")

    def _keep(self, answer: LibraryAnswer, said: str) -> None:
        by = self._session.user
        self._session.do(lambda workspace: keep_record(workspace, answer, "answer", by), self._kept, said)

    def _kept(self, answer: LibraryAnswer) -> None:
        self._index.put(answer)
        self._list()
        self.open_answer(answer.id)

    def _on_changed(self, touched: Touched) -> None:
        if not touched.touches("answer"):
            return
        ids = tuple(touched.record_ids)
        if len(ids) > MANY or not self.loaded:
            self.reload()
        else:
            self._session.look(lambda unit: _read(unit, ids), self._take_some)

    def _take(self, index: AnswerIndex) -> None:
        self._index, self.loaded = index, True
        self._list()
        self.opened.emit(self.open)

    def _take_some(self, answers: Mapping[str, LibraryAnswer | None]) -> None:
        for answer_id, answer in answers.items():
            if answer is None:
                self._index.drop(answer_id)
            else:
                self._index.put(answer)
        self._list()
        self.opened.emit(self.open)

    def _list(self) -> None:
        self.found = self._index.search(self.search_text, self.facets)
        self.listed.emit()

    def _show_history(self, answer_id: str) -> Any:
        def show(versions: tuple[AnswerVersion, ...]) -> None:
            if self.open_id == answer_id:
                self.dated.emit(versions)

        return show


def _read(unit: UnitOfWork, ids: Sequence[str]) -> Mapping[str, LibraryAnswer | None]:
    return {one: unit.answers.get(one) for one in ids}


def _variants(answer: LibraryAnswer, texts: Sequence[str]) -> tuple[AnswerVariant, ...]:
    """Count the words anew; a text that nobody changed keeps what else its file said of it."""
    held = {variant.text.strip(): variant for variant in answer.variants}
    return tuple(replace(held.get(text, AnswerVariant(text)), text=text, words=count_words(text)) for text in texts)


def _history(changes: Sequence[Change]) -> tuple[AnswerVersion, ...]:
    kept = [change for change in changes if change.after is not None]
    versions = [
        AnswerVersion(number, change.at, change.by, _first_text(change)) for number, change in enumerate(kept, start=1)
    ]
    return tuple(reversed(versions))


def _first_text(change: Change) -> str:
    variants = (change.after or {}).get("variants")
    if isinstance(variants, list) and variants and isinstance(variants[0], Mapping):
        return str(variants[0].get("text", ""))
    return ""
