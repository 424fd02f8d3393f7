"""What needs a person today: deadlines, evidence that lapses, reviews that are due, and how to begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Change
from app.domain.profile import Profile
from app.domain.records import Evidence
from app.domain.responses import ResponseState
from app.domain.validity import Validity, validity_on
from app.domain.working_days import working_days_between
from app.services.ports import UnitOfWork
from ui.viewmodels.home_items import EvidenceLine, Freshness, OpenTender, ReviewLine, Todo
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.saying import say_count, say_day, say_time
from ui.viewmodels.session import Session, Touched
from ui.viewmodels.tenders import TenderRow, TendersViewModel

WEEKS = 12
FEW_FACTS = 8
SOON = timedelta(days=30)
MOST = 5


@dataclass(frozen=True, slots=True)
class _Loaded:
    profile: Profile
    changes: tuple[Change, ...]


class HomeViewModel(QObject):
    """Signals: `changed` says that everything was worked out anew."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tenders = TendersViewModel(session, self)
        self._tenders.listed.connect(self._load)
        self._loaded = _Loaded(Profile(), ())
        self.loaded = False
        self._labels = {one.key: one.label for one in session.ports.catalogue()}
        session.changed.connect(self._on_changed)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._session.ports.now().date()

    @property
    def monday(self) -> date:
        """The day on which the axis of weeks begins."""
        return self.today - timedelta(days=self.today.weekday())

    @property
    def horizon(self) -> date:
        """The day on which the axis ends."""
        return self.monday + timedelta(weeks=WEEKS)

    def reload(self) -> None:
        """Read everything again."""
        self._tenders.reload()

    @property
    def tenders(self) -> tuple[OpenTender, ...]:
        """The open tenders, the next deadline first."""
        return tuple(_open_tender(row, self.today) for row in self._rows())

    @property
    def deadlines(self) -> tuple[tuple[str, date], ...]:
        """Buyer and day of each deadline on the axis."""
        days = ((row.buyer or row.title, row.tender.submission) for row in self._rows())
        return tuple((name, day.date()) for name, day in days if day and self.monday <= day.date() <= self.horizon)

    @property
    def todos(self) -> tuple[Todo, ...]:
        """What needs a person, the nearest day first; how to begin where there is nothing yet."""
        profile = self._loaded.profile
        found = [*self._of_tenders(), *self._of_evidence(profile), *self._of_answers(profile)]
        found.sort(key=lambda one: (one.day or date.max, one.title))
        return (*self._beginnings(profile), *found)

    @property
    def evidence(self) -> tuple[EvidenceLine, ...]:
        """The evidence that ends first, with what a tender date means for it."""
        held = sorted(self._loaded.profile.evidence, key=lambda one: one.ends or date.max)
        return tuple(self._line(one) for one in held if one.ends and one.ends >= self.monday)[:6]

    @property
    def reviews(self) -> tuple[ReviewLine, ...]:
        """What is to be reviewed in the weeks to come."""
        profile = self._loaded.profile
        kinds = (
            ("Policies", [one.review_by for one in profile.policies]),
            ("Library answers", [one.review_by for one in profile.answers]),
            ("Evidence", [one.review_by or one.ends for one in profile.evidence]),
        )
        return tuple(self._review_line(title, days) for title, days in kinds)

    @property
    def freshness(self) -> Freshness:
        """How the answers of the library stand."""
        days = [one.review_by for one in self._loaded.profile.answers]
        old = sum(1 for day in days if day and day < self.today)
        soon = sum(1 for day in days if day and self.today <= day <= self.today + SOON)
        return Freshness(len(days) - old - soon, soon, old)

    @property
    def recent(self) -> tuple[tuple[str, str], ...]:
        """The last deeds: what, and who and when."""
        said: dict[str, tuple[str, str]] = {}
        for change in reversed(self._loaded.changes):
            who = f"{change.by}, " if change.by else ""
            said.setdefault(change.group, (change.doing, f"{who}{say_time(change.at, self.today)}"))
        return tuple(said.values())[:4]

    @property
    def context(self) -> tuple[str, ...]:
        """The line under the title."""
        todos, tenders = len(self.todos), self.tenders
        due = next((one.days for one in tenders if one.days is not None), None)
        return (
            f"{say_count(todos, 'thing')} to do" if todos else "Nothing needs you",
            say_count(len(tenders), "open tender") if tenders else "",
            _say_due(due) if due is not None else "",
        )

    def _rows(self) -> tuple[TenderRow, ...]:
        return tuple(row for row in self._tenders.rows if row.days_left is None or row.days_left >= 0)

    def _load(self) -> None:
        def look(unit: UnitOfWork) -> _Loaded:
            return _Loaded(unit.profile(), unit.journal.recent(40))

        self._session.look(look, self._take)

    def _take(self, loaded: _Loaded) -> None:
        self._loaded, self.loaded = loaded, True
        navigation = self._session.navigation
        navigation.set_count(Place.TENDERS, len(self._rows()))
        navigation.set_count(Place.EVIDENCE, sum(1 for one in self._of_evidence(loaded.profile)))
        navigation.set_count(Place.LIBRARY, self.freshness.old)
        self.changed.emit()

    def _on_changed(self, touched: Touched) -> None:
        # The tenders reload themselves by their own tables, and this model by them.
        if not touched.touches("tender", "tender_file", "response"):
            self._load()

    def _beginnings(self, profile: Profile) -> Iterable[Todo]:
        if not self._session.user:
            yield Todo(
                "Type your name", "It stands beside what you approve", "person", Target(Place.SETTINGS), when="First"
            )
        if len(profile.facts) < FEW_FACTS:
            note = "In the order the Central Digital Platform asks"
            yield Todo("Type in your company", note, "company", Target(Place.COMPANY), when="First")
        if not profile.evidence:
            note = "Most forms ask for three or four of them"
            yield Todo("Add your insurances and certificates", note, "evidence", Target(Place.EVIDENCE), when="Next")
        if not self._tenders.total:
            note = "Drop it here, or press Ctrl O"
            yield Todo("Read a buyer’s file", note, "tenders", Target(Place.TENDERS), when="Then")

    def _of_tenders(self) -> Iterable[Todo]:
        for row in self._rows():
            states = [state for file in row.files for section in file.sections for state in section.states]
            day = row.tender.submission.date() if row.tender.submission else None
            target = Target(Place.TENDERS, row.id)
            waiting = states.count(ResponseState.IN_REVIEW)
            blank = states.count(None) + states.count(ResponseState.DRAFT)
            if waiting:
                title = f"Review {say_count(waiting, 'answer')}"
                yield Todo(title, row.buyer or row.title, "reviewed", target, day, self._when(day))
            if blank:
                title = f"Answer {say_count(blank, 'question')}"
                yield Todo(title, row.buyer or row.title, "text", target, day, self._when(day))

    def _of_evidence(self, profile: Profile) -> Iterable[Todo]:
        for one in profile.evidence:
            validity = validity_on(self.today, one.starts, one.ends)
            if one.ends is None or validity not in (Validity.LAPSED, Validity.LAPSES_SOON):
                continue
            missed = sum(1 for _buyer, day in self.deadlines if day > one.ends)
            lapsed = validity is Validity.LAPSED
            note = "It has lapsed" if lapsed else f"Lapses {say_day(one.ends)}"
            if missed:
                note = f"{note}, before {say_count(missed, 'tender date')}"
            tone = "bad" if lapsed or missed else "warn"
            target = Target(Place.EVIDENCE, one.id)
            yield Todo(f"Renew {self._name(one)}", note, "lapses", target, one.ends, self._when(one.ends), tone)

    def _of_answers(self, profile: Profile) -> Iterable[Todo]:
        old = [one.review_by for one in profile.answers if one.review_by and one.review_by < self.today]
        if old:
            title = f"Look again at {say_count(len(old), 'library answer')}"
            note = "Their review date has passed"
            yield Todo(title, note, "library", Target(Place.LIBRARY), min(old), "Overdue", "warn")

    def _line(self, one: Evidence) -> EvidenceLine:
        ends = one.ends or date.max
        missed = sum(1 for _buyer, day in self.deadlines if day > ends)
        if missed:
            return EvidenceLine(
                self._name(one), ends, f"Lapses {say_day(ends)}, before {say_count(missed, 'tender date')}", lapses=True
            )
        return EvidenceLine(self._name(one), ends, f"To {say_day(ends)}", lapses=False)

    def _review_line(self, title: str, days: Sequence[date | None]) -> ReviewLine:
        known = [day for day in days if day]
        weeks = [0] * WEEKS
        for day in known:
            if self.today <= day < self.horizon:
                weeks[(day - self.monday).days // 7] += 1
        return ReviewLine(title, sum(1 for day in known if day < self.today), tuple(weeks))

    def _name(self, one: Evidence) -> str:
        return one.title or self._labels.get(one.kind, one.kind.rpartition(".")[2].replace("_", " "))

    def _when(self, day: date | None) -> str:
        if day is None:
            return ""
        if day < self.today:
            return "Overdue"
        return "Today" if day == self.today else f"{day:%a} {day.day} {day:%b}"


def _open_tender(row: TenderRow, today: date) -> OpenTender:
    states = [state for file in row.files for section in file.sections for state in section.states]
    total = len(states) or 1
    approved = states.count(ResponseState.APPROVED)
    begun = approved + states.count(ResponseState.IN_REVIEW) + states.count(ResponseState.DRAFT)
    submission = row.tender.submission
    said = f"{approved} of {len(states)} approved" if states else "No buyer’s file yet"
    return OpenTender(
        row.id,
        row.title,
        "  ·  ".join(part for part in (row.buyer, said) if part),
        approved / total,
        begun / total,
        working_days_between(today, submission.date()) if submission else None,
        f"{submission:%a} {submission.day} {submission:%b, %H:%M}" if submission else "No deadline yet",
    )


def _say_due(days: int) -> str:
    return f"Next tender due in {say_count(days, 'working day')}" if days else "No working day left for the next tender"
