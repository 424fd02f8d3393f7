"""Drafts, review and approval of the answers to a buyer's questions."""

from dataclasses import replace
from datetime import datetime

from app.domain.questionnaire import Question, Slot
from app.domain.responses import Person, ResponseKey, ResponseState, Unreviewed
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.services.keep_answers import (
    Draft,
    approve_responses,
    clear_answer,
    reopen_responses,
    save_draft,
    send_to_review,
)
from tests.samples.workspace_in_memory import MemoryWorkspace

QUESTION = Question("q-1", "Do you hold ISO 27001?", Slot("t0.r1.c1"), ref="3.1")
KEY = ResponseKey("digest", "q-1", "tender")
OFFER = Suggestion("q-1", "Yes", True, 0.96, Source(SourceKind.EVIDENCE, "e1", "ISO 27001 certificate"))


def test_a_draft_taken_from_a_suggestion_keeps_its_source_and_is_not_edited() -> None:
    workspace = MemoryWorkspace()
    kept = save_draft(workspace, Draft(QUESTION, KEY, True, suggestion=OFFER), "me")
    assert (kept.source, kept.confidence, kept.edited, kept.state) == (OFFER.source, 0.96, False, ResponseState.DRAFT)


def test_a_draft_changed_by_hand_says_so_and_keeps_its_source() -> None:
    workspace = MemoryWorkspace()
    held = save_draft(workspace, Draft(QUESTION, KEY, "Yes", suggestion=replace(OFFER, value="Yes")), "me")
    kept = save_draft(workspace, Draft(QUESTION, KEY, "Yes, since 2019", held), "me")
    assert (kept.value, kept.edited, kept.source) == ("Yes, since 2019", True, OFFER.source)
    assert len(workspace.unit.responses.all()) == 1


def test_an_edited_approved_answer_is_a_draft_again() -> None:
    workspace = MemoryWorkspace()
    held = save_draft(workspace, Draft(QUESTION, KEY, "Yes"), "me")
    (approved,) = approve_responses(workspace, [held], Person("A. Field"), datetime(2026, 11, 22, 9, 41))
    assert approved.may_be_filled
    edited = save_draft(workspace, Draft(QUESTION, KEY, "No", approved), "me")
    assert (edited.state, edited.reviewer, edited.reviewed_at) == (ResponseState.DRAFT, Unreviewed(), None)
    assert not edited.may_be_filled


def test_review_and_reopening_take_approval_away() -> None:
    workspace = MemoryWorkspace()
    held = save_draft(workspace, Draft(QUESTION, KEY, "Yes"), "me")
    (approved,) = approve_responses(workspace, [held], Person("A. Field"), datetime(2026, 11, 22, 9, 41))
    (sent,) = send_to_review(workspace, [approved], "me")
    assert sent.state is ResponseState.IN_REVIEW
    (reopened,) = reopen_responses(workspace, [sent], "me")
    assert (reopened.state, reopened.may_be_filled) == (ResponseState.DRAFT, False)


def test_a_cleared_answer_is_gone() -> None:
    workspace = MemoryWorkspace()
    held = save_draft(workspace, Draft(QUESTION, KEY, "Yes"), "me")
    clear_answer(workspace, held, "me")
    assert workspace.unit.responses.all() == ()
