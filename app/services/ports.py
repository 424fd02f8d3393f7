"""What the services need of the world outside: the shapes the adapters fill."""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn, Protocol, TypeVar

from app.domain.backups import Backup, BackupContents
from app.domain.catalogue import Catalogue
from app.domain.changes import Change, Deed
from app.domain.corrections import Correction
from app.domain.dates import ReferenceDates
from app.domain.documents import DocumentData, Rendering, TemplateCard, TemplateLook
from app.domain.filling import FillReport
from app.domain.incoming import IncomingAnswers, IncomingBid, IncomingNotices, IncomingProfile
from app.domain.layout import Layout
from app.domain.outgoing import OutgoingProfile, OutgoingWorkspace
from app.domain.packs import PackFile
from app.domain.profile import Profile
from app.domain.questionnaire import Question, Questionnaire
from app.domain.records import (
    CaseStudy,
    Evidence,
    Fact,
    LibraryAnswer,
    Party,
    Policy,
    Record,
    TeamMember,
)
from app.domain.responses import Response
from app.domain.submission import OwnText
from app.domain.suggestions import Suggestion
from app.domain.tenders import Tender, TenderFile
from app.domain.values import JsonObject, JsonValue

R = TypeVar("R", bound=Record)


NO_VECTORS: Mapping[str, bytes] = MappingProxyType({})


class ReadQuestionnaire(Protocol):
    """Read a buyer's file, whatever its kind."""

    def __call__(self, path: Path) -> Questionnaire:
        """Find every question and its place.

        Raises `FileMissing`, `FileUnreadable` or `KindUnsupported`.
        """


class FillFile(Protocol):
    """Write answers into a copy of a buyer's file."""

    def __call__(
        self, source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], target: Path
    ) -> FillReport:
        """Write `answers` ({question id: value}) and prove that nothing else changed.

        `target` appears whole or not at all; an answer that cannot be written is left, with its reason.
        Raises `FillUnproven` where the proof fails, `FileUnwritable`, and what reading raises.
        """


class MatchQuestions(Protocol):
    """Find answers for questions."""

    def __call__(
        self,
        questions: Sequence[Question],
        profile: Profile,
        memory: Sequence[Response],
        party_id: str | None,
        dates: ReferenceDates,
        vectors: Mapping[str, bytes] = NO_VECTORS,
    ) -> Mapping[str, tuple[Suggestion, ...]]:
        """Give for each question id its suggestions, best first, at most ten; none where nothing fits.

        `vectors` are what the model made of kept answers: without them answers are found by their words alone.
        """


class Records(Protocol[R]):
    """The records of one kind in an open unit of work."""

    def all(self) -> tuple[R, ...]:
        """List them in the order in which they were added."""

    def where(self, **members: str | None) -> tuple[R, ...]:
        """List those that hold just these values, e.g. `responses.where(file_digest=..., tender_id=None)`.

        Of a response the members of its key are named as if they were its own.
        """

    def get(self, record_id: str) -> R | None:
        """Find one by id."""

    def add(self, record: R) -> R:
        """Keep a new record."""

    def replace(self, record: R) -> R:
        """Keep another version; `record.version` is the one read. Raises `RecordChangedMeanwhile`."""

    def remove(self, record_id: str) -> None:
        """Let one go; the journal keeps what it was."""


class Journal(Protocol):
    """The changes of the workspace, oldest first."""

    def recent(self, count: int) -> tuple[Change, ...]:
        """List the last `count` changes."""

    def all(self) -> tuple[Change, ...]:
        """List every change."""

    def deeds(self) -> tuple[Deed, ...]:
        """List what was done, the last deed first, without what stood before and after."""

    def of(self, record_id: str) -> tuple[Change, ...]:
        """List every change of one record."""

    def group(self, group: str) -> tuple[Change, ...]:
        """List the changes of one deed."""

    def first_broken(self) -> int | None:
        """Verify the chain of hashes and give the number of the first row tampered with; None where it holds."""


class Attachments(Protocol):
    """Files kept inside the workspace, named by the SHA-256 of what they hold."""

    def put(self, content: bytes) -> str:
        """Keep `content` once, however often it is put, and give its SHA-256 in hexadecimal."""

    def read(self, digest: str) -> bytes:
        """Give back what was put."""

    def __contains__(self, digest: str) -> bool:
        """Tell whether a file is kept."""


class Vectors(Protocol):
    """Vectors of texts that the language model has read, kept inside the workspace."""

    def all(self, model: str) -> Mapping[str, bytes]:
        """Give every vector of a model by the digest of its texts."""

    def digests(self, model: str) -> frozenset[str]:
        """Name the texts whose vectors are kept."""

    def put(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors; those kept already stay."""

    def keep_only(self, model: str, digests: Iterable[str]) -> None:
        """Let go of every vector of another model or of texts that are gone."""


class Meaning(Protocol):
    """The language model, where it has been built."""

    @property
    def model(self) -> str:
        """The model by the SHA-256 of its file; empty where there is none."""

    def texts(self, profile: Profile, memory: Sequence[Response]) -> Mapping[str, tuple[str, ...]]:
        """List what is compared by meaning: the texts of each kept answer by their digest."""

    def vectors(self, texts: Sequence[str]) -> bytes:
        """Turn texts into vectors, as they are kept."""


class NoMeaning:
    """Stands in where there is no model: answers are found by their words alone."""

    model = ""

    def texts(self, profile: Profile, memory: Sequence[Response]) -> Mapping[str, tuple[str, ...]]:  # noqa: ARG002
        """List nothing."""
        return {}

    def vectors(self, texts: Sequence[str]) -> bytes:  # noqa: ARG002
        """Give nothing."""
        return b""


class UnitOfWork(Protocol):
    """One transaction: it is committed when its block ends, rolled back when it raises."""

    @property
    def group(self) -> str:
        """The group of every change of this unit: what `undo` takes."""

    @property
    def facts(self) -> Records[Fact]: ...
    @property
    def parties(self) -> Records[Party]: ...
    @property
    def evidence(self) -> Records[Evidence]: ...
    @property
    def policies(self) -> Records[Policy]: ...
    @property
    def case_studies(self) -> Records[CaseStudy]: ...
    @property
    def people(self) -> Records[TeamMember]: ...
    @property
    def answers(self) -> Records[LibraryAnswer]: ...
    @property
    def tenders(self) -> Records[Tender]: ...
    @property
    def tender_files(self) -> Records[TenderFile]: ...
    @property
    def responses(self) -> Records[Response]: ...
    @property
    def attachments(self) -> Attachments: ...
    @property
    def vectors(self) -> Vectors: ...
    @property
    def journal(self) -> Journal: ...

    def profile(self) -> Profile:
        """Read the whole profile."""

    def set_profile_extra(self, extra: JsonObject) -> None:
        """Keep top-level members of a profile file that this release does not know."""

    def undo(self, group: str) -> tuple[Change, ...]:
        """Write back what the changes of a group replaced, as changes of a group of its own.

        Raises `RecordChangedMeanwhile` where a later deed has touched one of the records.
        """

    def erase(self, record_id: str) -> None:
        """Remove a record and empty the texts of all its changes; their hashes stay, and undo ends there."""


class Workspace(Protocol):
    """An open workspace file."""

    @property
    def path(self) -> Path: ...

    @property
    def key(self) -> bytes:
        """The raw key, for the system keyring alone."""

    def work(self, doing: str, by: str = "") -> AbstractContextManager[UnitOfWork]:
        """Begin a transaction; `doing` names the deed in the user's words and groups its changes."""

    def back_up(self, folder: Path | None = None) -> Path:
        """Write a backup beside the workspace, or into `folder`, and give its path."""

    def keep_backups_in(self, folder: Path | None) -> None:
        """Keep the backups of this session in a folder of the user's own, or beside the workspace."""

    def back_up_when_due(self) -> Path | None:
        """Write the backup of the day, where there is none of today and something was written since the last."""

    def backups(self) -> tuple[Backup, ...]:
        """List the backups, in the user's own folder and beside the workspace, the newest first."""

    def is_whole(self) -> bool:
        """Check every page of the file: tells whether any byte of it was damaged."""

    def opens_with(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase of the workspace."""

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypt the file under another passphrase, after a backup."""

    def close(self) -> None:
        """Let the file go; a backup is made when something changed."""


class Workspaces(Protocol):
    """Where workspaces are made and opened."""

    def create(self, path: Path, passphrase: str) -> Workspace:
        """Make an empty workspace. Raises `TargetExists`, `FileUnwritable`."""

    def check(self, path: Path) -> None:
        """Look whether the file can be a workspace, before a passphrase is asked for. Raises a `WorkspaceError`."""

    def open(self, path: Path, passphrase: str) -> Workspace:
        """Open a workspace. Raises a `WorkspaceError`."""

    def open_with_key(self, path: Path, key: bytes) -> Workspace:
        """Open a workspace with the raw key that a keyring remembers. Raises a `WorkspaceError`."""

    def free(self, path: Path) -> None:
        """Remove the lock of a workspace that a person says is not open anywhere else."""

    def backups_of(self, path: Path, own_folder: Path | None = None) -> tuple[Backup, ...]:
        """List the backups of a workspace that need not be open or even whole, the newest first."""

    def look_into(self, backup: Path, secret: str | bytes) -> BackupContents:
        """Tell what is in a backup, by its passphrase or raw key, without changing it. Raises a `WorkspaceError`."""

    def repair(self, path: Path, secret: str | bytes, own_folder: Path | None = None) -> Workspace:
        """Put the newest whole backup in the place of a damaged workspace, which is kept beside.

        Raises `NoBackupOpens`, with nothing changed, or `FileUnwritable`.
        """

    def restore(self, backup: Path, target: Path, secret: str | bytes) -> Workspace:
        """Open a backup under a new path, by its passphrase or its raw key.

        Raises a `WorkspaceError`, `TargetExists`.
        """


class KeyMemory(Protocol):
    """What remembers the keys of workspaces for the user of this computer."""

    def recall(self, path: Path) -> bytes | None:
        """Give the remembered key of a workspace, or None."""

    def remember(self, path: Path, key: bytes) -> bool:
        """Keep a key and tell whether that was possible."""

    def forget(self, path: Path) -> None:
        """Let a key go, where one is kept."""


class NoKeyMemory:
    """Remembers nothing, where there is no keyring."""

    def recall(self, path: Path) -> bytes | None:  # noqa: ARG002
        """Give None."""
        return None

    def remember(self, path: Path, key: bytes) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False

    def forget(self, path: Path) -> None:
        """Have nothing to let go."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come."""

    doing: str
    done: int = 0
    total: int | None = None


Report = Callable[[Progress], None]
"""Told now and then how far the work has come."""


def silent(progress: Progress) -> None:
    """Report to nobody."""


def _not_given(*_arguments: object) -> NoReturn:
    """Stand in for a port that a test did not need."""
    raise RuntimeError("this port was not given")


def _nothing_said(_path: Path) -> tuple[str, ...]:
    return ()


FactsAsked = Callable[[Sequence[Question]], Mapping[str, str]]
"""Gives for each question id the key of the one fact that answers it, where that is beyond doubt."""


RenderDocument = Callable[[Path, DocumentData, bool], tuple[bytes | None, Rendering]]
"""Render a template, with marked gaps where told so; no document where names are unknown or facts missing.

Raises `TemplateRefused` or another `FileError`.
"""
WriteWhole = Callable[[Path, bytes], None]
"""Write a file whole or not at all. Raises `FileUnwritable`."""


def _no_page(_name: str) -> str:
    return ""


def _temporary_folder() -> Path:
    return Path(tempfile.gettempdir()) / "bidfolio-lent"


@dataclass(frozen=True, slots=True)
class Ports:
    """Every adapter the program runs with, chosen once by `app.bootstrap`."""

    read: ReadQuestionnaire
    fill: FillFile
    match: MatchQuestions
    workspaces: Workspaces
    catalogue: Callable[[], Catalogue]
    now: Callable[[], datetime] = field(default=datetime.now)
    keyring: KeyMemory = field(default_factory=NoKeyMemory)
    read_profile: Callable[[Path], IncomingProfile] = _not_given
    """Read a profile file. Raises `ProfileRefused`, `FileMissing` or `FileUnreadable`."""
    read_supplier_information: Callable[[Path], IncomingProfile] = _not_given
    """Read a download of the Central Digital Platform. Raises `ProfileRefused` or a `FileError`."""
    read_bid: Callable[[Path], IncomingBid] = _not_given
    """Read a completed questionnaire. Raises a `FileError`."""
    load_bid: Callable[[JsonObject], IncomingBid] = _not_given
    """Read back what `questions --answered --json` wrote."""
    facts_asked: FactsAsked = _not_given
    write_profile: Callable[[OutgoingProfile, Path, bool], None] = _not_given
    """Write a profile file and the files it names, over what is there only if told so. Raises `TargetExists`."""
    read_answers: Callable[[Path], IncomingAnswers] = _not_given
    """Read a table of answers. Raises a `FileError`."""
    write_answers: Callable[[Sequence[LibraryAnswer], Path, bool], None] = _not_given
    """Write a table of answers, over what is there only if told so. Raises `TargetExists`."""
    write_workspace: Callable[[OutgoingWorkspace, Path, bool], None] = _not_given
    """Write everything into a folder, over what is there only if told so. Raises `TargetExists`."""
    write_history: Callable[[Sequence[Change], Path, bool], None] = _not_given
    """Write the history as a table, over what is there only if told so. Raises `TargetExists`."""
    read_notices: Callable[[Path], IncomingNotices] = _not_given
    """Read the tenders a file of notices announces. Raises a `FileError`."""
    convert: Callable[[Path, str, Path], None] = _not_given
    """Write a copy of a file in another kind, named by its ending ("docx"), over what is there.

    Raises `OfficeMissing`, `ConversionFailed`, `FileUnwritable`.
    """
    recovery_words: Callable[[], str] = _not_given
    """Draw eight words that can be the passphrase of a workspace."""
    dump_questionnaire: Callable[[Questionnaire], JsonObject] = _not_given
    """Write what was read from a buyer's file, as `questions --json` does."""
    load_questionnaire: Callable[[JsonObject], Questionnaire] = _not_given
    """Read it back."""
    read_layout: Callable[[Path], Layout] = _not_given
    """Read how a buyer's file looks. Raises a `FileError`."""
    load_layout: Callable[[JsonObject], Layout] = _not_given
    dump_correction: Callable[[Correction], JsonObject] = _not_given
    """Write what was put right at a place as JSON."""
    load_correction: Callable[[Mapping[str, Any]], Correction] = _not_given
    """Read it back."""
    read_instructions: Callable[[Path], tuple[str, ...]] = _nothing_said
    """Read what a buyer's file says beside its questions, paragraph by paragraph."""
    read_own_document: Callable[[Path], OwnText] = _not_given
    """Read what a Word file of the supplier's own says. Raises a `FileError`."""
    meaning: Meaning = field(default_factory=NoMeaning)
    clean_properties: Callable[[Path, Path], tuple[str, ...]] = _not_given
    """Copy an Office file without the names in its properties, and give those. Raises a `FileError`."""
    pack_archives: Callable[[Sequence[Sequence[PackFile]], Mapping[str, object]], tuple[bytes, ...]] = _not_given
    """Write the parts of a pack as archives; the first holds the index and the manifest of all."""
    render: RenderDocument = _not_given
    write_whole: WriteWhole = _not_given
    templates: Callable[[], Sequence[Path]] = tuple
    """List the templates shipped with the program."""
    template_card: Callable[[Path], TemplateCard] = _not_given
    """Read what a template shipped with the program says of itself."""
    load_template_look: Callable[[JsonObject], TemplateLook] = _not_given
    """Read back what `template` printed."""
    guide_page: Callable[[str], str] = _no_page
    """Read a page of the guide (Markdown) by its way from `docs`, without ending; empty where there is none."""
    lent_folder: Callable[[], Path] = _temporary_folder
    """Where copies lie while another program must read them."""
