"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.matching.words import build_lexicon, is_negated, plain, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VAT No.", "VAT number"),
        ("E-mail address", "email address"),
        ("Sub-contractors", "subcontractor"),
        ("ISO/IEC 27001:2022", "ISO 27001"),
        ("Employer’s liability", "employers liability"),
        ("Cyber Essentials+", "Cyber Essentials Plus"),
        ("Numéro de téléphone", "numero de telephone"),
        ("Breach of tax law? Yes ☐ No ☐", "breach of tax law"),
        ("Company registration no.:", "company registration number"),
        ("£10,000,000", "10000000"),
    ],
)
def test_two_ways_of_writing_give_the_same_stems(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_no_after_a_noun_is_a_number_and_no_before_one_denies() -> None:
    assert "number" in stems("Registration no")
    assert is_negated("Confirm that no director has been convicted")
    assert not is_negated("Registration no.")


def test_two_denials_undo_each_other() -> None:
    assert not is_negated("Confirm that it is not the case that you have never been fined")


def test_a_denial_that_is_carried_on_is_one_denial() -> None:
    assert is_negated("The firm is not insolvent and is not being wound up")
    assert is_negated("Neither the firm nor its directors have been convicted")
    assert is_negated("Nobody has been fined")


@pytest.mark.parametrize("word", ["address", "business", "is", "vat"])
def test_short_words_and_double_s_stay_whole(word: str) -> None:
    assert stem(word) == word


def test_kin_words_become_one_and_the_longest_phrase_wins() -> None:
    lexicon = build_lexicon(
        ["please", "your"], {"pli": ["public liability"], "phone": ["telephone", "telephone number"]}
    )
    assert lexicon.terms("Please state your telephone number") == ("stat", "phon")
    assert lexicon.terms("Public liability") == ("pli",)


def test_links_keep_their_words_and_lose_their_address() -> None:
    assert "example" not in plain("[our terms](https://example.org/terms) and https://example.org")
    assert "our terms" in plain("[our terms](https://example.org/terms)")


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    assert all(word and word == word.lower() for word in stems(text))
