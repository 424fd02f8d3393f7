"""The review's state: rows, filters, drafts, suggestions, approval, and coming back to it."""

import json

import pytest

from app.domain.preferences import Preferences
from app.domain.responses import Person, ResponseState
from app.interchange.questionnaire_json import questionnaire_to_json
from tests.samples.questionnaire_of_eight import OFFERS, QUESTIONNAIRE
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import NOW, USER, make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import Command, Outcome
from ui.viewmodels.questions import QuestionState, Show
from ui.viewmodels.review import ReviewViewModel
from ui.viewmodels.review_file import load_file
from ui.viewmodels.session import Session


@pytest.fixture
def workspace() -> MemoryWorkspace:
    return workspace_with_tender()


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    return make_session(workspace, suggestions=OFFERS)


def open_review(session: Session) -> ReviewViewModel:
    model = ReviewViewModel(session)
    model.open_file("tender-1")
    return model


@pytest.fixture
def review(session: Session) -> ReviewViewModel:
    return open_review(session)


def states(review: ReviewViewModel) -> list[str]:
    return [row.word for row in review.rows]


def test_a_fresh_file_shows_what_is_offered_and_what_is_not(review: ReviewViewModel) -> None:
    assert states(review) == [
        "Suggested", "Suggested", "No answer", "Suggested", "No answer", "No answer", "No answer", "Sign by hand",
    ]  # fmt: skip
    assert [row.confidence for row in review.rows][:2] == [0.98, 0.96]
    assert review.rows[0].answer == "Harbour Systems Ltd"
    assert review.rows[0].is_offer


def test_what_is_typed_is_a_draft_at_once_and_kept_soon(review: ReviewViewModel, workspace: MemoryWorkspace) -> None:
    review.open_question("q-breach")
    review.edit("We ring you.")
    assert review.rows[3].state is QuestionState.DRAFT
    assert review.is_saving
    review.save_now()
    (kept,) = workspace.unit.responses.all()
    assert (kept.value, kept.state, kept.edited) == ("We ring you.", ResponseState.DRAFT, True)
    assert not review.is_saving
    assert review.saved_at == NOW


def test_typing_on_writes_one_response(review: ReviewViewModel, workspace: MemoryWorkspace) -> None:
    review.open_question("q-date")
    for text in ("2026-09-17", "2026-09-18"):
        review.edit(text)
        review.save_now()
    assert [one.value for one in workspace.unit.responses.all()] == ["2026-09-18"]


def test_opening_another_question_keeps_the_one_before(review: ReviewViewModel, workspace: MemoryWorkspace) -> None:
    review.open_question("q-breach")
    review.edit("We ring you.")
    review.open_question("q-name")
    assert [one.value for one in workspace.unit.responses.all()] == ["We ring you."]


def test_an_answer_over_its_limit_is_a_problem(review: ReviewViewModel) -> None:
    review.open_question("q-breach")
    review.edit("word " * 14)
    row = review.rows[3]
    assert (row.state, row.word, row.over) == (QuestionState.PROBLEM, "Over limit", 4)
    assert row.spoken.endswith("over limit, 14 of 10 words, match 78 per cent")


def test_the_best_suggestion_stands_in_the_editor_and_is_no_draft_yet(
    review: ReviewViewModel, workspace: MemoryWorkspace
) -> None:
    review.open_question("q-breach")
    now = review.open
    assert now is not None
    assert now.shown == "We tell you within 24 hours."
    review.open_question("q-date")
    assert workspace.unit.responses.all() == ()


def test_a_doubtful_suggestion_waits_to_be_asked_for(qapp: object, workspace: MemoryWorkspace) -> None:
    review = open_review(make_session(workspace, suggestions={"q-breach": OFFERS["q-breach"][1:]}))
    review.open_question("q-breach")
    now = review.open
    assert now is not None
    assert (now.shown, now.offered) == (None, None)
    assert review.insert(1) is not None
    assert review.open is not None
    assert review.open.shown == "By phone and secure email."


def test_a_second_suggestion_goes_below_what_was_typed(review: ReviewViewModel) -> None:
    review.open_question("q-breach")
    review.edit("We ring you.")
    review.insert(2)
    assert review.open is not None
    assert review.open.shown == "We ring you.\n\nBy phone and secure email."
    assert review.insert(9) is None


def test_approving_names_the_person_and_goes_on(review: ReviewViewModel, workspace: MemoryWorkspace) -> None:
    review.open_question("q-name")
    review.approve_and_next()
    (kept,) = workspace.unit.responses.all()
    assert (kept.value, kept.reviewer, kept.reviewed_at, kept.edited) == (
        "Harbour Systems Ltd", Person(USER), NOW, False,
    )  # fmt: skip
    assert review.rows[0].state is QuestionState.APPROVED
    assert review.open_id == "q-iso"


def test_approved_says_who_and_when(review: ReviewViewModel) -> None:
    review.open_question("q-name")
    review.approve()
    assert review.open is not None
    assert review.open.behind == "Approved by P. Shah, 22 Nov 2026 09:41"


def test_an_empty_answer_cannot_be_approved(review: ReviewViewModel, workspace: MemoryWorkspace) -> None:
    review.open_question("q-date")
    assert not review.approve()
    review.edit("  ")
    assert not review.send_to_review()


def test_nobody_approves_without_a_name(qapp: object, workspace: MemoryWorkspace) -> None:
    session = make_session(workspace, suggestions=OFFERS)
    session._preferences = Preferences()
    review = open_review(session)
    asked = []
    review.nameless.connect(lambda: asked.append(True))
    review.open_question("q-name")
    assert not review.approve()
    assert asked == [True]


def test_editing_an_approved_answer_takes_the_approval_away(review: ReviewViewModel) -> None:
    review.open_question("q-name")
    review.approve()
    review.edit("Harbour Systems Group Ltd")
    review.save_now()
    assert review.rows[0].state is QuestionState.DRAFT
    assert review.open is not None
    assert review.open.behind == ""


def test_review_reopen_and_clear_move_the_state(review: ReviewViewModel) -> None:
    review.open_question("q-name")
    review.send_to_review()
    assert review.rows[0].word == "In review"
    review.approve()
    review.reopen()
    assert review.rows[0].word == "Draft"
    review.clear()
    assert review.rows[0].word == "Suggested"


def test_undo_takes_an_approval_back(review: ReviewViewModel, session: Session) -> None:
    review.open_question("q-name")
    review.approve()
    session.undo()
    assert review.rows[0].word == "Suggested"
    session.redo()
    assert review.rows[0].word == "Approved"


def test_a_question_falls_away_by_the_answer_it_hangs_on(review: ReviewViewModel) -> None:
    review.open_question("q-iso")
    review.edit(True)
    assert review.rows[2].word == "Not asked"
    assert not review.rows[2].needs_you
    review.edit(False)
    assert review.rows[2].word == "No answer"


def test_filters_count_and_list(review: ReviewViewModel) -> None:
    review.open_question("q-name")
    review.approve()
    assert review.counts[Show.NEEDS_YOU] == 6
    assert review.counts[Show.APPROVED] == 1
    review.narrow(Show.APPROVED)
    assert [row.id for row in review.rows] == ["q-name"]
    review.narrow(Show.ALL, text="data breach")
    assert [row.id for row in review.rows] == ["q-breach"]
    review.narrow(section="Section 3", text="")
    assert [row.ref for row in review.rows] == ["3.4", "3.5", "3.6"]


def test_a_draft_does_not_leave_the_list_while_it_is_typed(review: ReviewViewModel) -> None:
    review.narrow(Show.NO_ANSWER)
    review.open_question("q-date")
    review.edit("2026-09-18")
    assert "q-date" in [row.id for row in review.rows]


def test_next_that_needs_you_goes_round_and_skips_what_is_signed_by_hand(review: ReviewViewModel) -> None:
    review.open_question("q-staff")
    assert review.go_to_next()
    assert review.open_id == "q-name"
    assert review.go_to_next(-1)
    assert review.open_id == "q-staff"


def test_closing_and_opening_again_loses_nothing(review: ReviewViewModel, session: Session) -> None:
    review.open_question("q-name")
    review.approve()
    review.open_question("q-breach")
    review.edit("We ring you.")
    session.locked.emit()
    again = open_review(make_session(session.workspace, suggestions=OFFERS))  # type: ignore[arg-type]
    assert states(again)[:4] == ["Approved", "Suggested", "No answer", "Draft"]
    again.open_question("q-breach")
    assert again.open is not None
    assert again.open.shown == "We ring you."


def test_opening_the_same_file_twice_keeps_what_is_being_typed(review: ReviewViewModel) -> None:
    review.open_question("q-breach")
    review.edit("We ring you.")
    review._drafts._clock.stop()
    review._take(load_file(review._session.workspace.unit, review._session.ports, "tender-1", None))  # type: ignore[attr-defined]
    assert review.open is not None
    assert review.open.shown == "We ring you."


def test_a_file_that_was_not_read_yet_is_read_when_it_is_opened(qapp: object) -> None:
    asked: list[Command] = []

    def run(command: Command) -> tuple[Outcome, str]:
        asked.append(command)
        return Outcome(0, json.dumps(questionnaire_to_json(QUESTIONNAIRE)).encode()), ""

    workspace = workspace_with_tender(None)
    review = open_review(make_session(workspace, run))
    assert asked[0].arguments[0] == "questions"
    assert asked[0].arguments[1].endswith("ITT questionnaire.docx")
    assert review.total == 8
