"""Attachments that an answer promises and the bid does not hold."""

import re
from collections.abc import Iterator

from app.domain.checks.amounts import sentences
from app.domain.checks.evidence_words import kinds_in
from app.domain.findings import Check, Finding, Gravity
from app.domain.questionnaire import Kind
from app.domain.submission import Submission

_LABELLED = re.compile(
    r"\b((?:[Aa]ppendix|[Aa]nnex|[Aa]ttachment|[Ee]nclosure)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\.\d+)?)\b(?!\s+of\b)"
)
_DOCUMENT = (
    r"(?:certificates?|polic(?:y|ies)|plans?|statements?|CVs?|letters?|accounts|reports?|cop(?:y|ies)|charts?|tables?|"
    r"diagrams?|timetables?|evidence|documents?|examples?|samples?|schedules?|registers?|details|references?|manuals?)"
)
_ATTACHED = re.compile(
    r"\b(?:please )?(?:see|find|refer to)(?: the)? (?:attached|enclosed)\b|"
    rf"\b{_DOCUMENT}\s+(?:\w+\s+){{0,3}}?(?:is|are) (?:attached|enclosed)(?=\s*(?:[.,;:)]|$|herewith|"
    rf"with this|separately))|"
    rf"\b(?:as|in the|our) (?:attached|enclosed) {_DOCUMENT}\b|\bas attached\b|"
    rf"\bwe (?:attach|enclose) (?:\w+\s+){{0,4}}?{_DOCUMENT}\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\b(your|the (council|authority|trust|buyer|customer)[’'s]*|specification|each|every|when|once)\b", re.IGNORECASE
)
_STANDARD = re.compile(r"\bISO|\bArticle|\bGDPR|\bRegulation|\bDirective|\bcontrols?\b|\bAct\b", re.IGNORECASE)
_SHORT_WORDS = 4
_OF_PROMISES = {"attached", "enclosed", "please", "refer", "documents", "separately", "herewith"}


def attachments(bid: Submission) -> Iterator[Finding]:
    """Find promises such as "see Appendix B"; a file of that name, or evidence of that kind, keeps them."""
    asked = "\n".join(answer.asked for answer in bid.answers()).casefold()
    for answer in bid.written():
        for sentence in sentences(answer.text):
            found = _promised(sentence, asked)
            if found and not _is_kept(bid, sentence, found):
                why = f"“{found}” is promised, and no such file goes with the bid."
                remedy = "Attach the file, or take the promise out."
                yield answer.finding(Check.ATTACHMENT, Gravity.LOOK_AGAIN, why, remedy, found)


def _promised(sentence: str, asked: str) -> str:
    """Give the promise in its own words; nothing where the buyer's own appendix or a standard's is meant."""
    label = _LABELLED.search(sentence)
    if label:
        is_buyers = label[1].casefold() in asked or _NOT_OURS.search(sentence) or _STANDARD.search(sentence)
        return "" if is_buyers else label[1]
    said = _ATTACHED.search(sentence)
    return said[0] if said and not _NOT_OURS.search(sentence) else ""


def _is_kept(bid: Submission, sentence: str, promise: str) -> bool:
    names = [name.casefold() for name in bid.attached]
    label = re.sub(r"\W+", "", promise.casefold())
    if _LABELLED.search(promise):
        return any(label in re.sub(r"\W+", "", name) for name in names)
    if any(one.attachment and one.kind in kinds_in(sentence) for one in bid.profile.evidence):
        return True
    words = {word for word in re.findall(r"[a-z]+", sentence.casefold()) if len(word) > _SHORT_WORDS} - _OF_PROMISES
    if any(_speaks_of(words, one.title, one.attachment) for one in bid.profile.policies):
        return True
    uploads = (one.asked for one in bid.written() if one.question.kind is Kind.UPLOAD)
    return any(words & set(re.findall(r"[a-z]+", name)) for name in (*names, *(text.casefold() for text in uploads)))


def _speaks_of(words: set[str], title: str, attachment: str | None) -> bool:
    named = {word for word in re.findall(r"[a-z]+", title.casefold()) if len(word) > _SHORT_WORDS} - {"policy"}
    return attachment is not None and bool(named) and named <= words
