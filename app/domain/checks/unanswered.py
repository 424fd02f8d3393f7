"""Questions without an answer."""

import re
from collections.abc import Iterator

from app.domain.checks.follow_ups import follow_ups_in
from app.domain.findings import Check, Finding, Gravity, Where
from app.domain.questionnaire import Kind, Question
from app.domain.submission import Answer, AnsweredFile, Submission

_OPTIONAL = re.compile(
    r"\b(if|where) (applicable|relevant|any|known|available)\b|\boptional\b|\bonly if\b|^\s*if\b|"
    r"\bother(s)?[,:]? \(?please",
    re.IGNORECASE | re.MULTILINE,
)


_NOTICE = "json"
"""File kind of a notice (OCDS): it announces, and its criteria are answered in the buyer's other files."""


def unanswered(bid: Submission) -> Iterator[Finding]:
    """Find them; a file that nobody has begun is one finding, and what a signature needs is a person's own."""
    for file in bid.files:
        answers = [Answer(file, question, file.responses.get(question.id)) for question in file.questionnaire]
        if answers and not any(answer.is_given for answer in answers):
            yield _untouched(file)
        else:
            depend = follow_ups_in(answers)
            yield from (_finding(one) for one in answers if _is_missing(one) and one.question.id not in depend)


def _is_missing(answer: Answer) -> bool:
    question = answer.question
    return not answer.is_given and question.kind is not Kind.SIGNATURE and question.slot.writable


def _finding(answer: Answer) -> Finding:
    question = answer.question
    if question.mandatory or question.kind is Kind.DECLARATION:
        why = "A question that must be answered has no answer."
        return answer.finding(Check.UNANSWERED, Gravity.STOPS, why, "Write the answer and have it approved.")
    gravity = Gravity.HINT if _may_stay_empty(question) else Gravity.LOOK_AGAIN
    return answer.finding(
        Check.UNANSWERED, gravity, "The question has no answer.", "Answer it, or say that it does not apply."
    )


def _may_stay_empty(question: Question) -> bool:
    return question.condition is not None or bool(_OPTIONAL.search(f"{question.text}\n{question.guidance}"))


def _untouched(file: AnsweredFile) -> Finding:
    sheet = file.questionnaire
    where = Where("file", sheet.digest, sheet.file_name, sheet.digest, file.party_id)
    if sheet.file_kind == _NOTICE:
        why = f"The notice states {len(sheet.questions)} criteria, and none is answered here."
        return Finding(Check.UNANSWERED, Gravity.HINT, where, why, "See that the buyer's other files ask for them.")
    return Finding(
        Check.UNANSWERED,
        Gravity.HINT if all(map(_may_stay_empty, sheet)) else Gravity.STOPS,
        where,
        f"None of its {len(sheet.questions)} questions is answered.",
        "Answer them, or take the file out of the tender if it asks nothing of you.",
    )
