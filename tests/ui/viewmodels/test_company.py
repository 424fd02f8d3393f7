"""The company page's state: sections, facts on a day, changes with history, undo."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.profile import Knowledge
from app.domain.records import Evidence, Fact
from app.domain.responses import Response, ResponseKey, ResponseState
from app.domain.suggestions import Source, SourceKind
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.viewmodels.company import CompanyViewModel
from ui.viewmodels.facts import Use
from ui.viewmodels.session import Session


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    made.unit.facts.add(
        Fact("f1", "supplier.legal_name", "Harbour Systems Ltd", date(2014, 3, 3), source="Companies House")
    )
    made.unit.facts.add(Fact("f2", "payment.share_within_30", 97.5))
    made.unit.evidence.add(
        Evidence("e1", "insurance.public_liability", issuer="Mutual", cover=5_000_000, ends=date(2026, 12, 1))
    )
    return made


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    return make_session(workspace)


@pytest.fixture
def company(session: Session) -> CompanyViewModel:
    model = CompanyViewModel(session)
    model.reload()
    return model


def test_sections_count_what_is_known_and_warn_of_what_lapses(company: CompanyViewModel) -> None:
    said = [(row.title, row.known, row.total, row.lapses) for row in company.sections]
    assert said == [("Basic information", 1, 5, False), ("Payments", 1, 2, False), ("Insurance", 1, 2, True)]
    assert (company.known, company.total) == (3, 9)


def test_rows_say_value_period_and_source(company: CompanyViewModel) -> None:
    first, second, *_ = company.rows
    assert (first.value, first.valid, first.source) == ("Harbour Systems Ltd", "From 3 Mar 2014", "Companies House")
    assert (second.value, second.knowledge) == ("Not known yet", Knowledge.UNKNOWN)


def test_an_insurance_is_answered_by_its_evidence(company: CompanyViewModel) -> None:
    company.choose_section("insurance")
    assert (company.rows[0].value, company.rows[0].valid) == ("Mutual, £5,000,000", "To 1 Dec 2026")


def test_a_change_keeps_the_value_before_it_in_the_history(company: CompanyViewModel) -> None:
    company.open_fact("supplier.legal_name")
    company.record_change("Harbour Systems Group Ltd", date(2026, 11, 1))
    now = company.open
    assert now is not None
    assert [(entry.value, entry.period, entry.holds) for entry in now.history] == [
        ("Harbour Systems Group Ltd", "1 Nov 2026 to now", True),
        ("Harbour Systems Ltd", "3 Mar 2014 to 31 Oct 2026", False),
    ]


def test_facts_are_shown_as_at_the_chosen_day(company: CompanyViewModel) -> None:
    company.open_fact("supplier.legal_name")
    company.record_change("Harbour Systems Group Ltd", date(2026, 11, 1))
    company.look_at(date(2026, 10, 31))
    assert company.rows[0].value == "Harbour Systems Ltd"


def test_undo_brings_the_old_value_back_and_redo_the_new(company: CompanyViewModel, session: Session) -> None:
    company.open_fact("supplier.legal_name")
    company.record_change("Harbour Systems Group Ltd", date(2026, 11, 1))
    session.undo()
    assert company.rows[0].value == "Harbour Systems Ltd"
    session.redo()
    assert company.rows[0].value == "Harbour Systems Group Ltd"


def test_a_mistake_is_put_right_without_a_second_value(company: CompanyViewModel, workspace: MemoryWorkspace) -> None:
    company.open_fact("supplier.legal_name")
    now = company.open
    assert now is not None
    assert now.fact is not None
    company.fix_mistake(replace(now.fact, value="Harbour Systems Limited"))
    assert [fact.value for fact in workspace.unit.facts.all() if fact.key == "supplier.legal_name"] == [
        "Harbour Systems Limited"
    ]


def test_not_known_and_does_not_apply_are_told_apart(company: CompanyViewModel) -> None:
    company.open_fact("supplier.website")
    company.say_does_not_apply()
    assert company.rows[2].value == "Does not apply"
    company.say_not_known()
    assert company.rows[2].value == "Not known yet"


def test_search_runs_over_all_sections_and_values(company: CompanyViewModel) -> None:
    company.search("97.5")
    assert [row.label for row in company.rows] == ["Paid within 30 days"]
    company.search("")
    assert len(company.rows) == 5


def test_opening_a_fact_elsewhere_brings_its_section(company: CompanyViewModel) -> None:
    company.open_fact("payment.terms_days")
    assert company.section_id == "payments"


def test_a_fact_of_ones_own_gets_a_section_of_its_own(company: CompanyViewModel) -> None:
    assert company.add_custom("Fleet size", 12) == "custom.fleet_size"
    assert [(row.label, row.value) for row in company.rows] == [("Fleet size", "12")]
    assert company.open is not None
    assert company.open.section == "Your own facts"


def test_a_custom_fact_without_a_name_is_not_kept(company: CompanyViewModel) -> None:
    assert company.add_custom("  ?", 12) == ""
    assert company.total == 9


def test_an_open_fact_lists_the_answers_that_rest_on_it(workspace: MemoryWorkspace, session: Session) -> None:
    source = Source(SourceKind.FACT, "f1", "Legal name")
    key = ResponseKey("digest", "q1")
    workspace.unit.responses.add(Response("r1", key=key, question_text="Full name", value="x", source=source))
    company = CompanyViewModel(session)
    company.reload()
    company.open_fact("supplier.legal_name")
    assert company.open is not None
    assert company.open.uses == (Use("Full name", ResponseState.DRAFT),)
    assert company.rows[0].uses == 1


def test_each_deed_offers_undo_in_a_toast(company: CompanyViewModel, session: Session) -> None:
    notices = []
    session.noticed.connect(notices.append)
    company.open_fact("supplier.website")
    company.record_change("https://harbour.example", None)
    assert [(notice.text, notice.undo) for notice in notices] == [("Website changed", True)]
