"""Colour legends as buyers write them."""

import pytest

from app.packages.sheet_styles import PLAIN, Style
from app.readers.excel_legend import Legend, read_legend
from app.readers.excel_view import Spot

YELLOW, BLUE, GREY = "FFFF99", "CCE5FF", "BFBFBF"


def spot(text: str, column: int = 1, fill: str = "") -> Spot:
    return Spot(1, column, column, 1, text, Style(fill=fill) if fill else PLAIN, None, True, False, True)


def legend(*texts: str) -> Legend:
    return read_legend([(spot(text),) for text in texts])


@pytest.mark.parametrize(
    "text",
    [
        "All yellow cells must be completed by the bidder.",
        "Please complete the yellow shaded boxes.",
        "Data must only be entered in the yellow input cells",
        "Yellow fields: supplier to complete",
    ],
)
def test_the_colour_to_fill_in_is_named(text: str) -> None:
    assert legend(text).opens(YELLOW)
    assert not legend(text).opens(BLUE)


@pytest.mark.parametrize("text", ["Grey cells are calculated automatically.", "Do not complete: grey cells are locked"])
def test_a_colour_to_leave_alone_is_closed(text: str) -> None:
    assert legend(text).closes(GREY)


@pytest.mark.parametrize("text", ["Blue tabs hold the accounts.", "The yellow line marks the limit."])
def test_other_words_with_colours_are_no_legend(text: str) -> None:
    assert not legend(text).is_told


def test_a_sample_beside_the_words_shows_the_very_colour() -> None:
    found = read_legend([(spot("", 1, BLUE), spot("Input cell", 2)), (spot("", 1, GREY), spot("Calculated", 2))])
    assert found.opens(BLUE)
    assert found.closes(GREY)
