"""Past bids taken in by the window."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.incoming import AnsweredQuestion, IncomingBid, TakenBids
from app.domain.questionnaire import Question, Slot
from app.interchange.bid_json import bid_from_json, bid_to_json
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import Command, Outcome
from ui.viewmodels.past_bids import PastBids
from ui.viewmodels.session import Notice, Session

TEXT = "Our service desk answers within one hour, and an engineer follows the same day."
QUESTION = Question("q-1", "How will you support the service?", Slot("Sheet!C2"))
NAME = Question("q-2", "Company name", Slot("Sheet!C3"), ref="2")


def _run(command: Command) -> tuple[Outcome, str]:
    path = Path(command.arguments[1])
    if path.name == "bad.docx":
        return Outcome(3, b""), "bidfolio: bad.docx is damaged."
    bid = IncomingBid(path, (AnsweredQuestion(QUESTION, TEXT), AnsweredQuestion(NAME, "Harbour Works Ltd")))
    return Outcome(0, json.dumps(bid_to_json(bid)).encode()), ""


@pytest.fixture
def workspace() -> MemoryWorkspace:
    return MemoryWorkspace()


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    session = make_session(workspace, _run)
    asked = {QUESTION.id: "", NAME.id: "supplier.legal_name"}
    session.ports = replace(session.ports, load_bid=bid_from_json, facts_asked=lambda _questions: asked)
    return session


def test_bids_become_drafts_and_facts_in_one_deed(session: Session, workspace: MemoryWorkspace) -> None:
    told: list[Notice] = []
    session.noticed.connect(told.append)
    bids = PastBids(session)
    taken: list[TakenBids] = []
    bids.taken.connect(taken.append)
    bids.take_in([Path("one.docx"), Path("two.docx")])
    assert [one.answers.added for one in taken] == [1]
    assert taken[0].facts.added == 1
    assert [one.variants[0].text for one in workspace.unit.answers.all()] == [TEXT]
    assert told[-1].undo
    assert "1 fact and 1 draft" in told[-1].text


def test_a_bid_that_cannot_be_read_is_told_and_the_others_are_taken(
    session: Session, workspace: MemoryWorkspace
) -> None:
    bids = PastBids(session)
    refused: list[object] = []
    bids.failed.connect(refused.append)
    bids.take_in([Path("bad.docx"), Path("two.docx")])
    assert len(refused) == 1
    assert len(workspace.unit.answers.all()) == 1


def test_nothing_readable_changes_nothing(session: Session, workspace: MemoryWorkspace) -> None:
    PastBids(session).take_in([Path("bad.docx")])
    assert workspace.unit.answers.all() == ()
