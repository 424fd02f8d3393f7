"""The sample supplier: complete, consistent, plainly made up, and the files beside it as the builders make them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from app.domain.check_digits import vat_number_doubt
from app.domain.fact_values import value_problem
from app.interchange.fact_catalogue import load_catalogue
from tests.samples.sample_certificates import SAMPLE, certificates

PROFILE = json.loads((SAMPLE / "profile.json").read_text("utf-8"))
DEADLINE = date(2026, 12, 11)
"""The submission of the sample tender."""
START = date(2027, 4, 1)


def values() -> Iterator[tuple[str, Any]]:
    for key, fact in PROFILE["facts"].items():
        for one in fact if isinstance(fact, list) else [fact]:
            yield key, one["value"] if isinstance(one, dict) and "value" in one else one


def current(key: str) -> Any:
    fact = PROFILE["facts"][key]
    return (fact[0] if isinstance(fact, list) else fact)["value"]


def texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for one in thing.values():
            yield from texts(one)
    elif isinstance(thing, list):
        for one in thing:
            yield from texts(one)


def test_it_is_full_enough_to_show_what_the_program_does() -> None:
    counts = {
        part: len(PROFILE[part]) for part in ("facts", "evidence", "policies", "case_studies", "people", "answers")
    }
    assert counts["facts"] >= 80
    assert counts["evidence"] == 9
    assert (counts["policies"], counts["case_studies"], counts["people"]) == (8, 4, 5)
    assert counts["answers"] >= 60


def test_every_fact_is_in_the_catalogue_with_a_value_of_its_type() -> None:
    catalogue = load_catalogue()
    for key, value in values():
        assert key.startswith("custom.") or catalogue.get(key), key
        assert value_problem(value, catalogue.get(key)) is None, key


def test_one_fact_is_unknown_and_one_does_not_apply() -> None:
    assert "supplier.duns_number" not in PROFILE["facts"]
    assert PROFILE["facts"]["supplier.charity_number"] is None


def test_histories_do_not_overlap() -> None:
    histories = [fact for fact in PROFILE["facts"].values() if isinstance(fact, list)]
    assert histories
    for history in histories:
        for newer, older in pairwise(history):
            assert older["until"] < newer["from"]


def test_one_certificate_alone_lapses_before_the_contract_starts() -> None:
    lapsing = [item["kind"] for item in PROFILE["evidence"] if date.fromisoformat(item["ends"]) < START]
    assert lapsing == ["insurance.professional_indemnity"]


def test_no_policy_and_no_answer_is_overdue_when_the_sample_tender_is_due() -> None:
    for item in (*PROFILE["policies"], *PROFILE["answers"]):
        assert date.fromisoformat(item["review_by"]) > DEADLINE


def test_the_vat_number_has_valid_check_digits() -> None:
    assert vat_number_doubt(current("supplier.vat_number")) is None


def test_telephones_and_addresses_are_of_ranges_kept_for_fiction() -> None:
    everything = list(texts(PROFILE))
    for text in everything:
        for number in re.findall(r"\b0\d{4} ?\d{6}\b", text):
            assert number.startswith("01632 960")
        for address in re.findall(r"(?:https?://|@)[\w.-]+", text):
            assert address.endswith(".example"), address
    assert {item["postcode"][:2] for item in (current("supplier.registered_address"),)} == {"NX"}


@pytest.mark.parametrize("answer", PROFILE["answers"], ids=lambda answer: answer["id"])
def test_an_answer_is_as_long_as_buyers_ask_and_asked_in_several_wordings(answer: dict[str, Any]) -> None:
    long, short = answer["variants"]
    assert 80 <= long["words"] <= 250
    assert short["words"] < 80
    assert [len(one["text"].split()) for one in answer["variants"]] == [long["words"], short["words"]]
    assert 3 <= len(answer["questions"]) <= 5


def test_no_wording_asks_for_two_answers() -> None:
    wordings = [wording for answer in PROFILE["answers"] for wording in answer["questions"]]
    assert len(set(wordings)) == len(wordings)


def test_figures_are_the_same_in_facts_and_answers() -> None:
    told = " ".join(variant["text"] for answer in PROFILE["answers"] for variant in answer["variants"])
    staff = {int(number) for number in re.findall(r"\b(?:all|[Aa]ll of the) (\d+) staff", told)}
    assert staff == {current("workforce.headcount")}
    assert set(re.findall(r"net zero by (\d{4})", told)) == {str(current("carbon.net_zero_year"))}
    baseline = sum(current(f"carbon.baseline_scope_{scope}") for scope in (1, 2, 3))
    reported = sum(current(f"carbon.reporting_scope_{scope}") for scope in (1, 2, 3))
    assert f"{baseline:.1f} tonnes" in told
    assert f"{reported:.1f} tonnes" in told
    assert f"{100 * (1 - reported / baseline):.1f}%" in told
    assert f"profit before tax was £{current('finance.profit')[0]['amount']:,}" in told
    assert f"Net assets stood at £{current('finance.net_assets'):,}" in told
    newest = current("payment.share_within_30")[0]["value"]
    assert f"{newest}% of invoices within 30 days" in told


def test_contracts_are_told_alike_in_case_studies_and_answers() -> None:
    [experience] = [answer for answer in PROFILE["answers"] if answer["id"] == "relevant-experience"]
    told = experience["variants"][0]["text"]
    for case in PROFILE["case_studies"][:3]:
        assert case["customer"] in told
        assert f"£{case['value']:,}" in told
    assert PROFILE["case_studies"][3]["may_be_named"] is False


def test_people_named_in_answers_are_on_the_team() -> None:
    team = {person["name"] for person in PROFILE["people"]}
    assert {answer["owner"] for answer in PROFILE["answers"]} <= team
    assert current("signatory.name") in team
    assert current("contact.name") in team


def test_the_certificates_are_what_their_builder_makes() -> None:
    made = certificates()
    assert len(made) == 9
    for name, content in made.items():
        assert (SAMPLE / name).read_bytes() == content, name


def test_a_certificate_is_a_pdf_that_states_what_the_profile_says() -> None:
    from pypdf import PdfReader

    for item in PROFILE["evidence"]:
        [page] = PdfReader(SAMPLE / item["file"]).pages
        text = page.extract_text()
        assert item["number"] in text
        assert item["issuer"] in text
        assert "Sample document" in text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("health_and_safety.breaches", "One notice in 2022, complied with"),
        ("health_and_safety.breaches", False),
        ("payment.average_days", 17),
        ("payment.average_days", [{"period_ends": "2026-09-30", "value": 17}]),
        ("carbon.reporting_year", "2025-26"),
    ],
)
def test_a_fact_with_two_usual_forms_takes_either(key: str, value: Any) -> None:
    assert value_problem(value, load_catalogue().get(key)) is None


def test_a_fact_with_two_usual_forms_still_refuses_a_third() -> None:
    assert value_problem(17, load_catalogue().get("health_and_safety.breaches"))
