"""All checks, in the order in which an evaluator would meet the faults."""

from collections.abc import Callable, Iterable

from app.domain.checks.approval import approval
from app.domain.checks.attachments import attachments
from app.domain.checks.contradictions import contradictions
from app.domain.checks.evidence import evidence
from app.domain.checks.experience import experience
from app.domain.checks.facts import facts
from app.domain.checks.file_names import file_names
from app.domain.checks.filling import filling
from app.domain.checks.forbidden import forbidden
from app.domain.checks.leftovers import leftovers
from app.domain.checks.limits import over_limit
from app.domain.checks.names import other_names
from app.domain.checks.spelling import spelling
from app.domain.checks.unanswered import unanswered
from app.domain.findings import Finding, in_order
from app.domain.submission import Submission

EVERY: tuple[Callable[[Submission], Iterable[Finding]], ...] = (
    unanswered,
    approval,
    contradictions,
    over_limit,
    leftovers,
    other_names,
    facts,
    evidence,
    experience,
    attachments,
    forbidden,
    filling,
    file_names,
    spelling,
)


def findings_of(bid: Submission) -> tuple[Finding, ...]:
    """Run every check and give what they find, each once, the gravest first."""
    found = {finding.id: finding for check in EVERY for finding in check(bid)}
    return in_order(tuple(found.values()))
