import os
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import (
    FileUnwritable,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceMissing,
    WorkspaceNewer,
    WrongPassphrase,
)
from app.domain.records import Fact
from app.storage import SqlWorkspaces
from app.storage.backups import KEEP_ALWAYS, KEEP_DAYS, KEEP_NEWEST, MOST_BYTES, kept_backups
from app.storage.workspace import SqlWorkspace
from tests.samples.workspaces import PASSPHRASE, cheap_key, cheap_workspaces, new_id, new_workspace


def _write(workspace: SqlWorkspace) -> None:
    with workspace.work("Add") as work:
        work.facts.add(Fact(new_id(), key="supplier.legal_name", value="Willowbrook Ltd"))


def test_closing_after_a_change_makes_a_backup(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    _write(workspace)
    workspace.close()
    (backup,) = workspace.backups()
    assert backup == tmp_path / "sample backups" / "sample 2026-11-22 041503.bidfolio"


def test_closing_without_a_change_makes_none(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Look") as work:
        work.profile()
    workspace.close()
    assert workspace.backups() == ()


def test_a_backup_opens_with_the_passphrase_of_the_workspace(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    _write(workspace)
    backup = workspace.back_up(tmp_path / "elsewhere")
    opened = cheap_workspaces().open(backup, PASSPHRASE)
    with opened.work("Look") as work, workspace.work("Look") as original:
        assert work.profile() == original.profile()
    opened.close()
    workspace.close()


def test_backups_of_the_same_second_have_names_of_their_own(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    made = [workspace.back_up() for _ in range(3)]
    assert len(set(made)) == 3
    assert workspace.backups() == tuple(reversed(made))
    workspace.close()


def test_the_oldest_backups_are_let_go(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    made = [workspace.back_up() for _ in range(KEEP_NEWEST + 2)]
    assert set(workspace.backups()) == set(made[2:])
    workspace.close()


def test_files_of_others_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    folder = workspace.back_up().parent
    others = [folder / "sample notes.bidfolio", folder / "other 2020-01-01 000000.bidfolio", folder / "list.txt"]
    for other in others:
        other.write_text("mine")
    for _ in range(KEEP_NEWEST + 2):
        workspace.back_up()
    assert all(other.exists() for other in others)
    workspace.close()


def test_of_each_day_the_last_backup_stays() -> None:
    days = ["d3"] * KEEP_NEWEST + ["d3", "d2", "d2", "d1"]
    assert kept_backups(days, [1] * len(days)) == {*range(KEEP_NEWEST), KEEP_NEWEST + 1, KEEP_NEWEST + 3}


def test_the_days_that_are_kept_come_to_an_end() -> None:
    days = [f"d{99 - number}" for number in range(40)]
    assert kept_backups(days, [1] * 40) == set(range(KEEP_DAYS))


def test_large_backups_are_fewer_but_never_none() -> None:
    days = [f"d{99 - number}" for number in range(12)]
    assert kept_backups(days, [MOST_BYTES] * 12) == set(range(KEEP_ALWAYS))


def test_a_backup_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileUnwritable):
        workspace.back_up(tmp_path / "file")
    workspace.close()


def test_a_backup_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = new_workspace(tmp_path)

    def fail(_source: Path, _key: object, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("app.storage.backups.copy_pages", fail)
        with pytest.raises(FileUnwritable):
            workspace.back_up()
    assert list((tmp_path / "sample backups").iterdir()) == []
    workspace.close()


def test_a_restored_backup_is_the_workspace_of_its_day(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    _write(workspace)
    backup = workspace.back_up()
    content = backup.read_bytes()
    _write(workspace)
    workspace.close()
    restored = cheap_workspaces().restore(backup, tmp_path / "restored.bidfolio", PASSPHRASE)
    with restored.work("Look") as work:
        assert len(work.facts.all()) == 1
    restored.close()
    assert backup.read_bytes() == content


def test_restoring_writes_over_nothing(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    backup = workspace.back_up()
    workspace.close()
    with pytest.raises(WorkspaceExists):
        cheap_workspaces().restore(backup, workspace.path, PASSPHRASE)


def test_a_backup_that_does_not_open_restores_nothing(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Attach") as work:
        work.attachments.put(os.urandom(100_000))
    backup = workspace.back_up()
    workspace.close()
    target = tmp_path / "restored.bidfolio"
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().restore(backup, target, "another")
    damaged = bytearray(backup.read_bytes())
    damaged[-30_000] ^= 1
    backup.write_bytes(damaged)
    with pytest.raises(WorkspaceDamaged):
        cheap_workspaces().restore(backup, target, PASSPHRASE)
    with pytest.raises(WorkspaceMissing):
        cheap_workspaces().restore(tmp_path / "none", target, PASSPHRASE)
    assert not target.exists()
    assert not list(tmp_path.glob("*.part"))


def test_a_clock_set_back_loses_no_backup(tmp_path: Path) -> None:
    times = iter([datetime(2026, 11, 22), datetime(2025, 1, 1), datetime(2026, 11, 23)])
    workspace = SqlWorkspaces(cheap_key, lambda: next(times)).create(tmp_path / "a.bidfolio", PASSPHRASE)
    for _ in range(3):
        workspace.back_up()
    assert len(workspace.backups()) == 3


def test_a_restore_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    backup = workspace.back_up()
    workspace.close()
    with pytest.raises(FileUnwritable):
        cheap_workspaces().restore(backup, tmp_path / "none" / "a.bidfolio", PASSPHRASE)


def test_a_backup_of_a_newer_release_restores_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = new_workspace(tmp_path)
    backup = workspace.back_up()
    workspace.close()
    monkeypatch.setattr("app.storage.schema.SCHEMA", "0000")
    with pytest.raises(WorkspaceNewer):
        cheap_workspaces().restore(backup, tmp_path / "a.bidfolio", PASSPHRASE)
    assert not (tmp_path / "a.bidfolio").exists()
