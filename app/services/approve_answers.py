"""Approve answers by question id, in the name of a person: the draft where there is one, else the best suggestion."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Person, Response
from app.domain.suggestions import Suggestion
from app.services.ports import Ports, UnitOfWork, Workspace
from app.services.review_questionnaire import key_of, responses_of
from app.services.suggest_answers import Bid, Offers, suggest_answers


@dataclass(frozen=True, slots=True)
class Approval:
    """What was approved, and the questions for which there was nothing to approve."""

    approved: tuple[Response, ...]
    left: tuple[Question, ...]


def approve_answers(
    workspace: Workspace,
    questionnaire: Questionnaire,
    question_ids: Sequence[str],
    bid: Bid,
    ports: Ports,
    person: Person,
) -> Approval:
    """Approve an answer to each of the questions, in one deed that can be undone.

    Raises `NotFound` where an id is not one of this file's questions; nothing is approved then.
    """
    questions = [_question(questionnaire, question_id) for question_id in dict.fromkeys(question_ids)]
    with workspace.work(f"Approve answers to {questionnaire.file_name}", person.name) as unit:
        held = responses_of(unit, questionnaire, bid)
        offered: Offers = {}
        if any(question.id not in held for question in questions):
            offered = suggest_answers(unit, questionnaire, bid, ports)
        approved, left = [], []
        for question in questions:
            response = held.get(question.id) or _from_suggestion(questionnaire, question, offered, bid)
            if response is None:
                left.append(question)
            else:
                approved.append(_keep(unit, response.approved_by(person, ports.now()), is_new=question.id not in held))
    return Approval(tuple(approved), tuple(left))


def respond(questionnaire: Questionnaire, question: Question, suggestion: Suggestion, bid: Bid) -> Response:
    """Make a response, not approved yet, from a suggestion."""
    return Response(
        str(uuid.uuid4()),
        key_of(questionnaire, question.id, bid),
        question.text,
        suggestion.value,
        source=suggestion.source,
        confidence=suggestion.confidence,
    )


def _from_suggestion(questionnaire: Questionnaire, question: Question, offered: Offers, bid: Bid) -> Response | None:
    best = next(iter(offered.get(question.id, ())), None)
    return respond(questionnaire, question, best, bid) if best is not None else None


def _keep(unit: UnitOfWork, response: Response, *, is_new: bool) -> Response:
    return unit.responses.add(response) if is_new else unit.responses.replace(response)


def _question(questionnaire: Questionnaire, question_id: str) -> Question:
    question = questionnaire.question(question_id)
    if question is None:
        raise NotFound(f"question of {questionnaire.file_name}", question_id)
    return question
