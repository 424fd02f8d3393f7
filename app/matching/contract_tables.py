"""Tables of past contracts, filled from case studies: one contract for each column, or for each row.

Which contracts to show is a person's choice, so that what is offered is never green. A customer that may not be named
is left out.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.answers_in_words import say_money, say_value
from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Question
from app.domain.records import CaseStudy
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.domain.values import JsonValue
from app.matching.question_bank import QuestionBank
from app.matching.words import stems

_ONE_EACH = re.compile(
    r"(?i)\W*(?:contract|example|reference|referee|project|case study|client|customer)\s*(?:no\.?\s*)?\d\W*"
)
_SPEAKS_OF = re.compile(
    r"(?i)\b(?:contracts?|experience|references?|referees?|clients?|customers?|track record|case stud(?:y|ies))\b"
)
_YEARS = 3
"""Contracts of the past three years count for goods and services (PPN 03/24, question 6.1)."""
_LEAST_KNOWN, _SURE = 2, 0.85


def suggest_contracts(
    question: Question, profile: Profile, dates: ReferenceDates, bank: QuestionBank
) -> Suggestion | None:
    """Fill a table of contracts from the latest case studies; None where it asks for something else."""
    headings = tuple(question.slot.options)
    sideways = bool(question.slot.rows) and all(_ONE_EACH.fullmatch(heading) for heading in headings)
    named = [_member(name, bank) for name in (question.slot.rows if sideways else headings)]
    spoken = _SPEAKS_OF.search(f"{question.section} {question.text} {' '.join(headings)}")
    known = {member for member in named if member}
    if not spoken or len(known) < _LEAST_KNOWN or "customer" not in known or 2 * len(known) < len(named):
        return None
    if question.slot.rows and not sideways:
        return None
    studies = _latest(profile.case_studies, dates.submission)
    if not studies:
        return None
    rows = _sideways(headings, named, studies) if sideways else _downwards(headings, named, studies)
    titles = ", ".join(study.title for study in studies)
    why = "your latest case studies of the past three years that may be named; which to show is yours to choose"
    source = Source(SourceKind.CASE_STUDY, studies[0].id, titles, why)
    text = "\n\n".join(f"{study.customer}: {study.title}" for study in studies)
    return Suggestion(question.id, text, rows, _SURE, source)


def _latest(studies: Sequence[CaseStudy], day: date) -> list[CaseStudy]:
    """List the studies that may be shown, those that run or ended last first; three at most."""
    since = date(day.year - _YEARS, day.month, min(day.day, 28))
    mine = [
        one for one in studies if one.may_be_named is not False and (one.completed is None or one.completed >= since)
    ]
    return sorted(mine, key=lambda one: one.completed or date.max, reverse=True)[:3]


def _sideways(headings: Sequence[str], named: Sequence[str], studies: Sequence[CaseStudy]) -> list[JsonValue]:
    pairs = list(zip(headings, studies, strict=False))
    return [
        {heading: _said(study, member) if member else "" for heading, study in pairs} or {headings[0]: ""}
        for member in named
    ]


def _downwards(headings: Sequence[str], named: Sequence[str], studies: Sequence[CaseStudy]) -> list[JsonValue]:
    columns = [(heading, member) for heading, member in zip(headings, named, strict=True) if member]
    return [{heading: _said(study, member) for heading, member in columns} for study in studies]


def _member(name: str, bank: QuestionBank) -> str:
    """Find what a row or a column asks of a contract, by its longest phrase; empty where it is not known."""
    words = stems(name)
    runs = {words[at:end] for at in range(len(words)) for end in range(at + 1, len(words) + 1)}
    fitting = [
        (len(phrase), phrase == words, member)
        for member, phrases in bank.contracts.items()
        for phrase in phrases
        if phrase in runs
    ]
    return max(fitting, default=(0, False, ""))[2]


def _said(study: CaseStudy, member: str) -> str:
    contact = study.contact
    values: Mapping[str, object] = {
        "customer": study.customer,
        "contact_name": contact.name if contact else "",
        "contact_role": contact.role if contact else "",
        "contact_email": contact.email if contact else "",
        "contact_phone": contact.phone if contact else "",
        "description": study.description,
        "title": study.title,
        "started": study.started.isoformat() if study.started else "",
        "completed": study.completed.isoformat() if study.completed else "",
        "value": say_money(study.value) if isinstance(study.value, int | float) else study.value,
    }
    return say_value(values[member])  # type: ignore[arg-type]
