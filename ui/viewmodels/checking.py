"""The check of a tender in the window: made in a child process, again whenever something changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import BidfolioError
from app.domain.findings import Gravity, Override
from app.services.override_findings import Named, keep_override, take_back_override
from ui.tasks import Command, Job, Outcome
from ui.viewmodels.session import Session, Touched

SETTLING = 900
"""Milliseconds without another change before a check begins."""
_RESTS_ON = ("response", "fact", "evidence", "policy", "case_study", "tender", "tender_file", "party")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding, as the list shows it."""

    id: str
    gravity: Gravity
    kind: str
    """What it is about: `question`, `evidence`, `file`."""
    about: str
    """The id of that."""
    file_digest: str
    place: str
    why: str
    remedy: str
    fingerprint: str
    overridden: str = ""
    """The reason of a person who knew better."""
    by: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found."""

    passes: bool
    questions: int
    to_sign: int
    rows: tuple[FindingRow, ...]

    def of(self, key: str) -> tuple[FindingRow, ...]:
        """List the findings of a filter: `all`, a gravity, or `overridden`."""
        if key == "overridden":
            return tuple(row for row in self.rows if row.overridden)
        standing = tuple(row for row in self.rows if not row.overridden)
        return standing if key in ("", "all") else tuple(row for row in standing if row.gravity == key)


class CheckingViewModel(QObject):
    """The check of one tender.

    Signals: `checked` says that there is a newer result, or that a check began; `failed` carries a `BidfolioError`.
    """

    checked = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._is_watched = False
        self.tender_id: str | None = None
        self.result: CheckResult | None = None
        self.has_stopped = False
        """Whether the last check ended without a result: it failed, or a person cancelled it."""
        self._settled = QTimer(self, singleShot=True, interval=SETTLING)
        self._settled.timeout.connect(self.check)
        session.changed.connect(self._on_changed)
        session.locked.connect(self._forget)

    @property
    def is_working(self) -> bool:
        """Whether a check is being made."""
        return self._job is not None and self._job.running

    def open_tender(self, tender_id: str) -> None:
        """Turn to a tender; what was found in another is let go."""
        if tender_id != self.tender_id:
            self._stop()
            self.tender_id = tender_id
            self._outdate()

    def watch(self, *, watched: bool) -> None:
        """Check now and after each change for as long as somebody looks."""
        self._is_watched = watched
        if watched and self.result is None and not self.is_working:
            self.check()

    def check(self) -> None:
        """Check the tender; what was begun before is dropped."""
        if self.tender_id is None or not self._session.is_open:
            return
        self._stop()
        self.has_stopped = False
        workspace = self._session.workspace
        command = Command(
            ("check", self.tender_id, "-w", str(workspace.path), "--json", "--key-on-stdin"),
            "Checking the bid",
            f"{workspace.key.hex()}\n".encode(),
        )
        self._job = job = self._session.tasks.run(command, result_from, self._take, self._fail)
        if job.running:
            job.ended.connect(lambda: self._on_ended(job))
        self.checked.emit()

    def override(self, row: FindingRow, reason: str) -> None:
        """Keep a person's word that a finding is right as it stands, then check again."""
        word = Override(reason.strip(), self._session.user, self._session.ports.now(), row.fingerprint)
        tender, finding = self.tender_id or "", Named(row.id, row.place)
        self._session.do(
            lambda workspace: keep_override(workspace, tender, finding, word),
            notice=f"{row.place} overridden",
            failed=self.failed.emit,
        )

    def take_back(self, row: FindingRow) -> None:
        """Let a finding stand again."""
        tender, finding, by = self.tender_id or "", Named(row.id, row.place), self._session.user
        self._session.do(
            lambda workspace: take_back_override(workspace, tender, finding, by),
            notice=f"{row.place} stands again",
            failed=self.failed.emit,
        )

    def _on_changed(self, touched: Touched) -> None:
        if self.tender_id is None or not touched.touches(*_RESTS_ON):
            return
        if self._is_watched:
            self._settled.start()
        else:
            self._stop()
            self._outdate()

    def _outdate(self) -> None:
        """Let go of what was found before."""
        self.result, self.has_stopped = None, False
        self.checked.emit()

    def _on_ended(self, job: Job) -> None:
        if job is self._job and job.was_cancelled:
            self._job, self.has_stopped = None, self.result is None
            self.checked.emit()

    def _take(self, result: CheckResult) -> None:
        self._job, self.result = None, result
        self.checked.emit()

    def _fail(self, error: BidfolioError) -> None:
        self._job, self.has_stopped = None, self.result is None
        self.failed.emit(error)
        self.checked.emit()

    def _stop(self) -> None:
        self._settled.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _forget(self) -> None:
        self._stop()
        self.tender_id, self.result = None, None


def result_from(outcome: Outcome) -> CheckResult:
    """Read what `check --json` prints."""
    document: Mapping[str, Any] = outcome.document()
    rows = tuple(_row(one) for one in document["findings"])
    return CheckResult(document["passes"], document["questions"], document["to_sign"], rows)


def _row(one: Mapping[str, Any]) -> FindingRow:
    where, word = one["where"], one["override"] or {}
    return FindingRow(
        one["id"],
        Gravity(one["gravity"]),
        where["kind"],
        where["id"],
        where["file_digest"] or "",
        where["name"],
        one["why"],
        one["remedy"],
        one["fingerprint"],
        word.get("reason", ""),
        word.get("by", ""),
    )
