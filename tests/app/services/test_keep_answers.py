"""Drafts, review and approval of the answers to a buyer's questions."""

from dataclasses import replace
from datetime import datetime

from app.domain.questionnaire import Question, Slot
from app.domain.responses import Person, ResponseKey, ResponseState, Unreviewed
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.services.keep_answers import (
    Draft,
    approve_drafts,
    clear_answer,
    reopen_responses,
    save_draft,
    send_to_review,
)
from tests.samples.workspace_in_memory import MemoryWorkspace

QUESTION = Question("q-1", "Do you hold ISO 27001?", Slot("t0.r1.c1"), ref="3.1")
OFFER = Suggestion("q-1", "Yes", True, 0.96, Source(SourceKind.EVIDENCE, "e1", "ISO 27001 certificate"))
DRAFT = Draft(QUESTION, ResponseKey("digest", "q-1", "tender"), "r1", True, OFFER)
AT = datetime(2026, 11, 22, 9, 41)


def test_a_draft_taken_from_a_suggestion_keeps_its_source_and_is_not_edited() -> None:
    kept = save_draft(MemoryWorkspace(), DRAFT, "me")
    assert (kept.source, kept.confidence, kept.edited, kept.state) == (OFFER.source, 0.96, False, ResponseState.DRAFT)


def test_a_draft_changed_by_hand_says_so_and_keeps_its_source() -> None:
    workspace = MemoryWorkspace()
    save_draft(workspace, DRAFT, "me")
    kept = save_draft(workspace, replace(DRAFT, value="Yes, since 2019", suggestion=None), "me")
    assert (kept.value, kept.edited, kept.source) == ("Yes, since 2019", True, OFFER.source)
    assert len(workspace.unit.responses.all()) == 1


def test_approving_keeps_what_stands_in_the_editor_at_that_moment() -> None:
    workspace = MemoryWorkspace()
    save_draft(workspace, replace(DRAFT, value="Y"), "me")
    (approved,) = approve_drafts(workspace, [replace(DRAFT, value="Yes")], Person("A. Field"), AT)
    assert (approved.value, approved.may_be_filled, approved.reviewer) == ("Yes", True, Person("A. Field"))


def test_approving_what_was_saved_does_not_count_as_an_edit() -> None:
    workspace = MemoryWorkspace()
    save_draft(workspace, DRAFT, "me")
    (approved,) = approve_drafts(workspace, [replace(DRAFT, suggestion=None)], Person("A. Field"), AT)
    assert not approved.edited


def test_saving_the_same_words_twice_writes_once() -> None:
    workspace = MemoryWorkspace()
    save_draft(workspace, DRAFT, "me")
    save_draft(workspace, DRAFT, "me")
    assert len(workspace.unit.journal.recent(9)) == 1


def test_an_edited_approved_answer_is_a_draft_again() -> None:
    workspace = MemoryWorkspace()
    approve_drafts(workspace, [DRAFT], Person("A. Field"), AT)
    edited = save_draft(workspace, replace(DRAFT, value="No", suggestion=None), "me")
    assert (edited.state, edited.reviewer, edited.reviewed_at) == (ResponseState.DRAFT, Unreviewed(), None)
    assert not edited.may_be_filled


def test_saving_an_approved_answer_unchanged_leaves_it_approved() -> None:
    workspace = MemoryWorkspace()
    approve_drafts(workspace, [DRAFT], Person("A. Field"), AT)
    assert save_draft(workspace, replace(DRAFT, suggestion=None), "me").may_be_filled


def test_review_and_reopening_take_approval_away() -> None:
    workspace = MemoryWorkspace()
    approve_drafts(workspace, [DRAFT], Person("A. Field"), AT)
    (sent,) = send_to_review(workspace, [DRAFT], "me")
    assert (sent.state, sent.may_be_filled) == (ResponseState.IN_REVIEW, False)
    approve_drafts(workspace, [DRAFT], Person("A. Field"), AT)
    (reopened,) = reopen_responses(workspace, ["r1", "gone"], "me")
    assert (reopened.state, reopened.may_be_filled) == (ResponseState.DRAFT, False)


def test_a_cleared_answer_is_gone_and_clearing_twice_is_harmless() -> None:
    workspace = MemoryWorkspace()
    save_draft(workspace, DRAFT, "me")
    clear_answer(workspace, "r1", "me")
    clear_answer(workspace, "r1", "me")
    assert workspace.unit.responses.all() == ()
