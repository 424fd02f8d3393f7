"""Whether a text asks for an answer."""

import pytest

from app.readers.sentences import asks, is_sentence


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Are you registered for VAT?", 2),
        ("Please describe your approach to quality.", 1.75),
        ("Contact name:", 1.5),
        ("If yes, give details", 1.5),
        ("The system must keep an audit log.", 1.25),
        ("Registered address", 1),
    ],
)
def test_questions_requests_labels_and_duties_ask(text: str, least: float) -> None:
    assert asks(text) >= least


@pytest.mark.parametrize("text", ["", "Office furniture", "General conditions of contract", "List X building"])
def test_names_of_things_do_not_ask(text: str) -> None:
    assert asks(text) == 0


def test_a_requirement_is_a_sentence_and_an_item_is_not() -> None:
    assert is_sentence("The supplier shall provide monthly reports.")
    assert not is_sentence("Delivery and installation")
