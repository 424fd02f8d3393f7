"""What tells an answer that was filled in from the words of the form."""

import re

from app.readers.sentences import asks

TICKS = frozenset("☒☑✓✔√xX/")
"""Characters that choose the option beside them or the column they stand in."""
_LONGEST_LABEL = 60
_FIELD = 1.0
_ASKING = 1.75
_MEANING = re.compile(r"(?i)^(?:means|shall\s+mean|has\s+the\s+meaning|refers\s+to)\b")
_ASIDE = re.compile(r"(?i)^\W*(?:guidance|notes?|hint|tip|instructions?|scoring|evaluation|maximum|word\s+limit)\b")
_LABELLED = re.compile(r"(?P<label>[^:\t\n]{2,80}(?:[:?]|(?=\t)))[ \t]*(?P<text>[^:\n]{1,400})")
_NOTHING = re.compile(r"(?i)[\W_]*(?:\[?\s*(?:insert|enter|type|click|tap|select|choose|please)\b.*)?")


def answers_label(label: str, text: str) -> bool:
    """Tell whether `text` can be what somebody wrote beside `label`: the label asks, and the text does not.

    A definition beside its term is the form's own.
    """
    if not text or not label or len(label.split()) > _LONGEST_LABEL:
        return False
    return asks(label) >= _FIELD and not _MEANING.match(text) and not text.endswith("?")


def asks_for_text(text: str) -> bool:
    """Tell whether a text asks in so many words, so that what follows it may be the answer."""
    return asks(text) >= _ASKING


def is_aside(text: str) -> bool:
    """Tell whether a text is the buyer's word between a question and its answer."""
    return _ASIDE.match(text) is not None


def labelled(text: str) -> tuple[str, str]:
    """Part a line such as "Job title: Director" into label and answer; two empty texts where it is none."""
    found = _LABELLED.fullmatch(text.strip())
    if found is None or not answers_label(found["label"], found["text"].strip()):
        return "", ""
    return found["label"], found["text"].strip()


def says_something(text: str) -> bool:
    """Tell an answer from a blank, a line to write on, or a prompt that nobody replaced."""
    return bool(text.strip()) and not _NOTHING.fullmatch(" ".join(text.split()))
