"""Facts read from the words of a past answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import FactType
from app.domain.facts_in_words import value_in_words


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Harbour\n Works Ltd", FactType.TEXT, "Harbour Works Ltd"),
        ("Yes", FactType.YES_NO, True),
        ("no.", FactType.YES_NO, False),
        ("3rd March 2014", FactType.DATE, "2014-03-03"),
        ("03/04/2014", FactType.DATE, "2014-04-03"),
        ("2014-03-03", FactType.DATE, "2014-03-03"),
        ("1,200", FactType.INTEGER, 1200),
        ("£1,250.50", FactType.MONEY, 1250.5),
        ("97%", FactType.PERCENT, 97),
        ("2035", FactType.YEAR, 2035),
        ("bids@harbour.example", FactType.EMAIL, "bids@harbour.example"),
        ("+44 (0)1632 960118", FactType.PHONE, "+44 (0)1632 960118"),
        ("www.harbour.example", FactType.URL, "www.harbour.example"),
    ],
)
def test_what_is_plain_is_read(text: str, kind: FactType, value: object) -> None:
    assert value_in_words(text, kind) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", FactType.TEXT),
        ("N/A", FactType.TEXT),
        ("word " * 21, FactType.TEXT),
        ("Yes, since 2014", FactType.YES_NO),
        ("Spring 2014", FactType.DATE),
        ("13/13/2014", FactType.DATE),
        ("about 30", FactType.INTEGER),
        ("12.5", FactType.INTEGER),
        ("£1m", FactType.MONEY),
        ("4 Quay Street, Northport", FactType.ADDRESS),
        ("call us", FactType.PHONE),
    ],
)
def test_what_leaves_a_doubt_is_left_alone(text: str, kind: FactType) -> None:
    assert value_in_words(text, kind) is None


@given(st.text(), st.sampled_from(FactType))
def test_any_words_are_read_or_left(text: str, kind: FactType) -> None:
    value_in_words(text, kind)
