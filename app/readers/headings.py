"""What a column is for, by its heading."""

import re
from collections.abc import Sequence

from app.readers.heading_words import BUYER, FULL, PARTIAL, SUPPLIER, Role

__all__ = ["BUYER", "SUPPLIER", "UNIT", "Role", "heading_role", "heading_roles", "is_yes_no_heading", "stated_options"]


_FULL_FORMS = tuple((role, re.compile(rf"(?i)(?:{pattern})")) for role, pattern in FULL)
_PARTIAL_FORMS = tuple((role, re.compile(rf"(?i){pattern}")) for role, pattern in PARTIAL)
_ALSO_ANSWER = re.compile(
    r"(?i)(?:details?|information|value|amount|data|particulars|entry|figure|input|total.*|quantity)"
)
_DETAILS = re.compile(r"(?i)(?:(?:further|more|any|supporting|full|your)\s+)?(?:details?|information)")
"""What beside an answer is the heading of a remark."""
UNIT = re.compile(r"(?i)(?:units?(?:\s+of\s+(?:measure(?:ment)?|issue))?|u/?o/?m|qty|quantity)\.?")
"""What a column of units or quantities is headed."""
_NO = re.compile(r"(?i)no\.?")
_YES_AND_NO = re.compile(
    r"(?i).{0,120}\b(?:yes|y|ja|oui|s[ií]|tak|comply|compl(?:ies|iant)|agree|accept)\s*(?:/|or|\|)\s*"
    r"(?:no|n|nein|nee|nej|non|nie|non[- ]?compl\w+|(?:does\s+|do\s+)?not\s+\w+|disagree|reject)\b.*",
    re.DOTALL,
)
_BETWEEN = re.compile(r"\s*(?:/|\||,|;|\bor\b)\s*")
_CODE = re.compile(
    r"[A-Z]{1,3}|(?i:yes|no|y|n|n/?a|fully?|full|part(?:ly|ial(?:ly)?)?|none|not|met|not\s+met|(?:fully|partially|partly|non|not)?"
    r"[\s-]?(?:compliant|comply|complies)|(?:does|do)\s+not\s+comply|agreed?|disagreed?|accept(?:ed)?|reject(?:ed)?|"
    r"true|false|standard|custom|available|future|pass|fail)"
)
"""A code or word of an answer that a heading states."""
_NEGATIVE = frozenset({"n", "nc", "x", "no", "ns", "nm", "none", "non-compliant", "not met", "reject", "disagree"})
_SENTENCE = 4
"""Words above which a text with a full stop is a sentence and no heading."""
_LONGEST = 160
"""Characters above which a cell is no heading."""


def heading_role(text: str) -> Role | None:
    """Tell what a column with this heading holds, or None where the heading does not say.

    "No" by itself is taken for a number: only beside "Yes" does it mean no, which `heading_roles` sees.
    """
    plain = " ".join(text.replace("\u00a0", " ").split()).strip(" :*•-–")
    if not plain or len(plain) > _LONGEST or (plain.endswith(".") and len(plain.split()) > _SENTENCE):
        return None
    if _YES_AND_NO.fullmatch(plain):
        return Role.ANSWER
    for role, form in _FULL_FORMS:
        if form.fullmatch(plain):
            return role
    found = [(role, match.start()) for role, form in _PARTIAL_FORMS if (match := form.search(plain))]
    spoken = dict(reversed(found))
    if found and found[0][0] is Role.ANSWER and spoken.get(Role.REMARK, _LONGEST) < found[0][1]:
        return Role.REMARK
    return found[0][0] if found else Role.ANSWER if _states_answers(plain) else None


def _states_answers(plain: str) -> bool:
    """Tell whether a heading lists codes of answers, of which one says no: "Fit (F/P/N)"."""
    options = stated_options(plain)
    return bool(_NEGATIVE & {option.casefold() for option in options})


def is_yes_no_heading(text: str) -> bool:
    """Tell whether a heading says that yes or no goes below: "Compliant (Y/N)"."""
    return len(text) <= _LONGEST and bool(_YES_AND_NO.fullmatch(" ".join(text.split()).strip(" :*")))


def stated_options(text: str) -> tuple[str, ...]:
    """List the answers that a heading states: "Compliance (C/PC/NC)", "Accept / Reject", "Yes, No or Partly".

    A heading for yes or no that states them in no list gives "Yes" and "No".
    """
    plain = " ".join(text.split()).strip(" :*")
    if len(plain) > _LONGEST:
        return ()
    bracketed = re.search(r"[(\[]([^()\[\]]{3,60})[)\]]", plain)
    for stated in (bracketed[1] if bracketed else "", plain):
        parts = [part.strip() for part in _BETWEEN.split(stated.strip(" ?."))]
        if len(parts) > 1 and all(_CODE.fullmatch(part) for part in parts) and len(set(parts)) == len(parts):
            return tuple(parts)
    return ("Yes", "No") if is_yes_no_heading(plain) else ()


def heading_roles(texts: Sequence[str]) -> tuple[Role | None, ...]:
    """Tell what each column of a row of headings holds, each in the light of the others.

    "No" beside "Yes" means no. Where nothing else is an answer, a last "Details" or "Value" is one.
    """
    roles = [heading_role(text) for text in texts]
    for at, text in enumerate(texts):
        if Role.YES in roles and _NO.fullmatch(text.strip(" :*()")) and Role.YES in roles[max(0, at - 2) : at + 2]:
            roles[at] = Role.NO
    if Role.YES in roles and Role.NO not in roles and Role.OPTION not in roles:
        roles = [Role.ANSWER if role is Role.YES else role for role in roles]
    if not {Role.ANSWER, Role.YES} & set(roles) and len(texts) > 1 and any(roles[:-1]):
        _make_answer(roles, texts)
    elif roles and roles[-1] is None and len(texts) > 1 and _DETAILS.fullmatch(texts[-1].strip(" :*")):
        roles[-1] = Role.REMARK
    return tuple(roles)


def _make_answer(roles: list[Role | None], texts: Sequence[str]) -> None:
    """Take the last column for the answer where its heading allows it and a question stands before it."""
    last = len(roles) - 1
    says_nothing = roles[last] in (None, Role.QUESTION, Role.GUIDANCE)
    if says_nothing and _ALSO_ANSWER.fullmatch(" ".join(texts[last].split()).strip(" :*")):
        roles[last] = Role.ANSWER
