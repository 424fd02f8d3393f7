"""Keeping evidence with its file, and the other records of a supplier."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import FileMissing
from app.domain.records import Evidence, TeamMember
from app.services.keep_records import Attachment, keep_record, remove_record
from tests.samples.workspace_in_memory import MemoryWorkspace


def test_a_record_is_added_once_and_then_replaced() -> None:
    workspace = MemoryWorkspace()
    kept = keep_record(workspace, TeamMember("p1", "Ann Field"), "Ann Field", "me")
    keep_record(workspace, replace(kept, role="Director"), "Ann Field", "me")
    assert [(one.name, one.role) for one in workspace.unit.people.all()] == [("Ann Field", "Director")]


def test_a_file_is_kept_with_its_evidence(tmp_path: Path) -> None:
    workspace = MemoryWorkspace()
    certificate = tmp_path / "Employers liability.pdf"
    certificate.write_bytes(b"%PDF-1.7 certificate")
    kept = keep_record(workspace, Evidence("e1", "insurance.cyber"), "Cyber", "me", Attachment(certificate))
    assert kept.file == "Employers liability.pdf"
    assert workspace.unit.attachments.read(kept.attachment or "") == b"%PDF-1.7 certificate"


def test_a_missing_file_changes_nothing(tmp_path: Path) -> None:
    workspace = MemoryWorkspace()
    with pytest.raises(FileMissing):
        keep_record(workspace, Evidence("e1", "insurance.cyber"), "Cyber", "me", Attachment(tmp_path / "gone.pdf"))
    assert workspace.unit.evidence.all() == ()


def test_a_removed_record_comes_back_by_undo() -> None:
    workspace = MemoryWorkspace()
    kept = keep_record(workspace, TeamMember("p1", "Ann Field"), "Ann Field", "me")
    remove_record(workspace, kept, "Ann Field", "me")
    assert workspace.unit.people.all() == ()
    workspace.unit.undo(workspace.unit.journal.recent(1)[0].group)
    assert [one.name for one in workspace.unit.people.all()] == ["Ann Field"]
