"""The history of a workspace: every change for an export, and whether its hashes hold."""

from collections.abc import Collection

from app.domain.changes import Change
from app.domain.errors import HistoryBroken
from app.services.ports import Workspace


def gather_history(workspace: Workspace, groups: Collection[str] | None = None) -> tuple[Change, ...]:
    """List every change, or those of some deeds, oldest first. Raises `HistoryBroken` where one was tampered with."""
    with workspace.work("Look") as work:
        broken = work.journal.first_broken()
        if broken is not None:
            raise HistoryBroken(workspace.path, broken)
        return tuple(change for change in work.journal.all() if groups is None or change.group in groups)
