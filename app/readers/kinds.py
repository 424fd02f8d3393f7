"""The kind of an answer, by what the question says, what waits in its place and which options it offers."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.domain.questionnaire import Kind, Limit, LimitUnit
from app.readers.kind_words import (
    ACCOUNT,
    ASKED_FOR,
    CONDITION,
    CONFIRM,
    DECLARATION,
    DETAILS,
    IF_SO,
    LABELS,
    LISTED_CHOICE,
    MULTI,
    NAMED,
    NOT_NUMBER,
    OPENS_YES_NO,
    SEVERAL,
    TICK_YES,
    UPLOAD,
    WHICH,
    WITH_DATE,
    YES_NO,
)
from app.readers.limits import find_limit
from app.readers.prompts import Prompt, PromptForm

LONG_FROM_WORDS = 60
"""An answer limited to at least so many words is a long one."""
_SHORT_LABEL = 4
_LABEL_WORDS = 12
"""A text of at most so many words is a label and not a sentence."""
_AGREEING = frozenset(
    {"yes", "y", "true", "ya", "oui", "ja", "comply", "complies", "compliant", "agree", "accept", "met", "pass"}
)
_SPOKEN = re.compile(r"^\W*(yes|no),?\s+(?:we|i|the|it)\b.*", re.DOTALL)
"""Yes or no said in a sentence: "No, we cannot comply"."""
_FIGURES = (Kind.PERCENT, Kind.NUMBER, Kind.MONEY)
_LONG_PROMPT = 12
"""Words from which what a placeholder says asks for an account."""


def kind_of(
    question: str,
    *,
    prompt: Prompt | None = None,
    options: Sequence[str] = (),
    limit: Limit | None = None,
    heading: str = "",
) -> Kind:
    """Tell the kind of an answer.

    `options` are those of boxes, lists or columns; `prompt` is what waits in the answer's place; `heading` is that
    of the answer's column, where it says more than "Response".
    """
    if options:
        return _by_options(question, options)
    if prompt is not None and prompt.kind is not None and prompt.form is not PromptForm.TYPE:
        return prompt.kind
    if prompt is not None and prompt.kind is not None:
        return _by_type(question, prompt.kind)
    limit = limit or find_limit(question)
    text = " ".join(question.replace("\u00a0", " ").split())
    for wording in (prompt.text if prompt else "", heading):
        told = _by_label(wording) if wording and _is_label(wording) else None
        if told:
            return told
    if prompt is not None and prompt.form is PromptForm.PLACEHOLDER and NAMED.search(prompt.text):
        return Kind.TEXT
    if prompt is not None and len(prompt.text.split()) > _LONG_PROMPT:
        return Kind.LONG_TEXT
    return _by_wording(question, text, limit)


@lru_cache(maxsize=1_024)
def kind_of_remark(heading: str) -> Kind:
    """Tell the kind of a further column beside an answer: its remarks, its date, the name of the evidence."""
    told = kind_of(heading)
    if told in (Kind.TEXT, Kind.LONG_TEXT, Kind.YES_NO, Kind.UPLOAD):
        return Kind.LONG_TEXT if ACCOUNT.search(heading) else Kind.TEXT
    return told


def is_yes_no(options: Sequence[str]) -> bool:
    """Tell whether the options are yes and no, with at most "not applicable" beside them; "partly" makes a choice."""
    plain = {re.sub(r"[^a-z]", "", _SPOKEN.sub(r"\1", option.lower())) for option in options}
    if plain in ({"yes"}, {"no"}):
        return True
    disagreeing = plain - _AGREEING - {"na", "notapplicable"}
    return len(plain & _AGREEING) == 1 and (len(plain) == 1 or len(disagreeing) == 1)


def _by_options(question: str, options: Sequence[str]) -> Kind:
    if is_yes_no(options):
        return Kind.YES_NO
    return Kind.MULTI_CHOICE if MULTI.search(question) or len(options) == 1 else Kind.CHOICE


def _by_type(question: str, kind: Kind) -> Kind:
    """Refine the kind that an answer's place prints: a text box may hold a short answer."""
    if kind is not Kind.LONG_TEXT:
        return kind
    told = _by_label(question) if _is_label(question) else None
    return told or kind


def _by_wording(question: str, text: str, limit: Limit | None) -> Kind:
    if DECLARATION.search(text) and not _is_label(text):
        return Kind.DECLARATION
    if (
        limit
        and limit.unit is not LimitUnit.ITEMS
        and (limit.unit is LimitUnit.PAGES or limit.maximum >= LONG_FROM_WORDS)
    ):
        return Kind.LONG_TEXT
    if LISTED_CHOICE.search(question) and WHICH.search(text) and not DETAILS.search(text):
        return Kind.CHOICE
    if _is_label(text):
        return _by_label(text) or (
            Kind.YES_NO if _asks_yes_no(text) else Kind.LONG_TEXT if DETAILS.search(text) else Kind.TEXT
        )
    return _by_sentence(question, text)


def _asks_yes_no(text: str) -> bool:
    return any(form.match(text) for form in (CONFIRM, YES_NO, OPENS_YES_NO))


def _is_label(text: str) -> bool:
    words = len(text.split())
    asked = text.rstrip().endswith("?") and (words > _SHORT_LABEL or OPENS_YES_NO.match(text) is not None)
    return words <= _LABEL_WORDS and not asked


def _by_label(text: str) -> Kind | None:
    """Tell the kind of a short label, by the words that name such answers."""
    text = CONDITION.sub("", text)
    for kind, form in LABELS:
        if form.search(text):
            if kind is Kind.DATE and WITH_DATE.search(text):
                return Kind.TEXT
            return None if kind is Kind.NUMBER and NOT_NUMBER.search(text) else kind
    return None


def _by_sentence(question: str, text: str) -> Kind:
    """Tell the kind of a whole sentence: what it asks to do decides, and then what it asks about."""
    first = _first_request(text)
    if OPENS_YES_NO.match(first) and not _asks_more(text):
        return Kind.YES_NO
    asks_details = bool(DETAILS.search(text))
    if UPLOAD.search(text) and not asks_details:
        return Kind.UPLOAD
    if TICK_YES.search(text) and not (asks_details and "\n" in question.strip()):
        return Kind.YES_NO
    if CONFIRM.search(first) or _asks_yes_no(first):
        return Kind.YES_NO if not _asks_more(text) else Kind.LONG_TEXT
    if UPLOAD.search(first):
        return Kind.UPLOAD
    told = _by_subject(first)
    told = None if told is Kind.MONEY and SEVERAL.search(first) else told
    if told and ("\n" not in question.strip() or told in _FIGURES):
        return told
    if asks_details or "\n" in question.strip():
        return Kind.LONG_TEXT
    return Kind.YES_NO if YES_NO.search(text) or CONFIRM.search(text) else Kind.TEXT


def _first_request(text: str) -> str:
    """Give the first sentence that asks, without a condition before it."""
    return CONDITION.sub("", text)


def _asks_more(text: str) -> bool:
    """Tell whether a yes/no question also wants an account: "If so, describe ..."."""
    return bool(IF_SO.search(text))


def _by_subject(text: str) -> Kind | None:
    """Tell the kind by what a sentence asks for: "Please provide the percentage of ..."."""
    match = ASKED_FOR.search(text)
    if not match:
        return Kind.NUMBER if re.search(r"(?i)^how\s+many\b", text) else None
    whole = match[0]
    for kind, form in LABELS:
        if kind is not Kind.SIGNATURE and (found := form.search(whole)) and found.start() < 60:
            if kind is Kind.DATE and WITH_DATE.search(text):
                return Kind.TEXT
            return None if kind is Kind.NUMBER and NOT_NUMBER.search(whole) else kind
    return None
