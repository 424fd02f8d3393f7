import time
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from app import keys
from app.keys import SystemKeyring, derive_key

SALT = bytes(range(16))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "a.bidfolio"
    path.write_bytes(SALT + bytes(4080))
    return path


def _use(monkeypatch: pytest.MonkeyPatch, ring: Any) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)


class _Ring(KeyringBackend):
    priority = 5  # type: ignore[assignment]

    def __init__(self, priority: float = 5) -> None:
        super().__init__()
        self.priority = priority  # type: ignore[assignment, misc]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class _Locked(_Ring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


def test_the_key_is_argon2id_as_the_design_says() -> None:
    key = derive_key("correct horse", SALT)
    # Another value would lock every workspace that exists.
    assert key.hex() == "577f1ff37e9a3e52c97d39f8e83891c1b73b0e87ffe0429cee8ede2fb005fe44"
    assert (keys.PASSES, keys.MEMORY_KIB, keys.LANES) == (3, 65536, 4)
    assert key != derive_key("correct horse", SALT[::-1])
    assert key != derive_key("correct horsf", SALT)


def test_the_same_letters_give_the_same_key_however_the_system_composes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MEMORY_KIB", 32)
    assert derive_key("café", SALT) == derive_key("cafe\u0301", SALT)


def test_a_key_is_derived_in_a_second() -> None:
    began = time.process_time()
    derive_key("correct horse", SALT)
    assert time.process_time() - began < 3


def test_a_remembered_key_is_recalled_by_the_salt_and_forgotten(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = _Ring()
    _use(monkeypatch, ring)
    memory = SystemKeyring()
    assert memory.recall(workspace) is None
    assert memory.remember(workspace, b"k" * 32)
    copy = tmp_path / "copy.bidfolio"
    copy.write_bytes(workspace.read_bytes())
    assert memory.recall(copy) == b"k" * 32
    assert "a.bidfolio" not in str(ring.kept)
    memory.forget(workspace)
    memory.forget(workspace)
    assert ring.kept == {}


@pytest.mark.parametrize("priority", [0, 0.5, -1])
def test_a_keyring_that_does_not_encrypt_is_never_used(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, priority: float
) -> None:
    ring = _Ring(priority)
    _use(monkeypatch, ring)
    assert not SystemKeyring().remember(workspace, b"k" * 32)
    assert SystemKeyring().recall(workspace) is None
    assert ring.kept == {}


def test_a_chain_with_one_unsafe_part_is_never_used(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = _Ring(10)
    chain.backends = [_Ring(5), _Ring(0.5)]  # type: ignore[attr-defined]
    _use(monkeypatch, chain)
    assert not SystemKeyring().remember(workspace, b"k" * 32)


def test_a_locked_keyring_remembers_nothing(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, _Locked())
    assert not SystemKeyring().remember(workspace, b"k" * 32)
    assert SystemKeyring().recall(workspace) is None


def test_what_is_no_key_is_not_recalled(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = _Ring()
    ring.kept["Bidfolio", SALT.hex()] = "no key"
    _use(monkeypatch, ring)
    assert SystemKeyring().recall(workspace) is None


def test_a_file_that_is_not_there_has_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, _Ring())
    assert SystemKeyring().recall(tmp_path / "none") is None
    assert not SystemKeyring().remember(tmp_path / "none", b"k" * 32)
