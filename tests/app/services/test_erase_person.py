from pathlib import Path

from app.domain.records import TeamMember
from app.services.erase_person import erase_person
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_workspace


def test_an_erased_person_is_in_no_table_and_the_backups_that_hold_them_are_named(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    person = TeamMember("rowan", name="A. Rowan")
    with workspace.work("Add A. Rowan") as work:
        work.people.add(person)
    backup = workspace.back_up()
    assert erase_person(workspace, person) == (backup,)
    workspace.close()
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with again.work("Look") as work:
        assert work.people.all() == ()
        assert not any("Rowan" in repr(change) for change in work.journal.recent(100))
        assert work.journal.first_broken() is None
    again.close()
