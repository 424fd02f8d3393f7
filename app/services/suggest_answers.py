"""Suggest answers for a buyer's questionnaire from everything the workspace keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.dates import ReferenceDates
from app.domain.questionnaire import Questionnaire
from app.domain.responses import Response
from app.domain.suggestions import SourceKind, Suggestion
from app.services.ports import Ports, UnitOfWork

Offers = Mapping[str, tuple[Suggestion, ...]]
"""For each question id its suggestions, best first."""


@dataclass(frozen=True, slots=True)
class Bid:
    """Who answers, in which tender, and the days at which facts must hold."""

    dates: ReferenceDates
    tender_id: str | None = None
    party_id: str | None = None


def suggest_answers(unit: UnitOfWork, questionnaire: Questionnaire, bid: Bid, ports: Ports) -> Offers:
    """Match every question of the form; the whole form is matched, since a label leans on its neighbours."""
    memory = tuple(one for one in unit.responses.all() if one.may_be_filled)
    vectors = unit.vectors.all(ports.meaning.model)
    offered = ports.match(questionnaire.questions, unit.profile(), memory, bid.party_id, bid.dates, vectors)
    return name_tenders(offered, memory, {one.id: one.title for one in unit.tenders.all()})


def name_tenders(offered: Offers, memory: Sequence[Response], titles: Mapping[str, str]) -> Offers:
    """Say of what was answered before in which tender that was; `titles` are those of the tenders by id."""
    tenders = {one.id: titles.get(one.key.tender_id or "", "") for one in memory}
    return {
        question_id: tuple(_named(one, tenders.get(one.source.id, "")) for one in own)
        for question_id, own in offered.items()
    }


def _named(suggestion: Suggestion, tender: str) -> Suggestion:
    if suggestion.source.kind is not SourceKind.MEMORY or not tender:
        return suggestion
    why = f"in the tender “{tender}”; {suggestion.source.why}"
    return replace(suggestion, source=replace(suggestion.source, why=why))
