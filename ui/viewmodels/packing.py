"""The packs of a tender: made in a child process, and those that were made before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from app.domain.packs import PATTERN, Pack, archive_names
from app.services.make_pack import archives_of, packs_of, refuse_taken
from app.services.ports import UnitOfWork
from ui.tasks import Command, Job
from ui.viewmodels.saying import say_count, say_moment
from ui.viewmodels.session import Session, Touched


@dataclass(frozen=True, slots=True)
class PackRow:
    """One pack that was made."""

    number: int
    """From 1, the oldest first: what `pack --sent` takes."""
    made: str
    by: str
    names: str
    files: str
    is_draft: bool

    @property
    def id(self) -> str:
        """What tells rows apart."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class PackWish:
    """How a pack is to be made."""

    out: Path
    pattern: str = PATTERN
    lot: str = ""
    most_mb: float | None = None
    draft: bool = False
    replace_it: bool = False
    """Whether a person said that what lies at `out` may go."""


class PackingViewModel(QObject):
    """The packs of one tender.

    Signals: `turned` says that it is another tender; `listed` that there are other rows or documents, or that work
    began or ended; `failed` carries a `BidfolioError`.
    """

    turned = Signal()
    listed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.tender_id: str | None = None
        self.rows: tuple[PackRow, ...] = ()
        self.documents: tuple[Path, ...] = ()
        """Files of the supplier's own that go with this tender."""
        session.changed.connect(self._on_changed)

    @property
    def is_working(self) -> bool:
        """Whether a pack is being made."""
        return self._job is not None and self._job.running

    def open_tender(self, tender_id: str) -> None:
        """Turn to a tender and read its packs; what was to go with another stays with that one."""
        if tender_id != self.tender_id:
            self.tender_id, self.rows, self.documents = tender_id, (), ()
            self.turned.emit()
            self.listed.emit()
        self._session.look(lambda unit: _packs(unit, tender_id), self._take)

    def add_documents(self, paths: Sequence[Path]) -> None:
        """Let files go with the bid, each once."""
        self.documents = tuple(dict.fromkeys((*self.documents, *paths)))
        self.listed.emit()

    def leave_out(self, path: Path) -> None:
        """Let a file not go with the bid after all."""
        self.documents = tuple(one for one in self.documents if one != path)
        self.listed.emit()

    def make(self, wish: PackWish) -> None:
        """Make a pack; what stops the bid stops it, unless a draft is wished for."""
        if self.tender_id is None or self.is_working:
            return
        workspace = self._session.workspace
        command = Command(
            ("pack", self.tender_id, "-w", str(workspace.path), "--key-on-stdin", *self._options(wish)),
            f"Packing {wish.out.name}",
            f"{workspace.key.hex()}\n".encode(),
        )
        self._job = self._session.tasks.run(command, lambda _outcome: wish.out, self._finish, self._fail)
        self.listed.emit()

    def save_again(self, row: PackRow, out: Path) -> None:
        """Write the archives of a pack exactly as they were made, the first at `out`."""
        tender_id, write = self.tender_id or "", self._session.ports.write_whole

        def read(unit: UnitOfWork) -> Mapping[str, bytes]:
            return archives_of(unit, _packs(unit, tender_id)[row.number - 1])

        def save(archives: Mapping[str, bytes]) -> None:
            names = archive_names(out.name, len(archives))
            pairs = tuple(zip([out.with_name(name) for name in names], archives.values(), strict=True))

            def place() -> None:
                refuse_taken(out, names, replace_it=len(names) == 1)
                for path, content in pairs:
                    write(path, content)

            self._session.aside(
                place,
                lambda _written: self._session.tell(f"{out.name} written as it was sent"),
                self.failed.emit,
            )

        self._session.look(read, save, self.failed.emit)

    def _options(self, wish: PackWish) -> tuple[str, ...]:
        options = ["--out", str(wish.out), *(["--replace"] if wish.replace_it else [])]
        options += ["--as", self._session.user, "--names", wish.pattern]
        options += ["--lot", wish.lot] if wish.lot else []
        options += ["--max-mb", str(wish.most_mb)] if wish.most_mb else []
        options += ["--draft"] if wish.draft else []
        return tuple(options + (["--with", *map(str, self.documents)] if self.documents else []))

    def _finish(self, out: Path) -> None:
        self._job = None
        self._session.catch_up()
        self._session.tell(f"{out.name} packed, and kept as it was sent")

    def _fail(self, error: BidfolioError) -> None:
        self._job = None
        self.failed.emit(error)
        self.listed.emit()

    def _take(self, packs: Sequence[Pack]) -> None:
        self.rows = tuple(reversed([_row(number, one) for number, one in enumerate(packs, 1)]))
        self.listed.emit()

    def _on_changed(self, touched: Touched) -> None:
        if self.tender_id is not None and touched.touches("tender"):
            self.open_tender(self.tender_id)


def _packs(unit: UnitOfWork, tender_id: str) -> tuple[Pack, ...]:
    tender = unit.tenders.get(tender_id)
    return packs_of(tender) if tender else ()


def _row(number: int, pack: Pack) -> PackRow:
    names = ", ".join(pack.archives)
    return PackRow(number, say_moment(pack.at), pack.by, names, say_count(pack.files, "file"), pack.is_draft)
