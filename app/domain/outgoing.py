"""What leaves the workspace as open files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.changes import Change
from app.domain.profile import Profile
from app.domain.responses import Response
from app.domain.tenders import Tender, TenderFile


@dataclass(frozen=True, slots=True)
class OutgoingProfile:
    """A profile with the files its evidence and policies name."""

    profile: Profile
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    """By the name that the profile uses; every name stands for one file."""


@dataclass(frozen=True, slots=True)
class OutgoingWorkspace:
    """Everything a workspace holds."""

    profile: OutgoingProfile
    tenders: tuple[Tender, ...] = ()
    files: tuple[TenderFile, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """What the buyers' files hold, by SHA-256."""
    responses: tuple[Response, ...] = ()
    changes: tuple[Change, ...] = ()
