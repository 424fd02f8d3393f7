"""Gather what a workspace holds, to be written as open files."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from app.domain.outgoing import OutgoingProfile, OutgoingWorkspace
from app.domain.records import Evidence, Policy
from app.services.ports import UnitOfWork, Workspace

D = TypeVar("D", Evidence, Policy)

EVERY_CHANGE = 2**31


def gather_profile(workspace: Workspace) -> OutgoingProfile:
    """Read the profile with its files; of two different files of one name the second gets a number."""
    with workspace.work("Export the profile") as work:
        return _profile(work)


def gather_workspace(workspace: Workspace) -> OutgoingWorkspace:
    """Read everything: the profile, tenders with their files and responses, and the journal."""
    with workspace.work("Export everything") as work:
        files = work.tender_files.all()
        return OutgoingWorkspace(
            profile=_profile(work),
            tenders=work.tenders.all(),
            files=files,
            contents={one.digest: work.attachments.read(one.digest) for one in files if one.digest in work.attachments},
            responses=work.responses.all(),
            changes=work.journal.recent(EVERY_CHANGE),
        )


def _profile(work: UnitOfWork) -> OutgoingProfile:
    profile = work.profile()
    digests: dict[str, str] = {}
    evidence = tuple(_with_own_name(profile.evidence, digests))
    policies = tuple(_with_own_name(profile.policies, digests))
    attachments = {name: work.attachments.read(digest) for name, digest in digests.items()}
    return OutgoingProfile(replace(profile, evidence=evidence, policies=policies), attachments)


def _with_own_name(documents: Iterable[D], digests: dict[str, str]) -> Iterable[D]:
    """Give documents whose file names stand for one content each, and note them in `digests`."""
    for document in documents:
        digest = document.attachment
        if digest is None:
            yield document
            continue
        name, number = document.file or digest[:12], 1
        while digests.setdefault(name, digest) != digest:
            number += 1
            name = _numbered(document.file or digest[:12], number)
        yield replace(document, file=name)


def _numbered(name: str, number: int) -> str:
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
