"""American forms in an answer to a British buyer: a hint."""

import re
from collections.abc import Iterator

from app.domain.checks.american_words import BRITISH
from app.domain.findings import Check, Finding, Gravity
from app.domain.submission import Submission

_WORD = re.compile(r"(?<![\w@./-])[a-z]+(?![\w@/]|\.\w|-?\d)")


def spelling(bid: Submission) -> Iterator[Finding]:
    """Find them in running text; a capital begins a name or a sentence and is left alone."""
    for answer in bid.written():
        if not answer.is_prose:
            continue
        found = [word for word in dict.fromkeys(_WORD.findall(answer.text)) if word in BRITISH]
        if found:
            said = ", ".join(f"“{word}” ({BRITISH[word]})" for word in found)
            why = f"American spelling: {said}."
            yield answer.finding(Check.SPELLING, Gravity.HINT, why, "Use the British form, unless it is quoted.")
