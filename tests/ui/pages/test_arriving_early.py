"""A link is followed also when the records behind it have not been read yet."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.domain.preferences import Preferences
from app.domain.records import AnswerVariant, CaseStudy, Evidence, Fact, LibraryAnswer, TeamMember
from app.services.ports import Workspace
from tests.samples.late_tasks import LateTasks
from tests.samples.window_session import USER, make_ports
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.pages.case_studies_and_people import CaseStudiesAndPeoplePage
from ui.pages.company import CompanyPage
from ui.pages.evidence import EvidencePage
from ui.pages.library import LibraryPage
from ui.viewmodels.navigation import Place, Target
from ui.viewmodels.session import Session


@pytest.fixture
def late() -> LateTasks:
    return LateTasks()


@pytest.fixture
def session(qtbot: QtBot, late: LateTasks) -> Session:
    workspace = MemoryWorkspace()
    unit = workspace.unit
    unit.facts.add(Fact("f1", "payment.terms_days", 30))
    unit.evidence.add(Evidence("e1", "insurance.cyber", "Cyber one"))
    unit.evidence.add(Evidence("e2", "insurance.cyber", "Cyber two"))
    unit.case_studies.add(CaseStudy("c1", "Repairs portal"))
    unit.people.add(TeamMember("p1", "Ann Field"))
    for number in (1, 2):
        variants = (AnswerVariant("So."),)
        unit.answers.add(
            LibraryAnswer(f"a{number}", key=f"a{number}", questions=(f"How {number}?",), variants=variants)
        )
    made = Session(make_ports(), late, Preferences(user=USER))
    made.open(cast("Workspace", workspace), 0)
    return made


def test_a_fact_of_another_section_is_shown_in_its_section(qtbot: QtBot, session: Session, late: LateTasks) -> None:
    page = CompanyPage(session)
    qtbot.addWidget(page)
    page.show_target(Target(Place.COMPANY, "payment.terms_days"))
    late.catch_up()
    assert page.table.current_row is not None
    assert (page.table.current_row.label, page.sections.key) == ("Payment terms", "payments")


def test_evidence_is_opened_when_it_has_been_read(qtbot: QtBot, session: Session, late: LateTasks) -> None:
    page = EvidencePage(session)
    qtbot.addWidget(page)
    page.show_target(Target(Place.EVIDENCE, "e2"))
    late.catch_up()
    assert page.shown.model.open_id == "e2"


def test_a_person_brings_the_tab_of_people(qtbot: QtBot, session: Session, late: LateTasks) -> None:
    page = CaseStudiesAndPeoplePage(session)
    qtbot.addWidget(page)
    page.show_target(Target(Place.EXPERIENCE, "p1"))
    late.catch_up()
    assert page.shown is page.lists["people"]
    assert page.shown.model.open_id == "p1"


def test_an_answer_is_opened_when_the_library_has_been_read(qtbot: QtBot, session: Session, late: LateTasks) -> None:
    page = LibraryPage(session)
    qtbot.addWidget(page)
    page.show_target(Target(Place.LIBRARY, "a2"))
    late.catch_up()
    assert page.table.current_row is not None
    assert page.table.current_row.id == "a2"


def test_new_evidence_for_a_fact_is_of_its_kind(qtbot: QtBot, session: Session, late: LateTasks) -> None:
    page = EvidencePage(session)
    qtbot.addWidget(page)
    late.catch_up()
    page.show_target(Target(Place.EVIDENCE, part="new:insurance.cyber"))
    assert page.shown.model.is_adding
    assert page.shown.form.values["kind"] == "insurance.cyber"
