"""Suggestions for a form, its review, and approval by question id."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.dates import ReferenceDates
from app.domain.errors import NotFound
from app.domain.questionnaire import Question, Questionnaire, Slot
from app.domain.responses import Person, Response, ResponseKey, ResponseState, Unreviewed
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.services.approve_answers import approve_answers
from app.services.ports import Ports
from app.services.review_questionnaire import review_questionnaire
from app.services.suggest_answers import Bid, name_tenders, suggest_answers
from tests.samples.window_session import make_ports
from tests.samples.workspace_in_memory import MemoryWorkspace

NAME = Question("q-name", "Company name", Slot("t0.r0.c1"))
SIZE = Question("q-size", "Company size", Slot("t0.r1.c1"))
FORM = Questionnaire("form.docx", "docx", "digest", (NAME, SIZE))
BID = Bid(ReferenceDates.all_on(date(2026, 11, 22)), "tender")
OFFER = Suggestion("q-name", "Marram Ltd", "Marram Ltd", 0.98, Source(SourceKind.FACT, "f1", "Legal name"))
ANN, AT = Person("Ann Field"), datetime(2026, 11, 22, 9, 41)


class Matcher:
    """Offers a name for the first question, and remembers what it was asked with."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def __call__(self, *arguments: object) -> Mapping[str, tuple[Suggestion, ...]]:
        self.asked.append(arguments)
        return {"q-name": (OFFER,), "q-size": ()}


def _ports(match: Matcher | None = None) -> Ports:
    return replace(make_ports(), match=match or Matcher(), now=lambda: AT)


def _draft(value: str, state: ResponseState = ResponseState.DRAFT) -> Response:
    return Response("r1", ResponseKey("digest", "q-size", "tender"), "Company size", value, state)


def test_the_whole_form_is_matched_with_what_people_approved_before() -> None:
    workspace, match = MemoryWorkspace(), Matcher()
    past = Response(
        "p", ResponseKey("other", "q"), "Company name", "Marram Ltd", ResponseState.APPROVED, reviewer=Person("Bo")
    )
    workspace.unit.responses.add(past)
    workspace.unit.responses.add(_draft("Small"))
    suggest_answers(workspace.unit, FORM, BID, _ports(match))  # type: ignore[arg-type]
    questions, _, memory, party_id, dates, *_ = match.asked[0]
    assert (questions, memory, party_id, dates) == (FORM.questions, (past,), None, BID.dates)


def test_the_best_suggestion_is_approved_in_a_persons_name() -> None:
    workspace = MemoryWorkspace()
    approval = approve_answers(workspace, FORM, ["q-name"], BID, _ports(), ANN)  # type: ignore[arg-type]
    (response,) = workspace.unit.responses.all()
    assert approval.approved == (response,)
    assert response.key == ResponseKey("digest", "q-name", "tender", None)
    assert (response.value, response.reviewer, response.reviewed_at, response.source) == (
        "Marram Ltd",
        ANN,
        AT,
        OFFER.source,
    )
    assert response.may_be_filled


def test_a_draft_goes_before_the_suggestion_and_keeps_its_words() -> None:
    workspace, match = MemoryWorkspace(), Matcher()
    workspace.unit.responses.add(_draft("Small"))
    approve_answers(workspace, FORM, ["q-size"], BID, _ports(match), ANN)  # type: ignore[arg-type]
    (response,) = workspace.unit.responses.all()
    assert (response.value, response.state, response.id) == ("Small", ResponseState.APPROVED, "r1")
    assert match.asked == []


def test_a_question_without_any_answer_is_left() -> None:
    approval = approve_answers(MemoryWorkspace(), FORM, ["q-name", "q-size"], BID, _ports(), ANN)  # type: ignore[arg-type]
    assert [one.id for one in approval.left] == ["q-size"]
    assert len(approval.approved) == 1


def test_an_unknown_id_approves_nothing() -> None:
    workspace = MemoryWorkspace()
    with pytest.raises(NotFound):
        approve_answers(workspace, FORM, ["q-name", "q-other"], BID, _ports(), ANN)  # type: ignore[arg-type]
    assert workspace.unit.responses.all() == ()


def test_another_tenders_response_is_not_this_ones() -> None:
    workspace = MemoryWorkspace()
    workspace.unit.responses.add(_draft("Small"))
    elsewhere = Bid(BID.dates, "another tender")
    reviewed = review_questionnaire(workspace.unit, FORM, elsewhere, _ports())  # type: ignore[arg-type]
    assert [one.response for one in reviewed] == [None, None]


def test_a_review_shows_the_response_and_the_best_suggestion_in_the_forms_order() -> None:
    workspace = MemoryWorkspace()
    held = workspace.unit.responses.add(_draft("Small"))
    reviewed = review_questionnaire(workspace.unit, FORM, BID, _ports())  # type: ignore[arg-type]
    assert [(one.question, one.response, one.suggestion) for one in reviewed] == [
        (NAME, None, OFFER),
        (SIZE, held, None),
    ]
    assert held.reviewer == Unreviewed()


def test_a_past_answer_says_in_which_tender_it_was_given() -> None:
    past = Response("p", ResponseKey("other", "q", "t1"), "Company name", "Marram Ltd")
    memory = replace(OFFER, source=Source(SourceKind.MEMORY, "p", "Answered before", "you answered “Name”"))
    offered = name_tenders({"q-name": (memory, OFFER)}, (past,), {"t1": "Grounds maintenance"})
    assert offered["q-name"][0].source.why == "in the tender “Grounds maintenance”; you answered “Name”"
    assert offered["q-name"][1] == OFFER
