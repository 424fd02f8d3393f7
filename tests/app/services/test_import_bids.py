"""Past bids taken in beside what the profile holds already."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.incoming import AnsweredQuestion, IncomingBid, Taken, TakenBids
from app.domain.questionnaire import Question
from app.domain.records import AnswerState, AnswerVariant, Fact
from app.interchange.fact_catalogue import load_catalogue
from app.services.import_bids import import_bids
from app.storage.workspace import SqlWorkspace
from tests.samples.asking import TODAY, ask
from tests.samples.workspaces import new_id, new_workspace

TEXT = "Our service desk answers within one hour, and an engineer follows the same day."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[SqlWorkspace]:
    made = new_workspace(tmp_path)
    yield made
    made.close()


def _headcount(questions: Sequence[Question]) -> dict[str, str]:
    return {one.id: "workforce.headcount" for one in questions}


def _no_facts(_questions: Sequence[Question]) -> dict[str, str]:
    return {}


def _take(workspace: SqlWorkspace) -> TakenBids:
    answered = AnsweredQuestion(ask("How will you support the service?"), TEXT)
    return import_bids(workspace, [IncomingBid(Path("old.xlsx"), (answered,))], _no_facts, load_catalogue(), TODAY)


def test_an_answer_written_anew_since_the_first_time_stays_as_it_is(workspace: SqlWorkspace) -> None:
    assert _take(workspace).answers == Taken(added=1)
    with workspace.work("Improve") as work:
        (draft,) = work.answers.all()
        better = (AnswerVariant("Our desk answers in ten minutes, day and night."),)
        work.answers.replace(replace(draft, variants=better, state=AnswerState.APPROVED))
    assert _take(workspace).answers == Taken()
    with workspace.work("Look") as work:
        (kept,) = work.answers.all()
    assert (kept.variants, kept.state) == (better, AnswerState.APPROVED)


def test_the_same_number_written_another_way_agrees(workspace: SqlWorkspace) -> None:
    with workspace.work("Add") as work:
        work.facts.add(Fact(new_id(), key="workforce.headcount", value=34.0))
    bid = IncomingBid(Path("old.xlsx"), (AnsweredQuestion(ask("How many people do you employ?"), "34"),))
    assert import_bids(workspace, [bid], _headcount, load_catalogue(), TODAY) == TakenBids(facts=Taken(unchanged=1))
