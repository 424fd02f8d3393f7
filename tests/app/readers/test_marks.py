import pytest

from app.readers.marks import is_mandatory, is_pass_fail, weight_of


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("How will you train staff? (300 words, 15%)", 15),
        ("Weighting: 15%", 15.0),
        ("Question 1 (Weighting 30 %)", 30.0),
        ("Weight\u00a02.5%", 2.5),
        ("20% of the total", 20.0),
        ("Weighting XX%", None),
        ("We pay 20% of invoices early", None),
        ("Weighting: 250%", None),
        ("", None),
    ],
)
def test_a_stated_weight_is_read(text, weight):
    assert weight_of(text) == weight


def test_pass_or_fail_is_read():
    assert is_pass_fail("This question is Pass/Fail")
    assert not is_pass_fail("We fail to see it pass")


@pytest.mark.parametrize("text", ["ISO 9001 (mandatory)", "Mandatory: Yes", "Company name *", "This must be answered"])
def test_a_duty_to_answer_is_read(text):
    assert is_mandatory(text)


@pytest.mark.parametrize("text", ["mandatory exclusion grounds", "Name", "Mandatory / optional: O"])
def test_other_texts_oblige_nobody(text):
    assert not is_mandatory(text)
