"""Answers that nobody stands behind: declarations first."""

import re
from collections.abc import Iterator

from app.domain.findings import Check, Finding, Gravity
from app.domain.profile import Profile
from app.domain.questionnaire import Kind
from app.domain.responses import ResponseState
from app.domain.submission import Answer, Submission
from app.domain.suggestions import SourceKind

_DECLARED_KEYS = ("exclusion.", "tax.")
_DECLARES = re.compile(
    r"\b(declar(e|es|ation|ations)|(I|we) (hereby )?(certify|declare|undertake)|convict(ed|ions?)|"
    r"certificate of (non-?collusion|bona fide))\b",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"\b(exclusion(ary)? grounds?|grounds? (for|of) (mandatory |discretionary )?exclusion|(mandatory|discretionary) "
    r"exclusions?|declarations?|convictions?|debarment)\b",
    re.IGNORECASE,
)


def approval(bid: Submission) -> Iterator[Finding]:
    """Find answers without a person's approval; a declaration without one stops the bid."""
    keys = fact_keys(bid.profile)
    for answer in bid.written():
        response = answer.response
        if response is None or response.may_be_filled:
            continue
        yield _declaration(answer) if is_declaration(answer, keys) else _unreviewed(answer)


def fact_keys(profile: Profile) -> dict[str, str]:
    """Give the key of each fact by its id."""
    return {fact.id: fact.key for fact in profile.facts}


def is_declaration(answer: Answer, keys: dict[str, str]) -> bool:
    """Tell whether the firm declares something by this answer: of exclusion, of taxes, in a form of tender."""
    question, response = answer.question, answer.response
    if question.kind is Kind.DECLARATION:
        return True
    source = response.source if response else None
    if source and source.kind is SourceKind.FACT and keys.get(source.id, "").startswith(_DECLARED_KEYS):
        return True
    if question.kind in (Kind.YES_NO, Kind.CHOICE) and _GROUNDS.search(answer.asked):
        return True
    return bool(_DECLARES.search(question.text))


def _declaration(answer: Answer) -> Finding:
    why = "A declaration rests on an answer that no person has approved."
    return answer.finding(Check.DECLARATION, Gravity.STOPS, why, "Read it and approve it in your own name.")


def _unreviewed(answer: Answer) -> Finding:
    sent = answer.response is not None and answer.response.state is ResponseState.IN_REVIEW
    why = "The answer is in review and nobody has approved it yet." if sent else "No person has approved this answer."
    return answer.finding(Check.UNREVIEWED, Gravity.LOOK_AGAIN, why, "Read it, put it right and approve it.")
