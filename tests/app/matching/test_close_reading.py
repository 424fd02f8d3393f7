"""Ways of asking, names that run through a form, and how much two texts share."""

from collections import Counter

import pytest

from app.matching.close_reading import is_same, read_wording, way_of_asking
from app.matching.options import choose, is_printed
from app.matching.procurement_names import names_in, running_names, without_editions
from app.matching.question_bank import load_bank
from app.matching.term_index import TermIndex, Weights

BANK = load_bank()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Do you test your backups?", "yes"),
        ("Please confirm that you test your backups", "yes"),
        ("Describe your backups", "tell"),
        ("How do you test your backups?", "tell"),
        ("How often do you test your backups?", "how often"),
        ("Where are your backups kept?", "where"),
        ("Which backups do you keep?", "what"),
        ("Backups", "topic"),
        ("", ""),
    ],
)
def test_the_way_of_asking_is_read_from_the_first_words(text: str, way: str) -> None:
    assert way_of_asking(text) == way


def test_a_name_runs_through_a_form_only_where_it_stands_often() -> None:
    often = [f"Will you supply {thing} under Harbour Works 7 on time?" for thing in ("rope", "paint", "nails", "oars")]
    once = ["Do you hold Cyber Essentials today?"]
    names = running_names([*often, *once])
    assert "Cyber Essentials" not in names
    assert any(name.startswith("Harbour Works") for name in names)
    assert names_in("We supply under Harbour Works.", {"Harbour Works", "Sea Wall"}) == {"Harbour Works"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the terms of Harbour 9 apply", "the terms of Harbour apply"),
        ("State your Scope 1 emissions", "State your Scope 1 emissions"),
        ("Do you hold ISO 9001?", "Do you hold ISO 9001?"),
    ],
)
def test_the_edition_of_a_name_is_dropped_and_a_number_that_matters_stays(text: str, left: str) -> None:
    assert without_editions(text, BANK.reading.counted) == left


def test_marks_articles_and_brackets_do_not_make_another_wording() -> None:
    one = read_wording("What is the price per day?", BANK, frozenset())
    other = read_wording("What is a price, per day", BANK, frozenset())
    assert is_same(one, other)
    bracketed = read_wording("What is the price per day (excluding VAT)?", BANK, frozenset())
    assert bracketed.core == one.core
    assert not is_same(one, bracketed)


def test_shares_are_weighed_by_rarity() -> None:
    texts: list[dict[str, float]] = [{"common": 1.0, "rare": 1.0}, {"common": 1.0}, {"common": 1.0, "other": 1.0}]
    index = TermIndex(texts)
    weights = Weights(Counter(index.counts), len(texts), frozenset())
    held, own = index.weigh(weights).shares({"rare": 1.0, "common": 1.0})
    assert held.tolist()[0] == pytest.approx(1.0)
    assert own.tolist()[0] == pytest.approx(1.0)
    assert held[1] < 0.5
    assert own[1] == pytest.approx(1.0)
    assert held[2] < 0.5


def test_an_empty_index_shares_nothing() -> None:
    index = TermIndex([{}])
    held, own = index.weigh(Weights(Counter(), 1, frozenset())).shares({"word": 1.0})
    assert (held.tolist(), own.tolist()) == ([0.0], [0.0])


@pytest.mark.parametrize(
    ("value", "options", "chosen"),
    [
        (True, ["Yes", "No"], "Yes"),
        (False, ["Yes - details below", "No - nothing to tell"], "No - nothing to tell"),
        (True, ["Agree", "Disagree"], "Agree"),
        (True, ["Ya", "Tidak"], "Ya"),
        (False, ["Fully compliant", "Not compliant"], "Not compliant"),
        (True, ["Yes - in place", "Yes - in progress", "No"], None),
        ("Private limited company", ["Ltd", "PLC"], "Ltd"),
        (7, ["1 to 9", "10+"], "1 to 9"),
        (10, ["fewer than 10", "10 or more"], "10 or more"),
        (3.0, ["less than 3", "over 3"], None),
        (["a"], ["a", "b"], None),
    ],
)
def test_an_option_is_chosen_only_where_one_alone_fits(value: object, options: list[str], chosen: str | None) -> None:
    assert choose(value, options, BANK) == chosen  # type: ignore[arg-type]


def test_a_printed_option_is_found_as_whole_words() -> None:
    assert is_printed("Private limited company", "Are you a PLC, limited company or LLP?", BANK)
    assert not is_printed("Sole trader", "Are you a PLC?", BANK)
    assert not is_printed(12, "12", BANK)
