"""Evidence that the bank does not know is asked for by its own name."""

import pytest

from app.domain.profile import Profile
from app.domain.questionnaire import Kind
from tests.samples.asking import ask, best, evidence

PROFILE = Profile(
    evidence=(
        evidence("certificate.iso_20000", title="ISO/IEC 20000-1:2018", number="SM-7", issuer="Tide Marks"),
        evidence("certificate.fors_silver", title="FORS Silver", number="F-1"),
        evidence("insurance.contractors_all_risks", title="Contractors’ all risks", number="CAR-2", cover=1_000_000),
        evidence("certificate.other", title="Other"),
    )
)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Do you hold ISO 20000?", Kind.YES_NO, True),
        ("ISO 20000 certificate number", Kind.TEXT, "SM-7"),
        ("FORS Silver", Kind.YES_NO, True),
        ("Is your organisation certified to FORS Silver?", Kind.YES_NO, True),
        ("Contractors all risks – policy number", Kind.TEXT, "CAR-2"),
    ],
)
def test_what_only_this_supplier_keeps_is_known_by_its_name(text: str, kind: Kind, value: object) -> None:
    offered = best(ask(text, kind), PROFILE)
    assert offered is not None
    assert (offered.value, offered.band) == (value, "green")


def test_a_name_that_fits_anything_names_nothing() -> None:
    for text in ("Any other certificate?", "Other", "Do you hold other insurance?"):
        offered = best(ask(text, Kind.YES_NO), PROFILE)
        assert offered is None or offered.source.title != "Other", text


def test_a_standard_one_digit_away_is_another() -> None:
    offered = best(ask("Do you hold ISO 22000?", Kind.YES_NO), PROFILE)
    assert offered is None or offered.band != "green"
