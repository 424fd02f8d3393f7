"""Show how far the answers to a buyer's file have come."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Response, ResponseKey
from app.domain.suggestions import Suggestion
from app.services.ports import Ports, UnitOfWork
from app.services.suggest_answers import Bid, suggest_answers


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question, what stands as its answer, and the best that could."""

    question: Question
    response: Response | None = None
    suggestion: Suggestion | None = None
    """The best suggestion; None where nothing fits."""


def review_questionnaire(
    unit: UnitOfWork, questionnaire: Questionnaire, bid: Bid, ports: Ports
) -> tuple[Reviewed, ...]:
    """List every question of the form with its response and its best suggestion, in the form's order."""
    held = responses_of(unit, questionnaire, bid)
    offered = suggest_answers(unit, questionnaire, bid, ports)
    return tuple(
        Reviewed(question, held.get(question.id), next(iter(offered.get(question.id, ())), None))
        for question in questionnaire
    )


def responses_of(unit: UnitOfWork, questionnaire: Questionnaire, bid: Bid) -> Mapping[str, Response]:
    """Give the responses to this very version of the file, in this tender and for this party, by question id."""
    held = unit.responses.where(file_digest=questionnaire.digest)
    mine = [one for one in held if one.key == key_of(questionnaire, one.key.question_id, bid)]
    return {one.key.question_id: one for one in mine}


def key_of(questionnaire: Questionnaire, question_id: str, bid: Bid) -> ResponseKey:
    """Name the response to a question of this file in this bid."""
    return ResponseKey(questionnaire.digest, question_id, bid.tender_id, bid.party_id)
