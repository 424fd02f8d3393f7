"""Backups: whole encrypted copies in a folder beside the workspace, the old ones let go by a rule."""

import os
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from app.domain.backups import Backup
from app.domain.errors import FileUnwritable
from app.storage.refusals import refusals
from app.storage.sqlite.cipher import copy_pages
from app.storage.sqlite.connection import SALT_BYTES, RawKey

KEEP_NEWEST = 10
KEEP_DAYS = 14
"""Of this many days with a backup, the last of the day is kept."""
KEEP_ALWAYS = 3
MOST_BYTES = 2 * 1024**3
"""Beyond this much altogether only the newest `KEEP_ALWAYS` stay."""

_STAMP = "%Y-%m-%d %H%M%S"


def backup_folder(workspace: Path) -> Path:
    """Give the folder beside a workspace in which its backups lie."""
    return workspace.with_name(f"{workspace.stem} backups")


def rekey_mark(workspace: Path) -> Path:
    """Give the empty file that stands beside a workspace while its passphrase is being changed.

    A program that is killed then leaves a file that opens with the old or with the new one, and backups of the old
    alone: by the mark such a file is told from a damaged one.
    """
    return workspace.with_name(f"{workspace.name}.rekey")


def set_rekey_mark(workspace: Path) -> Path:
    """Put the mark there. Raises `FileUnwritable`."""
    mark = rekey_mark(workspace)
    try:
        mark.touch()
    except OSError as error:
        reason = (error.strerror or "the folder cannot be written").lower()
        raise FileUnwritable(mark, reason, "Move the workspace to a folder of your own.") from error
    return mark


def write_backup(workspace: Path, key: RawKey, folder: Path, at: datetime) -> Path:
    """Write a backup into `folder`, whole or not at all, and give its path. Raises `FileUnwritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _claim_name(folder, workspace, at)
    except OSError as error:
        raise _unwritable(folder / f"{workspace.stem} {at.strftime(_STAMP)}{workspace.suffix}", error) from error
    partial = _partial(target)
    try:
        with refusals(partial):
            copy_pages(workspace, key, partial)
        partial.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        partial.unlink(missing_ok=True)
    return target


def remove_partial_backups(workspace: Path, folder: Path) -> None:
    """Remove what programs that were killed left of backups; only for who has the workspace open alone."""
    for path in folder.glob("*.part"):
        if moment_of(workspace, path.with_suffix("")):
            path.unlink(missing_ok=True)


def list_backups(workspace: Path, *folders: Path) -> tuple[Path, ...]:
    """List the backups of a workspace in folders, the newest first; a folder that is gone holds none."""
    found = [
        path
        for folder in dict.fromkeys(folders)
        for path in folder.glob("*")
        if path.suffix == workspace.suffix and moment_of(workspace, path) and path.is_file()
    ]
    return tuple(sorted(found, key=lambda path: path.stem, reverse=True))


def kept_backups_of(workspace: Path, own_folder: Path | None = None) -> tuple[Backup, ...]:
    """Tell of each backup of a workspace when it was made and how large it is, the newest first."""
    folders = [backup_folder(workspace), *([own_folder] if own_folder else [])]
    found = ((path, moment_of(workspace, path)) for path in list_backups(workspace, *folders))
    return tuple(Backup(path, moment, path.stat().st_size) for path, moment in found if moment)


def moment_of(workspace: Path, backup: Path) -> datetime | None:
    """Read the moment in the name of a backup; None of a file that is none of this workspace."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d \d{6})(-\d+)?", backup.stem.removeprefix(f"{workspace.stem} "))
    try:
        return datetime.strptime(found[1], _STAMP) if found else None  # noqa: DTZ007 - as its own clock said
    except ValueError:
        return None


def salt_of(path: Path) -> bytes:
    """Read the salt of a workspace or a backup, which tells those of one workspace; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except OSError:
        return b""


def rotate(workspace: Path, salt: bytes, folder: Path, now: datetime) -> None:
    """Let go of the backups that the rule does not keep.

    Those of another workspace of the same name stay, and so do those from the future: the clock was set back, and
    by their names nobody can say how old they are.
    """
    stamp = now.strftime(_STAMP)
    newest_first = [
        path
        for path in list_backups(workspace, folder)
        if path.stem.removeprefix(f"{workspace.stem} ")[: len(stamp)] <= stamp and salt_of(path) == salt
    ]
    days = [_day_of(workspace, path) for path in newest_first]
    kept = kept_backups(days, [path.stat().st_size for path in newest_first])
    for number, path in enumerate(newest_first):
        if number not in kept:
            path.unlink(missing_ok=True)


def kept_backups(days: Sequence[str], sizes: Sequence[int]) -> set[int]:
    """Choose which backups stay, of a list with the newest first: its days and its sizes in bytes."""
    last_of_day = [number for number, day in enumerate(days) if day not in days[:number]]
    chosen = sorted({*range(min(KEEP_NEWEST, len(days))), *last_of_day[:KEEP_DAYS]})
    kept, total = set(), 0
    for number in chosen:
        total += sizes[number]
        if number < KEEP_ALWAYS or total <= MOST_BYTES:
            kept.add(number)
    return kept


def _claim_name(folder: Path, workspace: Path, at: datetime) -> Path:
    """Name a backup by its second; of several in one second each goes behind the last.

    The partial file that is made here keeps another program from taking the same name.
    """
    name = f"{workspace.stem} {at.strftime(_STAMP)}"
    taken = [
        int(path.stem[len(name) + 1 :] or 1) for path in list_backups(workspace, folder) if path.stem.startswith(name)
    ]
    return next(
        target
        for number in count(max(taken, default=0) + 1)
        if _claim(target := folder / f"{name}{f'-{number:02}' if number > 1 else ''}{workspace.suffix}")
    )


def _claim(target: Path) -> bool:
    """Make the partial file of a backup; False where another program has made it, or the backup itself."""
    try:
        os.close(os.open(_partial(target), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    if target.exists():
        _partial(target).unlink()
        return False
    return True


def _partial(target: Path) -> Path:
    """Give the file in which a backup stands until it is whole."""
    return target.with_name(target.name + ".part")


def _unwritable(target: Path, error: OSError) -> FileUnwritable:
    reason = (error.strerror or "the folder cannot be written").lower()
    return FileUnwritable(target, reason, "Make room, or choose another folder with --to.")


def _day_of(workspace: Path, backup: Path) -> str:
    moment = moment_of(workspace, backup)
    return moment.date().isoformat() if moment else ""
