from typing import Any

import pytest

from app.domain.catalogue import FactDefinition, FactType
from app.domain.fact_values import value_doubt, value_problem

FITTING: dict[FactType, list[Any]] = {
    FactType.TEXT: ["", "Willowbrook Ltd"],
    FactType.LONG_TEXT: ["a\nb"],
    FactType.YES_NO: [True, False],
    FactType.DATE: ["2026-11-22"],
    FactType.YEAR: [2050, 2050.0],
    FactType.INTEGER: [0, -3, 12.0],
    FactType.NUMBER: [1, 1.5],
    FactType.MONEY: [1_000_000, 9.99],
    FactType.PERCENT: [0, 99.5],
    FactType.EMAIL: ["a@example.org"],
    FactType.PHONE: ["01234 567890"],
    FactType.URL: ["https://example.org"],
    FactType.ADDRESS: [{}, {"street": "1 Mill Lane", "postcode": None, "planet": 3}],
    FactType.CHOICE: ["Small", "Other"],
    FactType.TEXT_LIST: [[], ["a"]],
    FactType.OBJECT_LIST: [[], [{"name": "A. Rowan"}]],
    FactType.EVIDENCE: [True, {"insurer": "Alder Mutual"}],
}
WRONG: dict[FactType, list[Any]] = {
    FactType.TEXT: [1, True, [], {}],
    FactType.LONG_TEXT: [1],
    FactType.YES_NO: [1, "yes", 0],
    FactType.DATE: ["22 November", 20261122, True],
    FactType.YEAR: ["2050", 1.5, True],
    FactType.INTEGER: ["1", 1.5, False, 1e400],
    FactType.NUMBER: ["1", True],
    FactType.MONEY: ["£1", {}],
    FactType.PERCENT: ["5%"],
    FactType.EMAIL: [1],
    FactType.PHONE: [441234567890],
    FactType.URL: [False],
    FactType.ADDRESS: ["1 Mill Lane", [], {"street": ["1"]}],
    FactType.CHOICE: [2],
    FactType.TEXT_LIST: ["a", [1], {}],
    FactType.OBJECT_LIST: [["a"], {}, "a"],
    FactType.EVIDENCE: ["yes", 1, []],
}


def _definition(kind: FactType, **more: Any) -> FactDefinition:
    return FactDefinition("a.key", "A label", kind, "basic", **more)


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in FITTING.items() for value in values])
def test_a_value_of_its_type_fits(kind: FactType, value: Any) -> None:
    assert value_problem(value, _definition(kind)) is None


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in WRONG.items() for value in values])
def test_a_value_of_another_type_is_told_why_it_does_not_fit(kind: FactType, value: Any) -> None:
    assert len(value_problem(value, _definition(kind)) or "") > 10


@pytest.mark.parametrize("kind", list(FactType))
def test_every_type_is_known_and_a_fact_may_always_not_apply(kind: FactType) -> None:
    assert kind in FITTING
    assert kind in WRONG
    assert value_problem(None, _definition(kind)) is None


@pytest.mark.parametrize("value", [1, "a", [1], {"a": None}, True])
def test_a_custom_fact_takes_anything(value: Any) -> None:
    assert value_problem(value, None) is None


def test_a_fact_with_members_takes_rows_of_them_too() -> None:
    share = _definition(FactType.PERCENT, members=("period_ends", "value"))
    assert value_problem([{"period_ends": "2026-09-30", "value": 99}], share) is None
    assert value_problem(99, share) is None
    assert value_problem([99], share)


def test_doubts_are_told_apart_from_problems() -> None:
    assert value_doubt("supplier.email", "no address", _definition(FactType.EMAIL))
    assert value_doubt("supplier.size_class", "Huge", _definition(FactType.CHOICE, choices=("Small", "Large")))
    assert value_doubt("supplier.size_class", "Small", _definition(FactType.CHOICE, choices=("Small", "Large"))) is None
    assert value_doubt("parent.ultimate.company_number", "12", None)
    assert value_doubt("supplier.vat_number", None, None) is None
