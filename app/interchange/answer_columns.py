"""What the columns of an answer table hold, told by the words of their headings."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Column(StrEnum):
    """What a column holds."""

    QUESTION = "question"
    OTHER_WORDINGS = "other_wordings"
    ANSWER = "answer"
    KEY = "key"
    TAGS = "tags"
    OWNER = "owner"
    STATE = "state"
    REVIEWED_ON = "reviewed_on"
    REVIEW_BY = "review_by"


# The first whose words a heading shares: "Alternate questions" are wordings, "Answer owner" is an owner.
_WORDS: Sequence[tuple[Column, str]] = (
    (
        Column.OTHER_WORDINGS,
        "alternate alternates alternative alternatives variation variations similar synonyms wordings",
    ),
    (Column.REVIEW_BY, "expiry expires expiration due next review_by review_date"),
    (Column.REVIEWED_ON, "reviewed updated modified last date"),
    (Column.OWNER, "owner author expert sme responsible contributor by"),
    (Column.STATE, "state status"),
    (Column.KEY, "id ref reference key number no uid"),
    (Column.TAGS, "tag tags category categories keyword keywords topic topics label labels theme subject"),
    (Column.ANSWER, "answer answers response responses reply replies"),
    (Column.QUESTION, "question questions prompt query requirement requirements"),
)
_NEITHER = "type format score weight limit count length words url link attachment"


def column_of(heading: str) -> Column | None:
    """Tell what a column holds; None of one that is only kept."""
    plain = re.sub(r"[^a-z]+", " ", heading.lower()).split()
    words = {*plain, "_".join(plain[-2:])}
    if words & set(_NEITHER.split()) or len(plain) > MOST_WORDS:
        return None
    return next((column for column, known in _WORDS if words & set(known.split())), None)


MOST_WORDS = 6
"""A heading of more words is a sentence: a question itself, or an instruction."""


def columns_of(headings: Sequence[str]) -> Mapping[int, Column] | None:
    """Tell what each column of a header row holds; None where no column asks or none answers."""
    found = {number: column for number, heading in enumerate(headings) if (column := column_of(heading))}
    return found if {Column.QUESTION, Column.ANSWER} <= set(found.values()) else None
