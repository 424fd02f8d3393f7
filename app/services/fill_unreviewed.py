"""Let suggestions through without a person, because the user asked for it, and mark each as unreviewed."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.responses import Response, ResponseKey, ResponseState
from app.domain.suggestions import GREEN, Suggestion
from app.services.ports import UnitOfWork


def choose_unreviewed(
    questions: Sequence[Question], offered: Mapping[str, Sequence[Suggestion]], least: float = GREEN
) -> dict[str, Suggestion]:
    """Take the best suggestion of each question where its confidence reaches `least`; signatures are a person's own."""
    best = {one.id: offered[one.id][0] for one in questions if one.kind is not Kind.SIGNATURE and offered.get(one.id)}
    return {question_id: one for question_id, one in best.items() if one.confidence >= least}


def keep_unreviewed(
    unit: UnitOfWork,
    questionnaire: Questionnaire,
    chosen: Mapping[str, Suggestion],
    tender_id: str | None = None,
    party_id: str | None = None,
) -> tuple[Response, ...]:
    """Keep what is let through as responses nobody has reviewed, and give them.

    What a person has written or sent to review stays as it is and is not given: that person has the last word.
    """
    held = {one.key: one for one in unit.responses.where(file_digest=questionnaire.digest)}
    kept = []
    for question in questionnaire:
        if question.id not in chosen:
            continue
        key = ResponseKey(questionnaire.digest, question.id, tender_id, party_id)
        if not _is_in_hand(held.get(key)):
            kept.append(_keep(unit, _response(key, question, chosen[question.id]), held.get(key)))
    return tuple(kept)


def _is_in_hand(held: Response | None) -> bool:
    return held is not None and (held.edited or held.state is not ResponseState.DRAFT)


def _response(key: ResponseKey, question: Question, suggestion: Suggestion) -> Response:
    return Response(
        str(uuid.uuid4()),
        key,
        question.text,
        suggestion.value,
        source=suggestion.source,
        confidence=suggestion.confidence,
    )


def _keep(unit: UnitOfWork, response: Response, held: Response | None) -> Response:
    if held is None:
        return unit.responses.add(response)
    same = replace(response, id=held.id, version=held.version, extra=held.extra)
    return held if same == held else unit.responses.replace(same)
