"""The hint on a passphrase tells long and varied ones from those that are tried first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.passphrase_strength import Strength, strength_hint


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.WEAK),
        ("password", Strength.WEAK),
        ("Password123!", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("12345678901234567890", Strength.WEAK),
        ("kq7ZpW9x", Strength.FAIR),
        ("quay lantern ledger harbour", Strength.GOOD),
        ("żółty kot śpi pod stołem", Strength.GOOD),
    ],
)
def test_a_passphrase_is_judged(passphrase: str, strength: Strength) -> None:
    assert strength_hint(passphrase).strength is strength


def test_a_common_word_is_named_as_the_reason() -> None:
    assert "tried first" in strength_hint("bidfolio2026").sentence


@given(st.text(max_size=60))
def test_every_passphrase_gets_a_sentence_and_bits_that_are_never_negative(passphrase: str) -> None:
    hint = strength_hint(passphrase)
    assert hint.bits >= 0
    assert hint.sentence.endswith(".")
