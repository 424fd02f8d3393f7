"""What a text says of a question's score and duty: weighting, pass or fail, mandatory."""

import re

_WEIGHT = re.compile(
    r"(?i)\bweight(?:ing|ed|age|s)?\b[^\d%\n]{0,30}(?P<after>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent)?"
    r"|(?P<before>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent)\s*(?:weight\w*|of\s+(?:the\s+)?(?:total|overall|quality|score))"
    r"|\((?:[^()\n]*[,;:–-]\s*)?(?P<alone>\d{1,3}(?:\.\d+)?)\s*%\s*\)\s*(?:$|\n)"
)
_PASS_FAIL = re.compile(r"(?i)\bpass\s*(?:/|or|-|–)\s*fail\b")
_MANDATORY = re.compile(
    r"(?i)\(mandatory\)|\bmandatory\s*:\s*(?:y(?:es)?|m|✓|x|mandatory)\b|\b(?:mandatory|compulsory)\s+(?:question|requirement|field)\b"
    r"|\b(?:question|answer|response)\s+is\s+(?:mandatory|compulsory|required)\b|\brequired\s*\?*\s*:\s*y(?:es)?\b|(?:^|\n)mandatory(?:\n|$)"
    r"|\*\s*(?:$|\n)|\bmust\s+be\s+(?:answered|completed)\b"
)
_NOT_MANDATORY = re.compile(r"(?i)\bmandatory\s*/\s*optional\s*:\s*o|\boptional\b\s*(?:$|\n)|\bnot\s+mandatory\b")
_MOST = 100.0


def weight_of(text: str) -> float | None:
    """Give the share of the score in per cent that a text states, or None."""
    match = _WEIGHT.search(text)
    if match is None:
        return None
    weight = float(match["after"] or match["before"] or match["alone"])
    return weight if 0 < weight <= _MOST else None


def is_pass_fail(text: str) -> bool:
    """Tell whether a text says that an answer passes or fails."""
    return bool(_PASS_FAIL.search(text))


def is_mandatory(text: str) -> bool:
    """Tell whether a text says that an answer must be given."""
    return bool(_MANDATORY.search(text)) and not _NOT_MANDATORY.search(text)
