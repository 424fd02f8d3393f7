from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.incoming import Taken
from app.interchange.notice_json import read_notices
from app.services.import_notice import import_notices
from app.services.keep_tenders import files_of, list_tenders
from tests.samples.notices import OCID, release, with_criteria, write_notice
from tests.samples.workspaces import NOW, new_workspace

_ASKING = {"type": "technical", "description": "Two references of schools"}


@pytest.fixture
def take(tmp_path):
    """Import releases as one file into a workspace, and give what was done with the workspace."""
    workspace = new_workspace(tmp_path)

    def run(*releases):
        incoming = read_notices(write_notice(tmp_path / "notice.json", *releases))
        return import_notices(workspace, incoming, NOW), workspace

    yield run
    workspace.close()


def test_each_procurement_of_a_file_is_added_once(take):
    taken, workspace = take(release("ocds-z-1"), release("ocds-z-2"), release("ocds-z-1"))
    assert taken == Taken(added=2)
    assert len(list_tenders(workspace)) == 2


def test_the_same_notice_again_changes_nothing(take):
    _, workspace = take(with_criteria(_ASKING))
    before = list_tenders(workspace)
    taken, _ = take(with_criteria(_ASKING))
    assert taken == Taken(unchanged=1)
    assert list_tenders(workspace) == before
    assert len(files_of(workspace, before[0])) == 1


def test_a_newer_notice_updates_the_same_tender(take):
    _, workspace = take(release())
    (before,) = list_tenders(workspace)
    later = release(tenderPeriod={"endDate": "2026-06-26T12:00:00+01:00"}) | {"date": "2026-06-01T09:00:00+01:00"}
    taken, _ = take(later)
    (after,) = list_tenders(workspace)
    assert taken == Taken(changed=1)
    assert (after.id, after.submission) == (before.id, datetime(2026, 6, 26, 12))


def test_an_older_notice_changes_nothing(take):
    _, workspace = take(release())
    taken, _ = take(release(title="Draft") | {"date": "2026-01-01T00:00:00Z"})
    assert taken == Taken(unchanged=1)
    assert list_tenders(workspace)[0].title == "Cleaning of classrooms"


def test_a_correction_by_hand_stays_until_the_notice_says_otherwise(take):
    _, workspace = take(release())
    with workspace.work("Correct") as work:
        (kept,) = work.tenders.all()
        work.tenders.replace(replace(kept, title="Our cleaning bid", lots=("Lot 2",)))
    take(release(description="Said at more length") | {"date": "2026-05-02T09:00:00Z"})
    (corrected,) = list_tenders(workspace)
    assert (corrected.title, corrected.lots) == ("Our cleaning bid", ("Lot 2",))
    assert corrected.extra["notice"]["description"] == "Said at more length"
    take(release(title="Cleaning, amended") | {"date": "2026-05-03T09:00:00Z"})
    assert list_tenders(workspace)[0].title == "Cleaning, amended"


def test_an_award_notice_leaves_what_it_does_not_repeat(take):
    _, workspace = take(release())
    take({"ocid": OCID, "id": "2", "date": "2026-08-01T00:00:00Z", "tender": {"title": "Cleaning of classrooms"}})
    (tender,) = list_tenders(workspace)
    assert tender.submission == datetime(2026, 6, 12, 12)
    assert tender.extra["notice"]["value"] == {"amount": 120000, "currency": "GBP"}


def test_what_a_notice_asks_is_kept_as_a_file_of_its_tender(take):
    _, workspace = take(with_criteria(_ASKING))
    (tender,) = list_tenders(workspace)
    (file,) = files_of(workspace, tender)
    assert (file.name, file.kind) == (f"Notice {OCID}.json", "json")


def test_what_a_newer_notice_asks_takes_the_place_of_what_was_asked_before(take):
    _, workspace = take(with_criteria(_ASKING))
    (before,) = files_of(workspace, list_tenders(workspace)[0])
    more = with_criteria(_ASKING, {"type": "suitability", "description": "Membership of a trade body"})
    take(more | {"date": "2026-06-01T00:00:00Z"})
    (after,) = files_of(workspace, list_tenders(workspace)[0])
    assert after.name == before.name
    assert after.digest != before.digest


def test_a_notice_that_asks_nothing_leaves_no_file(take):
    _, workspace = take(release())
    assert files_of(workspace, list_tenders(workspace)[0]) == ()


def test_other_members_kept_beside_a_tender_survive(take):
    _, workspace = take(release())
    with workspace.work("Note") as work:
        (kept,) = work.tenders.all()
        work.tenders.replace(replace(kept, extra={**kept.extra, "overrides": ["f-1"]}))
    take(release(title="Cleaning, amended") | {"date": "2026-06-01T00:00:00Z"})
    assert list_tenders(workspace)[0].extra["overrides"] == ["f-1"]
