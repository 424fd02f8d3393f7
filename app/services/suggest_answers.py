"""Suggest answers for a buyer's questionnaire from everything the workspace keeps."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.dates import ReferenceDates
from app.domain.questionnaire import Questionnaire
from app.domain.suggestions import Suggestion
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
    return ports.match(questionnaire.questions, unit.profile(), memory, bid.party_id, bid.dates, vectors)
