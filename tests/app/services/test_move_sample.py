"""The sample looks alike on any day: tenders due in days, evidence in date but for what is to lapse meanwhile."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.profile import Profile
from app.domain.tenders import Tender
from app.domain.working_days import is_working_day
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.profile_json import read_profile
from app.paths import RESOURCES
from app.services.move_sample import WRITTEN_ON, move_profile, move_tender, weeks_since_written
from app.services.run_demo import SAMPLE_TENDERS

DAYS = st.dates(date(2026, 1, 1), date(2060, 12, 31))


@pytest.fixture(scope="module")
def profile() -> Profile:
    return read_profile(RESOURCES / "sample" / "profile.json", load_catalogue()).profile


def _tenders(day: date) -> list[Tender]:
    written = [
        Tender("t", one.title, submission=one.submission, award=one.award, start=one.start) for one in SAMPLE_TENDERS
    ]
    return [move_tender(one, weeks_since_written(day)) for one in written]


def _lapsed(profile: Profile, day: date, at: date) -> list[str]:
    moved = move_profile(profile, weeks_since_written(day))
    return [one.kind for one in moved.evidence if one.ends is not None and one.ends < at]


@given(day=DAYS)
def test_on_any_day_the_tenders_are_due_in_days_and_on_working_days(day: date) -> None:
    ahead = sorted((one.submission.date() - day).days for one in _tenders(day) if one.submission)
    assert 1 <= ahead[0] <= 9
    assert 10 <= ahead[1] <= 23
    for one in _tenders(day):
        assert one.submission is not None
        assert one.award is not None
        assert one.start is not None
        assert one.submission.date() < one.award < one.start
        assert all(is_working_day(moved) for moved in (one.submission.date(), one.award, one.start))


@given(day=DAYS)
def test_on_any_day_all_evidence_is_in_date_and_one_insurance_lapses_before_the_contracts(
    profile: Profile, day: date
) -> None:
    first, second = sorted(one.submission.date() for one in _tenders(day) if one.submission)
    assert _lapsed(profile, day, first) == []
    assert _lapsed(profile, day, second) == ["insurance.professional_indemnity"]


@given(day=DAYS)
def test_nothing_was_approved_or_reviewed_after_the_day(profile: Profile, day: date) -> None:
    moved = move_profile(profile, weeks_since_written(day))
    done = [one.approved_on for one in moved.policies] + [one.reviewed_on for one in moved.answers]
    assert all(one is None or one <= day for one in done)


def test_on_its_own_day_and_in_its_own_week_nothing_moves(profile: Profile) -> None:
    for day in (WRITTEN_ON, WRITTEN_ON + timedelta(days=6)):
        assert move_profile(profile, weeks_since_written(day)) == profile
    written = [one.submission for one in SAMPLE_TENDERS]
    assert [one.submission for one in _tenders(WRITTEN_ON)] == written


def test_the_buyers_files_print_no_day_that_would_lapse() -> None:
    from tests.samples import sample_word_words, sample_workbook_words

    deadlines = [words for label, words in sample_word_words.COVER if label.endswith("by") or "starts" in label]
    assert not any(letter.isdigit() for words in (*deadlines, *sample_workbook_words.READ_ME[4:]) for letter in words)
