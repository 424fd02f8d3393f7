"""A buyer's questionnaire: what is asked, in which form, and the place where each answer goes."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

NOTHING: Mapping[str, str] = MappingProxyType({})


class Kind(StrEnum):
    """The form an answer takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    YES_NO = "yes_no"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    ADDRESS = "address"
    TABLE = "table"
    UPLOAD = "upload"
    SIGNATURE = "signature"
    DECLARATION = "declaration"


class LimitUnit(StrEnum):
    """What a limit counts."""

    WORDS = "words"
    CHARACTERS = "characters"
    PAGES = "pages"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Limit:
    """The most an answer may hold, as the buyer states it."""

    unit: LimitUnit
    maximum: int
    source: str
    """The sentence the limit was read from."""
    per: Literal["answer", "item"] = "answer"


@dataclass(frozen=True, slots=True)
class Condition:
    """A question that counts only where another question has one of these answers."""

    question_id: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an answer is written."""

    where: str | None
    """The name of the place (CONTRACT: `t3.r2.c1`, `Sheet!C5`, `field:Name`); None in a file that has no places."""
    options: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Of a question with boxes: each option and the place of its box. Of a table: each column heading and the
    place of its first cell to fill."""
    writable: bool = True
    rows: tuple[str, ...] = ()
    """Of a table whose rows the buyer names: the name of each row, from the one of the first cells on downwards;
    empty of a row without one."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason why a place was taken for a question, and what it weighed."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """One thing the buyer asks for."""

    id: str
    text: str
    slot: Slot
    kind: Kind = Kind.TEXT
    ref: str = ""
    section: str = ""
    """Headings above the question, outermost first, joined by " > "."""
    guidance: str = ""
    options: tuple[str, ...] = ()
    limit: Limit | None = None
    condition: Condition | None = None
    weight: float | None = None
    """Share of the score in per cent, where the buyer states it."""
    pass_fail: bool = False
    mandatory: bool = False
    confidence: float = 1.0
    """How sure the reader is that this is a question to the supplier, 0 to 1."""
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A buyer's file, read."""

    file_name: str
    file_kind: str
    """The kind of file by its content: `docx`, `xlsx`, `pdf`, ..."""
    digest: str
    """SHA-256 of the file in hexadecimal: the identity of this very version of the file."""
    questions: tuple[Question, ...] = ()
    title: str = ""
    notices: tuple[str, ...] = field(default=())
    """What the supplier should know of the file, one sentence each."""

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def question(self, question_id: str) -> Question | None:
        """Find the question with this id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)


def question_id(place: str) -> str:
    """Name a question by its place alone, so that a second reading gives the same id.

    `place` is the place of the answer, or of a flat file the position ("7" of the seventh question).
    """
    return "q-" + hashlib.sha256(place.encode()).hexdigest()[:12]
