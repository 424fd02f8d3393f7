"""Suggestions and responses as JSON (CONTRACT: `match --json`)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.domain.questionnaire import Questionnaire
from app.domain.responses import Person, Response
from app.domain.suggestions import MOST_SUGGESTIONS, Band, Suggestion
from app.interchange.questionnaire_json import question_to_json, questionnaire_to_json
from app.services.review_questionnaire import Reviewed


def matches_to_json(questionnaire: Questionnaire, offered: Mapping[str, Sequence[Suggestion]]) -> dict[str, Any]:
    """Give the questionnaire with each question's suggestions, best first, and its band."""
    document = questionnaire_to_json(questionnaire)
    document["questions"] = [
        {**question_to_json(question), **_suggestions(offered.get(question.id, ()))} for question in questionnaire
    ]
    return document


def reviews_to_json(questionnaire: Questionnaire, reviewed: Iterable[Reviewed]) -> dict[str, Any]:
    """Give the questionnaire with each question's response and best suggestion, null where there is none."""
    document = questionnaire_to_json(questionnaire)
    document["questions"] = [
        {
            **question_to_json(one.question),
            "response": _response(one.response) if one.response else None,
            "suggestion": _suggestion(one.suggestion) if one.suggestion else None,
        }
        for one in reviewed
    ]
    return document


def _suggestions(offered: Sequence[Suggestion]) -> dict[str, Any]:
    band = offered[0].band if offered else Band.NONE
    return {"band": str(band), "suggestions": [_suggestion(one) for one in offered[:MOST_SUGGESTIONS]]}


def _suggestion(one: Suggestion) -> dict[str, Any]:
    source = {"kind": str(one.source.kind), "id": one.source.id, "title": one.source.title, "why": one.source.why}
    return {
        "text": one.text,
        "value": one.value,
        "confidence": round(one.confidence, 3),
        "band": str(one.band),
        "source": source,
        **({"passage": True} if one.passage else {}),
    }


def _response(response: Response) -> dict[str, Any]:
    reviewer = response.reviewer
    return {
        "value": response.value,
        "state": str(response.state),
        "reviewed_by": reviewer.name if isinstance(reviewer, Person) else None,
        "reviewed_at": response.reviewed_at.isoformat() if response.reviewed_at else None,
        "edited": response.edited,
    }
