"""Links, prices and references to other answers where the buyer forbids them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.checks.amounts import sentences
from app.domain.findings import Check, Finding, Gravity
from app.domain.questionnaire import Kind
from app.domain.submission import Answer, Submission

_I = re.IGNORECASE
_LINKS = r"(?:hyper-?links?|web ?links?|links?|urls?|web ?(?:sites?|pages?|address(?:es)?))"
_NOT = r"(?:must|shall|should|may|can|will) not|cannot|do not|don[’']t|not to"
_WELL = r"(?:be )?(?:accepted|considered|opened|followed|evaluated|read|permitted|allowed|viewed|assessed|scored)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a buyer can forbid."""

    name: str
    forbids: re.Pattern[str]
    breach: re.Pattern[str]
    why: str


RULES = (
    Rule(
        "link",
        re.compile(
            rf"\bno {_LINKS}\b|\b{_LINKS}\b[^.\n]{{0,60}}\b(?:{_NOT}) {_WELL}|\b(?:{_NOT}) (?:\w+ ){{0,4}}?{_LINKS}\b",
            _I,
        ),
        re.compile(r"\bhttps?://[^\s<>)]+|\bwww\.[^\s<>)]+", _I),
        "A link stands in the answer, and the buyer takes none.",
    ),
    Rule(
        "price",
        re.compile(
            r"\bno (?:reference to )?(?:pric(?:es?|ing)|costs?)\b|\b(?:pric(?:es?|ing)|"
            r"costs?)\b[^.\n]{0,50}\b(?:must|shall|should|"
            rf"may) not\b|\b(?:{_NOT}) (?:\w+ ){{0,5}}?(?:pric(?:es?|ing)|costs?|financial information)\b",
            _I,
        ),
        re.compile(
            r"(?:pric(?:e|es|ed|ing)|costs?|charg(?:e|es|ed)|fees?|rates?)\b[^.\n£]{0,40}£\s?\d[\d,.]*|"
            r"£\s?\d[\d,.]*(?:\s?(?:k|m|million))?\s*(?:per|a|an|each|/)\s*(?:day|hour|month|year|"
            r"annum|user|home|unit|licence|property)",
            _I,
        ),
        "A price stands in the answer, and the buyer wants none here.",
    ),
    Rule(
        "cross-reference",
        re.compile(
            r"\bno cross-?references?\b|\bcross-?referenc\w+[^.\n]{0,60}\bnot\b|\b(?:must|should|"
            r"will be|shall)[^.\n]{0,40}"
            rf"\b(?:self-contained|stand alone|stand-alone|on (?:its|their) own)|"
            rf"\b(?:{_NOT}) (?:\w+ ){{0,3}}?(?:cross-?refer\w*|"
            r"refer (?:to|back to) (?:any )?other (?:answers?|responses?|questions?|sections?))",
            _I,
        ),
        re.compile(
            r"\b(?:see|refer to|as (?:stated|described|set out|given|explained|detailed|noted) in|"
            r"in) (?:our |the |your )?"
            r"(?:(?:answers?|responses?) (?:to|at|in) (?:question |section |Q)?\s?\d|(?:question|Q)\s?\d)[\d.()a-z]*|"
            r"\bsee (?:section|answer) \d[\d.]*",
            _I,
        ),
        "The answer points to another answer, and the buyer reads each on its own.",
    ),
)


_ASKS_FOR_LINK = re.compile(rf"\b{_LINKS}\b", _I)


def forbidden(bid: Submission) -> Iterator[Finding]:
    """Find breaches of what a question, its section or the file's instructions forbid; fields for links are let be."""
    everywhere = {
        id(file): {rule.name for rule in RULES if _forbids(rule, "\n".join(file.instructions))} for file in bid.files
    }
    for answer in bid.written():
        if not answer.is_prose or answer.question.kind is Kind.URL:
            continue
        for rule in RULES:
            if rule.name == "link" and _asks_for_link(answer, rule):
                continue
            if (rule.name in everywhere[id(answer.file)] and _is_scored(answer)) or _forbids(rule, answer.asked):
                breach = rule.breach.search(answer.text)
                if breach:
                    yield _finding(answer, rule, breach[0])


def _forbids(rule: Rule, text: str) -> bool:
    return any(rule.forbids.search(sentence) for sentence in sentences(text))


def _asks_for_link(answer: Answer, rule: Rule) -> bool:
    """Tell whether the question itself wants a link."""
    return bool(_ASKS_FOR_LINK.search(answer.question.text)) and not _forbids(rule, answer.question.text)


def _is_scored(answer: Answer) -> bool:
    question = answer.question
    return not question.pass_fail and (question.weight is not None or question.kind is Kind.LONG_TEXT)


def _finding(answer: Answer, rule: Rule, breach: str) -> Finding:
    said = breach.rstrip(".,;")
    why = f"{rule.why.removesuffix('.')}: “{said}”."
    return answer.finding(
        Check.FORBIDDEN, Gravity.LOOK_AGAIN, why, "Say it in the answer itself, or take it out.", rule.name
    )
