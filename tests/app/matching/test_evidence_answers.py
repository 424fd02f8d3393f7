"""Certificates, insurances and policies on the days that count."""

from datetime import date

import pytest

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind
from app.domain.records import Fact, Policy
from app.domain.suggestions import GREEN, SourceKind
from app.matching.finding import pounds_in
from tests.samples.asking import ask, best, evidence

YN = Kind.YES_NO
HELD = "Do you hold ISO 9001 certification?"


def _iso(**members: object) -> Profile:
    return Profile(evidence=(evidence("certificate.iso_9001", title="ISO 9001:2015", **members),))


def test_a_certificate_in_date_answers_yes() -> None:
    offered = best(ask(HELD, YN), _iso())
    assert offered is not None
    assert offered.value is True
    assert offered.confidence >= GREEN
    assert offered.source.kind is SourceKind.EVIDENCE


def test_a_lapsed_certificate_answers_no_and_says_since_when() -> None:
    offered = best(ask(HELD, YN), _iso(ends=date(2026, 3, 1)))
    assert offered is not None
    assert offered.value is False
    assert "1 March 2026" in offered.source.why


def test_a_lapsed_certificate_asked_for_by_award_is_left_to_a_person() -> None:
    offered = best(ask("Will you hold ISO 9001 certification by contract award?", YN), _iso(ends=date(2026, 3, 1)))
    assert offered is None or offered.confidence < GREEN


def test_a_certificate_that_lapses_before_the_start_is_not_green() -> None:
    dates = ReferenceDates(date(2026, 11, 22), date(2027, 3, 1), date(2027, 9, 1))
    offered = best(ask(HELD, YN), _iso(ends=date(2027, 6, 30)), dates=dates)
    assert offered is not None
    assert offered.value is True
    assert offered.confidence < GREEN
    assert "1 September 2027" in offered.source.why


def test_a_certificate_that_begins_later_does_not_answer_yes_today() -> None:
    offered = best(ask(HELD, YN), _iso(starts=date(2027, 1, 1)))
    assert offered is not None
    assert offered.value is False


def test_no_record_is_no_answer_and_a_recorded_not_held_is_no() -> None:
    assert best(ask(HELD, YN), Profile()) is None
    offered = best(ask(HELD, YN), Profile(facts=(Fact("f", "certificate.iso_9001", None),)))
    assert offered is not None
    assert offered.value is False


def test_of_two_certificates_the_one_in_date_answers() -> None:
    old = evidence("certificate.iso_9001", number="OLD", ends=date(2024, 1, 1))
    new = evidence("certificate.iso_9001", number="NEW")
    offered = best(ask("ISO 9001 certificate number"), Profile(evidence=(old, new)))
    assert offered is not None
    assert offered.text == "NEW"


@pytest.mark.parametrize(
    ("label", "kind", "text"),
    [
        ("Public liability: insurer", Kind.TEXT, "Harbour Mutual"),
        ("Public liability policy number", Kind.TEXT, "PL-77"),
        ("Public liability expiry date", Kind.DATE, "30 June 2027"),
        ("Public liability level of cover (£)", Kind.MONEY, "£5,000,000"),
    ],
)
def test_the_details_of_a_policy_are_said(label: str, kind: Kind, text: str) -> None:
    cover = evidence("insurance.public_liability", issuer="Harbour Mutual", number="PL-77", cover=5_000_000)
    offered = best(ask(label, kind), Profile(evidence=(cover,)))
    assert offered is not None
    assert (offered.text, offered.confidence >= GREEN) == (text, True)


@pytest.mark.parametrize(("asked", "sure"), [("£5 million", True), ("£5,000,001", False), ("£10m", False)])
def test_cover_is_held_against_the_level_asked(asked: str, sure: bool) -> None:
    cover = evidence("insurance.public_liability", cover=5_000_000)
    offered = best(ask(f"Do you hold public liability insurance of at least {asked}?", YN), Profile(evidence=(cover,)))
    assert offered is not None
    assert (offered.value is True and offered.confidence >= GREEN) is sure


def test_too_little_cover_is_never_sure_even_where_a_promise_would_do() -> None:
    cover = evidence("insurance.public_liability", cover=1_000_000)
    text = "Do you have, or can you commit to obtain, public liability insurance of £10 million?"
    offered = best(ask(text, YN), Profile(evidence=(cover,)))
    assert offered is not None
    assert offered.confidence < GREEN
    assert "£10,000,000" in offered.source.why


def test_cyber_essentials_plus_suggests_cyber_essentials_but_not_for_sure() -> None:
    plus = Profile(evidence=(evidence("certificate.cyber_essentials_plus"),))
    offered = best(ask("Do you hold Cyber Essentials certification?", YN), plus)
    assert offered is not None
    assert (offered.value, offered.confidence < GREEN) == (True, True)


def test_where_words_are_asked_the_certificate_is_described() -> None:
    offered = best(ask("ISO 9001 certification"), _iso(issuer="Lighthouse Audits", number="Q1"))
    assert offered is not None
    assert offered.text == "Yes: ISO 9001:2015, issued by Lighthouse Audits, number Q1, valid until 30 June 2027"


def test_a_policy_answers_and_one_overdue_for_review_is_doubted() -> None:
    question = ask("Do you have a whistleblowing policy?", YN)
    fresh = Policy("p", "whistleblowing", "Whistleblowing policy", review_by=date(2027, 1, 1))
    stale = Policy("p", "whistleblowing", "Whistleblowing policy", review_by=date(2026, 1, 1))
    sure, doubted = best(question, Profile(policies=(fresh,))), best(question, Profile(policies=(stale,)))
    assert sure is not None
    assert doubted is not None
    assert (sure.value, sure.confidence >= GREEN) == (True, True)
    assert doubted.confidence < GREEN
    assert "1 January 2026" in doubted.source.why


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£5 million", 5e6),
        ("£2,000,000", 2e6),
        ("at least 10m of cover", 1e7),
        ("£250k", 250e3),
        ("five million", None),
    ],
)
def test_sums_of_money_are_read_from_words(text: str, pounds: float | None) -> None:
    assert pounds_in(text) == pounds


def test_a_bare_detail_under_the_heading_of_its_insurance_is_answered() -> None:
    cover = evidence("insurance.public_liability", issuer="Harbour Mutual", number="PL-77", cover=5_000_000)
    for label, text in (("Insurer", "Harbour Mutual"), ("Policy number", "PL-77"), ("Expiry date", "30 June 2027")):
        offered = best(ask(label, Kind.TEXT, "Insurance > Public liability insurance"), Profile(evidence=(cover,)))
        assert offered is not None, label
        assert (offered.text, offered.confidence >= GREEN) == (text, True)
        assert best(ask(label, Kind.TEXT, "Insurance"), Profile(evidence=(cover,))) is None


def test_a_yes_that_is_half_of_what_is_asked_is_left_to_a_person() -> None:
    known = Profile(evidence=(evidence("certificate.ico_registration", number="ZX1"),))
    half = ask("Are you registered with the ICO? Please give your registration number.", Kind.YES_NO)
    whole = ask("Are you registered with the ICO?", Kind.YES_NO)
    offered = [best(question, known) for question in (half, whole)]
    assert [one.band if one else None for one in offered] == ["amber", "green"]
