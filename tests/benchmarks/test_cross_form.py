"""Questions that two forms put in their own words, and traps that only look alike, with the model and by words."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question, Slot
from app.domain.records import AnswerVariant, LibraryAnswer
from app.domain.suggestions import GREEN, Suggestion
from app.matching import match_questions
from app.matching.meaning.index import to_blob
from app.matching.meaning.model import LocalMeaning
from app.paths import RESOURCES
from tests.samples.match_sets import cross_form

PAIRS = cross_form()
pytestmark = [pytest.mark.bench, pytest.mark.skipif(not PAIRS, reason="the pairs of two forms are not at hand")]

MODEL = LocalMeaning(RESOURCES / "model")
EACH_WAY = [
    (asked, kept, row)
    for row in PAIRS
    for asked, kept in ((row["question_a"], row["question_b"]), (row["question_b"], row["question_a"]))
]
TEXTS = list(dict.fromkeys(text for row in PAIRS for text in (row["question_a"], row["question_b"])))
LEAST, PLACES = 0.95, 3


@pytest.mark.parametrize("model", [True, False], ids=["with the model", "by words"])
def test_the_same_question_of_another_form_stands_among_the_first_three(model: bool) -> None:
    hits = []
    for asked, kept, row in EACH_WAY:
        if row["relation"] == "same":
            right = {kept} | same_group(row["group"]) - {asked}
            offered = offers(asked, [text for text in TEXTS if text != asked], Kind.YES_NO, model=model)
            hits.append(any(one.source.title in right for one in offered[:PLACES]))
    sys.stdout.write(f"\nsame question in the first three: {sum(hits)} of {len(hits)}\n")
    assert sum(hits) >= LEAST * len(hits)


@pytest.mark.parametrize("model", [True, False], ids=["with the model", "by words"])
def test_a_trap_is_never_green_with_its_twin(model: bool) -> None:
    for asked, kept, row in EACH_WAY:
        if row["relation"] == "trap":
            for kind in (Kind.YES_NO, Kind.TEXT, Kind.LONG_TEXT):
                for library in ([kept], [text for text in TEXTS if text != asked]):
                    first = next(iter(offers(asked, library, kind, model=model)), None)
                    assert first is None or first.confidence < GREEN or first.source.title != kept, asked


def same_group(group: str) -> set[str]:
    """List what is asked in a group of questions that are the same."""
    own = [row for row in PAIRS if row["group"] == group and row["relation"] == "same"]
    return {text for row in own for text in (row["question_a"], row["question_b"])}


def offers(asked: str, library: Sequence[str], kind: Kind, *, model: bool) -> tuple[Suggestion, ...]:
    """Match one question with answers that are tokens, so that only the wordings count."""
    profile = Profile(
        answers=tuple(
            LibraryAnswer(f"a{at}", f"a{at}", (text,), (AnswerVariant(f"KEPT{at:05d}"),))
            for at, text in enumerate(library)
        )
    )
    vectors: Mapping[str, bytes] = (
        {digest: to_blob(MODEL.encode(own)) for digest, own in MODEL.texts(profile, ()).items()} if model else {}
    )
    dates = ReferenceDates.all_on(date(2026, 11, 22))
    question = Question("q", asked, Slot("Questions!C2"), kind)
    return match_questions([question], profile, (), None, dates, vectors, MODEL.encode if model else None)["q"]
