"""Erase a person: what the workspace says of them, now and in its journal (UK GDPR, article 17)."""

from pathlib import Path

from app.domain.records import TeamMember
from app.services.ports import Workspace


def erase_person(workspace: Workspace, person: TeamMember, by: str = "") -> tuple[Path, ...]:
    """Erase a person for good and give the backups that still hold them, which only the user can remove.

    The journal keeps that something was written and its hashes, not what. Undo ends there.
    """
    still_there = tuple(backup.path for backup in workspace.backups())
    with workspace.work("Erase a person", by) as work:
        work.erase(person.id)
    return still_there
