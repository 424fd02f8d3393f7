"""Lend a file of the workspace to another program: a copy in a folder that only this user can read."""

import shutil
from pathlib import Path
from uuid import uuid4

from app.domain.errors import FileUnwritable
from app.services.ports import Ports


def lend_file(ports: Ports, content: bytes, name: str) -> Path:
    """Write a copy under its own name and give its path. Raises `FileUnwritable`."""
    folder = ports.lent_folder() / uuid4().hex
    path = folder / Path(name).name
    try:
        folder.mkdir(mode=0o700, parents=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    except OSError as error:
        remedy = "Make room on this computer's disk and try again."
        raise FileUnwritable(path, error.strerror or "the disk refused", remedy) from error
    return path


def take_back(path: Path) -> None:
    """Remove one copy."""
    shutil.rmtree(path.parent, ignore_errors=True)


def take_all_back(ports: Ports) -> None:
    """Remove every copy: on locking, and at the next start after a crash."""
    shutil.rmtree(ports.lent_folder(), ignore_errors=True)
