import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import (
    FileUnwritable,
    NoBackupOpens,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceInUse,
    WorkspaceMissing,
    WorkspaceNewer,
    WrongPassphrase,
)
from app.domain.records import Fact
from app.storage import SqlWorkspaces
from app.storage.backups import KEEP_ALWAYS, KEEP_DAYS, KEEP_NEWEST, MOST_BYTES, kept_backups, salt_of
from app.storage.lock_file import lock_path
from app.storage.sqlite.connection import connect
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
    assert backup.path == tmp_path / "sample backups" / "sample 2026-11-22 041503.bidfolio"


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
    assert [backup.path for backup in workspace.backups()] == made[::-1]
    workspace.close()


def test_the_oldest_backups_are_let_go(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    made = [workspace.back_up() for _ in range(KEEP_NEWEST + 2)]
    assert {backup.path for backup in workspace.backups()} == set(made[2:])
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


def test_a_folder_named_like_a_backup_is_none(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    (tmp_path / "sample backups" / "sample 2026-01-01 000000.bidfolio").mkdir(parents=True)
    _write(workspace)
    workspace.close()
    assert len(workspace.backups()) == 1


def test_what_cannot_be_read_has_no_salt(tmp_path: Path) -> None:
    assert salt_of(tmp_path) == salt_of(tmp_path / "gone.bidfolio") == b""


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
    times = iter([datetime(2026, 11, 22), datetime(2026, 11, 22), datetime(2025, 1, 1), datetime(2026, 11, 23)])
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


def _clock(*moments: datetime) -> SqlWorkspaces:
    """Give workspaces whose clock shows these moments, the last one for ever."""
    left = list(moments)
    return SqlWorkspaces(cheap_key, lambda: left.pop(0) if len(left) > 1 else left[0])


def test_backups_of_a_clock_that_was_ahead_are_not_let_go_by_those_of_the_right_one(tmp_path: Path) -> None:
    ahead = _clock(datetime(2030, 1, 1)).create(tmp_path / "a.bidfolio", PASSPHRASE)
    early = ahead.back_up()
    ahead.close()
    right = _clock(datetime(2026, 1, 1)).open(tmp_path / "a.bidfolio", PASSPHRASE)
    made = [right.back_up() for _ in range(KEEP_NEWEST + 1)]
    assert early.exists()
    assert made[-1].exists()
    assert not made[0].exists()
    right.close()


def test_backups_of_another_workspace_of_the_same_name_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    own = tmp_path / "own"
    first, second = new_workspace(tmp_path / "one"), new_workspace(tmp_path / "two")
    first.keep_backups_in(own)
    second.keep_backups_in(own)
    kept = first.back_up()
    for _ in range(KEEP_NEWEST + 2):
        second.back_up()
    assert kept.exists()
    first.close()
    second.close()


def test_backups_are_kept_in_a_folder_of_ones_own_and_listed_with_those_beside(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    beside = workspace.back_up()
    workspace.keep_backups_in(tmp_path / "own")
    own = workspace.back_up()
    assert own.parent == tmp_path / "own"
    assert {backup.path for backup in workspace.backups()} == {beside, own}
    workspace.close()


def test_a_folder_of_ones_own_that_is_gone_leaves_the_backup_beside(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    (tmp_path / "drive").write_text("put away")
    workspace.keep_backups_in(tmp_path / "drive" / "own")
    assert workspace.back_up().parent == tmp_path / "sample backups"
    workspace.close()


def test_the_backup_of_the_day_is_made_once_and_only_where_something_was_written(tmp_path: Path) -> None:
    days = [datetime(2026, 11, 22), datetime(2026, 11, 23), datetime(2026, 11, 24)]
    now = [days[0]]
    workspace = SqlWorkspaces(cheap_key, lambda: now[0]).create(tmp_path / "a.bidfolio", PASSPHRASE)
    _write(workspace)
    assert workspace.back_up_when_due() is not None
    assert workspace.back_up_when_due() is None
    now[0] = days[1]
    assert workspace.back_up_when_due() is None
    _write(workspace)
    os.utime(workspace.path, (2**31, 2**31))
    assert workspace.back_up_when_due() is not None
    workspace.close()


def test_a_backup_is_looked_into_without_being_changed(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Add a fact", "B. Hazel") as work:
        work.facts.add(Fact(new_id(), key="supplier.legal_name", value="Willowbrook Ltd"))
    backup = workspace.back_up()
    content = backup.read_bytes()
    contents = cheap_workspaces().look_into(backup, PASSPHRASE)
    assert (contents.counts["fact"], contents.counts["answer"], contents.changes) == (1, 0, 1)
    assert (contents.last_by, contents.last_doing, contents.is_whole) == ("B. Hazel", "Add a fact", True)
    assert contents == cheap_workspaces().look_into(backup, workspace.key)
    assert backup.read_bytes() == content
    with pytest.raises(WrongPassphrase):
        cheap_workspaces().look_into(backup, "another")
    workspace.close()
    assert {path.name for path in backup.parent.iterdir()} == {backup.name}


def test_a_backup_with_a_wrong_byte_is_told_before_it_is_restored(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    with workspace.work("Attach") as work:
        work.attachments.put(os.urandom(100_000))
    backup = workspace.back_up()
    workspace.close()
    damaged = bytearray(backup.read_bytes())
    damaged[-30_000] ^= 1
    backup.write_bytes(damaged)
    assert not cheap_workspaces().look_into(backup, PASSPHRASE).is_whole


@pytest.mark.parametrize("harm", ["cut", "zeroed", "byte"])
def test_a_damaged_workspace_is_repaired_from_its_newest_whole_backup(tmp_path: Path, harm: str) -> None:
    workspace = new_workspace(tmp_path)
    _write(workspace)
    workspace.back_up()
    _write(workspace)
    whole = workspace.back_up()
    with workspace.work("Attach") as work:
        work.attachments.put(os.urandom(100_000))
    spoilt = workspace.back_up()
    workspace.close()
    spoilt.write_bytes(spoilt.read_bytes()[:-50_000])
    for late in [backup.path for backup in workspace.backups() if backup.path.stem > spoilt.stem]:
        late.unlink()
    content = bytearray(workspace.path.read_bytes())
    content = {"cut": content[:-777], "zeroed": bytearray(len(content)), "byte": content}[harm]
    if harm == "byte":
        content[200] ^= 1
    workspace.path.write_bytes(content)
    with pytest.raises(WorkspaceDamaged):
        cheap_workspaces().open(workspace.path, PASSPHRASE)
    repaired = cheap_workspaces().repair(workspace.path, PASSPHRASE)
    with repaired.work("Look") as work:
        assert len(work.facts.all()) == 2
    assert repaired.is_whole()
    repaired.close()
    (aside,) = tmp_path.glob("sample damaged *")
    assert aside.read_bytes() == bytes(content)
    assert whole.exists()


@pytest.mark.parametrize("is_salt_lost", [False, True])
def test_a_repair_takes_no_backup_of_another_workspace_of_the_same_name(tmp_path: Path, is_salt_lost: bool) -> None:
    for folder, facts in (("x", 2), ("y", 5)):
        (tmp_path / folder).mkdir()
        workspace = new_workspace(tmp_path / folder)
        for _ in range(facts):
            _write(workspace)
        workspace.back_up()
        workspace.keep_backups_in(tmp_path / "own")
        workspace.back_up()
        workspace.close()
    damaged = tmp_path / "x" / "sample.bidfolio"
    content = damaged.read_bytes()
    damaged.write_bytes(bytes(4096) if is_salt_lost else content[:-777])
    repaired = cheap_workspaces().repair(damaged, PASSPHRASE, tmp_path / "own")
    with repaired.work("Look") as work:
        assert len(work.facts.all()) == 2
    repaired.close()


def test_a_repair_takes_a_backup_of_its_own_from_the_folder_of_the_user(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    _write(workspace)
    workspace.back_up()
    workspace.keep_backups_in(tmp_path / "own")
    _write(workspace)
    workspace.close()
    workspace.path.write_bytes(workspace.path.read_bytes()[:-777])
    repaired = cheap_workspaces().repair(workspace.path, PASSPHRASE, tmp_path / "own")
    with repaired.work("Look") as work:
        assert len(work.facts.all()) == 2
    repaired.close()


def test_a_workspace_without_a_backup_that_opens_is_left_as_it_is(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    workspace.back_up()
    workspace.close()
    content = workspace.path.read_bytes()[:-5]
    workspace.path.write_bytes(content)
    with pytest.raises(NoBackupOpens):
        cheap_workspaces().repair(workspace.path, "another")
    assert workspace.path.read_bytes() == content
    assert not list(tmp_path.glob("sample damaged *"))


def test_a_damaged_workspace_is_not_backed_up_over_good_backups(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    for _ in range(100):
        _write(workspace)
    good = workspace.back_up()
    workspace.close()
    content = bytearray(workspace.path.read_bytes())
    for page in range(30, len(content) // 4096, 3):
        content[page * 4096 + 100] ^= 1
    workspace.path.write_bytes(content)
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    with pytest.raises(WorkspaceDamaged):
        again.back_up()
    assert [backup.path for backup in again.backups()] == [good]
    again.close()


def _left_in_a_transaction(workspace: SqlWorkspace) -> Path:
    """Leave the journal of a transaction that was killed beside a workspace, and give it."""
    journal = workspace.path.with_name(f"{workspace.path.name}-journal")
    with closing(connect(workspace.path, workspace._key)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE fact SET source = hex(randomblob(600))")
        content = journal.read_bytes()
        connection.execute("ROLLBACK")
    journal.write_bytes(content)
    assert len(content) > 10_000
    return journal


def test_the_journal_of_a_damaged_workspace_is_not_rolled_back_into_its_repair(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    for _ in range(60):
        _write(workspace)
    workspace.back_up()
    for _ in range(60):
        _write(workspace)
    journal = _left_in_a_transaction(workspace)
    workspace._lock.release()  # as the system does for a program that is killed
    workspace.path.write_bytes(b"x" * 4096 * 3)
    repaired = cheap_workspaces().repair(workspace.path, PASSPHRASE)
    assert repaired.is_whole()
    with repaired.work("Look") as work:
        assert len(work.facts.all()) == 60
    repaired.close()
    assert not journal.exists()
    assert list(tmp_path.glob("sample damaged *-journal"))


def test_a_journal_without_its_workspace_is_not_rolled_back_into_what_is_restored(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    for _ in range(60):
        _write(workspace)
    backup = workspace.back_up(tmp_path / "elsewhere")
    for _ in range(60):
        _write(workspace)
    journal = _left_in_a_transaction(workspace)
    workspace.path.unlink()
    restored = cheap_workspaces().restore(backup, workspace.path, PASSPHRASE)
    assert restored.is_whole()
    restored.close()
    assert not journal.exists()


def test_nothing_is_repaired_under_a_program_that_has_it_open(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    _write(workspace)
    workspace.back_up()
    with pytest.raises(WorkspaceInUse):
        cheap_workspaces().repair(workspace.path, PASSPHRASE)
    _write(workspace)
    workspace.close()
    repaired = cheap_workspaces().repair(workspace.path, PASSPHRASE)
    assert lock_path(workspace.path).exists()
    repaired.close()
    assert not lock_path(workspace.path).exists()


def test_a_restore_that_is_refused_by_the_workspace_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = new_workspace(tmp_path)
    backup = workspace.back_up()
    workspace.close()

    def refuse(*_given: object) -> None:
        raise FileUnwritable(backup, "the disk is full", "Make room.")

    monkeypatch.setattr(SqlWorkspaces, "open_with_key", refuse)
    target = tmp_path / "elsewhere" / "restored.bidfolio"
    target.parent.mkdir()
    with pytest.raises(FileUnwritable):
        cheap_workspaces().restore(backup, target, PASSPHRASE)
    assert list(target.parent.iterdir()) == []


def test_a_backup_that_another_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    first = workspace.back_up()
    at_work = first.with_name(f"{first.stem}-02{first.suffix}.part")
    at_work.write_bytes(b"half")
    other = cheap_workspaces().open(workspace.path, PASSPHRASE)
    other.keep_backups_in(first.parent)
    assert other.back_up().stem == f"{first.stem}-03"
    assert at_work.read_bytes() == b"half"
    other.close()
    workspace.close()


@pytest.mark.parametrize("own", [False, True])
def test_what_a_killed_program_left_of_a_backup_goes_when_the_workspace_is_opened_alone(
    tmp_path: Path, own: bool
) -> None:
    workspace = new_workspace(tmp_path)
    folder = tmp_path / "own" if own else workspace.back_up().parent
    workspace.close()
    folder.mkdir(exist_ok=True)
    left = folder / "sample 2026-11-20 090000.bidfolio.part"
    left.write_bytes(b"half")
    mine = folder / "mine.part"
    mine.write_bytes(b"mine")
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    again.keep_backups_in(folder if own else None)
    again.close()
    assert not left.exists()
    assert mine.exists()
