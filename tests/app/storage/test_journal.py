import os
from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain.errors import RecordChangedMeanwhile
from app.domain.records import Fact, Policy, TeamMember
from app.storage.sqlite.connection import RawKey, make_engine
from app.storage.tables import CHANGE
from app.storage.workspace import SqlWorkspace
from tests.samples.workspaces import NOW, cheap_key, new_id


def _three_deeds(workspace: SqlWorkspace) -> None:
    person = TeamMember("rowan", name="A. Rowan", biography="Born in Example")
    with workspace.work("Add A. Rowan", by="B. Hazel") as work:
        work.people.add(person)
    with workspace.work("Edit a person", by="B. Hazel") as work:
        work.people.replace(replace(person, role="Lead"))
    with workspace.work("Add a fact") as work:
        work.facts.add(Fact("name", key="supplier.legal_name", value="Willowbrook Ltd"))


def test_every_write_is_told_with_what_was_before_and_after(workspace: SqlWorkspace) -> None:
    _three_deeds(workspace)
    with workspace.work("Look") as work:
        added, edited, fact = work.journal.recent(10)
    assert [change.number for change in (added, edited, fact)] == [1, 2, 3]
    assert (edited.doing, edited.by, edited.table, edited.record_id) == (
        "Edit a person",
        "B. Hazel",
        "person",
        "rowan",
    )
    assert added.before is None
    assert edited.before is not None
    assert edited.after is not None
    assert (edited.before["role"], edited.after["role"]) == ("", "Lead")
    assert edited.at.replace(tzinfo=None) == NOW
    assert len({added.group, edited.group, fact.group}) == 3


def test_the_changes_of_a_record_of_a_deed_and_the_last_ones_are_found(workspace: SqlWorkspace) -> None:
    _three_deeds(workspace)
    with workspace.work("Look") as work:
        assert [change.number for change in work.journal.of("rowan")] == [1, 2]
        assert [change.number for change in work.journal.recent(2)] == [2, 3]
        (only,) = work.journal.group(work.journal.recent(1)[0].group)
    assert only.record_id == "name"


def test_reading_writes_nothing(workspace: SqlWorkspace) -> None:
    with workspace.work("Look") as work:
        work.profile()
        assert not work.written
        assert work.journal.recent(1) == ()


def test_an_untouched_chain_holds(workspace: SqlWorkspace) -> None:
    _three_deeds(workspace)
    with workspace.work("Look") as work:
        assert work.journal.first_broken() is None


@pytest.mark.parametrize(
    ("number", "values"),
    [
        (1, {"after": '{"name":"Nobody"}'}),
        (2, {"by": "Someone else"}),
        (2, {"doing": "Something else"}),
        (3, {"record_id": "another"}),
        (1, {"hash": "0" * 64}),
        (3, {"after": None}),
    ],
)
def test_a_row_that_was_tampered_with_breaks_the_chain(
    workspace: SqlWorkspace, number: int, values: dict[str, str | None]
) -> None:
    _three_deeds(workspace)
    _by_hand(workspace, sa.update(CHANGE).where(CHANGE.c.number == number).values(values))
    with workspace.work("Look") as work:
        assert work.journal.first_broken() == number


@pytest.mark.parametrize("number", [1, 2])
def test_a_row_that_was_taken_out_breaks_the_chain(workspace: SqlWorkspace, number: int) -> None:
    _three_deeds(workspace)
    _by_hand(workspace, sa.delete(CHANGE).where(CHANGE.c.number == number))
    with workspace.work("Look") as work:
        assert work.journal.first_broken() == number


def test_erasing_a_person_empties_the_texts_and_the_chain_still_holds(workspace: SqlWorkspace) -> None:
    _three_deeds(workspace)
    with workspace.work("Erase a person") as work:
        work.erase("rowan")
    with workspace.work("Look") as work:
        assert work.people.all() == ()
        assert all((change.before, change.after) == (None, None) for change in work.journal.of("rowan"))
        assert [change.doing for change in work.journal.of("rowan")] == ["", "", ""]
        assert work.journal.of("name")[0].after is not None
        assert work.journal.first_broken() is None


def test_what_was_erased_cannot_be_undone(workspace: SqlWorkspace) -> None:
    _three_deeds(workspace)
    with workspace.work("Erase a person") as work:
        work.erase("rowan")
        group = work.group
    with pytest.raises(RecordChangedMeanwhile), workspace.work("Undo") as work:
        work.undo(group)


def test_the_chain_holds_after_another_deed_behind_an_erasure(workspace: SqlWorkspace) -> None:
    _three_deeds(workspace)
    with workspace.work("Erase a person") as work:
        work.erase("rowan")
        work.facts.add(Fact("email", key="supplier.email", value="office@example.org"))
        assert work.journal.first_broken() is None


def _by_hand(workspace: SqlWorkspace, statement: sa.Update | sa.Delete) -> None:
    salt = workspace.path.read_bytes()[:16]
    engine = make_engine(workspace.path, RawKey(cheap_key("a test passphrase", salt), salt))
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()


def test_what_is_no_character_is_kept_as_a_question_mark_and_the_hashes_hold(workspace: SqlWorkspace) -> None:
    name = os.fsdecode(b"\xa3 list.txt")
    with workspace.work(f"Add {name}", "A. Rowan") as work:
        work.policies.add(Policy(new_id(), kind="quality", title=name))
    with workspace.work("Look") as work:
        assert [one.title for one in work.policies.all()] == ["? list.txt"]
        assert [one.doing for one in work.journal.all()] == ["Add ? list.txt"]
        assert work.journal.first_broken() is None
