"""A yes or no that its own explanation or follow-up contradicts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.checks.follow_ups import FollowUp, follow_ups_in
from app.domain.findings import Check, Finding, Gravity
from app.domain.questionnaire import Kind
from app.domain.submission import Answer, Submission

_NOTHING = re.compile(
    r"^\W*(n/?a|none|nil|no|not applicable|does not apply|-|–|nothing to (declare|add|report))\W*$", re.IGNORECASE
)
_DENIES = re.compile(
    r"^\W*(no[,.;:–-]|no\s*$|not applicable\b|n/?a\b|none\b|we (do not|don’t|don't) (hold|have|"
    r"operate|publish|pay|employ)\b|"
    r"we have no\b|we are not\b)",
    re.IGNORECASE,
)
_AFFIRMS = re.compile(r"^\W*yes\b", re.IGNORECASE)


def contradictions(bid: Submission) -> Iterator[Finding]:
    """Find follow-ups that answer the wrong way or are left empty, and explanations that say the opposite."""
    for file in bid.files:
        answers = [Answer(file, question, file.responses.get(question.id)) for question in file.questionnaire]
        depend = follow_ups_in(answers)
        for follow_up in depend.values():
            yield from _of_follow_up(follow_up)
        for before, answer in pairwise(answers):
            if answer.is_given and answer.question.id not in depend:
                yield from _of_explanation(answer, before)


def _of_follow_up(one: FollowUp) -> Iterator[Finding]:
    answer, said = one.answer, one.parent.text
    if one.counts is True and not answer.is_given and answer.question.kind is not Kind.SIGNATURE:
        gravity = Gravity.STOPS if answer.question.mandatory else Gravity.LOOK_AGAIN
        why = f"The question before is answered “{said}”, and what it then asks for is empty."
        yield answer.finding(
            Check.CONTRADICTION, gravity, why, "Give the details, or change the answer before.", "empty"
        )
    if one.counts is False and answer.is_given and answer.value is not False and not _NOTHING.match(answer.text):
        why = f"Details are given, though the question they belong to is answered “{said}”."
        remedy = "Take the details out, or change the answer before."
        yield answer.finding(Check.CONTRADICTION, Gravity.LOOK_AGAIN, why, remedy, "given")
    if one.counts is True and answer.is_given and _NOTHING.match(answer.text) and one.when == {"yes"}:
        why = f"The question before is answered “{said}”, and the details say “{answer.text.strip()}”."
        remedy = "Give the details, or change the answer before."
        yield answer.finding(Check.CONTRADICTION, Gravity.LOOK_AGAIN, why, remedy, "nothing")


def _of_explanation(answer: Answer, before: Answer) -> Iterator[Finding]:
    """Hold an explanation against the yes or no of the same question."""
    if answer.question.kind not in (Kind.TEXT, Kind.LONG_TEXT) or not _is_of(answer, before):
        return
    denied = before.value is True and _DENIES.match(answer.text)
    if denied or (before.value is False and _AFFIRMS.match(answer.text)):
        why = f"The question is answered “{before.text}”, and the explanation begins “{_opening(answer.text)}”."
        remedy = "Make the answer and its explanation say the same."
        yield answer.finding(Check.CONTRADICTION, Gravity.LOOK_AGAIN, why, remedy, "explanation")


def _is_of(answer: Answer, before: Answer) -> bool:
    """Tell whether an explanation shares its number or its words with the yes or no just before it."""
    if before.question.kind is not Kind.YES_NO or not before.is_given:
        return False
    ref, text = answer.question.ref, answer.question.text
    same_ref = bool(ref.strip("0")) and ref == before.question.ref
    return same_ref or text.startswith(before.question.text)


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
