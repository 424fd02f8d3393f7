"""Details of certificates and insurances, in whatever order the buyer puts the words."""

import pytest

from app.domain.profile import Profile
from app.domain.questionnaire import Kind
from tests.samples.asking import ask, best, evidence, form, greens

T, YN = Kind.TEXT, Kind.YES_NO
PROFILE = Profile(
    evidence=(
        evidence("insurance.public_liability", issuer="Dune Mutual", number="PL-1", cover=5_000_000),
        evidence("certificate.cyber_essentials", issuer="Tide Marks", number="CE-1"),
        evidence("certificate.cyber_essentials_plus", issuer="Tide Marks", number="CEP-2"),
    )
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Public liability – name of insurer", "Dune Mutual"),
        ("Insurer (public liability)", "Dune Mutual"),
        ("Policy ref for public liability insurance", "PL-1"),
        ("Expiry date of your public and products liability policy", "30 June 2027"),
        ("Cyber Essentials Plus certificate ref", "CEP-2"),
        ("Certificate reference, Cyber Essentials", "CE-1"),
    ],
)
def test_a_detail_is_known_by_its_own_words(text: str, answer: str) -> None:
    offered = best(ask(text), PROFILE)
    assert offered is not None
    assert (offered.text, offered.band) == (answer, "green")


def test_what_asks_for_two_details_or_for_more_is_left_to_a_person() -> None:
    for text in (
        "Public liability insurer and policy number",
        "Public liability excess",
        "Public liability claims ref",
    ):
        offered = best(ask(text), PROFILE)
        assert offered is None or offered.band != "green", text


def test_a_detail_below_its_certificate_is_that_certificates() -> None:
    rows = form(("Do you hold Cyber Essentials Plus?", YN), ("If yes, certificate number", T), ("Certifying body", T))
    assert greens(rows, PROFILE) == ["Yes", "CEP-2", "Tide Marks"]


def test_a_sub_contractors_certificate_is_not_ours() -> None:
    assert best(ask("Cyber Essentials certificate ref", section="Sub-contractor details"), PROFILE) is None
