"""What Home says needs a person, worked out from what the workspace holds."""

from datetime import date, datetime

import pytest

from app.domain.records import AnswerState, Evidence, Fact, LibraryAnswer
from app.domain.tenders import Tender
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.viewmodels.home import HomeViewModel
from ui.viewmodels.navigation import Place
from ui.viewmodels.session import Session


@pytest.fixture
def workspace() -> MemoryWorkspace:
    return MemoryWorkspace()


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    return make_session(workspace)


def look(session: Session) -> HomeViewModel:
    home = HomeViewModel(session)
    home.reload()
    return home


def fill(workspace: MemoryWorkspace) -> None:
    for number in range(8):
        workspace.unit.facts.add(Fact(f"f{number}", f"supplier.custom_{number}", "x"))


def test_an_empty_workspace_says_how_to_begin(session: Session) -> None:
    home = look(session)
    assert [todo.title for todo in home.todos] == [
        "Type in your company",
        "Add your insurances and certificates",
        "Read a buyer’s file",
    ]
    assert home.context == ("3 things to do", "", "")


def test_evidence_that_ends_before_a_tender_is_due_is_to_be_renewed(
    session: Session, workspace: MemoryWorkspace
) -> None:
    fill(workspace)
    workspace.unit.evidence.add(
        Evidence("e1", "insurance.public_liability", title="Public liability", ends=date(2026, 12, 1))
    )
    workspace.unit.tenders.add(
        Tender("t1", title="Housing platform", buyer="Northshire", submission=datetime(2026, 12, 11, 12))
    )
    home = look(session)
    (renew,) = home.todos
    assert renew.title == "Renew Public liability"
    assert renew.note == "Lapses 1 Dec 2026, before 1 tender date"
    assert (renew.when, renew.urgency) == ("Tue 1 Dec", "bad")
    (line,) = home.evidence
    assert line.lapses
    assert home.deadlines == (("Northshire", date(2026, 12, 11)),)
    assert session.navigation.count(Place.EVIDENCE) == 1
    assert session.navigation.count(Place.TENDERS) == 1


def test_evidence_without_a_deadline_before_it_only_warns(session: Session, workspace: MemoryWorkspace) -> None:
    workspace.unit.evidence.add(Evidence("e1", "certificate.iso_9001", ends=date(2026, 12, 20)))
    renew = next(todo for todo in look(session).todos if todo.icon == "lapses")
    assert renew.urgency == "warn"
    assert renew.note == "Lapses 20 Dec 2026"


def test_a_tender_shows_the_working_days_left_and_one_that_has_passed_is_gone(
    session: Session, workspace: MemoryWorkspace
) -> None:
    workspace.unit.tenders.add(Tender("t1", title="Old", submission=datetime(2026, 11, 2, 12)))
    workspace.unit.tenders.add(Tender("t2", title="New", submission=datetime(2026, 11, 27, 17)))
    (tender,) = look(session).tenders
    assert (tender.title, tender.days) == ("New", 5)


def test_a_tender_due_today_is_said_in_words(session: Session, workspace: MemoryWorkspace) -> None:
    workspace.unit.tenders.add(Tender("t1", title="New", submission=datetime(2026, 11, 22, 17)))
    assert look(session).context[2] == "No working day left for the next tender"


def answer(key: str, review_by: date | None) -> LibraryAnswer:
    return LibraryAnswer(key, key=key, questions=("?",), state=AnswerState.APPROVED, review_by=review_by)


def test_answers_are_fresh_due_soon_or_overdue(session: Session, workspace: MemoryWorkspace) -> None:
    for number, day in enumerate([None, date(2027, 6, 1), date(2026, 12, 1), date(2026, 11, 1)]):
        workspace.unit.answers.add(answer(f"a{number}", day))
    home = look(session)
    assert (home.freshness.fresh, home.freshness.soon, home.freshness.old) == (2, 1, 1)
    overdue = next(todo for todo in home.todos if todo.icon == "library")
    assert (overdue.title, overdue.when) == ("Look again at 1 library answer", "Overdue")
    line = next(one for one in home.reviews if one.title == "Library answers")
    assert (line.overdue, sum(line.weeks)) == (1, 1)
    assert line.weeks[2] == 1


def test_without_a_name_of_the_person_it_is_asked_for_first(session: Session) -> None:
    session.prefer(user="")
    first = look(session).todos[0]
    assert (first.title, first.target.place) == ("Type your name", Place.SETTINGS)
