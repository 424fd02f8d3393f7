"""Keep the answers to a buyer's questions: save drafts, send to review, approve, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.questionnaire import Question
from app.domain.responses import Person, Response, ResponseKey, ResponseState, Unreviewed
from app.domain.suggestions import Suggestion
from app.domain.values import JsonValue
from app.services.ports import UnitOfWork, Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the editor for one question, and where it came from."""

    question: Question
    key: ResponseKey
    response_id: str
    """The id its response has or will have."""
    value: JsonValue
    suggestion: Suggestion | None = None
    """The suggestion that was put in; None of an answer typed from nothing."""


def drafted(draft: Draft, held: Response | None) -> Response:
    """Turn what stands in the editor into a response that nobody has approved; `held` is the one it replaces."""
    offered = draft.suggestion
    before = held or Response(draft.response_id, draft.key, draft.question.text, None)
    same = _says_the_same(draft, before)
    return replace(
        before,
        value=draft.value,
        state=ResponseState.DRAFT,
        reviewer=Unreviewed(),
        reviewed_at=None,
        source=offered.source if offered else before.source,
        confidence=offered.confidence if offered else before.confidence,
        edited=before.edited if same and held else offered is None or offered.value != draft.value,
    )


def save_draft(workspace: Workspace, draft: Draft, by: str) -> Response:
    """Keep what stands in the editor; an answer that says the same already stays as it is, approved or not."""
    with workspace.work(f"Write answer {_name(draft.question)}", by) as unit:
        held = unit.responses.get(draft.response_id)
        if held and _says_the_same(draft, held):
            return held
        return _write(unit, drafted(draft, held))


def send_to_review(workspace: Workspace, drafts: Sequence[Draft], by: str) -> tuple[Response, ...]:
    """Ask another pair of eyes to look at answers as they stand."""
    with workspace.work(f"Send {_count(drafts)} to review", by) as unit:
        return tuple(_write(unit, replace(one, state=ResponseState.IN_REVIEW)) for one in _current(unit, drafts))


def approve_drafts(workspace: Workspace, drafts: Sequence[Draft], person: Person, at: datetime) -> tuple[Response, ...]:
    """Approve answers as they stand, in the name of a person: from now on they go into the buyer's file."""
    with workspace.work(f"Approve {_count(drafts)}", person.name) as unit:
        return tuple(_write(unit, one.approved_by(person, at)) for one in _current(unit, drafts))


def reopen_responses(workspace: Workspace, response_ids: Sequence[str], by: str) -> tuple[Response, ...]:
    """Take approval back, so that answers can be changed; one that is gone is left out."""
    with workspace.work(f"Reopen {_count(response_ids)}", by) as unit:
        held = [found for one in response_ids if (found := unit.responses.get(one))]

        return tuple(
            unit.responses.replace(replace(one, state=ResponseState.DRAFT, reviewer=Unreviewed(), reviewed_at=None))
            for one in held
        )


def clear_answer(workspace: Workspace, response_id: str, by: str) -> None:
    """Take an answer away: the question stands open again; undo brings it back."""
    with workspace.work("Clear an answer", by) as unit:
        if unit.responses.get(response_id):
            unit.responses.remove(response_id)


def _says_the_same(draft: Draft, held: Response) -> bool:
    offered = draft.suggestion
    return held.value == draft.value and (offered is None or held.source == offered.source)


def _current(unit: UnitOfWork, drafts: Sequence[Draft]) -> list[Response]:
    return [drafted(draft, unit.responses.get(draft.response_id)) for draft in drafts]


def _write(unit: UnitOfWork, response: Response) -> Response:
    held = unit.responses.get(response.id)
    if held == response:
        return held
    return unit.responses.replace(response) if held else unit.responses.add(response)


def _count(answers: Sequence[object]) -> str:
    return "1 answer" if len(answers) == 1 else f"{len(answers)} answers"


def _name(question: Question) -> str:
    return question.ref or question.text[:40]
