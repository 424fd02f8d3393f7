"""A supplier's profile as a whole, and what is known of a fact on a given day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.dates import holds_on
from app.domain.records import (
    NO_EXTRA,
    CaseStudy,
    Evidence,
    Fact,
    LibraryAnswer,
    Party,
    Policy,
    TeamMember,
)
from app.domain.values import JsonValue


class Knowledge(StrEnum):
    """What is known of a fact: its value, that it does not apply, or nothing."""

    KNOWN = "known"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything one supplier keeps, at one moment."""

    facts: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    policies: tuple[Policy, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    people: tuple[TeamMember, ...] = ()
    answers: tuple[LibraryAnswer, ...] = ()
    extra: Mapping[str, JsonValue] = field(default_factory=lambda: NO_EXTRA)

    def history(self, key: str, party_id: str | None = None) -> tuple[Fact, ...]:
        """List every value of a fact, the newest first; an undated value counts as the oldest."""
        mine = [fact for fact in self.facts if fact.key == key and fact.party_id == party_id]
        return tuple(sorted(mine, key=lambda fact: fact.valid_from or date.min, reverse=True))

    def fact_on(self, key: str, day: date, party_id: str | None = None) -> Fact | None:
        """Find the value of a fact that holds on `day`; None where nothing is known."""
        held = (fact for fact in self.history(key, party_id) if holds_on(day, fact.valid_from, fact.valid_until))
        return next(held, None)

    def knowledge(self, key: str, day: date, party_id: str | None = None) -> Knowledge:
        """Tell an unknown fact from one that does not apply."""
        fact = self.fact_on(key, day, party_id)
        if fact is None:
            return Knowledge.UNKNOWN
        return Knowledge.NOT_APPLICABLE if fact.value is None else Knowledge.KNOWN

    def evidence_on(self, kind: str, day: date, party_id: str | None = None) -> Evidence | None:
        """Find the evidence of a kind that is in date on `day`, the one that lasts longest first."""
        held = [
            item
            for item in self.evidence
            if item.kind == kind and item.party_id == party_id and holds_on(day, item.starts, item.ends)
        ]
        return max(held, key=lambda item: item.ends or date.max, default=None)
