"""Whole forms in wordings of other buyers: what is written is right, and hardly anything else is written."""

import pytest

from app.matching.meaning.model import LocalMeaning
from app.paths import MODEL
from tests.samples.unseen_score import sample_newcomer, score

MEANING = LocalMeaning(MODEL)


@pytest.mark.parametrize(("forms", "right"), [("first", 0.86), ("second", 0.78), ("third", 0.62)])
def test_forms_in_the_wording_of_other_buyers_are_filled_by_words(forms: str, right: float) -> None:
    found = score(f"{forms}_*", sample_newcomer())
    assert found.share_right >= right, found.empty
    assert found.share_wrong <= 0.03, found.wrong


@pytest.mark.skipif(not MEANING.nearest(["VAT number"])[0], reason="the model has not read the bank")
@pytest.mark.parametrize(("forms", "right"), [("first", 0.86), ("second", 0.84), ("third", 0.70)])
def test_and_more_of_them_by_what_they_mean(forms: str, right: float) -> None:
    found = score(f"{forms}_*", sample_newcomer(), MEANING.nearest)
    assert found.share_right >= right, found.empty
    assert found.share_wrong <= 0.03, found.wrong
