"""The templates: what each would make for a tender, the documents that were made, and the names for one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.dates import ReferenceDates
from app.domain.documents import DocumentData, MadeDocument, NamedValue, TemplateLook, changed_since, named_values
from app.domain.errors import BidfolioError, FactsMissing
from app.domain.tenders import Tender
from app.services.gather_document import Occasion, gather_document
from app.services.keep_documents import documents_of
from app.services.ports import UnitOfWork
from ui.tasks import Command, Job, Outcome
from ui.viewmodels.saying import say_day, say_moment
from ui.viewmodels.session import Session, Touched

T = TypeVar("T")

WORD = ".docx"
_FOUND_WRONG = 1
"""Exit status of `generate` where facts are missing (CONTRACT: commands)."""


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template of the list."""

    id: str
    """Its path."""
    title: str
    about: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A document that was made for the tender."""

    template: str
    out: Path
    made: str
    changed: tuple[str, ...]
    """What it used and is another today, in words."""


@dataclass(frozen=True, slots=True)
class DocumentWish:
    """How a document is to be made."""

    out: Path
    gaps: bool = False
    """Whether what is missing may be marked in it."""
    replace_it: bool = False
    """Whether a person said that what lies at `out` may go."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    tender_id: str
    tenders: tuple[Tender, ...]
    names: tuple[NamedValue, ...]
    made: tuple[MadeRow, ...]


class TemplatesViewModel(QObject):
    """The templates of the program and the person's own, for one tender or for none.

    Signals: `listed` says that templates, tenders, names or made documents are others; `opened` that another
    template is open, or that more is known of it; `made` carries the path of a document; `failed` a `BidfolioError`.
    """

    listed = Signal()
    opened = Signal()
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looking: Job | None = None
        self._making: Job | None = None
        self._is_stale = True
        self.tender_id: str | None = None
        """The tender that documents are made for; empty for none, None until the next one is known."""
        self.tenders: tuple[tuple[str, str], ...] = ()
        """Key and words of each tender to choose from, the next deadline first."""
        self.names: tuple[NamedValue, ...] = ()
        self.documents: tuple[MadeRow, ...] = ()
        self.row: TemplateRow | None = None
        self.look: TemplateLook | None = None
        session.changed.connect(self._on_changed)

    @property
    def rows(self) -> tuple[TemplateRow, ...]:
        """The person's own templates, then those of the program."""
        ports = self._session.ports
        own = (Path(one) for one in self._session.preferences.own_templates)
        cards = (ports.template_card(path) for path in ports.templates())
        return (
            *(TemplateRow(str(path), path.stem, f"Your own, in {path.parent}", is_own=True) for path in own),
            *(TemplateRow(str(card.path), card.title, card.about) for card in cards),
        )

    @property
    def is_looking(self) -> bool:
        """Whether it is being found out what the open template lacks."""
        return self._looking is not None and self._looking.running

    @property
    def is_making(self) -> bool:
        """Whether a document is being made."""
        return self._making is not None and self._making.running

    @property
    def made_of_open(self) -> tuple[MadeRow, ...]:
        """The documents that were made of the open template, the newest first."""
        if self.row is None:
            return ()
        names = (self.row.title, Path(self.row.id).name)
        return tuple(one for one in reversed(self.documents) if one.template in names)

    def refresh(self) -> None:
        """Read again what has changed since it was last shown."""
        if self._is_stale and self._session.is_open:
            self._is_stale = False
            wanted = self.tender_id
            self._session.look(lambda unit: self._read(unit, wanted), self._take)

    def choose_tender(self, tender_id: str) -> None:
        """Make documents for another tender, or for none."""
        if tender_id != self.tender_id:
            self.tender_id, self._is_stale = tender_id, True
            self.refresh()

    def open_template(self, row: TemplateRow | None) -> None:
        """Turn to a template and find out what it lacks."""
        if row != self.row:
            self.row = row
            self._look_again()

    def make(self, wish: DocumentWish) -> None:
        """Make a document of the open template."""
        row, look = self.row, self.look
        if row is None or self.is_making:
            return
        options = ["--out", str(wish.out), "--as", self._session.user]
        options += ["--gaps"] if wish.gaps else []
        options += ["--replace"] if wish.replace_it else []

        def made(outcome: Outcome) -> Path:
            if outcome.status == _FOUND_WRONG and not wish.gaps:
                raise FactsMissing(Path(row.id), tuple(one.label for one in look.missing) if look else ())
            return wish.out

        self._making = self._run("generate", row, options, f"Making {wish.out.name}", made, self._finish)
        self.opened.emit()

    def add_own(self, paths: Sequence[Path]) -> None:
        """Take Word files as templates; they stay where they are."""
        own = self._session.preferences.own_templates
        new = [str(path.absolute()) for path in paths if path.suffix.lower() == WORD]
        self._session.prefer(own_templates=tuple(dict.fromkeys((*new, *own))))
        self.listed.emit()
        if new:
            self.open_template(next(one for one in self.rows if one.id == new[0]))

    def leave_own(self, row: TemplateRow) -> None:
        """Take a template of one's own off the list; the file stays."""
        own = self._session.preferences.own_templates
        self._session.prefer(own_templates=tuple(one for one in own if one != row.id))
        self.listed.emit()

    def _run(
        self,
        command: str,
        row: TemplateRow,
        options: Sequence[str],
        doing: str,
        decode: Callable[[Outcome], T],
        done: Callable[[T], None],
    ) -> Job:
        workspace = self._session.workspace
        tender = ["--tender", self.tender_id] if self.tender_id else []
        arguments = (command, row.id, "-w", str(workspace.path), "--key-on-stdin", *tender, *options)
        wanted = Command(arguments, doing, f"{workspace.key.hex()}\n".encode())
        return self._session.tasks.run(wanted, decode, done, self._fail)

    def _look_again(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self.look = None
        row = self.row
        if row is not None:
            load = self._session.ports.load_template_look

            def take(look: TemplateLook) -> None:
                if row == self.row:
                    self.look = look
                    self.opened.emit()

            doing = f"Looking at {row.title}"
            self._looking = self._run("template", row, (), doing, lambda outcome: load(outcome.document()), take)
        self.opened.emit()

    def _read(self, unit: UnitOfWork, wanted: str | None) -> _Loaded:
        today = self._session.ports.now().date()
        tenders = sorted(unit.tenders.all(), key=lambda one: (_is_past(one, today), str(one.submission or "~")))
        tender = next((one for one in tenders if one.id == wanted), None)
        if tender is None and wanted != "":
            tender = next((one for one in tenders if not _is_past(one, today)), None)
        dates = tender.reference_dates(today) if tender else ReferenceDates.all_on(today)
        occasion = Occasion(dates, tender, today)
        data = gather_document(unit, self._session.ports.catalogue(), occasion)
        made = documents_of(tender) if tender else ()
        rows = tuple(_made_row(one, data) for one in made)
        return _Loaded(tender.id if tender else "", tuple(tenders), named_values(data), rows)

    def _take(self, loaded: _Loaded) -> None:
        self.tenders = (*((one.id, _words(one)) for one in loaded.tenders), ("", "No tender, the facts of today"))
        self.tender_id, self.names, self.documents = loaded.tender_id, loaded.names, loaded.made
        self.listed.emit()
        self._look_again()

    def _finish(self, out: Path) -> None:
        self._making = None
        self._session.catch_up()
        self.made.emit(out)
        self.opened.emit()

    def _fail(self, error: BidfolioError) -> None:
        self._making = self._looking = None
        self.failed.emit(error)
        self.opened.emit()

    def _on_changed(self, _touched: Touched) -> None:
        self._is_stale = True
        self.listed.emit()


def _is_past(tender: Tender, today: date) -> bool:
    return tender.submission is not None and tender.submission.date() < today


def _words(tender: Tender) -> str:
    due = f", due {say_day(tender.submission.date())}" if tender.submission else ""
    return f"{tender.title}{due}"


def _made_row(made: MadeDocument, data: DocumentData) -> MadeRow:
    changed = tuple(one.label for one in changed_since(made, data) if one.name != "document.date")
    return MadeRow(made.template, Path(made.out), say_moment(made.at), changed)
