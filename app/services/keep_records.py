"""Keep what a supplier shows and reuses: evidence, policies, case studies, people, answers, tenders."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from app.domain.records import CaseStudy, Evidence, LibraryAnswer, Policy, Record, TeamMember
from app.domain.tenders import Tender
from app.services.ports import Records, UnitOfWork, Workspace
from app.services.read_content import read_content

R = TypeVar("R", bound=Record)
Attachable = TypeVar("Attachable", Evidence, Policy)
LARGEST_FILE = 50 * 1024 * 1024
"""Bytes of the largest file taken in as evidence; portals take less."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the user, to be kept with a record."""

    path: Path


def keep_record(workspace: Workspace, record: R, title: str, by: str, attach: Attachment | None = None) -> R:
    """Keep a record, new or changed, and with evidence or a policy its file.

    Raises `RecordChangedMeanwhile`, `FileMissing` or `FileUnreadable`.
    """
    content = read_content(attach.path, LARGEST_FILE) if attach else b""
    with workspace.work(f"Keep {title}", by) as unit:
        if attach and isinstance(record, Evidence | Policy):
            kept = replace(record, file=attach.path.name, attachment=unit.attachments.put(content))
            record = cast("R", kept)
        records = records_of(unit, type(record))
        return records.replace(record) if records.get(record.id) else records.add(record)


def remove_record(workspace: Workspace, record: Record, title: str, by: str) -> None:
    """Let a record go; undo brings it back."""
    with workspace.work(f"Remove {title}", by) as unit:
        records_of(unit, type(record)).remove(record.id)


def records_of(unit: UnitOfWork, kind: type[R]) -> Records[R]:
    """Give the records of a kind. A kind that is not kept here is a defect."""
    found = {
        Evidence: unit.evidence,
        Policy: unit.policies,
        CaseStudy: unit.case_studies,
        TeamMember: unit.people,
        LibraryAnswer: unit.answers,
        Tender: unit.tenders,
    }[kind]
    return cast("Records[R]", found)
