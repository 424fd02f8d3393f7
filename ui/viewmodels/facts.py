"""What the company page shows of facts: sections, rows and the open fact, worked out from a profile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.catalogue import Catalogue, FactDefinition, FactType, Section
from app.domain.dates import holds_on
from app.domain.fact_values import value_doubt
from app.domain.profile import Knowledge, Profile
from app.domain.records import Evidence, Fact
from app.domain.responses import Response, ResponseState
from app.domain.validity import Validity, validity_on
from app.domain.values import JsonValue
from ui.viewmodels.saying import NOT_KNOWN, say_day, say_fact, say_period

CUSTOM = Section("custom", "Your own facts", "Also asked by buyers")
CUSTOM_PREFIX = "custom."


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section in the list at the left."""

    id: str
    title: str
    group: str
    known: int
    total: int
    lapses: bool = False
    """Whether evidence in it lapses soon or has lapsed."""

    @property
    def share(self) -> float:
        """How much is known, 0 to 1."""
        return self.known / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of the table."""

    id: str
    """Its key."""
    label: str
    value: str
    knowledge: Knowledge
    valid: str
    source: str
    is_evidence: bool = False
    validity: Validity = Validity.IN_DATE
    uses: int = 0


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One value of a fact's history, the newest first."""

    fact: Fact
    value: str
    period: str
    holds: bool
    """Whether it holds on the day that is looked at."""


@dataclass(frozen=True, slots=True)
class Use:
    """One answer that rests on a fact."""

    question: str
    state: ResponseState


@dataclass(frozen=True, slots=True)
class OpenFact:
    """Everything the panel at the right shows of one fact."""

    definition: FactDefinition
    section: str
    row: FactRow
    fact: Fact | None
    history: tuple[HistoryEntry, ...]
    evidence: tuple[Evidence, ...]
    uses: tuple[Use, ...] = ()
    doubt: str = ""
    """What is doubtful about the value, as a sentence."""


def definitions(catalogue: Catalogue, facts: Iterable[Fact]) -> tuple[FactDefinition, ...]:
    """List the facts of the catalogue, then those of the supplier's own, in the order in which they were added."""
    known = tuple(catalogue)
    own = {fact.key: fact for fact in facts if catalogue.get(fact.key) is None}
    return known + tuple(custom_definition(key, fact.value) for key, fact in own.items())


def custom_definition(key: str, value: JsonValue) -> FactDefinition:
    """Describe a fact outside the catalogue by its key and value: "custom.fleet_size" is "Fleet size"."""
    words = key.removeprefix(CUSTOM_PREFIX).replace(".", " ").replace("_", " ")
    return FactDefinition(key, words[:1].upper() + words[1:], type_of(value), CUSTOM.id)


def custom_key(label: str) -> str:
    """Make the key of a fact of the supplier's own from its name."""
    words = "".join(letter.lower() if letter.isalnum() else " " for letter in label).split()
    return CUSTOM_PREFIX + "_".join(words)


def type_of(value: JsonValue) -> FactType:
    """Guess the type of a custom fact from its value."""
    match value:
        case bool():
            return FactType.YES_NO
        case int() | float():
            return FactType.NUMBER
        case str():
            return FactType.LONG_TEXT if len(value) > 120 or "\n" in value else FactType.TEXT
        case None:
            return FactType.TEXT
        case Sequence():
            return FactType.OBJECT_LIST if value and not isinstance(value[0], str) else FactType.TEXT_LIST
        case _:
            return FactType.ADDRESS


def fact_row(profile: Profile, definition: FactDefinition, day: date, uses: int = 0) -> FactRow:
    """Say what is known of a fact on `day`."""
    if definition.type is FactType.EVIDENCE:
        return _evidence_row(profile, definition, day, uses)
    fact = profile.fact_on(definition.key, day)
    if fact is None:
        return FactRow(definition.key, definition.label, NOT_KNOWN, Knowledge.UNKNOWN, "", "", uses=uses)
    knowledge = Knowledge.NOT_APPLICABLE if fact.value is None else Knowledge.KNOWN
    period = say_period(fact.valid_from, fact.valid_until)
    return FactRow(
        definition.key,
        definition.label,
        say_fact(fact.value, definition.type),
        knowledge,
        period,
        fact.source,
        uses=uses,
    )


def _evidence_row(profile: Profile, definition: FactDefinition, day: date, uses: int) -> FactRow:
    item = profile.evidence_on(definition.key, day) or _latest(profile.evidence, definition.key)
    denied = profile.fact_on(definition.key, day)
    if item is None and denied is not None and denied.value is None:
        return FactRow(
            definition.key,
            definition.label,
            say_fact(None, definition.type),
            Knowledge.NOT_APPLICABLE,
            say_period(denied.valid_from, denied.valid_until),
            denied.source,
            is_evidence=True,
            uses=uses,
        )
    if item is None:
        return FactRow(
            definition.key, definition.label, NOT_KNOWN, Knowledge.UNKNOWN, "", "", is_evidence=True, uses=uses
        )
    return FactRow(
        definition.key,
        definition.label,
        say_evidence(item),
        Knowledge.KNOWN,
        f"To {say_day(item.ends)}" if item.ends else say_period(item.starts, None),
        item.file or item.title or "Evidence",
        is_evidence=True,
        validity=validity_on(day, item.starts, item.ends),
        uses=uses,
    )


def say_evidence(item: Evidence) -> str:
    """Write evidence on one line: issuer, number, cover."""
    kind = FactType.MONEY if item.kind.startswith("insurance.") else FactType.TEXT
    cover = say_fact(item.cover, kind) if item.cover not in (None, "") else ""
    return ", ".join(part for part in (item.issuer, item.number, cover) if part) or item.title or "Held"


def _latest(evidence: Iterable[Evidence], kind: str) -> Evidence | None:
    held = [item for item in evidence if item.kind == kind and item.party_id is None]
    return max(held, key=lambda item: item.ends or date.max, default=None)


def section_rows(catalogue: Catalogue, rows: Sequence[tuple[FactDefinition, FactRow]]) -> tuple[SectionRow, ...]:
    """Count for each section what is known; a section without facts is left out."""
    sections = (*catalogue.sections, CUSTOM)
    made = []
    for section in sections:
        mine = [row for definition, row in rows if definition.section == section.id]
        if mine:
            known = sum(row.knowledge is not Knowledge.UNKNOWN for row in mine)
            lapses = any(row.validity in (Validity.LAPSED, Validity.LAPSES_SOON) for row in mine)
            made.append(SectionRow(section.id, section.title, section.group, known, len(mine), lapses))
    return tuple(made)


def open_fact(
    profile: Profile, definition: FactDefinition, section: str, row: FactRow, day: date, uses: tuple[Use, ...] = ()
) -> OpenFact:
    """Gather what the panel shows."""
    fact = profile.fact_on(definition.key, day)
    doubt = value_doubt(definition.key, fact.value, definition) if fact else None
    history = tuple(
        HistoryEntry(
            fact,
            say_fact(fact.value, definition.type),
            _history_period(fact),
            holds_on(day, fact.valid_from, fact.valid_until),
        )
        for fact in profile.history(definition.key)
    )
    evidence = tuple(item for item in profile.evidence if item.kind == definition.key and item.party_id is None)
    said = f"{definition.label} {doubt}" if doubt else ""
    return OpenFact(definition, section, row, fact, history, evidence, uses, said)


def _history_period(fact: Fact) -> str:
    if fact.valid_from and fact.valid_until is None:
        return f"{say_day(fact.valid_from)} to now"
    return say_period(fact.valid_from, fact.valid_until)


def uses_by_key(
    facts: Iterable[Fact], evidence: Iterable[Evidence], responses: Iterable[Response]
) -> dict[str, tuple[Use, ...]]:
    """List the answers that rest on each fact, by key."""
    keys = {fact.id: fact.key for fact in facts} | {item.id: item.kind for item in evidence}
    uses: dict[str, tuple[Use, ...]] = {}
    for response in responses:
        if response.source is not None:
            key = keys.get(response.source.id, response.source.id)
            uses[key] = (*uses.get(key, ()), Use(" ".join(response.question_text.split()), response.state))
    return uses
