"""Take answers from a table into the library."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.incoming import IncomingAnswers, Taken
from app.domain.records import LibraryAnswer
from app.services.import_profile import take_in, with_keys
from app.services.ports import Workspace


def import_answers(workspace: Workspace, incoming: IncomingAnswers, by: str = "") -> Taken:
    """Add new answers and replace those known by the same key, in one deed; importing again changes nothing.

    What the table does not say of an answer that is known (tags, owner, days, state) stays as it was.
    """
    with workspace.work(f"Import {incoming.path.name}", by) as work:
        known = {answer.key: answer for answer in work.answers.all()}
        answers = [_completed(one, known, incoming) for one in with_keys(incoming.answers)]
        return take_in(work.answers, answers)


def _completed(answer: LibraryAnswer, known: Mapping[str, LibraryAnswer], incoming: IncomingAnswers) -> LibraryAnswer:
    kept = known.get(answer.key)
    if kept is None:
        return answer
    variants = {one.text: one for one in kept.variants}
    return replace(
        answer,
        variants=tuple(variants.get(one.text, one) for one in answer.variants),
        state=answer.state if incoming.says_state else kept.state,
        tags=answer.tags or kept.tags,
        owner=answer.owner or kept.owner,
        reviewed_on=answer.reviewed_on or kept.reviewed_on,
        review_by=answer.review_by or kept.review_by,
        extra={**kept.extra, **answer.extra},
    )
