"""How values are said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answers_in_words import (
    address_lines,
    as_date,
    say_address,
    say_date,
    say_money,
    say_number,
    say_percent,
    say_value,
)

ADDRESS = {"street": "1 Quay Street", "locality": "Whitby", "region": None, "postcode": "YO21 1DH", "country": ""}


def test_a_day_is_written_out() -> None:
    assert say_date(date(2026, 12, 1)) == "1 December 2026"


@pytest.mark.parametrize(
    ("pounds", "said"), [(412000, "£412,000"), (0.5, "£0.50"), (-1250.5, "-£1,250.50"), (2_000_000.0, "£2,000,000")]
)
def test_money_shows_pence_only_where_there_are_some(pounds: float, said: str) -> None:
    assert say_money(pounds) == said


def test_a_number_beyond_every_float_is_said_in_full() -> None:
    huge = 10**400
    assert say_number(huge) == f"{huge:,}"
    assert say_money(huge) == f"£{huge:,}"


def test_numbers_and_shares_drop_an_empty_fraction() -> None:
    assert (say_number(12.0), say_number(12.50), say_percent(97.5)) == ("12", "12.5", "97.5%")


def test_an_address_is_said_on_one_line_or_several_without_empty_parts() -> None:
    assert say_address(ADDRESS) == "1 Quay Street, Whitby, YO21 1DH"
    assert say_address(ADDRESS, one_line=False) == "1 Quay Street\nWhitby\nYO21 1DH"


def test_a_street_of_two_lines_gives_two_lines() -> None:
    assert address_lines({"street": "Unit 4,\n1 Quay Street"}) == ("Unit 4", "1 Quay Street")


def test_people_are_said_one_to_a_line_with_every_member() -> None:
    people = [
        {"name": "Ann Field", "date_of_birth": "1980-05-03", "address": ADDRESS},
        {"name": "Bo Marsh", "since": ""},
    ]
    assert say_value(people) == (
        "Ann Field; date of birth: 3 May 1980; address: 1 Quay Street, Whitby, YO21 1DH\nBo Marsh"
    )


def test_plain_values_are_said() -> None:
    assert [say_value(value) for value in (True, False, None, 1200, "2026-12-11", "SW1A 1AA", ["Leeds", "York"])] == [
        "Yes",
        "No",
        "",
        "1,200",
        "11 December 2026",
        "SW1A 1AA",
        "Leeds, York",
    ]


@given(st.text())
def test_text_that_is_no_day_is_never_taken_for_one(text: str) -> None:
    day = as_date(text)
    assert day is None or text.startswith(day.isoformat())


@given(st.dates())
def test_a_day_survives_being_written(day: date) -> None:
    assert as_date(day.isoformat()) == day


def test_a_year_is_written_without_a_comma() -> None:
    assert say_value({"year": 2025, "days_lost": 1200}) == "year: 2025; days lost: 1,200"
