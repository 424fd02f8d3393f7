"""Keep the answers to a buyer's questions: save drafts, send to review, approve, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from app.domain.questionnaire import Question
from app.domain.responses import Person, Response, ResponseKey, ResponseState, Unreviewed
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from app.services.ports import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the editor for one question, and where it came from."""

    question: Question
    key: ResponseKey
    value: JsonValue
    held: Response | None = None
    """The response it replaces, as it was read."""
    suggestion: Suggestion | None = None
    """The suggestion that was put in; None of an answer typed from nothing."""


def drafted(draft: Draft) -> Response:
    """Turn what stands in the editor into a response that nobody has approved."""
    held = draft.held or Response(str(uuid4()), draft.key, draft.question.text, None)
    offered = draft.suggestion
    source = offered.source if offered else held.source
    confidence = offered.confidence if offered else held.confidence
    return replace(
        held,
        value=draft.value,
        state=ResponseState.DRAFT,
        reviewer=Unreviewed(),
        reviewed_at=None,
        source=source,
        confidence=confidence,
        edited=held.edited or offered is None or offered.value != draft.value,
    )


def save_draft(workspace: Workspace, draft: Draft, by: str) -> Response:
    """Keep what stands in the editor. Raises `RecordChangedMeanwhile`."""
    with workspace.work(f"Write answer {_name(draft.question)}", by) as unit:
        response = drafted(draft)
        return unit.responses.add(response) if draft.held is None else unit.responses.replace(response)


def send_to_review(workspace: Workspace, responses: Sequence[Response], by: str) -> tuple[Response, ...]:
    """Ask another pair of eyes to look at answers. Raises `RecordChangedMeanwhile`."""
    with workspace.work(f"Send {_count(responses)} to review", by) as unit:
        return tuple(
            unit.responses.replace(replace(one, state=ResponseState.IN_REVIEW, reviewer=Unreviewed(), reviewed_at=None))
            for one in responses
        )


def approve_responses(
    workspace: Workspace, responses: Sequence[Response], person: Person, at: datetime
) -> tuple[Response, ...]:
    """Approve answers in the name of a person: from now on they go into the buyer's file.

    Raises `RecordChangedMeanwhile`.
    """
    with workspace.work(f"Approve {_count(responses)}", person.name) as unit:
        return tuple(unit.responses.replace(one.approved_by(person, at)) for one in responses)


def reopen_responses(workspace: Workspace, responses: Sequence[Response], by: str) -> tuple[Response, ...]:
    """Take approval back, so that answers can be changed. Raises `RecordChangedMeanwhile`."""
    with workspace.work(f"Reopen {_count(responses)}", by) as unit:
        return tuple(
            unit.responses.replace(replace(one, state=ResponseState.DRAFT, reviewer=Unreviewed(), reviewed_at=None))
            for one in responses
        )


def clear_answer(workspace: Workspace, response: Response, by: str) -> None:
    """Take an answer away: the question stands open again; undo brings it back."""
    with workspace.work("Clear an answer", by) as unit:
        unit.responses.remove(response.id)


def _count(responses: Sequence[Response]) -> str:
    return "1 answer" if len(responses) == 1 else f"{len(responses)} answers"


def _name(question: Question) -> str:
    return question.ref or question.text[:40]
