"""A workspace with one tender and one buyer's file in it."""

import json
from datetime import date, datetime

from app.domain.tenders import Tender, TenderFile
from app.interchange.questionnaire_json import questionnaire_to_json
from app.services.keep_readings import READING
from tests.samples.questionnaire_of_eight import CONTENT, DIGEST, QUESTIONNAIRE
from tests.samples.workspace_in_memory import MemoryWorkspace

TENDER = Tender(
    "tender-1",
    "Digital Housing Platform",
    "Northshire Council",
    "NC-2026-118",
    submission=datetime(2026, 12, 11, 12),
    award=date(2027, 1, 22),
    start=date(2027, 4, 1),
)


def workspace_with_tender(questionnaire: object = QUESTIONNAIRE) -> MemoryWorkspace:
    """Make it; without a questionnaire the file has not been read yet."""
    workspace = MemoryWorkspace()
    unit = workspace.unit
    unit.tenders.add(TENDER)
    unit.attachments.put(CONTENT)
    extra = {}
    if questionnaire is not None:
        document = questionnaire_to_json(questionnaire)  # type: ignore[arg-type]
        extra[READING] = unit.attachments.put(json.dumps(document).encode())
    unit.tender_files.add(
        TenderFile(
            "file-1", tender_id="tender-1", name="ITT questionnaire.docx", digest=DIGEST, kind="docx", extra=extra
        )
    )
    return workspace
