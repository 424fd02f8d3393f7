"""Let a tender go, with its buyers' files and the answers to them."""

from app.domain.tenders import Tender
from app.services.ports import Workspace


def remove_tender(workspace: Workspace, tender: Tender, by: str) -> None:
    """Remove a tender and all that hangs on it, in one deed that undo takes back as a whole."""
    with workspace.work(f"Remove {tender.title}", by) as unit:
        for response in unit.responses.where(tender_id=tender.id):
            unit.responses.remove(response.id)
        for file in unit.tender_files.where(tender_id=tender.id):
            unit.tender_files.remove(file.id)
        unit.tenders.remove(tender.id)
