"""Conditions as buyers state them: "If you answered yes to question 4", "if yes, ...", "if no to Q3"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.questionnaire import Condition, Kind, Question
from app.readers.patterns import any_of

_ANSWER = r"['‘’\"“”]?(?P<answer>yes|no|not applicable|n/a)['‘’\"“”]?"
_NAMED = r"(?:question\s*|q\.?\s*|no\.?\s*|item\s*|part\s*|section\s*)?(?P<ref>[A-Za-z]{0,3}\.?\d[\w.()-]*)"
_WHO = any_of(
    r"you(?:r\s+organisation)?\s+(?:have\s+|has\s+)?",
    r"(?:the|your)\s+(?:answer|response)\s+(?:is|was)\s+",
)
_DID = any_of("answered", "answer", "selected", "responded", "replied", "ticked", "indicated", "entered", "stated")
_ABOVE = any_of("the above", "above", "the previous question", "previous question", "this question")
_STATED = re.compile(
    rf"(?i)\bif\s+{_WHO}?(?:{_DID}\s+)?{_ANSWER}"
    rf"(?:\s+(?:to|in|at|for)\s+(?:any\s+of\s+)?{_ABOVE})?(?:\s+(?:to|in|at)\s+{_NAMED})?"
)
_SO = re.compile(r"(?i)^\W*(?:if\s+(?P<so>so|not|yes|no)\b|where\s+(?:this\s+is\s+the\s+case|applicable))")
_LEAD = re.compile(r"(?i)^\W*if\b[^,:\n–-]{0,140}?(?:\s*[,:\n–]|\s+-)\s*")


@dataclass(frozen=True, slots=True)
class StatedCondition:
    """What a text says of when it applies."""

    answer: str
    """`Yes` or `No`, or what else is named."""
    ref: str = ""
    """The number of the question it speaks of; empty where that is the one before."""


def find_condition(text: str) -> StatedCondition | None:
    """Give the condition a text opens with, or None."""
    head = text.strip()[:400]
    if so := _SO.match(head):
        word = (so["so"] or "yes").lower()
        stated = _STATED.match(head[so.start() :].lstrip(" \t-•*([\"'‘“"))
        if stated is None or not stated["ref"]:
            return StatedCondition("No" if word in ("not", "no") else "Yes")
    stated = _STATED.search(head[:160])
    if stated is None or not re.match(r"(?i)\W*if\b", head):
        return None
    answer = stated["answer"].capitalize() if len(stated["answer"]) < 4 else "N/A"
    return StatedCondition(answer, (stated["ref"] or "").strip(" .()"))


def without_condition(text: str) -> str:
    """Take the condition at the beginning away: "If yes, give details" is "give details"."""
    return _LEAD.sub("", text.strip(), count=1) if find_condition(text) else text


def with_conditions(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Tie each follow-up to the question it follows, among questions of one sheet or part in order."""
    by_ref: dict[str, Question] = {}
    last: Question | None = None
    found = []
    for question in questions:
        condition = question.condition or _resolve(question, by_ref, last)
        found.append(replace(question, condition=condition) if condition is not question.condition else question)
        if question.ref:
            by_ref[_plain(question.ref)] = question
        if question.kind in (Kind.YES_NO, Kind.CHOICE) and find_condition(question.text) is None:
            last = question
    return tuple(found)


def _resolve(question: Question, by_ref: dict[str, Question], last: Question | None) -> Condition | None:
    stated = find_condition(question.text)
    if stated is None:
        return None
    asked = by_ref.get(_plain(stated.ref)) if stated.ref else last
    if asked is None or asked.id == question.id:
        return None
    answers = tuple(option for option in asked.options if _means(option, stated.answer)) or (stated.answer,)
    return Condition(asked.id, answers)


def _means(option: str, answer: str) -> bool:
    return re.match(rf"(?i)\W*(?:\(?\w{{1,3}}\)\s*)?{re.escape(answer)}\b", option) is not None


def _plain(ref: str) -> str:
    return re.sub(r"\W", "", ref).lower().removeprefix("question").removeprefix("q")
