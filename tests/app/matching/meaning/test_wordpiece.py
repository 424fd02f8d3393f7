"""Text into token numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.matching.meaning.wordpiece import MOST_TOKENS, WordPiece

TOKENS = ["[UNK]", "[CLS]", "[SEP]", "insur", "##ance", "##ed", "cafe", "?", "-", "un", "##insur", "中"]
VOCABULARY = {token: number for number, token in enumerate(TOKENS)}


@pytest.fixture
def wordpiece() -> WordPiece:
    return WordPiece(VOCABULARY)


def tokens(wordpiece: WordPiece, text: str) -> list[str]:
    return [TOKENS[number] for number in wordpiece.encode(text)][1:-1]


def test_a_word_is_cut_into_its_longest_known_pieces(wordpiece: WordPiece) -> None:
    assert tokens(wordpiece, "Insurance uninsured") == ["insur", "##ance", "un", "##insur", "##ed"]


def test_a_word_that_cannot_be_cut_is_unknown_as_a_whole(wordpiece: WordPiece) -> None:
    assert tokens(wordpiece, "insurx") == ["[UNK]"]
    assert tokens(wordpiece, "x" * 101) == ["[UNK]"]


def test_accents_fall_and_marks_and_ideographs_stand_apart(wordpiece: WordPiece) -> None:
    assert tokens(wordpiece, "Café?-中中") == ["cafe", "?", "-", "中", "中"]


@given(st.text(max_size=2000))
def test_any_text_stands_between_start_and_end_within_the_length(text: str) -> None:
    numbers = WordPiece(VOCABULARY).encode(text)
    assert numbers[0] == VOCABULARY["[CLS]"]
    assert numbers[-1] == VOCABULARY["[SEP]"]
    assert len(numbers) <= MOST_TOKENS
