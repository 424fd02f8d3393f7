import pytest

from app.readers.references import is_reference, leading_reference


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("1.1 What is your name?", "1.1"),
        ("4.2 (a) Describe it", "4.2 (a)"),
        ("Q3. How?", "Q3"),
        ("Question 12: Why?", "Question 12"),
        ("(iv) Your address", "(iv)"),
        ("C-5-2 The system", "C-5-2"),
        ("2020 was a good year", ""),
        ("What is your name?", ""),
        ("12", ""),
    ],
)
def test_the_number_before_a_question_is_its_reference(text, ref):
    assert leading_reference(text) == ref


@pytest.mark.parametrize(
    ("text", "is_one"), [("1.1(a)", True), ("C-8-14", True), ("12", True), ("Ref", False), ("", False)]
)
def test_a_text_may_be_a_number_and_no_more(text, is_one):
    assert is_reference(text) is is_one
