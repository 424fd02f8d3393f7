"""Conditions as buyers state them."""

import pytest

from app.domain.questionnaire import Kind, Question, Slot
from app.readers.follow_ups import find_condition, with_conditions, without_condition


@pytest.mark.parametrize(
    ("text", "answer", "ref"),
    [
        ("If you have answered yes to question 4 - Name of the parent", "Yes", "4"),
        ("If yes, please give the date", "Yes", ""),
        ("If so, give details", "Yes", ""),
        ("If no to Q3, explain", "No", "3"),
        ("If you answered 'No' to 2.1, say why", "No", "2.1"),
        ("If not, explain", "No", ""),
    ],
)
def test_a_stated_condition_gives_answer_and_question(text: str, answer: str, ref: str) -> None:
    found = find_condition(text)
    assert found is not None
    assert (found.answer, found.ref) == (answer, ref)


@pytest.mark.parametrize("text", ["Are you an SME?", "If you are a charity, give its number", "Say if yes or no"])
def test_other_ifs_are_no_condition(text: str) -> None:
    assert find_condition(text) is None
    assert without_condition(text) == text


def test_the_condition_is_taken_away_from_the_words() -> None:
    assert without_condition("If you answered yes to question 4 - Name of the parent") == "Name of the parent"


def question(number: str, text: str, kind: Kind = Kind.TEXT) -> Question:
    return Question(id=f"q-{number}", text=text, slot=Slot(number), kind=kind, ref=number)


def test_a_condition_without_a_number_speaks_of_the_last_choice() -> None:
    asked = [question("1", "Are you insured?", Kind.YES_NO), question("2", "Name"), question("3", "If yes, by whom?")]
    last = with_conditions(asked)[2]
    assert last.condition is not None
    assert last.condition.question_id == "q-1"


def test_a_condition_on_a_question_that_is_not_there_is_left_out() -> None:
    assert with_conditions([question("2", "If you answered yes to question 9, explain")])[0].condition is None
