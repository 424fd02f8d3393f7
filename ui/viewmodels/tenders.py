"""State and verbs of the tenders: the list, the form of one, and its buyers' files."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.domain.questionnaire import Questionnaire
from app.domain.responses import ResponseState
from app.domain.tenders import Regime, Tender, TenderFile
from app.domain.working_days import working_days_between
from app.services.keep_readings import load_reading
from app.services.keep_records import keep_record
from app.services.ports import Ports, UnitOfWork
from app.services.remove_tender import remove_tender
from ui.viewmodels.buyers_file import BuyersFiles
from ui.viewmodels.saying import say_count, say_moment
from ui.viewmodels.session import Session, Touched

REGIMES = (
    (Regime.PROCUREMENT_ACT_2023, "Procurement Act 2023"),
    (Regime.PUBLIC_CONTRACTS_REGULATIONS_2015, "Public Contracts Regulations 2015"),
    (Regime.SCOTLAND, "Scottish regulations"),
    (Regime.OTHER, "Other"),
)


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One section of a buyer's file: its questions' states in the buyer's order."""

    title: str
    states: tuple[ResponseState | None, ...]
    """None where nobody has answered yet."""
    question_ids: tuple[str, ...]

    @property
    def approved(self) -> int:
        """How many are approved."""
        return sum(state is ResponseState.APPROVED for state in self.states)


@dataclass(frozen=True, slots=True)
class FileProgress:
    """A buyer's file and how far its answers have come."""

    file: TenderFile
    sections: tuple[SectionProgress, ...]
    is_read: bool

    @property
    def total(self) -> int:
        """How many questions it asks."""
        return sum(len(section.states) for section in self.sections)

    @property
    def counts(self) -> Counter[ResponseState | None]:
        """How many questions stand how."""
        return Counter(state for section in self.sections for state in section.states)


@dataclass(frozen=True, slots=True)
class TenderRow:
    """One tender in the list."""

    id: str
    title: str
    buyer: str
    due: str
    days_left: int | None
    """Days of the calendar; negative once the deadline has passed."""
    working_days: int
    approved: int
    total: int
    files: tuple[FileProgress, ...]
    tender: Tender

    @property
    def left(self) -> str:
        """How much time is left, in words."""
        if self.days_left is None:
            return "No deadline yet"
        if self.days_left < 0:
            return "Deadline has passed"
        if self.days_left == 0:
            return "Due today"
        return f"{say_count(self.working_days, 'working day')} left"


@dataclass(frozen=True, slots=True)
class TenderDraft:
    """What the form of a tender holds."""

    title: str
    buyer: str = ""
    reference: str = ""
    lots: tuple[str, ...] = ()
    regime: Regime = Regime.PROCUREMENT_ACT_2023
    submission: datetime | None = None
    award: date | None = None
    start: date | None = None


def _load(unit: UnitOfWork, ports: Ports, today: date) -> tuple[TenderRow, ...]:
    states: dict[tuple[str, str | None], dict[str, ResponseState]] = {}
    for response in unit.responses.all():
        key = (response.key.file_digest, response.key.tender_id)
        states.setdefault(key, {})[response.key.question_id] = response.state
    files: dict[str, list[FileProgress]] = {}
    for file in unit.tender_files.all():
        reading = load_reading(unit, ports, file)
        progress = file_progress(file, reading, states.get((file.digest, file.tender_id), {}))
        files.setdefault(file.tender_id, []).append(progress)
    rows = [_row(tender, files.get(tender.id, ()), today) for tender in unit.tenders.all()]
    return tuple(sorted(rows, key=_order))


def _order(row: TenderRow) -> tuple[bool, bool, str]:
    """Put the next deadline first, tenders without one after those, and what has passed at the end."""
    submission = row.tender.submission
    return _passed(row), submission is None, submission.isoformat() if submission else row.title


def _passed(row: TenderRow) -> bool:
    return row.days_left is not None and row.days_left < 0


def file_progress(file: TenderFile, reading: Questionnaire | None, states: Mapping[str, ResponseState]) -> FileProgress:
    """Say how far the answers of a file have come, section by section."""
    grouped: dict[str, list[str]] = {}
    for question in reading or ():
        grouped.setdefault(question.section.split(" > ")[0], []).append(question.id)
    sections = tuple(
        SectionProgress(title, tuple(states.get(one) for one in ids), tuple(ids)) for title, ids in grouped.items()
    )
    return FileProgress(file, sections, reading is not None)


def _row(tender: Tender, files: Sequence[FileProgress], today: date) -> TenderRow:
    submission = tender.submission
    return TenderRow(
        tender.id,
        tender.title,
        tender.buyer,
        say_moment(submission) if submission else "",
        (submission.date() - today).days if submission else None,
        working_days_between(today, submission.date()) if submission else 0,
        sum(file.counts[ResponseState.APPROVED] for file in files),
        sum(file.total for file in files),
        tuple(files),
        tender,
    )


class TendersViewModel(QObject):
    """The tenders of the supplier.

    Signals: `listed` says that rows changed; `kept` carries the `Tender` that was made or changed.
    """

    listed = Signal()
    kept = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.files = BuyersFiles(session, self)
        self.rows: tuple[TenderRow, ...] = ()
        self.loaded = False
        self.search_text = ""
        self._all: tuple[TenderRow, ...] = ()
        session.changed.connect(self._on_changed)

    @property
    def total(self) -> int:
        """How many tenders there are."""
        return len(self._all)

    @property
    def open_count(self) -> int:
        """How many of them have not passed their deadline."""
        return sum(not _passed(row) for row in self._all)

    def row(self, tender_id: str | None) -> TenderRow | None:
        """Find a tender."""
        return next((row for row in self._all if row.id == tender_id), None)

    def reload(self) -> None:
        """Read the tenders again."""
        ports, today = self._session.ports, self._session.ports.now().date()
        self._session.look(lambda unit: _load(unit, ports, today), self._take)

    def search(self, text: str) -> None:
        """List the tenders that hold every word."""
        self.search_text = text.strip()
        self._list()

    def keep(self, draft: TenderDraft, tender_id: str | None = None) -> bool:
        """Make a tender, or change one; False, and nothing kept, without a title."""
        if not draft.title.strip():
            return False
        held = self.row(tender_id)
        tender = replace(
            held.tender if held else Tender(str(uuid4()), ""),
            title=draft.title.strip(),
            buyer=draft.buyer.strip(),
            reference=draft.reference.strip(),
            lots=draft.lots,
            regime=draft.regime,
            submission=draft.submission,
            award=draft.award,
            start=draft.start,
        )
        self._keep(tender, "saved" if held else "added")
        return True

    def make_from_file(self, path: Path) -> None:
        """Make a tender named after a buyer's file, and take the file in."""
        tender = Tender(str(uuid4()), path.stem.replace("_", " ").strip())
        by = self._session.user
        self._session.do(
            lambda workspace: keep_record(workspace, tender, tender.title, by),
            lambda kept: self._begin(kept, (path,)),
        )

    def take_in(self, tender_id: str, paths: Sequence[Path]) -> None:
        """Read buyers' files and keep them in a tender."""
        for path in paths:
            self.files.take_in(tender_id, path)

    def remove(self, tender_id: str) -> None:
        """Let a tender go, with its files and answers; undo brings all of it back."""
        row = self.row(tender_id)
        if row is not None:
            by = self._session.user
            said = f"{row.title} removed"
            self._session.do(lambda workspace: remove_tender(workspace, row.tender, by), notice=said)

    def _keep(self, tender: Tender, said: str) -> None:
        by = self._session.user
        self._session.do(
            lambda workspace: keep_record(workspace, tender, tender.title, by), self.kept.emit, f"{tender.title} {said}"
        )

    def _begin(self, tender: Tender, paths: Sequence[Path]) -> None:
        self.kept.emit(tender)
        self.take_in(tender.id, paths)

    def _on_changed(self, touched: Touched) -> None:
        if touched.touches("tender", "tender_file", "response"):
            self.reload()

    def _take(self, rows: tuple[TenderRow, ...]) -> None:
        self._all, self.loaded = rows, True
        self._list()

    def _list(self) -> None:
        words = self.search_text.casefold().split()
        self.rows = tuple(
            row
            for row in self._all
            if all(word in f"{row.title} {row.buyer} {row.tender.reference}".casefold() for word in words)
        )
        self.listed.emit()
