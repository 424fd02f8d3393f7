"""Case studies that fall outside the time the buyer looks back on."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.answers_in_words import say_date
from app.domain.checks.names import asks_for_experience, holds
from app.domain.findings import Check, Finding, Gravity
from app.domain.records import CaseStudy
from app.domain.submission import Answer, Submission
from app.domain.suggestions import SourceKind

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_WINDOW = re.compile(
    r"\b(?:past|last|previous|preceding|within)\s+(?:the\s+(?:past|last)\s+)?\(?(\d{1,2}|"
    + "|".join(_NUMBERS)
    + r")\)?\s*(?:\(\d{1,2}\)\s*)?(?:consecutive\s+)?years?\b",
    re.IGNORECASE,
)
LEAST_OF_TITLE = 12


def experience(bid: Submission) -> Iterator[Finding]:
    """Find case studies that ended before the window, counted back from the day of submission."""
    for answer in bid.written():
        years = _window(answer)
        if years is None or not asks_for_experience(answer):
            continue
        first = _back(bid.dates.submission, years)
        for one in bid.profile.case_studies:
            if one.completed is not None and one.completed < first and _leans_on(answer, one):
                yield _finding(answer, one, one.completed, years)


def _window(answer: Answer) -> int | None:
    found = _WINDOW.search(f"{answer.question.text}\n{answer.question.guidance}")
    return (_NUMBERS.get(found[1].casefold()) or int(found[1])) if found else None


def _back(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _leans_on(answer: Answer, study: CaseStudy) -> bool:
    source = answer.response.source if answer.response else None
    if source and source.kind is SourceKind.CASE_STUDY and source.id == study.id:
        return True
    text = answer.text
    return (len(study.title) >= LEAST_OF_TITLE and holds(text, study.title)) or (
        bool(study.customer) and holds(text, study.customer)
    )


def _finding(answer: Answer, study: CaseStudy, completed: date, years: int) -> Finding:
    why = f"“{study.title}” ended on {say_date(completed)}, outside the {years} years the buyer looks back on."
    remedy = "Choose a later contract, or agree this one with the buyer."
    return answer.finding(Check.EXPERIENCE, Gravity.LOOK_AGAIN, why, remedy, study.id)
