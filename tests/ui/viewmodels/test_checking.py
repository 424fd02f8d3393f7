"""The check of a tender in the window."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import BidfolioError
from app.domain.findings import Gravity
from app.domain.records import Fact
from app.domain.tenders import Tender
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import Command, Failed, InlineTasks, Job, Outcome
from ui.viewmodels.checking import CheckingViewModel
from ui.viewmodels.session import Session

T = TypeVar("T")


def _finding(number: int, gravity: Gravity, override: dict[str, str] | None = None) -> dict[str, object]:
    where = {"kind": "question", "id": f"q-{number}", "name": f"Question {number}", "file_digest": "d", "party": None}
    return {
        "id": f"f-{number}", "check": "limit", "gravity": str(gravity), "where": where, "also": [], "why": "Too long.",
        "remedy": "Shorten it.", "fingerprint": "print", "override": override,
    }  # fmt: skip


class Checker:
    """Stands for the child process, and keeps what it was asked."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.findings = [_finding(1, Gravity.STOPS), _finding(2, Gravity.HINT)]
        self.refusal = ""

    def __call__(self, command: Command) -> tuple[Outcome, str]:
        self.commands.append(command)
        if self.refusal:
            return Outcome(4, b""), self.refusal
        document = {"passes": False, "questions": 9, "to_sign": 1, "findings": self.findings}
        return Outcome(1, json.dumps(document).encode()), ""


@pytest.fixture
def checker() -> Checker:
    return Checker()


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    made.unit.tenders.add(Tender("t-1", title="Paths"))
    return made


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace, checker: Checker) -> Session:
    return make_session(workspace, checker)


@pytest.fixture
def checking(session: Session) -> CheckingViewModel:
    model = CheckingViewModel(session)
    model.open_tender("t-1")
    return model


def test_the_check_runs_in_a_child_when_somebody_looks(checking: CheckingViewModel, checker: Checker) -> None:
    assert checker.commands == []
    checking.watch(watched=True)
    (command,) = checker.commands
    assert command.arguments[:2] == ("check", "t-1")
    assert "--json" in command.arguments
    assert bytes(32).hex().encode() in command.stdin
    result = checking.result
    assert result is not None
    assert [row.place for row in result.of("all")] == ["Question 1", "Question 2"]
    assert [row.place for row in result.of("stops_the_bid")] == ["Question 1"]


def test_a_change_is_checked_again_after_it_has_settled(
    checking: CheckingViewModel, checker: Checker, session: Session, qtbot: QtBot
) -> None:
    checking.watch(watched=True)
    session.do(lambda workspace: _add_fact(workspace))
    assert len(checker.commands) == 1
    qtbot.waitUntil(lambda: len(checker.commands) == 2, timeout=5000)


def test_while_nobody_looks_a_change_only_lets_the_result_go(
    checking: CheckingViewModel, checker: Checker, session: Session
) -> None:
    checking.watch(watched=True)
    checking.watch(watched=False)
    session.do(lambda workspace: _add_fact(workspace))
    assert checking.result is None
    assert len(checker.commands) == 1


def test_an_override_is_kept_with_the_tender_and_can_be_taken_back(
    checking: CheckingViewModel, workspace: MemoryWorkspace
) -> None:
    checking.watch(watched=True)
    assert checking.result is not None
    row = checking.result.rows[0]
    checking.override(row, "Agreed with the buyer")
    kept = workspace.unit.tenders.all()[0].extra["overrides"]
    assert isinstance(kept, dict)
    assert kept["f-1"]["reason"] == "Agreed with the buyer"
    assert kept["f-1"]["basis"] == "print"
    checking.take_back(row)
    assert workspace.unit.tenders.all()[0].extra["overrides"] == {}


def test_an_overridden_finding_stands_in_a_filter_of_its_own(checking: CheckingViewModel, checker: Checker) -> None:
    word = {"reason": "So agreed", "by": "P. Shah", "at": datetime(2026, 11, 22).isoformat()}
    checker.findings = [_finding(1, Gravity.STOPS, word)]
    checking.watch(watched=True)
    assert checking.result is not None
    assert checking.result.of("all") == ()
    assert [row.by for row in checking.result.of("overridden")] == ["P. Shah"]


def test_a_check_that_fails_is_told(checking: CheckingViewModel, checker: Checker) -> None:
    told: list[BidfolioError] = []
    checking.failed.connect(told.append)
    checker.refusal = "bidfolio: the workspace is in use."
    checking.watch(watched=True)
    assert len(told) == 1
    assert checking.result is None
    assert not checking.is_working


def _add_fact(workspace: object) -> None:
    assert isinstance(workspace, MemoryWorkspace)
    with workspace.work("Add a fact") as unit:
        unit.facts.add(Fact("x", key="supplier.legal_name", value="Willow Ltd"))


class HeldTasks(InlineTasks):
    """Begins commands and never ends them, until the test does."""

    def __init__(self) -> None:
        super().__init__()
        self.job: Job | None = None
        self.deliver: Callable[[], None] = lambda: None

    def run(self, command: Command, decode: Callable[[Outcome], T], done: Callable[[T], None], failed: Failed) -> Job:
        """Keep the end for the test."""
        job = Job(command.doing)

        def deliver() -> None:
            if job.running:
                job.end()
                document = {"passes": True, "questions": 9, "to_sign": 0, "findings": []}
                done(decode(Outcome(0, json.dumps(document).encode())))

        self.job, self.deliver = job, deliver
        return job


@pytest.fixture
def held(session: Session) -> HeldTasks:
    session.tasks = HeldTasks()
    return session.tasks


def test_a_check_that_ends_after_the_bid_was_changed_is_not_taken_for_the_newest(
    checking: CheckingViewModel, session: Session, held: HeldTasks
) -> None:
    checking.watch(watched=True)
    checking.watch(watched=False)
    session.do(lambda workspace: _add_fact(workspace))
    held.deliver()
    assert checking.result is None
    assert not checking.is_working


def test_a_check_that_was_cancelled_is_not_shown_as_going_on(checking: CheckingViewModel, held: HeldTasks) -> None:
    checking.watch(watched=True)
    assert held.job is not None
    held.job.cancel()
    assert checking.has_stopped
    checking.check()
    assert not checking.has_stopped
    held.deliver()
    assert checking.result is not None
    assert not checking.has_stopped


def test_a_check_that_failed_is_not_shown_as_going_on(checking: CheckingViewModel, checker: Checker) -> None:
    checker.refusal = "bidfolio: It is locked elsewhere."
    checking.watch(watched=True)
    assert checking.has_stopped
