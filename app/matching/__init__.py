"""From questions to suggestions: the question bank with the supplier's facts, the answer library, and memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question
from app.domain.responses import Response
from app.domain.suggestions import GREEN, MOST_SUGGESTIONS, Suggestion
from app.matching.bank_answers import BankAnswers
from app.matching.by_meaning import NearWording, may_be_meant, with_meant
from app.matching.context import Surroundings, surroundings
from app.matching.field_values import FieldValues
from app.matching.finding import UNSURE
from app.matching.library import kept_answers
from app.matching.meaning.index import Encode
from app.matching.meaning.model import entries_of
from app.matching.meaning.nearness import Nearness
from app.matching.memory import kept_responses
from app.matching.own_evidence import with_own_evidence
from app.matching.passages import Passages
from app.matching.question_bank import QuestionBank, load_bank
from app.matching.recognise import Recognition, recognise
from app.matching.shelf import Kept, Shelf
from app.matching.table_answers import is_named_table, suggest_cells

__all__ = ["Nearest", "match_questions"]

NO_VECTORS: Mapping[str, bytes] = MappingProxyType({})

Nearest = Callable[[Sequence[str]], Sequence[Sequence[NearWording]]]
"""Gives for each text the nearest wordings of the bank, best first."""

_REMEMBERED = 0.6
"""A past answer less likely than this does not stand before the others."""


def match_questions(
    questions: Sequence[Question],
    profile: Profile,
    memory: Sequence[Response],
    party_id: str | None,
    dates: ReferenceDates,
    vectors: Mapping[str, bytes] = NO_VECTORS,
    encode: Encode | None = None,
    meant: Nearest | None = None,
) -> Mapping[str, tuple[Suggestion, ...]]:
    """Give for each question id its suggestions, best first, at most ten; none where nothing fits.

    `memory` are responses of this and other forms; those that a person approved for the same party count.
    With `party_id` only that party's facts, evidence and past answers are offered, and no library answers.
    `vectors` are those the model made of the kept answers, by the digest of their texts, and `encode` is the model;
    `meant` finds the wordings of the bank that are nearest to questions. Without them words alone are compared.
    """
    bank = with_own_evidence(load_bank(), profile.evidence)
    places = surroundings(questions, bank)
    recognised = {place.asked.question.id: recognise(place, bank) for place in places}
    known = _with_meant(places, recognised, bank, meant) if meant else recognised
    facts = BankAnswers(bank, profile, party_id, dates)
    answers = () if party_id else profile.answers
    near = Nearness([place.asked.question.text for place in places], encode, vectors) if encode and vectors else None
    values = FieldValues(profile, party_id, dates)
    kept = kept_answers(answers, bank, values)
    from_library = _offers(kept, places, recognised, bank, near)
    from_memory = _offers(kept_responses(memory, party_id, bank), places, recognised, bank, near)
    passages = Passages(answers, bank, values, near)
    return {
        (name := place.asked.question.id): passages.add_to(
            _in_order(from_memory.get(name, ()), _of_bank(place, known[name], facts, bank), from_library.get(name, ())),
            place.asked.question,
            number,
        )
        for number, place in enumerate(places)
    }


def _with_meant(
    places: Sequence[Surroundings],
    recognised: Mapping[str, tuple[Recognition, ...]],
    bank: QuestionBank,
    meant: Nearest,
) -> Mapping[str, tuple[Recognition, ...]]:
    """Know by what it means what the words of a question leave open."""
    left = [place for place in places if may_be_meant(place, recognised[place.asked.question.id], bank)]
    near = meant([place.asked.text for place in left])
    names = [place.asked.question.id for place in left]
    found = (with_meant(place, recognised[name], one, bank) for name, place, one in zip(names, left, near, strict=True))
    return {**recognised, **dict(zip(names, found, strict=True))}


def _of_bank(
    place: Surroundings, recognised: Sequence[Recognition], facts: BankAnswers, bank: QuestionBank
) -> tuple[Suggestion, ...]:
    question = place.asked.question
    if question.kind is not Kind.TABLE:
        return facts.suggest(place, recognised)
    if (contracts := facts.contracts(question)) is not None:
        return (contracts,)
    return suggest_cells(place, facts, bank) if is_named_table(question) else facts.suggest(place, recognised)


def _offers(
    kept: Sequence[Kept],
    places: Sequence[Surroundings],
    recognised: Mapping[str, Sequence[Recognition]],
    bank: QuestionBank,
    near: Nearness | None,
) -> dict[str, tuple[Suggestion, ...]]:
    entries = entries_of(tuple(one.text for one in kept)) if near else ()
    return Shelf(kept, bank).offer(places, recognised, near.to(entries) if near else None)


def _in_order(
    remembered: Sequence[Suggestion], facts: Sequence[Suggestion], answers: Sequence[Suggestion]
) -> tuple[Suggestion, ...]:
    """Put what was answered before first, unless a fact is sure of another value; the rest by confidence."""
    sure = next((one for one in facts if one.confidence >= GREEN), None)
    past = [_checked(one, sure) for one in remembered]
    first = [one for one in past if one.confidence >= _REMEMBERED and (sure is None or sure.value == one.value)]
    rest = [one for one in past if one not in first]
    found = [*first, *sorted((*facts, *rest, *answers), key=lambda one: one.confidence, reverse=True)]
    merged: dict[str, Suggestion] = {}
    for one in found:
        same = merged.setdefault(repr(one.value), one)
        if one.confidence > same.confidence:
            merged[repr(one.value)] = replace(same, confidence=one.confidence)
    return tuple(merged.values())[:MOST_SUGGESTIONS]


def _checked(past: Suggestion, sure: Suggestion | None) -> Suggestion:
    """Doubt a past answer that a fact of today contradicts."""
    if sure is None or sure.value == past.value:
        return past
    why = f"{past.source.why}; your facts say {sure.text} now"
    return replace(past, confidence=min(past.confidence, UNSURE), source=replace(past.source, why=why))
