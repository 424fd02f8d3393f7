"""Build the compliance matrix of a tender."""

from app.domain.compliance import Requirement, requirements_of
from app.domain.tenders import Tender
from app.services.gather_bid import gather_tender
from app.services.ports import Ports, Workspace


def build_matrix(workspace: Workspace, ports: Ports, tender: Tender) -> tuple[Requirement, ...]:
    """List every requirement of the buyer's files, answered or not."""
    with workspace.work(f"Compliance matrix of {tender.title}") as unit:
        return tuple(requirements_of(gather_tender(unit, ports, tender)))
