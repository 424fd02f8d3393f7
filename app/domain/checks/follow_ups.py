"""Which question depends on which: “If yes, give details”."""

import re
from collections.abc import Mapping, Sequence
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
_NAMED = re.compile(r"\b(?:question|Q|part|to|at)\s*(\d+(?:[.\d]|\(\w{1,3}\))*)", re.IGNORECASE)
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


def follow_ups_in(answers: Sequence[Answer]) -> Mapping[str, FollowUp]:
    """Find, by question id, what depends on another question of the same file."""
    by_id = {one.question.id: one for one in answers}
    found = (_follow_up(answers, place, by_id) for place in range(len(answers)))
    return {one.answer.question.id: one for one in found if one is not None}


def _follow_up(answers: Sequence[Answer], place: int, by_id: Mapping[str, Answer]) -> FollowUp | None:
    """Find what a question depends on; None where it stands alone or leans on more than one question."""
    answer = answers[place]
    opening = answer.question.text.split("\n")[0]
    said = _IF.match(opening)
    if said and _BOTH.search(opening):
        return None
    when = _SAYS[said[1].casefold()] if said else None
    if answer.question.condition is not None:
        return _from_condition(answer, by_id.get(answer.question.condition.question_id), when)
    if when is None:
        return None
    near = [one for one in answers[max(0, place - _NEAR) : place] if one.question.kind is Kind.YES_NO]
    named = _NAMED.search(opening)
    if not near or (named and not near[-1].question.ref.casefold().endswith(named[1].casefold())):
        return None
    return FollowUp(answer, near[-1], frozenset((when,)))


def _from_condition(answer: Answer, parent: Answer | None, said: str | None) -> FollowUp | None:
    """Trust the condition that was read where the words of the question do not speak against it."""
    condition = answer.question.condition
    when = frozenset(text.strip().casefold() for text in condition.answers) if condition else frozenset()
    if parent is None or (said is not None and said not in when):
        return None
    return FollowUp(answer, parent, when)
