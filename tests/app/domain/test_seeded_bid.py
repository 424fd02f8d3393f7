import pytest

from app.domain.checks.every import findings_of
from app.domain.findings import Check, Finding
from tests.samples.seeded_bid import Seed, clean_bid, rows, seeded_bid
from tests.samples.seeds import SEEDS

MOST_FALSE_ALARMS = 1


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    return findings_of(seeded_bid(SEEDS))


def is_of(finding: Finding, seed: Seed) -> bool:
    places = {finding.where.id, *(one.id for one in finding.also)}
    return finding.check is seed.check and seed.where in places and seed.says in finding.why


def test_there_are_sixty_faults_of_every_kind() -> None:
    assert len(SEEDS) >= 60
    assert {seed.check for seed in SEEDS} == set(Check)
    assert len({(seed.check, seed.where, seed.says) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.check} {seed.where} {seed.says}")
def test_a_fault_is_found(seed: Seed, found: tuple[Finding, ...]) -> None:
    assert any(is_of(finding, seed) for finding in found)


def test_the_seeded_bid_shows_nothing_but_its_faults(found: tuple[Finding, ...]) -> None:
    others = [one for one in found if not any(is_of(one, seed) for seed in SEEDS)]
    assert len(others) <= MOST_FALSE_ALARMS, [(one.check, one.where.id, one.why) for one in others]


def test_the_clean_twin_raises_no_false_alarm() -> None:
    found = findings_of(clean_bid())
    assert len(rows()) >= 80
    assert len(found) <= MOST_FALSE_ALARMS, [(one.check, one.where.id, one.why) for one in found]
