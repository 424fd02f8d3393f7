"""The key of a workspace, and the system keyring that remembers it.

Argon2id with t = 3, m = 64 MiB, p = 4 is the second recommended choice of RFC 9106, section 4.
"""

import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.recovery_words import WORD_COUNT, canonical_passphrase
from app.paths import RESOURCES

KEY_BYTES = 32
SALT_BYTES = 16
PASSES = 3
MEMORY_KIB = 64 * 1024
LANES = 4

_SERVICE = "Bidfolio"


def derive_key(passphrase: str, salt: bytes) -> bytes:
    """Make the raw key of 32 bytes; recovery words count the same in capitals or with other spaces."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    plain = canonical_passphrase(unicodedata.normalize("NFC", passphrase), word_list())
    argon = Argon2id(salt=salt, length=KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB)
    return argon.derive(plain.encode())


@cache
def word_list() -> tuple[str, ...]:
    """Read the 2048 words that recovery words are drawn from."""
    return tuple((RESOURCES / "recovery_words" / "words.txt").read_text("utf-8").split())


def make_recovery_words() -> str:
    """Draw eight words at random: 8 times 11 bits, 88 bits in all."""
    return " ".join(secrets.choice(word_list()) for _ in range(WORD_COUNT))


class SystemKeyring:
    """Remembers raw keys in the keyring of the system, by the salt of the file: moving the file changes nothing."""

    def recall(self, path: Path) -> bytes | None:
        """Give the remembered key of a workspace, or None."""
        from keyring.errors import KeyringError

        ring, name = _safe_keyring(), _name(path)
        if ring is None or name is None:
            return None
        try:
            kept = ring.get_password(_SERVICE, name)
        except KeyringError:
            return None
        return bytes.fromhex(kept) if kept and re.fullmatch(r"[0-9a-f]{64}", kept) else None

    def remember(self, path: Path, key: bytes) -> bool:
        """Keep a key and tell whether that was possible."""
        from keyring.errors import KeyringError

        ring, name = _safe_keyring(), _name(path)
        if ring is None or name is None:
            return False
        try:
            ring.set_password(_SERVICE, name, key.hex())
        except KeyringError:
            return False
        return True

    def forget(self, path: Path) -> None:
        """Let a key go, where one is kept."""
        from keyring.errors import KeyringError

        ring, name = _safe_keyring(), _name(path)
        if ring is None or name is None or self.recall(path) is None:
            return
        try:
            ring.delete_password(_SERVICE, name)
        except KeyringError:
            return


def _safe_keyring() -> Any:
    """Give the keyring, if it is one that encrypts: backends below priority 1 write in clear or nowhere."""
    import keyring

    ring = keyring.get_keyring()
    # A chain hands a key to whichever of its backends takes it.
    parts = getattr(ring, "backends", None) or [ring]
    return ring if all(part.priority >= 1 for part in parts) else None


def _name(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES).hex() or None
    except OSError:
        return None
