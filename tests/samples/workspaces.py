"""Workspaces for tests: real files under a key that costs nothing to derive."""

import hashlib
import uuid
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.storage import SqlWorkspaces

if TYPE_CHECKING:
    from app.storage.workspace import SqlWorkspace

PASSPHRASE = "a test passphrase"
NOW = datetime(2026, 11, 22, 4, 15, 3)


def cheap_key(passphrase: str, salt: bytes) -> bytes:
    """Derive a key of 32 bytes at once; no protection against guessing."""
    return hashlib.sha256(salt + passphrase.encode()).digest()


def cheap_workspaces() -> SqlWorkspaces:
    """Give workspaces whose passphrases are cheap and whose clock stands still."""
    return SqlWorkspaces(cheap_key, lambda: NOW)


def new_workspace(folder: Path, name: str = "sample.bidfolio") -> "SqlWorkspace":
    """Make an empty workspace in a folder."""
    return cheap_workspaces().create(folder / name, PASSPHRASE)


def new_id() -> str:
    """Give an id as records have it."""
    return str(uuid.uuid4())
