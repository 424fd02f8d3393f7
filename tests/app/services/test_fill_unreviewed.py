"""Letting suggestions through without a person: which, how they are marked, and what they never touch."""

from dataclasses import replace

from app.domain.questionnaire import Kind, Question, Questionnaire, Slot
from app.domain.responses import Person, Response, ResponseKey, ResponseState, Unreviewed
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.services.fill_unreviewed import choose_unreviewed, keep_unreviewed
from tests.samples.workspace_in_memory import MemoryWork

FORM = Questionnaire(
    "b.docx",
    "docx",
    "digest",
    (
        Question("name", "Name", Slot("p0")),
        Question("vat", "VAT number", Slot("p1")),
        Question("sign", "Signature", Slot("p2"), Kind.SIGNATURE),
    ),
)
KEY = ResponseKey("digest", "name")


def _offer(question_id: str, confidence: float, text: str = "Thistle") -> Suggestion:
    return Suggestion(question_id, text, text, confidence, Source(SourceKind.FACT, "f1", "Legal name"))


def test_only_the_best_suggestion_counts_and_only_from_the_confidence_asked_for() -> None:
    offers = {"name": (_offer("name", 0.96), _offer("name", 0.5)), "vat": (_offer("vat", 0.94),)}
    assert choose_unreviewed(FORM.questions, offers) == {"name": offers["name"][0]}
    assert set(choose_unreviewed(FORM.questions, offers, 0.9)) == {"name", "vat"}


def test_a_signature_is_never_chosen() -> None:
    assert choose_unreviewed(FORM.questions, {"sign": (_offer("sign", 1.0),)}, 0.0) == {}


def test_what_is_let_through_is_kept_as_seen_by_nobody() -> None:
    unit = MemoryWork()
    (kept,) = keep_unreviewed(unit, FORM, {"name": _offer("name", 0.96)})
    assert unit.responses.all() == (kept,)
    assert (kept.key, kept.value, kept.confidence, kept.reviewer) == (KEY, "Thistle", 0.96, Unreviewed())
    assert not kept.may_be_filled


def test_letting_the_same_through_again_writes_nothing() -> None:
    unit = MemoryWork()
    keep_unreviewed(unit, FORM, {"name": _offer("name", 0.96)})
    changes = len(unit.journal.changes)
    keep_unreviewed(unit, FORM, {"name": _offer("name", 0.96)})
    assert len(unit.journal.changes) == changes


def test_a_newer_suggestion_replaces_one_that_nobody_looked_at() -> None:
    unit = MemoryWork()
    keep_unreviewed(unit, FORM, {"name": _offer("name", 0.96)})
    (kept,) = keep_unreviewed(unit, FORM, {"name": _offer("name", 0.97, "Thistle Ltd")})
    assert [one.value for one in unit.responses.all()] == ["Thistle Ltd"] == [kept.value]


def test_what_a_person_has_in_hand_stays_as_it_is() -> None:
    mine = Response("r1", KEY, "Name", "My own words")
    for held in (
        replace(mine, edited=True),
        replace(mine, state=ResponseState.IN_REVIEW),
        replace(mine, state=ResponseState.APPROVED, reviewer=Person("A. Field")),
    ):
        unit = MemoryWork()
        unit.responses.add(held)
        assert keep_unreviewed(unit, FORM, {"name": _offer("name", 0.99)}) == ()
        assert unit.responses.all() == (held,)
