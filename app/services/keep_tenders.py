"""Keep tenders and the files their buyers issued."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import NotFound, SeveralFound
from app.domain.tenders import Tender, TenderFile
from app.services.ports import Workspace

LEAST_OF_ID = 4
"""Characters of an id that are enough to name a tender, where only one begins so."""


@dataclass(frozen=True, slots=True)
class BuyersFile:
    """A file as the buyer issued it."""

    name: str
    kind: str
    """What it is by its content: `docx`, `xlsx`, `pdf`, ..."""
    content: bytes


def add_tender(workspace: Workspace, tender: Tender, by: str = "") -> Tender:
    """Keep a new tender."""
    with workspace.work(f"Add tender {tender.title}", by) as work:
        return work.tenders.add(tender)


def list_tenders(workspace: Workspace) -> tuple[Tender, ...]:
    """List the tenders, the next deadline first and those without one at the end."""
    with workspace.work("List the tenders") as work:
        return tuple(sorted(work.tenders.all(), key=_deadline))


def find_tender(workspace: Workspace, name: str) -> Tender:
    """Find a tender by its id or the beginning of it, its reference or its title. Raises `NotFound`, `SeveralFound`."""
    with workspace.work("Find a tender") as work:
        return tender_named(work.tenders.all(), name)


def tender_named(tenders: Iterable[Tender], name: str) -> Tender:
    """Choose the tender of this name. Raises `NotFound`, `SeveralFound`."""
    called = name.strip().casefold()
    kept = tuple(tenders)
    for matching in (
        [one for one in kept if one.id == called],
        [one for one in kept if called and one.reference.casefold() == called],
        [one for one in kept if one.title.casefold() == called],
        [one for one in kept if len(called) >= LEAST_OF_ID and one.id.startswith(called)],
    ):
        if len(matching) == 1:
            return matching[0]
        if matching:
            raise SeveralFound("tender", name)
    raise NotFound("tender", name)


def files_of(workspace: Workspace, tender: Tender) -> tuple[TenderFile, ...]:
    """List the buyer's files of a tender."""
    with workspace.work("List the files") as work:
        return work.tender_files.where(tender_id=tender.id)


def add_buyers_file(workspace: Workspace, tender: Tender, file: BuyersFile, at: datetime, by: str = "") -> TenderFile:
    """Keep a buyer's file as it came; the same file is kept once in each tender."""
    digest = hashlib.sha256(file.content).hexdigest()
    with workspace.work(f"Add {file.name}", by) as work:
        same = work.tender_files.where(tender_id=tender.id, digest=digest)
        if same:
            return same[0]
        work.attachments.put(file.content)
        new = TenderFile(str(uuid.uuid4()), tender.id, name=file.name, digest=digest, kind=file.kind, added_at=at)
        return work.tender_files.add(new)


def _deadline(tender: Tender) -> tuple[bool, str]:
    return tender.submission is None, tender.submission.isoformat() if tender.submission else ""
