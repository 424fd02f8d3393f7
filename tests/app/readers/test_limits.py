import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.readers.limits import find_limit, find_limits


@pytest.mark.parametrize(
    ("text", "unit", "maximum"),
    [
        ("In no more than [500] words please explain.", "words", 500),
        ("max 2 sides of A4", "pages", 2),
        ("max. 3 pages", "pages", 3),
        ("Please use no more than two (2) pages of A4", "pages", 2),
        ("one side of A4", "pages", 1),
        ("Page limit: 4 sides A4", "pages", 4),
        ("maximum 4,000 characters including spaces", "characters", 4000),
        ("Your answer must not exceed 4000 characters", "characters", 4000),
        ("Character limit - 2000", "characters", 2000),
        ("word limit 250", "words", 250),
        ("Free text 250 (word limit)", "words", 250),
        ("Free text (250 words)", "words", 250),
        ("500-word limit", "words", 500),
        ("Response limited to 500 words or less", "words", 500),
        ("Maximum word count: 1,500", "words", 1500),
        ("limit your response to 1000 words", "words", 1000),
        ("between 200 and 300 words", "words", 300),
        ("200-250 words max", "words", 250),
        ("Minimum 100 words, maximum 500 words", "words", 500),
        ("Provide up to three contracts", "items", 3),
        ("A maximum of 10 documents", "items", 10),
        ("Give up to three examples, each of no more than 300 words", "words", 300),
    ],
)
def test_a_stated_limit_is_read(text, unit, maximum):
    limit = find_limit(text)
    assert (str(limit.unit), limit.maximum) == (unit, maximum)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "At least 200 words",
        "The policy has 20 pages",
        "in other words, we",
        "within 30 days",
        "over 500 words",
        "3 contracts",
    ],
)
def test_what_is_no_limit_is_left_alone(text):
    assert find_limit(text) is None


def test_a_limit_for_each_item_says_so_and_the_number_of_items_is_another():
    words, items = find_limits("10 words for each feature, 10 features maximum")
    assert (str(words.unit), words.maximum, words.per) == ("words", 10, "item")
    assert (str(items.unit), items.maximum, items.per) == ("items", 10, "answer")


def test_a_limit_per_question_is_one_for_the_answer():
    assert find_limit("no more than 500 words per question").per == "answer"


def test_a_limit_keeps_the_sentence_it_was_read_from():
    assert find_limit("Describe it. Use at most 90 words. Add no tables.").source == "Use at most 90 words."


def test_the_first_text_with_a_limit_decides():
    assert find_limit("no limit here", "max 40 words", "max 50 words").maximum == 40


@given(st.text(max_size=300))
def test_any_text_is_searched_without_fail(text):
    assert all(limit.maximum > 0 for limit in find_limits(text))
