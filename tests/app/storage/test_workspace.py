import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import (
    FileUnwritable,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceInUse,
    WorkspaceMissing,
    WrongPassphrase,
)
from app.domain.records import Fact
from app.storage import workspace as storage
from app.storage.backups import rekey_mark
from app.storage.sqlite import connection
from app.storage.workspace import SqlWorkspace
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id, new_workspace


def _add_fact(workspace: SqlWorkspace, value: str = "Willowbrook Ltd") -> Fact:
    with workspace.work("Add a fact") as work:
        return work.facts.add(Fact(new_id(), key="supplier.legal_name", value=value))


def _closed(folder: Path) -> Path:
    workspace = new_workspace(folder)
    _add_fact(workspace)
    workspace.close()
    return workspace.path


def test_what_was_kept_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    fact = _add_fact(workspace)
    workspace.close()
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with again.work("Look") as work:
        assert work.facts.all() == (fact,)
    again.close()


def test_nothing_but_backups_lies_beside_a_closed_workspace(tmp_path: Path) -> None:
    _closed(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sample backups", "sample.bidfolio"]


def test_a_workspace_is_for_its_user_alone(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0
        assert all(backup.stat().st_mode & 0o077 == 0 for backup in (tmp_path / "sample backups").iterdir())


def test_an_existing_file_is_never_made_a_workspace(tmp_path: Path) -> None:
    path = tmp_path / "sample.bidfolio"
    path.write_text("mine")
    with pytest.raises(WorkspaceExists):
        cheap_workspaces().create(path, PASSPHRASE)
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        cheap_workspaces().create(tmp_path / "none" / "a.bidfolio", PASSPHRASE)


def test_a_failed_creation_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.workspace.make_schema", lambda _engine: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        new_workspace(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_passphrase_does_not_open_it(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().open(path, "another")


def test_a_path_without_a_file_is_missing_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceMissing):
        cheap_workspaces().open(tmp_path / "none.bidfolio", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a text",
        b"SQLite format 3\0" + bytes(4080),
        bytes(8192),
        b"PK\x03\x04" + bytes(range(252)) * 65 + bytes(12),
    ],
    ids=["empty", "text", "not encrypted", "zeros", "zip"],
)
def test_what_cannot_be_a_workspace_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.bidfolio"
    path.write_bytes(content)
    with pytest.raises(WorkspaceDamaged):
        cheap_workspaces().open(path, PASSPHRASE)


@pytest.mark.parametrize("length", [4096, 5000, 8192, -1, -4096])
def test_a_truncated_workspace_is_damaged(tmp_path: Path, length: int) -> None:
    path = _closed(tmp_path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(WorkspaceDamaged):
        cheap_workspaces().open(path, PASSPHRASE)


def test_a_damaged_first_page_is_told_from_a_wrong_key_by_the_backup(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[:300] + b"???" + content[303:])
    with pytest.raises(WorkspaceDamaged):
        cheap_workspaces().open(path, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().open(path, "another")


def test_a_flipped_byte_is_found_by_the_check_of_every_page(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Attach") as work:
        work.attachments.put(os.urandom(400_000))
    assert workspace.is_whole()
    workspace.close()
    content = bytearray(workspace.path.read_bytes())
    content[-100_000] ^= 1
    workspace.path.write_bytes(content)
    workspace = cheap_workspaces().open(workspace.path, PASSPHRASE)
    assert not workspace.is_whole()
    workspace.close()


def test_a_workspace_written_to_elsewhere_is_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 10)
    first = new_workspace(tmp_path)
    second = cheap_workspaces().open(first.path, PASSPHRASE)
    with first.work("Edit"), pytest.raises(WorkspaceInUse), second.work("Edit"):
        pass
    first.close()
    second.close()


def test_two_programs_may_have_it_open_and_take_turns(tmp_path: Path) -> None:
    first = new_workspace(tmp_path)
    second = cheap_workspaces().open(first.path, PASSPHRASE)
    one = _add_fact(first)
    other = _add_fact(second)
    first.close()
    with second.work("Look") as work:
        assert work.facts.all() == (one, other)
    second.close()


def test_a_workspace_whose_file_went_away_is_missing(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.path.unlink()
    with pytest.raises(WorkspaceMissing):
        cheap_workspaces().open(workspace.path, PASSPHRASE)
    with pytest.raises(WorkspaceMissing):
        workspace.close()
    assert not workspace.path.exists()


def test_the_raw_key_opens_it_too(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.close()
    cheap_workspaces().open_with_key(workspace.path, workspace.key).close()
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().open_with_key(workspace.path, bytes(32))


def test_another_passphrase_takes_the_place_of_the_old(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    fact = _add_fact(workspace)
    workspace.change_passphrase("the newer one")
    _add_fact(workspace)
    workspace.close()
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().open(workspace.path, PASSPHRASE)
    again = cheap_workspaces().open(workspace.path, "the newer one")
    with again.work("Look") as work:
        assert work.facts.all()[0] == fact
    again.close()


def test_the_backup_before_another_passphrase_opens_with_the_old(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    _add_fact(workspace)
    workspace.change_passphrase("the newer one")
    after, before = (backup.path for backup in workspace.backups())
    workspace.close()
    cheap_workspaces().restore(after, tmp_path / "new.bidfolio", "the newer one").close()
    cheap_workspaces().restore(before, tmp_path / "old.bidfolio", PASSPHRASE).close()


def test_the_key_is_shown_by_no_repr_and_no_error(tmp_path: Path) -> None:
    key = connection.RawKey(b"k" * 32, b"s" * 16)
    assert (b"k" * 32).hex() not in repr(key)


def test_errors_of_the_database_do_not_show_what_was_written(workspace: SqlWorkspace) -> None:
    fact = _add_fact(workspace)
    with pytest.raises(Exception, match="UNIQUE") as caught, workspace.work("Edit") as work:
        work.facts.add(Fact(fact.id, key="supplier.legal_name", value="Secretive Ltd"))
    assert "Secretive" not in str(caught.value)
    assert "Secretive" not in repr(caught.value)


def test_reading_a_questionnaire_does_not_wait_for_the_database() -> None:
    program = "import sys, app.bootstrap; app.bootstrap.build_ports(); print([m for m in sys.modules if 'sql' in m])"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert "sqlalchemy" not in shown
    assert "sqlcipher3" not in shown


def test_a_copy_of_the_file_opens_anywhere(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    elsewhere = tmp_path / "another folder 100% ä"
    os.mkdir(elsewhere)
    copy = shutil.copy(path, elsewhere / "copy #1?.bidfolio")
    cheap_workspaces().open(Path(copy), PASSPHRASE).close()


def test_two_threads_of_one_program_take_turns(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: _add_fact(workspace, str(number)), range(24)))
    with workspace.work("Look") as work:
        assert {fact.value for fact in work.facts.all()} == {str(number) for number in range(24)}
        assert work.journal.first_broken() is None
    workspace.close()


def test_a_passphrase_that_was_changed_is_not_called_unchanged_for_want_of_a_second_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = new_workspace(tmp_path)
    written: list[Path] = []
    write = storage.write_backup

    def only_once(*given: Any) -> Path:
        if written:
            raise FileUnwritable(given[2], "the disk is full", "Make room.")
        written.append(write(*given))
        return written[0]

    monkeypatch.setattr(storage, "write_backup", only_once)
    workspace.change_passphrase("the newer one")
    assert rekey_mark(workspace.path).exists()
    with pytest.raises(FileUnwritable):
        workspace.close()
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().open(workspace.path, PASSPHRASE)
    monkeypatch.undo()
    cheap_workspaces().open(workspace.path, "the newer one").close()
