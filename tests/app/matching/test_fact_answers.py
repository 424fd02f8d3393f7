"""What facts say, in the form the place takes."""

from datetime import date

import pytest

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Limit, LimitUnit
from app.domain.records import Fact, Party, PartyRole
from app.domain.suggestions import GREEN
from app.domain.values import JsonValue
from tests.samples.asking import ADDRESS, ask, best, facts, form, greens, offers

T = Kind.TEXT


def _value(label: str, kind: Kind, key: str, value: JsonValue, section: str = "", **more: object) -> object:
    offered = best(ask(label, kind, section, **more), facts({key: value}))  # type: ignore[arg-type]
    return offered.value if offered and offered.confidence >= GREEN else None


def test_values_keep_their_form_where_the_place_takes_it() -> None:
    assert _value("Date of incorporation", Kind.DATE, "supplier.incorporated_on", "2014-03-17") == "2014-03-17"
    assert _value("Registered office", Kind.ADDRESS, "supplier.registered_address", ADDRESS) == ADDRESS
    assert _value("Number of employees", Kind.NUMBER, "workforce.headcount", 37) == 37
    assert _value("Are you an SME?", Kind.YES_NO, "supplier.is_sme", True) is True


def test_values_are_said_where_the_place_takes_words() -> None:
    assert _value("Date of incorporation", T, "supplier.incorporated_on", "2014-03-17") == "17 March 2014"
    assert (
        _value("Annual turnover", T, "finance.turnover", [{"year_end": "2026-03-31", "amount": 412000}]) == "£412,000"
    )
    assert _value("Trading names", T, "supplier.trading_names", ["Marram", "Dunes"]) == "Marram, Dunes"
    assert _value("Are you an SME?", T, "supplier.is_sme", False) == "No"


def test_the_year_and_the_parts_of_an_address_can_be_asked_alone() -> None:
    assert _value("Year established", Kind.NUMBER, "supplier.incorporated_on", "2014-03-17") == 2014
    rows = form(("Company name", T), ("Address line 1", T), ("Town", T), ("Postcode", T))
    profile = facts({"supplier.legal_name": "Marram Ltd", "supplier.registered_address": ADDRESS})
    assert greens(rows, profile) == ["Marram Ltd", "1 Quay Street", "Whitby", "YO21 1DH"]


@pytest.mark.parametrize(
    "label",
    ["Date company registration expires", "Tarikh Tamat Pendaftaran Syarikat", "Company registration valid until"],
)
def test_the_end_of_a_registration_is_neither_its_beginning_nor_a_name(label: str) -> None:
    known = facts({"supplier.incorporated_on": "2014-03-17", "supplier.legal_name": "Marram Ltd"})
    assert best(ask(label, T), known) is None


@pytest.mark.parametrize(
    ("options", "chosen"),
    [
        (["a) public limited company", "b) private limited company", "c) sole trader"], "b) private limited company"),
        (["PLC", "Limited company", "LLP", "Partnership"], "Limited company"),
        (["Public body", "Charity"], None),
    ],
)
def test_a_choice_is_made_in_the_buyers_words(options: list[str], chosen: str | None) -> None:
    key, form_ = "supplier.legal_form", "Private limited company"
    assert _value("Trading status", Kind.CHOICE, key, form_, options=options) == chosen


def test_a_number_finds_its_range() -> None:
    options = ["1-9", "10 to 49", "50 to 249", "250 or more"]
    assert _value("Number of employees", Kind.CHOICE, "workforce.headcount", 37, options=options) == "10 to 49"


def test_options_printed_in_the_question_are_enough_to_be_sure() -> None:
    text = "Trading status\na) public limited company\nb) private limited company\nc) sole trader"
    assert _value(text, Kind.CHOICE, "supplier.legal_form", "Private limited company") == "Private limited company"
    assert _value("Trading status", Kind.CHOICE, "supplier.legal_form", "Private limited company") is None


def test_what_does_not_apply_is_offered_in_words_and_never_sure() -> None:
    offered = best(ask("Charity number"), facts({"supplier.charity_number": None}))
    assert offered is not None
    assert offered.text == "Not applicable"
    assert offered.confidence < GREEN
    assert (
        best(ask("Do you have a parent company?", Kind.YES_NO), facts({"parent.immediate.name": None})).value is False
    )  # type: ignore[union-attr]


def test_two_periods_are_told_apart_by_their_heading_or_by_their_order() -> None:
    history = [{"period_ends": "2026-09-30", "value": 95}, {"period_ends": "2026-03-31", "value": 90}]
    profile = facts({"payment.share_within_30": history})
    latest = ask("Invoices paid within 30 days", Kind.PERCENT, "Most recent six months", row=1)
    earlier = ask("Invoices paid within 30 days", Kind.PERCENT, "Previous six months", row=2)
    assert [one[0].value for one in offers([latest, earlier], profile)] == [95, 90]
    twice = form(("Invoices paid within 30 days", Kind.PERCENT), ("Invoices paid within 30 days", Kind.PERCENT))
    assert [one[0].value for one in offers(twice, profile)] == [95, 90]


def test_a_single_number_answers_for_the_latest_period_only() -> None:
    question = ask("Invoices paid within 30 days", Kind.PERCENT, "Previous six months")
    assert best(question, facts({"payment.share_within_30": 95})) is None


def test_a_question_for_both_periods_is_answered_with_both_or_not_for_sure() -> None:
    text = "Give the average number of days taken to pay an invoice for each of the two previous six-month periods"
    history = [{"period_ends": "2026-09-30", "value": 19}, {"period_ends": "2026-03-31", "value": 24}]
    both = best(ask(text, Kind.TEXT), facts({"payment.average_days": history}))
    assert both is not None
    assert both.text == "30 September 2026: 19\n31 March 2026: 24"
    half = best(ask(text, Kind.NUMBER), facts({"payment.average_days": 19}))
    assert half is not None
    assert half.confidence < GREEN


def test_scope_1_is_of_the_year_that_was_named_before() -> None:
    rows = form(
        ("Baseline year", Kind.NUMBER),
        ("Scope 1 emissions", Kind.NUMBER),
        ("Current reporting year", Kind.NUMBER),
        ("Scope 1 emissions", Kind.NUMBER),
    )
    values: dict[str, JsonValue] = {"carbon.baseline_scope_1": 48.5, "carbon.reporting_scope_1": 22}
    assert greens(rows, facts(values)) == [None, "48.5", None, "22"]
    assert offers(ask("Scope 1 emissions", Kind.NUMBER), facts(values)) == [()]


def test_a_fact_that_changes_before_the_start_is_doubted() -> None:
    until, since = date(2026, 12, 31), date(2027, 1, 1)
    profile = Profile(
        facts=(
            Fact("old", "supplier.website", "https://old.example", valid_until=until),
            Fact("new", "supplier.website", "https://new.example", valid_from=since),
        )
    )
    dates = ReferenceDates(date(2026, 11, 22), date(2026, 12, 1), date(2027, 2, 1))
    offered = best(ask("Website"), profile, dates=dates)
    assert offered is not None
    assert (offered.text, offered.confidence < GREEN) == ("https://old.example", True)
    assert "1 February 2027" in offered.source.why


def test_a_party_answers_with_its_own_facts_only() -> None:
    profile = Profile(
        facts=(Fact("1", "supplier.vat_number", "GB1"), Fact("2", "supplier.company_number", "99", party_id="p")),
        parties=(Party("p", "Dune Holdings Ltd", PartyRole.PARENT, "dune"),),
    )
    rows = form(("Company name", T), ("VAT number", T), ("Company number", T))
    offered = offers(rows, profile, party_id="p")
    assert [one[0].text if one else None for one in offered] == ["Dune Holdings Ltd", None, "99"]


def test_one_yes_among_several_grounds_answers_the_question_for_all() -> None:
    text = "Have you breached your obligations in the fields of environmental, social and labour law?"
    grounds: dict[str, JsonValue] = {
        f"exclusion.{name}_law": name == "social" for name in ("environmental", "social", "labour")
    }
    assert best(ask(text, Kind.YES_NO), facts(grounds)).value is True  # type: ignore[union-attr]
    del grounds["exclusion.social_law"]
    assert best(ask(text, Kind.YES_NO), facts(grounds)) is None


def test_size_answers_for_an_sme_that_does_not_say_so_itself() -> None:
    small: dict[str, JsonValue] = {
        "workforce.headcount": 37,
        "finance.turnover": [{"year_end": "2026-03-31", "amount": 4e6}],
    }
    question = ask("Are you a small or medium-sized enterprise?", Kind.YES_NO)
    offered = best(question, facts(small))
    assert offered is not None
    assert (offered.value, offered.confidence < GREEN) == (True, True)
    assert best(question, facts({"workforce.headcount": 400})).value is False  # type: ignore[union-attr]
    assert best(question, facts({"workforce.headcount": 37})) is None


def test_another_firms_turnover_is_not_ours() -> None:
    turnover: JsonValue = [{"year_end": "2026-03-31", "amount": 412000}]
    for heading in ("Guarantor", "Immediate parent company", "Sub-contractor details"):
        assert best(ask("Turnover", Kind.MONEY, heading), facts({"finance.turnover": turnover})) is None, heading


def test_more_words_around_a_label_make_it_another_question() -> None:
    for text in ("Discontinued operations (profit/loss)", "Turnover of staff", "Other income"):
        offered = best(ask(text, Kind.MONEY), facts({"finance.profit": 1000, "finance.turnover": [{"amount": 5}]}))
        assert offered is None or offered.confidence < GREEN, text


def test_people_become_rows_under_the_buyers_headings() -> None:
    people = [{"name": "Ann Field", "date_of_birth": "1980-05-03", "nationality": "British"}]
    question = ask("Names of directors", Kind.TABLE, columns=["Full name", "Date of birth", "Nationality"])
    offered = best(question, facts({"people.directors": people}))
    assert offered is not None
    assert offered.value == [{"Full name": "Ann Field", "Date of birth": "3 May 1980", "Nationality": "British"}]


def test_rows_are_not_made_for_headings_that_nobody_understands() -> None:
    question = ask("Names of directors", Kind.TABLE, columns=["Grade", "Rate", "Units"])
    assert best(question, facts({"people.directors": [{"name": "Ann Field"}]})) is None


def test_a_text_over_the_limit_is_offered_but_not_sure() -> None:
    limit = Limit(LimitUnit.WORDS, 3, "no more than 3 words")
    text = "Describe the arrangements you have in place to manage health and safety"
    offered = best(
        ask(text, Kind.LONG_TEXT, limit=limit), facts({"health_and_safety.arrangements": "We are very careful."})
    )
    assert offered is not None
    assert offered.confidence < GREEN


def test_yes_or_no_does_not_answer_what_asks_for_words() -> None:
    text = "Please describe any health and safety enforcement action against you"
    offered = best(ask(text, Kind.LONG_TEXT), facts({"health_and_safety.breaches": False}))
    assert offered is None or offered.confidence < GREEN


def test_parent_details_are_written_line_by_line() -> None:
    values: dict[str, JsonValue] = {"parent.immediate.name": "Dune Ltd", "parent.immediate.company_number": "07654321"}
    offered = best(ask("Details of immediate parent company", Kind.LONG_TEXT), facts(values))
    assert offered is not None
    assert offered.text == "Dune Ltd\nCompany number: 07654321"


def test_a_ratio_under_a_heading_for_pounds_is_not_written_as_a_sum() -> None:
    offered = best(ask("Current ratio", Kind.MONEY), facts({"finance.current_ratio": 2.1}))
    assert offered is not None
    assert offered.value == "2.1"
