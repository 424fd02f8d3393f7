"""Putting the reading of a buyer's file right: the file as it looks, what was found in it, and a person's word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.corrections import BY_HAND, Correction, Mark, answer_at, not_ours, section_at
from app.domain.layout import Layout, Survey
from app.domain.questionnaire import Question, Questionnaire
from app.domain.tenders import TenderFile
from app.services.correct_reading import carry_corrections, corrections_of, keep_corrections
from app.services.keep_readings import load_plain_reading, load_reading
from app.services.lend_files import lend_file, take_back
from app.services.ports import UnitOfWork
from ui.tasks import Command, Outcome
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session, Touched


class Found(StrEnum):
    """What a place was taken for."""

    QUESTION = "question"
    ANSWER = "answer"
    BOTH = "both"
    """A line that asks and is answered in one place."""
    SECTION = "section"
    """A heading in a person's word."""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One question of the list at the side, the least sure first."""

    id: str
    ref: str
    text: str
    where: str
    confidence: float
    by_hand: bool


class CorrectingViewModel(QObject):
    """The reading of one buyer's file.

    Signals: `shown` says that another file is shown; `marked` that what was found has changed; `chosen` carries the
    place that was chosen; `failed` a `BidfolioError`; `carried` how many corrections of earlier files were applied,
    0 once none is left.
    """

    shown = Signal()
    marked = Signal()
    chosen = Signal(str)
    failed = Signal(object)
    carried = Signal(int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.file: TenderFile | None = None
        self.survey: Survey | None = None
        self.reading: Questionnaire | None = None
        self.marks: Mapping[str, Found] = {}
        self.place = ""
        self.asked_at = ""
        """A text that the next answer slot belongs to, where a person chose one."""
        session.changed.connect(self._on_changed)
        session.locked.connect(self._forget)

    @property
    def rows(self) -> tuple[DoubtRow, ...]:
        """Every question, the least sure first."""
        questions = self.reading.questions if self.reading else ()
        rows = [_row(one) for one in questions]
        return tuple(sorted(rows, key=lambda row: (row.by_hand, row.confidence)))

    @property
    def question(self) -> Question | None:
        """The question at the chosen place."""
        return self.question_at(self.place)

    def question_at(self, place: str) -> Question | None:
        """Find the question that is answered at a place, or asked there."""
        if self.reading is None or not place:
            return None
        asks = self.survey.asks if self.survey else {}
        answered = next((one for one in self.reading if place in _places(one)), None)
        if answered is not None:
            return answered
        asked = (one for one in self.reading for there in _places(one) if there in asks and asks[there].place == place)
        return next(asked, None)

    def open_file(self, file: TenderFile) -> None:
        """Show a file; its looks are read in a child process."""
        if self.file is not None and self.file.id == file.id and self.survey is not None:
            return
        self._forget()
        self.file = file
        self.shown.emit()
        ports = self._session.ports

        def take(layout: Layout) -> None:
            if self.file is not None and self.file.id == file.id:
                self._take_layout(layout)

        def lend(content: bytes) -> None:
            self._session.tasks.quick(lambda: lend_file(ports, content, file.name), read, self.failed.emit)

        def read(path: Path) -> None:
            command = Command(("layout", str(path)), f"Showing {file.name}")
            job = self._session.tasks.run(command, decode, take, self.failed.emit)
            if job.running:
                job.ended.connect(lambda: take_back(path))
            else:
                take_back(path)

        def decode(outcome: Outcome) -> Layout:
            return ports.load_layout(outcome.document())

        self._session.look(lambda unit: unit.attachments.read(file.digest), lend, self.failed.emit)

    def choose(self, place: str) -> None:
        """Choose a place: what is said next is said of it."""
        self.place = place
        self.chosen.emit(place)

    def mark_asking(self) -> None:
        """Take the chosen text for a question whose answer slot is chosen next."""
        self.asked_at = self.place
        self.chosen.emit(self.place)

    def mark_answer(self, *, column: bool = False) -> None:
        """Say that the supplier writes at the chosen place, or in its whole column."""
        self._keep([self._answer(place) for place in self._wanted(column=column)])
        self.asked_at = ""

    def mark_not_ours(self, *, column: bool = False) -> None:
        """Say that nothing is asked at the chosen place, or in its whole column."""
        survey = self.survey
        if survey is None:
            return
        found = (self.question_at(place) for place in self._wanted(column=column))
        places = [one.slot.where or next(iter(one.slot.options.values()), "") for one in found if one is not None]
        self._keep([not_ours(survey, place) for place in places if place])

    def mark_section(self) -> None:
        """Say that the chosen text is the heading of what follows it."""
        if self.survey is not None and self.reading is not None:
            self._keep([section_at(self.survey, self.place, self.reading)])

    def next_doubt(self, step: int = 1) -> None:
        """Go to the next question of the list."""
        rows = self.rows
        at = next((number for number, row in enumerate(rows) if self.question and row.id == self.question.id), -1)
        if rows:
            self.choose(rows[(at + step) % len(rows)].where)

    def _answer(self, place: str) -> Correction | None:
        if self.survey is None or self.reading is None:
            return None
        return answer_at(self.survey, place, self.reading, self.asked_at if place == self.place else "")

    def _wanted(self, *, column: bool) -> Sequence[str]:
        if not self.place or self.survey is None:
            return ()
        return (self.survey.column_of(self.place) if column else ()) or (self.place,)

    def _keep(self, corrections: Sequence[Correction | None]) -> None:
        file, ports, by = self.file, self._session.ports, self._session.user
        new = [one for one in corrections if one is not None]
        if file is None or not new:
            return
        self._session.do(
            lambda workspace: keep_corrections(workspace, ports, file.id, new, by),
            notice=f"{say_count(len(new), 'place')} put right",
            failed=self.failed.emit,
        )

    def _take_layout(self, layout: Layout) -> None:
        file, ports, by = self.file, self._session.ports, self._session.user
        if file is None:
            return
        self.survey = Survey(layout)

        def carry(plain: Questionnaire | None) -> None:
            if plain is None:
                self._load()
                return
            self._session.do(
                lambda workspace: carry_corrections(workspace, ports, file.id, layout, plain, by),
                self._tell_carried,
                failed=self.failed.emit,
            )

        self._session.look(lambda unit: load_plain_reading(unit, ports, file), carry, self.failed.emit)

    def _tell_carried(self, count: int) -> None:
        if count:
            self.carried.emit(count)
        self._load()

    def _load(self) -> None:
        file, ports = self.file, self._session.ports
        if file is None:
            return

        def read(unit: UnitOfWork) -> tuple[TenderFile, Questionnaire | None]:
            held = unit.tender_files.get(file.id) or file
            return held, load_reading(unit, ports, held)

        self._session.look(read, self._show, self.failed.emit)

    def _show(self, loaded: tuple[TenderFile, Questionnaire | None]) -> None:
        self.file, self.reading = loaded
        corrections = corrections_of(self.file, self._session.ports)
        self.marks = _marks(self.reading, self.survey) | _sections(corrections)
        if not corrections:
            self.carried.emit(0)
        self.marked.emit()
        if not self.place and self.rows:
            self.choose(self.rows[0].where)
        else:
            self.chosen.emit(self.place)

    def _on_changed(self, touched: Touched) -> None:
        if self.file is not None and self.survey is not None and self.file.id in touched.record_ids:
            self._load()

    def _forget(self) -> None:
        self.file = self.survey = self.reading = None
        self.marks, self.place, self.asked_at = {}, "", ""


def _row(one: Question) -> DoubtRow:
    where = one.slot.where or next(iter(one.slot.options.values()), "")
    return DoubtRow(one.id, one.ref, " ".join(one.text.split()), where, one.confidence, BY_HAND in one.signals)


def _places(one: Question) -> set[str]:
    places = {one.slot.where} if one.slot.where else set()
    places |= set(one.slot.options.values())
    return places | {place.partition("#")[0] for place in places}


def _sections(corrections: Sequence[Correction]) -> dict[str, Found]:
    return {one.place: Found.SECTION for one in corrections if one.mark is Mark.SECTION}


def _marks(reading: Questionnaire | None, survey: Survey | None) -> dict[str, Found]:
    if reading is None or survey is None:
        return {}
    found: dict[str, Found] = {}
    for question in reading:
        for place in _places(question) & survey.cells.keys():
            asking = survey.asks.get(place)
            if asking is not None and asking.place == place:
                found[place] = Found.BOTH
                continue
            found[place] = Found.ANSWER
            if asking is not None:
                found.setdefault(asking.place, Found.QUESTION)
    return found
