"""What the check before submission finds, how grave it is, and a person's written override."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Gravity(StrEnum):
    """How grave a finding is, the gravest first."""

    STOPS = "stops_the_bid"
    LOOK_AGAIN = "look_again"
    HINT = "hint"


class Check(StrEnum):
    """Which check found it."""

    UNANSWERED = "unanswered"
    DECLARATION = "declaration"
    UNREVIEWED = "unreviewed"
    FILLING = "filling"
    LIMIT = "limit"
    LEFTOVER = "leftover"
    OTHER_NAME = "other_name"
    FACT = "fact"
    EVIDENCE = "evidence"
    EXPERIENCE = "experience"
    CONTRADICTION = "contradiction"
    ATTACHMENT = "attachment"
    FORBIDDEN = "forbidden"
    FILE_NAME = "file_name"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Where:
    """What a finding is about."""

    kind: Literal["question", "evidence", "file"]
    id: str
    """Of a question its id in the file, of evidence the record's id, of a file its digest."""
    name: str
    """As a person calls it: "Question 2.6", the title of the evidence, the name of the file."""
    file_digest: str = ""
    """Of a question: the buyer's file it stands in."""
    party_id: str | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A person's word that something is right as it stands."""

    reason: str
    by: str
    at: datetime
    basis: str
    """The basis of the finding when it was overridden: where that changes, the finding stands again."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right, or to override with a reason."""

    check: Check
    gravity: Gravity
    where: Where
    why: str
    """One sentence: what is wrong."""
    remedy: str
    """One sentence: what to do."""
    mark: str = ""
    """What precisely, where one place can have several findings of one check: the word, the kind of evidence."""
    basis: str = ""
    """What it rests on, such as the answer's words."""
    also: tuple[Where, ...] = ()
    """Other places with the same fault."""
    override: Override | None = None

    @property
    def id(self) -> str:
        """Name the finding by what it is about, the same in every run."""
        where = self.where
        parts = (self.check, where.kind, where.file_digest, where.party_id or "", where.id, self.mark)
        return "f-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    @property
    def fingerprint(self) -> str:
        """Digest of what it rests on: an override holds only as long as this stays."""
        return hashlib.sha256(f"{self.gravity}\n{self.basis}".encode()).hexdigest()[:16]

    @property
    def stands(self) -> bool:
        """Tell whether nobody has overridden it."""
        return self.override is None


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Put the gravest first and keep the order of the form within each gravity."""
    rank = {gravity: number for number, gravity in enumerate(Gravity)}
    return tuple(sorted(findings, key=lambda finding: rank[finding.gravity]))
