"""Fields in kept answers: filled from what is known, shown where nothing is, never evaluated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer_fields import fill_fields, left_open, open_fields
from app.domain.values import JsonValue

KNOWN: dict[str, JsonValue] = {
    "supplier.legal_name": "Marram Grass Ltd",
    "workforce.headcount": 34,
    "finance.net_assets": 918700,
    "insurance.cyber.ends": "2027-08-31",
    "supplier.regions": ["England", "Wales"],
    "supplier.address": {"street": "1 Quay Street", "postcode": "YO21 1DH"},
    "carbon.net_zero_year": 2035,
    "payment.share": 97,
    "parent.name": None,
}


def _filled(text: str) -> str:
    return fill_fields(text, KNOWN.__getitem__).text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ supplier.legal_name }} has {{workforce.headcount}} staff.", "Marram Grass Ltd has 34 staff."),
        ("{{ finance.net_assets|money }} and {{ finance.net_assets }}", "£918,700 and 918,700"),
        ("until {{ insurance.cyber.ends }}", "until 31 August 2027"),
        ("{{ insurance.cyber.ends | month }}, {{ insurance.cyber.ends|year }}", "August 2027, 2027"),
        ("{{ supplier.regions }}", "England, Wales"),
        ("{{ supplier.address|lines }}", "1 Quay Street\nYO21 1DH"),
        (
            "net zero by {{ carbon.net_zero_year }}, {{ payment.share|percent }} in time",
            "net zero by 2035, 97% in time",
        ),
        ("Parent: {{ parent.name }}", "Parent: Not applicable"),
    ],
)
def test_a_field_says_its_fact_as_people_write_it(text: str, said: str) -> None:
    assert _filled(text) == said


def test_what_is_not_known_stays_visible_and_is_named() -> None:
    filled = fill_fields("We have {{ workforce.headcount }} staff and {{ fleet.vans }} vans.", KNOWN.__getitem__)
    assert filled.text == "We have 34 staff and {{ fleet.vans }} vans."
    assert (filled.used, filled.missing) == (("workforce.headcount",), ("fleet.vans",))


def test_only_a_key_is_a_field_and_nothing_is_evaluated() -> None:
    for text in ("{{ 7*7 }}", "{{ supplier.legal_name.upper() }}", "{% for x in y %}", "{{ name }}", "{{ a.b|c|d }}"):
        assert _filled(text) == text
        assert open_fields(text) == ()


def test_answers_with_an_open_field_are_named_with_the_reason() -> None:
    rows: JsonValue = [{"Vans": "{{ fleet.vans }}"}, {"Vans": "2"}]
    assert left_open({"q1": "plain", "q2": rows, "q3": True}).keys() == {"q2"}
    assert "fleet.vans" in left_open({"q2": rows})["q2"]


@given(st.text(), st.text())
def test_a_value_is_put_in_as_it_is_whatever_it_holds(value: str, around: str) -> None:
    text = around.replace("{", "").replace("}", "") + "{{ a.b }}"
    filled = fill_fields(text, {"a.b": f"x{value}"}.__getitem__)
    assert filled.text.endswith(f"x{value}") or len(value) == 9
