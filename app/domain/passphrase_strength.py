"""A hint on how long a passphrase would withstand guessing from a copied file."""

import math
import string
from dataclasses import dataclass
from enum import Enum

_COMMON = (
    "password", "passphrase", "qwerty", "asdf", "zxcv", "letmein", "welcome", "admin", "iloveyou", "monkey",
    "dragon", "bidfolio", "tender", "secret", "football", "liverpool", "arsenal", "chelsea", "london", "summer",
    "winter", "autumn", "spring", "abc123", "123456", "654321", "111111", "000000",
)  # fmt: skip
_CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation + " ")


class Strength(Enum):
    """Three steps, with the bits from which each holds."""

    WEAK = 0
    FAIR = 45
    GOOD = 65


@dataclass(frozen=True, slots=True)
class Hint:
    """What to say of a passphrase."""

    strength: Strength
    bits: float
    sentence: str


def strength_hint(passphrase: str) -> Hint:
    """Judge a passphrase by its length, its kinds of character, and common or repeated parts.

    The bits are a rough upper bound, never a promise: each character counts by the kinds used, repeated ones and
    steps of a row (abc, 321) hardly, a common word as one character.
    """
    bits = _bits(passphrase)
    strength = max((step for step in Strength if bits >= step.value), key=lambda step: step.value)
    return Hint(strength, bits, _sentence(passphrase, strength))


def _bits(passphrase: str) -> float:
    plain = passphrase.lower()
    for word in _COMMON:
        plain = plain.replace(word, "\0")
    steps = zip(plain, "\1" + plain, strict=False)
    counted = sum(0.2 if abs(ord(one) - ord(before)) <= 1 else 1.0 for one, before in steps)
    size = sum(len(kind) for kind in _CLASSES if any(letter in kind for letter in passphrase))
    size += 100 if any(ord(letter) > 127 for letter in passphrase) else 0
    varied = min(1.0, len(set(plain)) / 8)
    return counted * math.log2(max(size, 2)) * varied


def _sentence(passphrase: str, strength: Strength) -> str:
    if strength is Strength.GOOD:
        return "Good. Keep it where you keep your keys: without it nobody can open the workspace, not even we."
    if any(word in passphrase.lower() for word in _COMMON):
        return "Quickly guessed: it holds a word that is tried first. Four or more unrelated words are better."
    if strength is Strength.FAIR:
        return "Fair. One more word makes it much stronger."
    return "Quickly guessed from a copied file. Four or more unrelated words are easy to keep and hard to guess."
