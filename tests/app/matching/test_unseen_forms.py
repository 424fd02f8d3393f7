"""Whole forms in wordings of other buyers: what is written is right, and hardly anything else is written."""

import pytest

from tests.samples.unseen_score import sample_newcomer, score


@pytest.mark.parametrize(("forms", "right"), [("first", 0.85), ("second", 0.65)])
def test_forms_in_the_wording_of_other_buyers_are_filled_and_not_with_guesses(forms: str, right: float) -> None:
    found = score(f"{forms}_*", sample_newcomer())
    assert found.share_right >= right, found.empty
    assert found.share_wrong <= 0.02, found.wrong
