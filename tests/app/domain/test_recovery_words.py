from hypothesis import given
from hypothesis import strategies as st

from app.domain.recovery_words import ENTROPY_BITS, LIST_LENGTH, WORD_COUNT, canonical_passphrase
from app.keys import make_recovery_words, word_list

WORDS = ("acorn", "badge", "cabin", "daisy", "eagle", "fable", "gable", "habit")
SHEET = " ".join(WORDS)


def test_the_list_has_the_length_that_gives_eleven_bits_a_word() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == LIST_LENGTH == 2**11
    assert WORD_COUNT * 11 == ENTROPY_BITS
    assert list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in words)


def test_made_words_are_eight_of_the_list_and_differ_each_time() -> None:
    made = {make_recovery_words() for _ in range(50)}
    assert len(made) == 50
    assert all(len(words.split()) == WORD_COUNT and set(words.split()) <= set(word_list()) for words in made)


def test_words_typed_off_a_sheet_count_the_same() -> None:
    for typed in (SHEET, SHEET.upper(), SHEET.replace(" ", "\n"), SHEET.replace(" ", ", "), f"  {SHEET} "):
        assert canonical_passphrase(typed, WORDS) == SHEET


def test_seven_words_nine_words_and_a_strange_word_are_a_passphrase_as_typed() -> None:
    for typed in (" ".join(WORDS[:7]).upper(), f"{SHEET} ACORN", SHEET.replace("acorn", "Aachen")):
        assert canonical_passphrase(typed, WORDS) == typed


@given(st.text())
def test_any_other_passphrase_stays_as_it_is(passphrase: str) -> None:
    assert canonical_passphrase(passphrase, WORDS) == passphrase
