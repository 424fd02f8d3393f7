import pytest

from app.domain.values import JsonValue, essence

ADDRESS = {"street": "4 Quay Street", "locality": "Northport", "postcode": "NX1 4QS"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Willowbrook  LTD", "willowbrook Ltd"),
        (34.0, 34),
        (ADDRESS, dict(reversed(ADDRESS.items()))),
        (ADDRESS, {**ADDRESS, "postcode": "nx14qs"}),
        ({"name": "Ash Rowan"}, {"name": "Ash Rowan", "date_of_birth": "1980-01-02"}),
        (["gas", "Water"], ["water", "gas"]),
        (None, None),
    ],
)
def test_values_that_say_the_same(one: JsonValue, other: JsonValue) -> None:
    assert essence(one) == essence(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Willowbrook Ltd", "Willow Ltd"),
        (34, 35),
        (34, "34"),
        (ADDRESS, {**ADDRESS, "locality": "Southport"}),
        (ADDRESS, {"street": "4 Quay Street", "locality": "NX1 4QS", "postcode": "Northport"}),
        ({"name": "Ash Rowan"}, {"name": "Elm Birch"}),
        (["gas"], ["gas", "water"]),
        (None, ""),
    ],
)
def test_values_that_differ(one: JsonValue, other: JsonValue) -> None:
    assert essence(one) != essence(other)
