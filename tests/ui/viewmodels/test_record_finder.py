"""Ctrl K finds what is kept by the beginnings of its words."""

import pytest

from app.domain.records import AnswerVariant, Evidence, Fact, LibraryAnswer, TeamMember
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import make_session
from ui.viewmodels.company import CompanyViewModel
from ui.viewmodels.finder import Found
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.record_finder import RecordFinder
from ui.viewmodels.session import Session


@pytest.fixture
def session(qapp: object) -> Session:
    workspace = workspace_with_tender()
    unit = workspace.unit
    unit.facts.add(Fact("f1", "supplier.legal_name", "Harbour Systems Ltd"))
    unit.facts.add(Fact("f2", "custom.fleet_size", 12))
    unit.evidence.add(Evidence("e1", "insurance.cyber", "Cyber insurance", "Mutual"))
    unit.people.add(TeamMember("p1", "Ann Field", "Director"))
    unit.answers.add(LibraryAnswer("a1", key="a", questions=("How is data kept?",), variants=(AnswerVariant("So."),)))
    return make_session(workspace)


@pytest.fixture
def finder(session: Session) -> RecordFinder:
    return RecordFinder(session)


def titles(finder: RecordFinder, words: str) -> list[str]:
    found: list[Found] = []
    finder.find(words, found.extend)
    return [one.title for one in found]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("digital hou", "Digital Housing Platform"),
        ("northshire", "Digital Housing Platform"),
        ("harbour sys", "Legal name"),
        ("fleet", "Fleet size"),
        ("cyber mut", "Cyber insurance"),
        ("field", "Ann Field"),
        ("data kept", "How is data kept?"),
    ],
)
def test_each_kind_of_record_is_found(finder: RecordFinder, words: str, title: str) -> None:
    assert title in titles(finder, words)


def test_the_middle_of_a_word_finds_nothing(finder: RecordFinder) -> None:
    assert titles(finder, "ousing") == []


def test_one_letter_is_too_little_to_look_for_records(finder: RecordFinder) -> None:
    assert titles(finder, "d") == []


def test_choosing_goes_to_the_record(finder: RecordFinder, session: Session) -> None:
    found: list[Found] = []
    finder.find("ann fi", found.extend)
    found[0].act()
    assert session.navigation.here == Target(Place.EXPERIENCE, "p1")


def test_what_was_changed_is_found_by_its_new_words(finder: RecordFinder, session: Session) -> None:
    assert titles(finder, "mercury") == []
    company = CompanyViewModel(session)
    company.reload()
    company.open_fact("supplier.legal_name")
    company.record_change("Mercury Ltd", None)
    assert titles(finder, "mercury") == ["Legal name"]


def test_nothing_is_known_after_locking(finder: RecordFinder, session: Session) -> None:
    titles(finder, "ann")
    session.lock()
    assert titles(finder, "ann") == []
