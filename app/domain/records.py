"""What a supplier keeps: facts, parties, evidence, policies, case studies, people, answers.

Every record has an `id` (a UUID in hexadecimal with hyphens), a `version` that grows by one with each
write, and `extra`: members of an imported file that this release does not know, kept and given back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.domain.values import JsonValue

NO_EXTRA: Mapping[str, JsonValue] = MappingProxyType({})


class PartyRole(StrEnum):
    """How another firm takes part in a bid."""

    PARENT = "parent"
    RELIED_UPON = "relied_upon"
    MEMBER = "member"
    SUB_CONTRACTOR = "sub_contractor"


class AnswerState(StrEnum):
    """How far an answer of the library has come."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Record:
    """What all records share."""

    id: str
    version: int = field(default=1, kw_only=True)
    extra: Mapping[str, JsonValue] = field(default_factory=lambda: NO_EXTRA, kw_only=True)


@dataclass(frozen=True, slots=True)
class Fact(Record):
    """One value of a fact, with the time for which it holds and where it comes from."""

    key: str
    value: JsonValue
    """None says that the fact does not apply to this supplier."""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    party_id: str | None = None
    """None for the supplier itself."""
    recorded_on: date | None = None
    """The day on which it was taken into the workspace."""


@dataclass(frozen=True, slots=True)
class Party(Record):
    """Another firm of a bid: parent, relied upon, member of a group, sub-contractor."""

    name: str
    role: PartyRole
    key: str = ""
    """The id by which files and `--party` name it."""


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """A certificate, a registration or a policy of insurance."""

    kind: str
    """A key of the catalogue: `insurance.public_liability`, `certificate.iso_9001`, ..."""
    title: str = ""
    issuer: str = ""
    number: str = ""
    cover: JsonValue = None
    """What is covered: pounds for an insurance, else words."""
    starts: date | None = None
    ends: date | None = None
    review_by: date | None = None
    file: str = ""
    """Name of the attached file."""
    attachment: str | None = None
    """SHA-256 of the attached file, where it has been taken in."""
    party_id: str | None = None


@dataclass(frozen=True, slots=True)
class Policy(Record):
    """A policy of the supplier: health and safety, equality, ..."""

    kind: str
    title: str = ""
    owner: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    review_by: date | None = None
    statement: str = ""
    file: str = ""
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """The person at a customer who will confirm a contract."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    extra: Mapping[str, JsonValue] = field(default_factory=lambda: NO_EXTRA)


@dataclass(frozen=True, slots=True)
class CaseStudy(Record):
    """A past contract that shows experience."""

    title: str
    customer: str = ""
    contact: Contact | None = None
    may_be_named: bool | None = None
    description: str = ""
    value: JsonValue = None
    """Pounds over the life of the contract."""
    started: date | None = None
    completed: date | None = None
    outcomes: JsonValue = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamMember(Record):
    """A person the supplier can name in a bid."""

    name: str
    role: str = ""
    biography: str = ""
    qualifications: JsonValue = None
    party_id: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerVariant:
    """One length of a library answer."""

    text: str
    words: int | None = None
    extra: Mapping[str, JsonValue] = field(default_factory=lambda: NO_EXTRA)


@dataclass(frozen=True, slots=True)
class LibraryAnswer(Record):
    """A reusable answer: several wordings of its question, and the text in one or more lengths."""

    key: str
    """The id the answer has in files."""
    questions: tuple[str, ...] = ()
    variants: tuple[AnswerVariant, ...] = ()
    state: AnswerState = AnswerState.APPROVED
    tags: tuple[str, ...] = ()
    owner: str = ""
    reviewed_on: date | None = None
    review_by: date | None = None
