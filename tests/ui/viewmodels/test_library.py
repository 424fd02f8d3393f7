"""The answer library's state: search, facets, lengths, approval."""

from datetime import date

import pytest

from app.domain.records import AnswerState, AnswerVariant, LibraryAnswer
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.viewmodels.answer_index import Facets, Freshness
from ui.viewmodels.library import AnswerDraft, LibraryViewModel
from ui.viewmodels.session import Session


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    add = made.unit.answers.add
    add(
        LibraryAnswer(
            "a1",
            key="breach",
            questions=("How do you report a data breach?", "Notify a breach"),
            variants=(AnswerVariant("We tell the customer within 24 hours."), AnswerVariant("word " * 120)),
            tags=("Data protection",),
            reviewed_on=date(2026, 11, 2),
            review_by=date(2027, 5, 2),
        )
    )
    add(
        LibraryAnswer(
            "a2",
            key="backup",
            questions=("How is data backed up?",),
            variants=(AnswerVariant("Nightly, and a breach of it is an incident."),),
            tags=("Continuity",),
            state=AnswerState.DRAFT,
            review_by=date(2026, 10, 13),
        )
    )
    return made


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    return make_session(workspace)


@pytest.fixture
def library(session: Session) -> LibraryViewModel:
    model = LibraryViewModel(session)
    model.reload()
    return model


def test_rows_tell_lengths_and_freshness(library: LibraryViewModel) -> None:
    first, second = library.rows
    assert (first.sizes, first.due, first.freshness) == (("S", "M"), "Reviewed 2 Nov 2026", Freshness.FRESH)
    assert (second.due, second.freshness) == ("40 days overdue", Freshness.OVERDUE)
    assert (library.total, library.wordings) == (2, 3)


def test_an_answer_with_the_words_in_its_question_comes_first(library: LibraryViewModel) -> None:
    library.search("breach")
    assert [row.id for row in library.rows] == ["a1", "a2"]
    library.search("breach nightly")
    assert [row.id for row in library.rows] == ["a2"]
    library.search("breach")
    assert [row.id for row in library.rows] == ["a1", "a2"]


def test_facets_narrow_and_are_counted(library: LibraryViewModel) -> None:
    library.narrow(Facets(states=frozenset({AnswerState.DRAFT})))
    assert [row.id for row in library.rows] == ["a2"]
    assert library.found.tags == {"Data protection": 1, "Continuity": 1}


def test_an_edit_counts_words_anew_and_shows_at_once(library: LibraryViewModel, workspace: MemoryWorkspace) -> None:
    library.open_answer("a2")
    assert library.keep(AnswerDraft(("How is data kept safe?",), ("Nightly and off site.",), AnswerState.DRAFT))
    assert library.rows[1].title == "How is data kept safe?"
    kept = workspace.unit.answers.get("a2")
    assert kept is not None
    assert kept.variants[0].words == 4


def test_an_answer_without_text_is_not_kept(library: LibraryViewModel, workspace: MemoryWorkspace) -> None:
    library.add()
    assert not library.keep(AnswerDraft(("A question?",), ("  ",), AnswerState.DRAFT))
    assert len(workspace.unit.answers.all()) == 2


def test_a_new_answer_is_found_by_its_words(library: LibraryViewModel) -> None:
    library.add()
    library.keep(AnswerDraft(("Do you use electric vans?",), ("All twelve.",), AnswerState.DRAFT))
    library.search("vans")
    assert [row.title for row in library.rows] == ["Do you use electric vans?"]
    assert library.open is not None
    assert library.open.questions == ("Do you use electric vans?",)


def test_approving_dates_the_review(library: LibraryViewModel, workspace: MemoryWorkspace) -> None:
    library.open_answer("a2")
    library.set_state(AnswerState.APPROVED)
    kept = workspace.unit.answers.get("a2")
    assert kept is not None
    assert (kept.state, kept.reviewed_on) == (AnswerState.APPROVED, date(2026, 11, 22))


def test_a_removed_answer_leaves_the_list_and_comes_back_by_undo(library: LibraryViewModel, session: Session) -> None:
    library.open_answer("a1")
    library.remove()
    assert [row.id for row in library.rows] == ["a2"]
    session.undo()
    assert {row.id for row in library.rows} == {"a1", "a2"}
    assert library.open is None
