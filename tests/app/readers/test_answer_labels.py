import pytest

from app.readers.answer_labels import is_answer_label


@pytest.mark.parametrize(
    "text",
    [
        "Response:",
        "Your response",
        "Answer",
        "Supplier response (max 500 words)",
        "Tenderer's answer",
        "Insert response here",
        "Please type here",
    ],
)
def test_a_label_may_only_say_that_the_answer_goes_here(text):
    assert is_answer_label(text)


@pytest.mark.parametrize(
    "text", ["", "Name:", "Response times", "Describe your response to incidents", "Answerphone number"]
)
def test_other_labels_name_a_detail(text):
    assert not is_answer_label(text)
