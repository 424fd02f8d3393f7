"""Evidence, policies, case studies and people: lists with a form each."""

from datetime import date
from pathlib import Path

import pytest

from app.domain.records import CaseStudy, Evidence, Policy, TeamMember
from app.domain.validity import Validity
from tests.samples.window_session import CATALOGUE, make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.viewmodels.case_studies import CASE_STUDIES
from ui.viewmodels.evidence import evidence_kind, parse_cover
from ui.viewmodels.people import PEOPLE
from ui.viewmodels.policies import POLICIES
from ui.viewmodels.records import RecordsViewModel
from ui.viewmodels.session import Session


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    for number, ends in enumerate((date(2026, 11, 1), date(2026, 12, 24), date(2028, 1, 1))):
        made.unit.evidence.add(Evidence(f"e{number}", "insurance.cyber", f"Cyber {number}", "Mutual", ends=ends))
    return made


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    return make_session(workspace)


@pytest.fixture
def evidence(session: Session) -> RecordsViewModel[Evidence]:
    model = RecordsViewModel(session, evidence_kind(CATALOGUE))
    model.reload()
    return model


def test_evidence_tells_what_lapses(evidence: RecordsViewModel[Evidence]) -> None:
    assert [(row.title, row.until, row.validity) for row in evidence.rows] == [
        ("Cyber 0", "Lapsed 1 Nov 2026", Validity.LAPSED),
        ("Cyber 1", "To 24 Dec 2026", Validity.LAPSES_SOON),
        ("Cyber 2", "To 1 Jan 2028", Validity.IN_DATE),
    ]


def test_a_filter_and_a_search_narrow_the_list(evidence: RecordsViewModel[Evidence]) -> None:
    evidence.choose_filter(Validity.LAPSED)
    assert [row.title for row in evidence.rows] == ["Cyber 0"]
    evidence.choose_filter(None)
    evidence.search("cyber 2")
    assert [row.title for row in evidence.rows] == ["Cyber 2"]


def test_new_evidence_is_kept_with_its_file(
    evidence: RecordsViewModel[Evidence], workspace: MemoryWorkspace, tmp_path: Path
) -> None:
    file = tmp_path / "PL certificate.pdf"
    file.write_bytes(b"%PDF")
    evidence.add()
    assert evidence.keep(
        {"kind": "insurance.public_liability", "issuer": "Mutual", "cover": "£5m", "ends": "2027-06-30"}, file
    )
    kept = workspace.unit.evidence.all()[-1]
    assert (kept.cover, kept.ends, kept.file) == (5_000_000, date(2027, 6, 30), "PL certificate.pdf")
    assert not evidence.is_adding
    assert evidence.open == kept
    read = []
    evidence.read_file(read.append)
    assert read == [b"%PDF"]


def test_a_form_that_was_left_keeps_nothing(evidence: RecordsViewModel[Evidence], workspace: MemoryWorkspace) -> None:
    evidence.add()
    evidence.open_record("e0")
    assert not evidence.is_adding
    assert len(workspace.unit.evidence.all()) == 3


def test_removing_is_undone_with_one_word(evidence: RecordsViewModel[Evidence], session: Session) -> None:
    evidence.open_record("e1")
    evidence.remove()
    assert len(evidence.rows) == 2
    session.undo()
    assert len(evidence.rows) == 3


@pytest.mark.parametrize(
    ("text", "pounds"),
    [("£5,000,000", 5_000_000), ("5m", 5_000_000), ("£2.5 million", 2_500_000), ("250k", 250_000), ("", None)],
)
def test_cover_is_read_as_people_write_it(text: str, pounds: int | None) -> None:
    assert parse_cover(text, "insurance.cyber") == pounds


def test_the_scope_of_a_certificate_stays_words() -> None:
    assert parse_cover("10 sites", "certificate.iso_9001") == "10 sites"


def test_a_case_study_without_its_title_is_not_kept(session: Session, workspace: MemoryWorkspace) -> None:
    model = RecordsViewModel(session, CASE_STUDIES)
    model.add()
    assert not model.keep({"customer": "Tarn Valley Homes"})
    assert model.missing({"customer": "x"}) == ("title",)
    assert workspace.unit.case_studies.all() == ()


def test_a_case_study_goes_through_its_form_unchanged(session: Session) -> None:
    held = CaseStudy(
        "c1", "Repairs portal", "Tarn Valley Homes", value=250_000, outcomes=["Faster", "Cheaper"], tags=("IT",)
    )
    assert CASE_STUDIES.changed(held, CASE_STUDIES.values(held)) == held


def test_a_person_and_a_policy_go_through_their_forms_unchanged() -> None:
    person = TeamMember("p1", "Ann Field", "Director", "Twenty years in housing.", ["PRINCE2", {"name": "MCIPS"}])
    policy = Policy(
        "q1", "equality", "Equality policy", "HR", "The board", date(2026, 1, 5), date(2027, 1, 5), "We do."
    )
    assert PEOPLE.changed(person, PEOPLE.values(person)) == person
    assert POLICIES.changed(policy, POLICIES.values(policy)) == policy


def test_lines_edited_in_a_list_stay_a_list() -> None:
    person = TeamMember("p1", "Ann Field", qualifications=["PRINCE2"])
    changed = PEOPLE.changed(person, {**PEOPLE.values(person), "qualifications": "PRINCE2\nMCIPS\n"})
    assert changed.qualifications == ["PRINCE2", "MCIPS"]
