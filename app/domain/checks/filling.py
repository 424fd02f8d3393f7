"""Where the filled copy and the answers have parted."""

from collections.abc import Iterator

from app.domain.findings import Check, Finding, Gravity
from app.domain.submission import Submission


def filling(bid: Submission) -> Iterator[Finding]:
    """Find answers that could not be written, and those approved after the copy was made."""
    for answer in bid.written():
        copy = answer.file.filled
        if copy is None:
            continue
        refused = {one.question_id: " ".join(one.reason.split()) for one in copy.report.left if one.refused}
        if answer.question.id in refused:
            why = f"The answer could not be written into {copy.name}: {refused[answer.question.id].rstrip('.')}."
            yield answer.finding(
                Check.FILLING, Gravity.LOOK_AGAIN, why, "Put the answer right and fill the file again."
            )
        elif answer.question.id in copy.stale:
            why = f"The answer was approved after {copy.name} was filled."
            yield answer.finding(Check.FILLING, Gravity.LOOK_AGAIN, why, "Fill the file again.", "stale")
