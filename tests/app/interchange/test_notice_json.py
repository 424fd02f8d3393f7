import json
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import FileError
from app.domain.tenders import Regime
from app.interchange.notice_json import read_notices
from tests.samples.notices import OCID, release, with_criteria, write_notice


def _tender(path, made):
    (notice,) = read_notices(write_notice(path / "notice.json", made)).notices
    return notice.tender


def test_a_notice_becomes_a_tender_with_its_days(tmp_path):
    tender = _tender(tmp_path, release())
    assert (tender.title, tender.buyer, tender.reference) == ("Cleaning of classrooms", "Larkmead School", "LS/26/7")
    assert tender.submission == datetime(2026, 6, 12, 12)
    assert (tender.award, tender.start) == (date(2026, 7, 1), date(2026, 9, 1))
    assert tender.regime is Regime.PROCUREMENT_ACT_2023


def test_what_a_tender_has_no_member_for_is_kept_beside(tmp_path):
    notice = _tender(tmp_path, release()).extra["notice"]
    assert notice["ocid"] == OCID
    assert notice["value"] == {"amount": 120000, "currency": "GBP"}
    assert notice["deadlines"]["enquiries"].startswith("2026-06-01T17:00")


def test_lots_are_named_in_their_order(tmp_path):
    lots = [{"id": "2", "title": "Windows"}, {"id": "10", "title": "Lot 10 - Gyms"}, {"id": "1", "title": "Floors"}]
    assert _tender(tmp_path, release(lots=lots)).lots == ("Lot 1: Floors", "Lot 2: Windows", "Lot 10 - Gyms")


def test_one_lot_is_the_whole(tmp_path):
    assert _tender(tmp_path, release(lots=[{"id": "1", "title": "Cleaning of classrooms"}])).lots == ()


def test_weights_of_criteria_are_read_from_numbers_and_from_words(tmp_path):
    criteria = [
        {"type": "quality", "name": "Method", "description": "50%"},
        {"type": "price", "description": "40"},
        {"type": "quality", "name": "Social value", "numbers": [{"number": 10, "weight": "percentageExact"}]},
        {
            "type": "quality",
            "name": "Order",
            "description": "Ranked",
            "numbers": [{"number": 1, "weight": "orderRank"}],
        },
    ]
    lots = [{"id": "1", "title": "All", "awardCriteria": {"criteria": criteria}}]
    (lot,) = _tender(tmp_path, release(lots=lots)).extra["notice"]["lots"]
    assert [(one["name"], one.get("weight"), one.get("text")) for one in lot["criteria"]] == [
        ("Method", 50.0, None),
        ("price", 40.0, None),
        ("Social value", 10.0, None),
        ("Order", None, "Ranked"),
    ]


@pytest.mark.parametrize(
    ("members", "ocid", "regime"),
    [
        ({"legalBasis": {"id": "32014L0024"}}, OCID, Regime.PUBLIC_CONTRACTS_REGULATIONS_2015),
        ({"legalBasis": {"id": "32014L0024"}}, "ocds-r6ebe6-0000000001", Regime.SCOTLAND),
        ({"legalBasis": {"id": "32014L0025"}}, OCID, Regime.OTHER),
        ({"legalBasis": None}, OCID, Regime.PROCUREMENT_ACT_2023),
    ],
)
def test_the_law_is_told_by_the_legal_basis(tmp_path, members, ocid, regime):
    assert _tender(tmp_path, release(ocid, **members)).regime is regime


def test_without_a_legal_basis_the_day_tells_the_law(tmp_path):
    made = release(legalBasis=None) | {"date": "2024-11-30T00:00:00Z"}
    assert _tender(tmp_path, made).regime is Regime.PUBLIC_CONTRACTS_REGULATIONS_2015


def test_what_began_before_the_act_runs_on_under_the_older_law(tmp_path):
    made = release(legalBasis=None, tenderPeriod={"endDate": "2025-01-27T12:00:00Z"}) | {"date": "2025-03-11T00:00:00Z"}
    assert _tender(tmp_path, made).regime is Regime.PUBLIC_CONTRACTS_REGULATIONS_2015


def test_a_reference_made_from_the_procurement_gives_way_to_it(tmp_path):
    assert _tender(tmp_path, release(id=f"{OCID}-tender-1")).reference == OCID


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-06-12T12:00:00Z", datetime(2026, 6, 12, 12)),
        ("2026-06-12", datetime(2026, 6, 12, 12)),
        ("soon", None),
        (7, None),
    ],
)
def test_a_deadline_is_taken_as_the_clock_shows_it(tmp_path, written, read):
    assert _tender(tmp_path, release(tenderPeriod={"endDate": written})).submission == read


def test_where_only_interest_is_asked_for_its_day_is_the_deadline(tmp_path):
    made = release(tenderPeriod=None, expressionOfInterestDeadline="2026-05-20T12:00:00+01:00")
    assert _tender(tmp_path, made).submission == datetime(2026, 5, 20, 12)


def test_a_buyer_may_be_named_among_the_parties_only(tmp_path):
    made = release() | {"buyer": None, "parties": [{"name": "Larkmead Trust", "roles": ["buyer"]}]}
    assert _tender(tmp_path, made).buyer == "Larkmead Trust"


def test_only_a_notice_that_asks_something_is_a_file_of_its_tender(tmp_path):
    asking = with_criteria({"type": "technical", "description": "Two references of schools"})
    (silent,) = read_notices(write_notice(tmp_path / "a.json", release())).notices
    (speaking,) = read_notices(write_notice(tmp_path / "b.json", asking)).notices
    assert silent.content == b""
    assert json.loads(speaking.content) == asking


_NAMES = ("lots", "value", "amount", "criteria", "awardCriteria", "numbers", "weight", "endDate", "title", "id")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    tender=_JSON,
    members=st.dictionaries(
        st.sampled_from(("lots", "selectionCriteria", "tenderPeriod", "value", "legalBasis", "documents")), _JSON
    ),
)
def test_any_members_are_read_or_refused(tmp_path, tender, members):
    for made in (release() | {"tender": tender}, release(**members)):
        with suppress(FileError):
            assert read_notices(write_notice(tmp_path / "a.json", made)).notices
