import pytest

from app.readers.who_fills import (
    Filler,
    is_contract,
    is_guidance,
    owner_of,
    speaks_as_supplier,
    speaks_to_supplier,
    told_filler,
)

_CONTRACT = "The Parties agree that Clause 4 and Schedule 2 bind each Party. Clause 5 applies hereby to the Parties. "


@pytest.mark.parametrize(
    ("text", "filler"),
    [
        ("To be completed by the bidder", Filler.SUPPLIER),
        ("Tenderers must complete every section", Filler.SUPPLIER),
        ("Instructions to suppliers", Filler.SUPPLIER),
        ("To be completed by the Authority", Filler.BUYER),
        ("[Buyer guidance: delete as applicable]", Filler.BUYER),
        ("For official use only", Filler.BUYER),
        ("Please read the specification", None),
    ],
)
def test_an_instruction_tells_who_fills_in(text, filler):
    assert told_filler(text) is filler


@pytest.mark.parametrize(
    ("prompt", "owner"),
    [
        ("insert name of supplier", Filler.SUPPLIER),
        ("your company number", Filler.SUPPLIER),
        ("INSERT PROCUREMENT NAME", Filler.BUYER),
        ("insert contract reference", Filler.BUYER),
        ("price = lowest price / supplier's price", Filler.BUYER),
        ("insert date", None),
    ],
)
def test_a_placeholder_names_the_detail_of_one_side(prompt, owner):
    assert owner_of(prompt) is owner


def test_notes_in_brackets_are_guidance():
    assert is_guidance("Guidance note: choose one")
    assert not is_guidance("Insert name")


def test_a_sentence_is_spoken_by_or_to_the_supplier():
    assert speaks_as_supplier("We are committed to quality")
    assert not speaks_as_supplier("We will score your answer")
    assert speaks_to_supplier("Your score will be multiplied")
    assert not speaks_to_supplier("Please insert your name")


def test_a_text_of_clauses_and_parties_is_a_contract():
    assert is_contract(_CONTRACT * 3)


def test_a_letter_of_offer_that_names_clauses_is_no_contract():
    assert not is_contract(
        "We offer the services under Clause 3. We accept Schedule 2. We agree to our Clause 9 duties."
    )
