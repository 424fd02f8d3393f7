"""Labels that name no detail but the place of the answer: "Response:", "Your answer (max 500 words)"."""

import re

from app.readers.headings import SUPPLIER
from app.readers.patterns import any_of

_WHOSE = rf"(?:(?:your|our|the|{SUPPLIER}|tender|bid)\s+){{0,2}}"
_NAME = any_of("response", "answer", "reply", "submission", "statement", "narrative", "method statement")
_TO_DO = any_of("insert", "enter", "provide", "type", "write", "give", "complete", "add")
_HERE = rf"(?:please\s+)?{_TO_DO}\s+(?:here|(?:your\s+)?(?:text|details|information)(?:\s+here)?)"
_LABEL = re.compile(
    rf"(?i)\W*a(?:ns)?\s?\d{{0,3}}[:.]\W*|\W*{_HERE}\W*|\W*(?:please\s+)?(?:{_TO_DO}\s+)?{_WHOSE}(?:full\s+|written\s+)?{_NAME}(?:\s+(?:to\s+)?(?:q(?:uestion)?\s*)?[\d.]+)?"
    r"(?:\s+(?:here|below|box|in\s+(?:this|the)\s+box(?:\s+below)?))?\W*(?:\([^)]{0,120}\)|\[[^\]]{0,120}\]|[-–:]\s*max[^.]{0,60})?\W*"
)


def is_answer_label(text: str) -> bool:
    """Tell whether a text only says that the answer goes here."""
    return bool(text.strip()) and bool(_LABEL.fullmatch(" ".join(text.split())))
