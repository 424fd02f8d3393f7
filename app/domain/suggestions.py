"""What the program offers as an answer. Nobody has seen it yet, so it can never be filled in as it is."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.values import JsonValue

GREEN = 0.95
"""The least confidence of a green suggestion."""
MOST_SUGGESTIONS = 10


class Band(StrEnum):
    """Confidence in three steps."""

    GREEN = "green"
    AMBER = "amber"
    NONE = "none"


class SourceKind(StrEnum):
    """Where a suggestion comes from."""

    FACT = "fact"
    EVIDENCE = "evidence"
    POLICY = "policy"
    CASE_STUDY = "case_study"
    PERSON = "person"
    ANSWER = "answer"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Source:
    """The record a suggestion rests on."""

    kind: SourceKind
    id: str
    title: str
    why: str = ""
    """One line for "Why this one?": which wording, which fact, which date."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A possible answer to one question."""

    question_id: str
    text: str
    """The answer as a person reads it."""
    value: JsonValue
    """The answer as it is filled in: text, true or false, a number, an ISO date, a list of rows."""
    confidence: float
    """Calibrated probability that a person would accept it, 0 to 1."""
    source: Source
    passage: bool = False
    """Whether it is a part of an answer, to build another from."""

    @property
    def band(self) -> Band:
        """Green from 0.95, amber below."""
        return Band.GREEN if self.confidence >= GREEN else Band.AMBER
