from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import NotFound, SeveralFound
from app.domain.tenders import Tender
from app.services.keep_tenders import BuyersFile, add_buyers_file, add_tender, files_of, list_tenders, tender_named
from tests.samples.workspaces import NOW, new_workspace

GROUNDS = Tender("aaaa1111-0000", title="Grounds", reference="EX/1", submission=datetime(2026, 12, 1, 12))
CLEANING = Tender("aaaa2222-0000", title="Cleaning", reference="EX/2")


@pytest.mark.parametrize("name", ["aaaa1111-0000", "AAAA1111", "ex/1", "  grounds "])
def test_a_tender_is_known_by_id_reference_and_title(name: str) -> None:
    assert tender_named([GROUNDS, CLEANING], name) is GROUNDS


@pytest.mark.parametrize("name", ["", " ", "aaa", "EX", "Ground"])
def test_a_name_that_fits_nothing_finds_nothing(name: str) -> None:
    with pytest.raises(NotFound):
        tender_named([GROUNDS, CLEANING], name)


def test_a_name_that_fits_two_chooses_none() -> None:
    with pytest.raises(SeveralFound):
        tender_named([GROUNDS, CLEANING], "aaaa")


def test_the_next_deadline_comes_first(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    add_tender(workspace, CLEANING)
    add_tender(workspace, GROUNDS)
    assert list_tenders(workspace) == (GROUNDS, CLEANING)
    workspace.close()


def test_a_buyers_file_is_kept_once_in_each_tender(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path)
    add_tender(workspace, GROUNDS)
    add_tender(workspace, CLEANING)
    file = BuyersFile("ITT.docx", "docx", b"the very bytes")
    first = add_buyers_file(workspace, GROUNDS, file, NOW)
    assert add_buyers_file(workspace, GROUNDS, file, NOW) == first
    other = add_buyers_file(workspace, CLEANING, file, NOW)
    assert (files_of(workspace, GROUNDS), files_of(workspace, CLEANING)) == ((first,), (other,))
    with workspace.work("Look") as work:
        assert work.attachments.read(first.digest) == file.content
    workspace.close()
