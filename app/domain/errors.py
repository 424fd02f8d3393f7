"""Every failure a user can meet, as a small class that carries facts. `app/wording.py` makes the sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.holder import Holder


class BidfolioError(Exception):
    """Something the user can act on; anything else is a defect."""


class FileError(BidfolioError):
    """A file cannot be read or written, or its kind is not supported: exit status 3."""


class WorkspaceError(BidfolioError):
    """The workspace is locked, damaged, newer, or the passphrase is wrong: exit status 4."""


class UsageError(BidfolioError):
    """The command or its arguments do not fit: exit status 2."""


@dataclass(eq=False)
class FileMissing(FileError):
    """There is no such file."""

    path: Path


@dataclass(eq=False)
class FileUnreadable(FileError):
    """The file is there, and what it holds cannot be used."""

    path: Path
    reason: str
    """The rest of a sentence that begins with the file's name: "is damaged: its end is missing"."""
    remedy: str
    """One sentence that says what to do."""


@dataclass(eq=False)
class KindUnsupported(FileError):
    """This kind of file cannot be read."""

    path: Path
    kind: str
    remedy: str
    converts_to: str = ""
    """The ending of the kind that LibreOffice makes of it and that can be read; empty where there is none."""
    office_is_here: bool = False
    """Whether LibreOffice is on this machine to do it."""


@dataclass(eq=False)
class FileUnwritable(FileError):
    """The target cannot be written: no room, no right, held open by another program."""

    path: Path
    reason: str
    remedy: str


@dataclass(eq=False)
class TemplateRefused(FileError):
    """A template cannot be used: a wrong tag, or one that reaches beyond its data."""

    path: Path
    reason: str
    """The rest of a sentence that begins with the template's name."""
    remedy: str


class RenderingLimit(StrEnum):
    """What a rendering may use no more of."""

    PROCESSOR = "processor"
    TIME = "time"
    MEMORY = "memory"


@dataclass(eq=False)
class RenderingStopped(FileError):
    """A template used more than a document needs, and was stopped."""

    path: Path
    limit: RenderingLimit
    most: int
    """Seconds, or MiB of memory."""


@dataclass(eq=False)
class RenderingFailed(FileError):
    """A defect of the program came to light while a template was rendered."""

    path: Path
    where: str
    """The type of the error and its place, or the signal that ended the process; nothing of what was rendered."""


@dataclass(eq=False)
class NamesUnknown(BidfolioError):
    """A template uses names that there are not."""

    path: Path
    names: Mapping[str, str]
    """Each with the nearest name that there is, or nothing."""


@dataclass(eq=False)
class FactsMissing(BidfolioError):
    """A document needs facts that nobody has entered."""

    path: Path
    facts: tuple[str, ...]
    """What each is called."""


@dataclass(eq=False)
class BidNotReady(BidfolioError):
    """The check found what stops the bid."""

    tender: str
    reasons: tuple[str, ...]


@dataclass(eq=False)
class NothingToPack(BidfolioError):
    """A tender has no approved answer and no document."""

    tender: str


@dataclass(eq=False)
class NameRuleUnknown(UsageError):
    """A rule for names uses a part that there is not."""

    pattern: str


@dataclass(eq=False)
class PackFileTooLarge(BidfolioError):
    """One file is larger than the buyer takes."""

    name: str
    size: int
    """Bytes."""
    most: int


@dataclass(eq=False)
class TargetExists(UsageError):
    """The target is there already and nobody asked to replace it."""

    path: Path


@dataclass(eq=False)
class TargetIsWorkspace(UsageError):
    """What a command writes would stand in the place of the workspace."""

    path: Path


@dataclass(eq=False)
class TargetIsSource(UsageError):
    """The buyer's own file is never written to."""

    path: Path


@dataclass(eq=False)
class NothingToConvert(UsageError):
    """The file can be read as it is."""

    path: Path


@dataclass(eq=False)
class NotFound(UsageError):
    """What the user named is not in the workspace or in the file."""

    what: str
    name: str


@dataclass(eq=False)
class WorkspaceMissing(WorkspaceError):
    """There is no workspace at this path."""

    path: Path


class WorkspaceGone(WorkspaceMissing):
    """It was open and is there no more: its drive or folder was taken away."""


@dataclass(eq=False)
class WrongPassphrase(WorkspaceError):
    """The key does not open the workspace."""

    path: Path


@dataclass(eq=False)
class PassphraseMissing(WorkspaceError):
    """No passphrase was given and there is nobody to ask."""

    path: Path


@dataclass(eq=False)
class WorkspaceDamaged(WorkspaceError):
    """The file is no workspace, or bytes of it are wrong."""

    path: Path


@dataclass(eq=False)
class WorkspaceNewer(WorkspaceError):
    """A later release of the program made it."""

    path: Path


@dataclass(eq=False)
class WorkspaceInUse(WorkspaceError):
    """Another program holds it."""

    path: Path
    holder: str


@dataclass(eq=False)
class WorkspaceHeld(WorkspaceError):
    """Another person or another computer has it open."""

    path: Path
    holder: Holder
    lock: Path
    """The file that says so."""


@dataclass(eq=False)
class NoBackupOpens(WorkspaceError):
    """A damaged workspace for which no whole backup was found that the passphrase opens."""

    path: Path


@dataclass(eq=False)
class HistoryBroken(BidfolioError):
    """A change of the journal was altered behind the program's back: its hash does not fit."""

    path: Path
    number: int


@dataclass(eq=False)
class ProfileRefused(FileError):
    """A profile that holds a value of the wrong type: nothing of it was taken."""

    path: Path
    key: str
    reason: str


@dataclass(eq=False)
class RecordChangedMeanwhile(BidfolioError):
    """Somebody else wrote the record since it was read."""

    record_id: str


@dataclass(eq=False)
class FillUnproven(BidfolioError):
    """Reading the filled file back showed a change outside the answers: nothing was delivered."""

    path: Path
    places: tuple[str, ...]


@dataclass(eq=False)
class WorkRefused(BidfolioError):
    """A job in a process of its own refused, in a sentence of its own."""

    said: str


@dataclass(eq=False)
class WorkStopped(BidfolioError):
    """A job in a process of its own ended without a result."""

    reason: str
    """The rest of a sentence that begins "The work": "ran out of memory"."""


@dataclass(eq=False)
class WorkspaceExists(TargetExists):
    """There is a file at the place of a new workspace: one is never written over."""


@dataclass(eq=False)
class PassphraseEmpty(UsageError):
    """The passphrase that was given for a workspace holds nothing."""


@dataclass(eq=False)
class PassphraseFileUnreadable(FileError):
    """The file that should hold the passphrase cannot be read."""

    path: Path


@dataclass(eq=False)
class PassphrasesDiffer(UsageError):
    """The new passphrase was typed twice, in two ways."""


@dataclass(eq=False)
class SeveralFound(UsageError):
    """What the user named is in the workspace more than once."""

    what: str
    name: str


@dataclass(eq=False)
class AnswersUnreadable(FileError):
    """A file of answers that is no JSON object of question ids."""

    path: Path


@dataclass(eq=False)
class WorkspaceNotGiven(UsageError):
    """Neither a workspace nor answers were named."""


class NoScreen(BidfolioError):
    """There is no screen for a window."""


@dataclass(eq=False)
class WindowFailed(BidfolioError):
    """The window's program ended as soon as it was started."""

    status: int


class ReviewerNotGiven(UsageError):
    """Something is to be approved, and nobody says in whose name."""


class TenderNotGiven(UsageError):
    """What was asked for belongs to a tender, and none was named."""


class ReasonNotGiven(UsageError):
    """A finding is to be overridden, and nobody says why."""


class OverrideOutsideTender(UsageError):
    """A finding is to be overridden, and there is no tender in which to keep it."""


class OfficeMissing(BidfolioError):
    """LibreOffice is not on this machine."""


@dataclass(eq=False)
class ConversionFailed(FileError):
    """LibreOffice or PDFium could make nothing of a file."""

    path: Path
    reason: str
    """The rest of a sentence that begins with the file's name."""
