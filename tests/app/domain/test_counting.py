"""Counting words and characters against a limit."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.counting import count_characters, count_words, measure
from app.domain.questionnaire import Limit, LimitUnit


def test_a_hyphenated_word_and_a_lone_ampersand_count_once_each() -> None:
    assert count_words("Round-the-clock support & care, 24/7") == 5


def test_paragraphs_and_double_spaces_add_no_words() -> None:
    assert count_words("  One two \n\n\tthree  ") == 3


def test_a_line_break_counts_as_one_character_and_a_trailing_one_not_at_all() -> None:
    assert count_characters("ab\r\ncd\n") == 5


def test_an_answer_over_its_limit_says_by_how_many() -> None:
    found = measure("word " * 74, Limit(LimitUnit.WORDS, 60, "max 60 words"))
    assert (found.used, found.maximum, found.over) == (74, 60, 14)


def test_an_answer_at_its_limit_is_not_over() -> None:
    assert measure("abcde", Limit(LimitUnit.CHARACTERS, 5, "5 characters")).over == 0


def test_a_limit_for_each_item_looks_at_the_longest_line() -> None:
    limit = Limit(LimitUnit.WORDS, 3, "10 words for each feature", "item")
    assert measure("one two\none two three four\none", limit).over == 1


def test_items_are_the_lines_that_say_something() -> None:
    assert measure("first\n\nsecond\n", Limit(LimitUnit.ITEMS, 10, "10 features")).used == 2


def test_pages_are_not_guessed_from_words() -> None:
    found = measure("a b c", Limit(LimitUnit.PAGES, 2, "2 sides of A4"))
    assert (found.used, found.unit, found.maximum) == (3, LimitUnit.WORDS, None)


@given(
    st.lists(
        st.text(st.characters(max_codepoint=0x10FF, exclude_categories=["Z", "C"], exclude_characters="-"), min_size=1)
    )
)
def test_words_joined_by_spaces_are_counted_back(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)
