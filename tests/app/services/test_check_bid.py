from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import NotFound, OverrideOutsideTender, ReasonNotGiven, ReviewerNotGiven
from app.domain.filling import FillReport
from app.domain.findings import Check, Finding, Gravity
from app.domain.responses import Person, Response, ResponseKey
from app.interchange.questionnaire_json import questionnaire_from_json
from app.readers import read_file
from app.services.check_bid import Checked, check_file, check_tender
from app.services.gather_bid import original_of, tender_of_file
from app.services.keep_fills import Fill, keep_fill
from app.services.override_findings import Named, find_finding, override_finding, take_back_override
from app.services.ports import Ports
from app.services.suggest_answers import Bid
from tests.samples.notices import with_criteria, write_notice
from tests.samples.questionnaire_of_eight import DIGEST, QUESTIONNAIRE
from tests.samples.tender_in_memory import TENDER, workspace_with_tender
from tests.samples.workspace_in_memory import MemoryWorkspace

NOW = datetime(2026, 11, 22, 9, 41)
PERSON = Person("Piran Shah")


def ports(**given: object) -> Ports:
    def unused(*_arguments: object) -> None:
        raise AssertionError("not needed")

    needed = dict.fromkeys(("read", "fill", "match", "workspaces", "catalogue"), unused)
    return Ports(**(needed | {"now": lambda: NOW, "load_questionnaire": questionnaire_from_json} | given))  # type: ignore[arg-type]


def answered(workspace: MemoryWorkspace, question_id: str, value: object, by: Person | None = PERSON) -> Response:
    question = QUESTIONNAIRE.question(question_id)
    assert question
    key = ResponseKey(DIGEST, question_id, TENDER.id)
    response = Response(f"r-{question_id}", key, question.text, value)  # type: ignore[arg-type]
    return workspace.unit.responses.add(response.approved_by(by, NOW) if by else response)


def the(checked: Checked, check: Check, question_id: str) -> Finding:
    return next(one for one in checked.findings if one.check is check and one.where.id == question_id)


def test_a_file_nobody_has_begun_is_one_finding() -> None:
    checked = check_tender(workspace_with_tender(), ports(), TENDER)  # type: ignore[arg-type]
    assert [(one.check, one.gravity, one.where.kind) for one in checked.findings] == [
        (Check.UNANSWERED, Gravity.STOPS, "file")
    ]
    assert not checked.passes


@pytest.mark.parametrize(
    ("text", "gravity"), [("Who leads the team?", Gravity.STOPS), ("If relevant, name your agent", Gravity.HINT)]
)
def test_a_file_nobody_has_begun_stops_the_bid_unless_all_of_it_may_stay_empty(text: str, gravity: Gravity) -> None:
    questions = tuple(replace(one, text=text, guidance="", mandatory=False) for one in QUESTIONNAIRE.questions[:2])
    workspace = workspace_with_tender(replace(QUESTIONNAIRE, questions=questions))
    checked = check_tender(workspace, ports(), TENDER)  # type: ignore[arg-type]
    assert [one.gravity for one in checked.findings] == [gravity]


def test_a_notice_nobody_answers_is_a_hint_and_lets_the_bid_pass(tmp_path: Path) -> None:
    criterion = {"type": "suitability", "description": "Membership of a trade body"}
    notice = read_file(write_notice(tmp_path / "notice.json", with_criteria(criterion)))
    workspace = workspace_with_tender(replace(notice, digest=DIGEST))
    checked = check_tender(workspace, ports(), TENDER)  # type: ignore[arg-type]
    assert [(one.check, one.gravity) for one in checked.findings] == [(Check.UNANSWERED, Gravity.HINT)]
    assert checked.passes


def test_a_mandatory_question_without_an_answer_stops_the_bid_and_another_is_to_be_looked_at() -> None:
    workspace = workspace_with_tender()
    answered(workspace, "q-iso", True)
    checked = check_tender(workspace, ports(), TENDER)  # type: ignore[arg-type]
    assert the(checked, Check.UNANSWERED, "q-name").gravity is Gravity.STOPS
    assert the(checked, Check.UNANSWERED, "q-date").gravity is Gravity.LOOK_AGAIN
    assert not any(one.where.id in ("q-plan", "q-sign") for one in checked.findings)


def test_what_was_let_through_without_a_person_does_not_pass() -> None:
    workspace = workspace_with_tender()
    answered(workspace, "q-date", "2026-09-18", by=None)
    checked = check_tender(workspace, ports(), TENDER)  # type: ignore[arg-type]
    assert the(checked, Check.UNREVIEWED, "q-date").gravity is Gravity.LOOK_AGAIN


def test_an_override_holds_until_the_answer_changes() -> None:
    workspace = workspace_with_tender()
    answered(workspace, "q-name", "Harbour Systems Ltd")
    response = answered(workspace, "q-breach", "We tell you at once, by telephone and then in writing, within one day.")
    checked = check_tender(workspace, ports(), TENDER)  # type: ignore[arg-type]
    finding = the(checked, Check.LIMIT, "q-breach")
    override_finding(workspace, TENDER, finding, "Agreed with the buyer", "Piran Shah", NOW)  # type: ignore[arg-type]

    def again() -> Finding:
        held = workspace.unit.tenders.get(TENDER.id)
        assert held
        return the(check_tender(workspace, ports(), held), Check.LIMIT, "q-breach")  # type: ignore[arg-type]

    word = again().override
    assert word
    assert (word.reason, word.by, word.at) == ("Agreed with the buyer", "Piran Shah", NOW)
    workspace.unit.responses.replace(replace(response, value=f"{response.value} And once more in writing."))
    assert again().override is None


def test_an_override_can_be_taken_back() -> None:
    workspace = workspace_with_tender()
    answered(workspace, "q-name", "Harbour [insert name] Ltd")
    held = workspace.unit.tenders.get(TENDER.id)
    finding = the(check_tender(workspace, ports(), TENDER), Check.LEFTOVER, "q-name")  # type: ignore[arg-type]
    override_finding(workspace, held, finding, "It is our name", "Piran Shah", NOW)  # type: ignore[arg-type]
    take_back_override(workspace, TENDER.id, Named(finding.id, "1"), "Piran Shah")  # type: ignore[arg-type]
    after = workspace.unit.tenders.get(TENDER.id)
    assert the(check_tender(workspace, ports(), after), Check.LEFTOVER, "q-name").stands  # type: ignore[arg-type]


def test_an_override_needs_a_reason_a_person_and_a_tender() -> None:
    workspace = workspace_with_tender()
    finding = check_tender(workspace, ports(), TENDER).findings[0]  # type: ignore[arg-type]
    with pytest.raises(ReasonNotGiven):
        override_finding(workspace, TENDER, finding, " ", "Piran Shah", NOW)  # type: ignore[arg-type]
    with pytest.raises(ReviewerNotGiven):
        override_finding(workspace, TENDER, finding, "Right", "", NOW)  # type: ignore[arg-type]
    with pytest.raises(OverrideOutsideTender):
        override_finding(workspace, None, finding, "Right", "Piran Shah", NOW)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        find_finding((finding,), "f-none")


def test_a_file_is_checked_in_the_one_tender_that_holds_it() -> None:
    workspace = workspace_with_tender()
    answered(workspace, "q-name", "{{ legal_name }}")
    tender = tender_of_file(workspace.unit, QUESTIONNAIRE)  # type: ignore[arg-type]
    assert tender == TENDER
    bid = Bid(TENDER.reference_dates(NOW.date()), TENDER.id)
    checked = check_file(workspace, ports(), Path("x.docx"), QUESTIONNAIRE, bid)  # type: ignore[arg-type]
    assert the(checked, Check.LEFTOVER, "q-name").gravity is Gravity.STOPS


def test_ids_of_findings_are_the_same_in_every_run() -> None:
    workspace = workspace_with_tender()
    answered(workspace, "q-name", "TBC")
    first, second = (check_tender(workspace, ports(), TENDER) for _ in range(2))  # type: ignore[arg-type]
    assert [one.id for one in first.findings] == [one.id for one in second.findings]
    assert len({one.id for one in first.findings}) == len(first.findings)


def test_a_filled_copy_is_known_by_the_proof_of_its_filling() -> None:
    workspace = workspace_with_tender()
    keep_fill(workspace, "file-1", Fill("/home/me/ITT filled.docx", NOW, FillReport("ITT filled.docx")), "me")  # type: ignore[arg-type]
    unit = workspace.unit
    assert original_of(unit, ports(), Path("/tmp/ITT filled.docx"), "e" * 64) == (QUESTIONNAIRE, TENDER)  # type: ignore[arg-type]
    assert original_of(unit, ports(), Path("/tmp/Other.docx"), "e" * 64) is None  # type: ignore[arg-type]
    assert original_of(unit, ports(), Path("/tmp/ITT filled.docx"), DIGEST) is None  # type: ignore[arg-type]
