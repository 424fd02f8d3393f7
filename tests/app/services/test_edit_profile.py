"""Facts with a history: changes, mistakes, what does not apply."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import NotFound, RecordChangedMeanwhile
from app.domain.profile import Knowledge
from app.services.edit_profile import NewValue, fix_mistake, forget_fact, record_change
from tests.samples.workspace_in_memory import MemoryWorkspace

TODAY = date(2026, 11, 22)


def change(value: object, day: date | None = None) -> NewValue:
    return NewValue("supplier.website", "Website", value, day)  # type: ignore[arg-type]


def test_a_change_ends_the_value_before_it_on_the_day_before() -> None:
    workspace = MemoryWorkspace()
    record_change(workspace, change("old.example"), TODAY, "A. Field")
    record_change(workspace, change("new.example", date(2027, 1, 1)), TODAY, "A. Field")
    newer, older = workspace.unit.profile().history("supplier.website")
    assert (newer.value, newer.valid_from, newer.valid_until) == ("new.example", date(2027, 1, 1), None)
    assert (older.value, older.valid_until) == ("old.example", date(2026, 12, 31))


def test_a_change_between_two_values_leaves_the_later_one_alone() -> None:
    workspace = MemoryWorkspace()
    for day, value in ((date(2020, 1, 1), "first"), (date(2024, 1, 1), "third"), (date(2022, 1, 1), "second")):
        record_change(workspace, change(value, day), TODAY, "A. Field")
    profile = workspace.unit.profile()
    held = [profile.fact_on("supplier.website", date(year, 6, 1)) for year in (2020, 2022, 2024)]
    assert [fact.value for fact in held if fact] == ["first", "second", "third"]
    assert all(fact.valid_until != fact.valid_from for fact in profile.facts)


def test_a_second_value_for_the_same_day_replaces_the_first() -> None:
    workspace = MemoryWorkspace()
    record_change(workspace, change("old.example"), TODAY, "A. Field")
    record_change(workspace, change("new.example"), TODAY, "A. Field")
    assert [fact.value for fact in workspace.unit.facts.all()] == ["new.example"]


def test_what_does_not_apply_is_known_and_empty() -> None:
    workspace = MemoryWorkspace()
    record_change(workspace, change(None), TODAY, "A. Field")
    assert workspace.unit.profile().knowledge("supplier.website", TODAY) is Knowledge.NOT_APPLICABLE


def test_a_fixed_mistake_leaves_no_second_value() -> None:
    workspace = MemoryWorkspace()
    fact = record_change(workspace, change("wrong.example"), TODAY, "A. Field")
    fix_mistake(workspace, replace(fact, value="right.example"), "Website", "A. Field")
    assert [one.value for one in workspace.unit.facts.all()] == ["right.example"]


def test_a_fix_of_an_old_reading_is_refused() -> None:
    workspace = MemoryWorkspace()
    fact = record_change(workspace, change("wrong.example"), TODAY, "A. Field")
    fix_mistake(workspace, replace(fact, value="right.example"), "Website", "A. Field")
    with pytest.raises(RecordChangedMeanwhile):
        fix_mistake(workspace, replace(fact, value="late.example"), "Website", "A. Field")


def test_a_forgotten_fact_is_unknown_and_cannot_be_forgotten_twice() -> None:
    workspace = MemoryWorkspace()
    fact = record_change(workspace, change("x.example"), TODAY, "A. Field")
    forget_fact(workspace, fact.id, "Website", "A. Field")
    assert workspace.unit.profile().knowledge("supplier.website", TODAY) is Knowledge.UNKNOWN
    with pytest.raises(NotFound):
        forget_fact(workspace, fact.id, "Website", "A. Field")


def test_the_journal_names_the_deed_and_the_person() -> None:
    workspace = MemoryWorkspace()
    record_change(workspace, change("x.example"), TODAY, "A. Field")
    (written,) = workspace.unit.journal.recent(5)
    assert (written.doing, written.by) == ("Record a change of Website", "A. Field")
