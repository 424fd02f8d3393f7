"""Fill a buyer's file: what a person approved, or answers given by hand, or with leave what nobody has reviewed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.answer_fields import left_open
from app.domain.errors import FileUnwritable, TargetExists, TargetIsSource
from app.domain.filling import FilledAnswer, FillReport, LeftQuestion
from app.domain.questionnaire import Questionnaire
from app.domain.responses import Person, Response
from app.domain.values import JsonValue
from app.services.ports import FillFile


def check_target(source: Path, target: Path, *, may_replace: bool) -> None:
    """Refuse a target before any work is done. Raises `TargetIsSource`, `TargetExists`, `FileUnwritable`."""
    try:
        exists = target.exists()
    except OSError as error:  # a name longer than the disk takes
        raise FileUnwritable(target, error.strerror or "its name cannot be used", "Choose a shorter name.") from error
    if exists and source.exists() and target.samefile(source):
        raise TargetIsSource(target)
    if exists and not may_replace:
        raise TargetExists(target)


def fill_given(
    source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path, fill: FillFile
) -> FillReport:
    """Write answers that the user gives by question id, with no workspace."""
    return fill(source, questionnaire, answers, target)


def fill_questionnaire(
    source: Path, questionnaire: Questionnaire, responses: Sequence[Response], target: Path, fill: FillFile
) -> FillReport:
    """Write responses into a copy of the buyer's file; the report says who stands behind each.

    An answer with a field that was not filled is left out, and the report names the field.

    Raises what `FillFile` raises.
    """
    by_question = {response.key.question_id: response for response in responses}
    answers = {question_id: response.value for question_id, response in by_question.items()}
    still_open = left_open(answers)
    whole = {question_id: value for question_id, value in answers.items() if question_id not in still_open}
    report = fill(source, questionnaire, whole, target)
    left = [one for one in report.left if one.question_id not in still_open]
    left += [LeftQuestion(question_id, reason, refused=True) for question_id, reason in still_open.items()]
    filled = tuple(_signed(one, by_question[one.question_id]) for one in report.filled)
    return replace(report, filled=filled, left=tuple(left))


def _signed(filled: FilledAnswer, response: Response) -> FilledAnswer:
    source = response.source
    return replace(
        filled,
        source=f"{source.kind}: {source.title}" if source else "",
        confidence=response.confidence,
        reviewed_by=response.reviewer.name if isinstance(response.reviewer, Person) else None,
    )
