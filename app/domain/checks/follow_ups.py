"""Which question depends on which: “If yes, give details”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.questionnaire import Kind
from app.domain.submission import Answer

_IF = re.compile(
    r"^\W*(?:\(?\w{1,3}\)\s*)?(?:if|where)\s+(?:you\s+(?:have\s+)?answered\s+|"
    r"the\s+answer\s+(?:\w+\s+){0,4}is\s+|so\b|)"
    r"[“\"'‘]?(yes|no|not|so)\b",
    re.IGNORECASE,
)
_SAYS = {"yes": "yes", "so": "yes", "no": "no", "not": "no"}
_BOTH = re.compile(r"\byes\b.*\bno\b|\bno\b.*\byes\b|\bany\b|\beither\b", re.IGNORECASE | re.DOTALL)
_NEAR = 2
"""A follow-up that names no question stands at most this many places behind it."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that counts only for one answer to the question before it."""

    answer: Answer
    parent: Answer
    when: frozenset[str]
    """The answers for which it counts, in small letters."""

    @property
    def counts(self) -> bool | None:
        """Tell whether it must be answered; None while the first question is open."""
        return self.parent.text.strip().casefold() in self.when if self.parent.is_given else None


def follow_up_of(answer: Answer, answers: Sequence[Answer]) -> FollowUp | None:
    """Find what a question depends on; None where it stands alone or leans on more than one question."""
    question = answer.question
    opening = f"{question.text}".split("\n")[0]
    if _BOTH.search(opening) and _IF.match(opening):
        return None
    said = _IF.match(opening)
    if question.condition is not None:
        return _from_condition(answer, answers, _SAYS[said[1].casefold()] if said else None)
    if not said:
        return None
    place = answers.index(answer)
    near = [one for one in answers[max(0, place - _NEAR) : place] if one.question.kind is Kind.YES_NO]
    return FollowUp(answer, near[-1], frozenset((_SAYS[said[1].casefold()],))) if near else None


def _from_condition(answer: Answer, answers: Sequence[Answer], said: str | None) -> FollowUp | None:
    """Trust the condition that was read where the words of the question do not speak against it."""
    condition = answer.question.condition
    assert condition is not None
    parent = next((one for one in answers if one.question.id == condition.question_id), None)
    when = frozenset(text.strip().casefold() for text in condition.answers)
    if parent is None or (said is not None and said not in when):
        return None
    return FollowUp(answer, parent, when)
