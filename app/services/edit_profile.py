"""Keep the facts of a supplier: record a change, fix a mistake, say that a fact does not apply."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import uuid4

from app.domain.dates import holds_on
from app.domain.errors import NotFound
from app.domain.records import Fact
from app.domain.values import JsonValue
from app.services.ports import UnitOfWork, Workspace

TYPED_IN = "Typed in"
"""Source of a value a person gave by hand."""


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value a person gives for a fact, and from which day it holds."""

    key: str
    label: str
    """The name of the fact in the user's words, for the journal."""
    value: JsonValue
    """None says that the fact does not apply."""
    valid_from: date | None = None
    source: str = TYPED_IN
    party_id: str | None = None


def record_change(workspace: Workspace, new: NewValue, today: date, by: str) -> Fact:
    """Keep a new value from its day on; the value before it ends the day before and stays in the history.

    A value that begins on the same day, or an undated one where no day is given, is replaced.
    """
    with workspace.work(f"Record a change of {new.label}", by) as unit:
        history = [fact for fact in unit.facts.all() if (fact.key, fact.party_id) == (new.key, new.party_id)]
        for fact in history:
            if fact.valid_from == new.valid_from:
                return unit.facts.replace(
                    replace(fact, value=new.value, source=new.source, valid_until=_end(new, history), recorded_on=today)
                )
        _end_the_one_before(unit, history, new)
        return unit.facts.add(_fact(new, _end(new, history), today))


def fix_mistake(workspace: Workspace, fact: Fact, label: str, by: str) -> Fact:
    """Put a value right where it stands: `fact` is the version that was read, with what was wrong replaced.

    Raises `RecordChangedMeanwhile`.
    """
    with workspace.work(f"Fix {label}", by) as unit:
        return unit.facts.replace(fact)


def forget_fact(workspace: Workspace, fact_id: str, label: str, by: str) -> None:
    """Take one value away: the fact is not known for its time. Raises `NotFound`."""
    with workspace.work(f"Clear {label}", by) as unit:
        if unit.facts.get(fact_id) is None:
            raise NotFound("value of this fact", label)
        unit.facts.remove(fact_id)


def _end_the_one_before(unit: UnitOfWork, history: Sequence[Fact], new: NewValue) -> None:
    if new.valid_from is None:
        return
    for fact in history:
        if holds_on(new.valid_from, fact.valid_from, fact.valid_until):
            unit.facts.replace(replace(fact, valid_until=new.valid_from - timedelta(days=1)))


def _end(new: NewValue, history: Sequence[Fact]) -> date | None:
    """Give the day before the next value begins; None where none follows."""
    begins = [fact.valid_from for fact in history if fact.valid_from and fact.valid_from > (new.valid_from or date.min)]
    return min(begins) - timedelta(days=1) if begins else None


def _fact(new: NewValue, until: date | None, today: date) -> Fact:
    return Fact(
        id=str(uuid4()),
        key=new.key,
        value=new.value,
        valid_from=new.valid_from,
        valid_until=until,
        source=new.source,
        party_id=new.party_id,
        recorded_on=today,
    )
