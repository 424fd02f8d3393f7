"""A full disk, a folder without rights, a drive that is taken away, a clock set back: said, nothing lost."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.errors import BidfolioError, FileUnwritable, WorkspaceGone, WorkspaceMissing
from app.domain.records import Fact
from app.storage import SqlWorkspaces
from app.storage.workspace import SqlWorkspace
from app.wording import sentence
from tests.samples.workspaces import PASSPHRASE, cheap_key, cheap_workspaces, new_id, new_workspace

IS_ROOT = sys.platform == "linux" and os.geteuid() == 0
NOBODY = 65534


def add(workspace: SqlWorkspace, words: int = 10) -> None:
    with workspace.work("Type") as work:
        work.facts.add(Fact(new_id(), key="supplier.description", value="word " * words))


def count(workspace: SqlWorkspace) -> int:
    with workspace.work("Look") as work:
        assert work.journal.first_broken() is None
        return len(work.facts.all())


def refused(deed: Callable[[], object]) -> str:
    """Do something that cannot be done, and give the sentence."""
    with pytest.raises(BidfolioError) as told:
        deed()
    said = sentence(told.value)
    assert "\n" not in said
    return said


def fill_up(workspace: SqlWorkspace) -> int:
    """Write until the disk is full, and give how often it went well."""
    for number in range(10_000):
        try:
            add(workspace, 3000)
        except FileUnwritable:
            return number
    raise AssertionError("the disk was never full")


@contextmanager
def small_disk(folder: Path, size: str = "2M") -> Iterator[Path]:
    """Mount a small disk in memory; skipped where that is not allowed."""
    place = folder / "disk"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=False)
    if done.returncode:
        pytest.skip("no right to mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.skipif(not IS_ROOT, reason="no right to mount a disk")
def test_a_full_disk_keeps_everything_up_to_the_last_commit(tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        workspace = new_workspace(disk)
        kept = fill_up(workspace)
        assert count(workspace) == kept
        assert "disk is full" in refused(lambda: add(workspace, 3000))
        said = refused(workspace.back_up)
        assert "could not be written" in said
        assert not list((disk / "sample backups").glob("*"))
        said = refused(lambda: workspace.change_passphrase("another"))
        assert "could not be written" in said
        assert workspace.is_whole()
        said = refused(workspace.close)
        assert "could not be written" in said
        again = cheap_workspaces().open(workspace.path, PASSPHRASE)
        assert count(again) == kept
        again.keep_backups_in(tmp_path / "elsewhere")
        assert again.back_up().parent == tmp_path / "elsewhere"
        again.close()


@pytest.mark.skipif(not IS_ROOT, reason="no right to mount a disk")
def test_a_drive_unmounted_under_an_open_workspace_comes_back_whole(tmp_path: Path) -> None:
    image, place = tmp_path / "image", tmp_path / "drive"
    place.mkdir()
    image.write_bytes(b"")
    os.truncate(image, 8_000_000)
    made = subprocess.run(["mkfs.ext2", "-q", str(image)], check=False).returncode == 0
    mount = ["mount", "-o", "loop", str(image), str(place)]
    if not made or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount an image")
    try:
        workspace = new_workspace(place)
        add(workspace)
        subprocess.run(["umount", "-l", str(place)], check=True)
        assert "taken away" in refused(lambda: add(workspace))
        with pytest.raises(WorkspaceMissing):
            cheap_workspaces().open(workspace.path, PASSPHRASE)
        workspace._let_go()
        subprocess.run(mount, check=True)
        again = cheap_workspaces().open(workspace.path, PASSPHRASE)
        assert count(again) == 1
        add(again)
        again.close()
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_folder_renamed_away_is_said_and_work_goes_on_when_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    workspace = new_workspace(folder)
    add(workspace)
    folder.rename(tmp_path / "away")
    with pytest.raises(WorkspaceGone) as told:
        add(workspace)
    assert sentence(told.value).startswith("sample.bidfolio is no longer where it was: its drive or folder was taken")
    (tmp_path / "away").rename(folder)
    add(workspace)
    assert count(workspace) == 2
    workspace.close()
    again = cheap_workspaces().open(workspace.path, PASSPHRASE)
    assert count(again) == 2
    again.close()


def test_closing_what_was_taken_away_is_said_too(tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    workspace = new_workspace(folder)
    add(workspace)
    folder.rename(tmp_path / "away")
    assert "taken away" in refused(workspace.close)
    again = cheap_workspaces().open(tmp_path / "away" / "sample.bidfolio", PASSPHRASE)
    assert count(again) == 1
    again.close()


_WITHOUT_RIGHTS = f"""
import os, sys
from pathlib import Path
from app.domain.errors import BidfolioError
from app.domain.records import Fact
from app.wording import sentence
from tests.samples.workspaces import PASSPHRASE, cheap_workspaces, new_id
import app.storage.workspace, app.storage.backup_contents
path = Path(sys.argv[1])
os.setegid({NOBODY}); os.seteuid({NOBODY})
try:
    workspace = cheap_workspaces().open(path, PASSPHRASE)
    with workspace.work("Look") as work:
        print(len(work.facts.all()))
    with workspace.work("Type") as work:
        work.facts.add(Fact(new_id(), key="supplier.description", value="x"))
    print("written")
except BidfolioError as error:
    print(sentence(error))
"""


@pytest.mark.skipif(not IS_ROOT, reason="only root can give its rights away")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)])
def test_without_rights_nothing_is_written_and_it_is_said(tmp_path: Path, file_mode: int, folder_mode: int) -> None:
    folder = Path(f"/tmp/bidfolio-rights-{os.getpid()}-{file_mode}-{folder_mode}")  # reachable for everybody
    folder.mkdir(mode=0o755)
    try:
        workspace = new_workspace(folder)
        add(workspace)
        workspace.close()
        content = workspace.path.read_bytes()
        workspace.path.chmod(file_mode)
        folder.chmod(folder_mode)
        command = [sys.executable, "-c", _WITHOUT_RIGHTS, str(workspace.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
        last = done.stdout.splitlines()[-1]
        assert "read-only. Move it to a folder of your own." in last
        assert workspace.path.read_bytes() == content
    finally:
        subprocess.run(["rm", "-rf", str(folder)], check=True)


def test_a_clock_set_back_orders_changes_by_their_number_and_loses_none(tmp_path: Path) -> None:
    now = [datetime(2026, 11, 22, 12)]
    workspaces = SqlWorkspaces(cheap_key, lambda: now[0])
    workspace = workspaces.create(tmp_path / "a.bidfolio", PASSPHRASE)
    add(workspace)
    workspace.close()
    now[0] -= timedelta(days=800)
    again = workspaces.open(tmp_path / "a.bidfolio", PASSPHRASE)
    add(again)
    with again.work("Look") as work:
        assert work.journal.first_broken() is None
        assert [deed.number for deed in work.journal.deeds()] == [2, 1]
        assert work.journal.recent(1)[0].number == 2
        group = work.journal.recent(1)[0].group
    with again.work("Undo") as work:
        work.undo(group)
    assert count(again) == 1
    again.close()
    backups = workspaces.backups_of(tmp_path / "a.bidfolio")
    assert len(backups) == 2
    (tmp_path / "a.bidfolio").write_bytes(b"")
    repaired = workspaces.repair(tmp_path / "a.bidfolio", PASSPHRASE)
    with repaired.work("Look") as work:
        assert work.journal.recent(1)[0].number == 3
    repaired.close()
