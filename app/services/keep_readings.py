"""Keep a buyer's file in the workspace as it came, together with what was read from it."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.domain.corrections import corrected
from app.domain.errors import FileUnreadable
from app.domain.questionnaire import Questionnaire
from app.domain.tenders import TenderFile
from app.services.correct_reading import corrections_of
from app.services.ports import Ports, UnitOfWork, Workspace
from app.services.read_content import read_content

READING = "reading"
"""Member of a tender file's `extra`: the attachment that holds its questionnaire as JSON."""


def keep_buyers_file(
    workspace: Workspace, ports: Ports, tender_id: str, path: Path, questionnaire: Questionnaire, by: str
) -> TenderFile:
    """Take a buyer's file that has been read into a tender; the same file a second time is kept once.

    Raises `FileMissing`, or `FileUnreadable` where the file is no longer the one that was read.
    """
    content = read_content(path)
    if hashlib.sha256(content).hexdigest() != questionnaire.digest:
        raise FileUnreadable(path, "was changed while it was read", "Save it and drop it again.")
    with workspace.work(f"Take in {path.name}", by) as unit:
        held = unit.tender_files.where(tender_id=tender_id, digest=questionnaire.digest)
        if held:
            return unit.tender_files.replace(_with_reading(held[0], _put(unit, ports, questionnaire)))
        unit.attachments.put(content)
        file = _file(tender_id, path.name, questionnaire, ports.now())
        return unit.tender_files.add(_with_reading(file, _put(unit, ports, questionnaire)))


def keep_reading(
    workspace: Workspace, ports: Ports, file_id: str, questionnaire: Questionnaire, by: str
) -> TenderFile | None:
    """Keep what was read from a file that is in the workspace already; None where the file is gone."""
    with workspace.work(f"Read {questionnaire.file_name}", by) as unit:
        file = unit.tender_files.get(file_id)
        return unit.tender_files.replace(_with_reading(file, _put(unit, ports, questionnaire))) if file else None


def load_reading(unit: UnitOfWork, ports: Ports, file: TenderFile) -> Questionnaire | None:
    """Give what was read from a file, as it was put right; None where it has not been read since it was taken in."""
    plain = load_plain_reading(unit, ports, file)
    return corrected(plain, corrections_of(file, ports)) if plain else None


def load_plain_reading(unit: UnitOfWork, ports: Ports, file: TenderFile) -> Questionnaire | None:
    """Give what the program itself read from a file."""
    digest = file.extra.get(READING)
    if not isinstance(digest, str) or digest not in unit.attachments:
        return None
    return ports.load_questionnaire(json.loads(unit.attachments.read(digest)))


def _put(unit: UnitOfWork, ports: Ports, questionnaire: Questionnaire) -> str:
    document = ports.dump_questionnaire(questionnaire)
    return unit.attachments.put(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())


def _with_reading(file: TenderFile, digest: str) -> TenderFile:
    return replace(file, extra={**file.extra, READING: digest})


def _file(tender_id: str, name: str, questionnaire: Questionnaire, now: datetime) -> TenderFile:
    return TenderFile(
        id=str(uuid4()),
        tender_id=tender_id,
        name=name,
        digest=questionnaire.digest,
        kind=questionnaire.file_kind,
        added_at=now,
    )
