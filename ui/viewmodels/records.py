"""A plain list of records with a form: what evidence, policies, case studies and people share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.catalogue import FactType
from app.domain.records import Record
from app.domain.validity import Validity
from app.domain.values import JsonValue
from app.services.keep_records import Attachment, keep_record, records_of, remove_record
from ui.viewmodels.session import Session, Touched

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form."""

    name: str
    label: str
    type: FactType = FactType.TEXT
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Of a choice: what is kept, and how it is said."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record in its list."""

    id: str
    title: str
    note: str
    """One line below the title."""
    detail: str = ""
    """The column in the middle: a number, a value, a file."""
    until: str = ""
    """When it lapses or must be looked at again, in words."""
    validity: Validity | None = None
    """None of records that do not lapse."""
    file: str = ""


@dataclass(frozen=True, slots=True)
class RecordKind(Generic[R]):
    """All that one list needs to know of its records."""

    type: type[R]
    table: str
    noun: str
    """One of them, as in "Add a case study"."""
    plural: str
    empty: str
    """What belongs here, and what follows, in one or two sentences."""
    fields: tuple[FormField, ...]
    row: Callable[[R, date], RecordRow]
    values: Callable[[R], Mapping[str, JsonValue]]
    """What the form shows of a record."""
    changed: Callable[[R, Mapping[str, JsonValue]], R]
    """A record with what the form holds."""
    blank: Callable[[str], R]
    """A new record with this id."""
    new_id: Callable[[], str]
    takes_file: bool = False


def with_article(noun: str) -> str:
    """Write a noun with its article: "a policy", but "evidence"."""
    return noun if noun == "evidence" else f"a {noun}"


class RecordsViewModel(QObject, Generic[R]):
    """The records of one kind.

    Signals: `listed` says that the rows changed; `opened` carries the open record or None.
    """

    listed = Signal()
    opened = Signal(object)

    def __init__(self, session: Session, kind: RecordKind[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._session = session
        self._records: tuple[R, ...] = ()
        self._adding: R | None = None
        self.loaded = False
        self.search_text = ""
        self.filter: Validity | None = None
        self.open_id: str | None = None
        self.rows: tuple[RecordRow, ...] = ()
        session.changed.connect(self._on_changed)

    @property
    def today(self) -> date:
        """The day validity is told for."""
        return self._session.ports.now().date()

    @property
    def records(self) -> tuple[R, ...]:
        """Every record, in the order in which they were added."""
        return self._records

    @property
    def counts(self) -> dict[Validity, int]:
        """How many records stand how today."""
        counts = dict.fromkeys(Validity, 0)
        for row in self._all_rows():
            if row.validity is not None:
                counts[row.validity] += 1
        return counts

    @property
    def open(self) -> R | None:
        """The open record: one of the list, or the new one that is not kept yet."""
        if self._adding is not None:
            return self._adding
        return next((record for record in self._records if record.id == self.open_id), None)

    @property
    def is_adding(self) -> bool:
        """Whether the open record is new and not kept yet."""
        return self._adding is not None

    def reload(self) -> None:
        """Read the records again."""
        kind = self.kind.type
        self._session.look(lambda unit: records_of(unit, kind).all(), self._take)

    def search(self, text: str) -> None:
        """List the records whose words hold all of `text`."""
        self.search_text = text.strip()
        self._list()

    def choose_filter(self, validity: Validity | None) -> None:
        """List the records that stand like this; None for all."""
        self.filter = validity
        self._list()

    def open_record(self, record_id: str | None) -> None:
        """Open a record; a new one that was not kept is let go."""
        self._adding, self.open_id = None, record_id
        self.opened.emit(self.open)

    def add(self) -> None:
        """Open an empty form; nothing is kept until `keep`."""
        self._adding = self.kind.blank(self.kind.new_id())
        self.opened.emit(self._adding)

    def missing(self, values: Mapping[str, JsonValue]) -> tuple[str, ...]:
        """List the names of required fields that are empty."""
        return tuple(field.name for field in self.kind.fields if field.required and not values.get(field.name))

    def keep(self, values: Mapping[str, JsonValue], file: Path | None = None) -> bool:
        """Keep the open record as the form has it; False, and nothing kept, where something required is missing."""
        record = self.open
        if record is None or self.missing(values):
            return False
        wanted = self.kind.changed(record, values)
        title, by = self.kind.row(wanted, self.today).title, self._session.user
        attach = Attachment(file) if file else None
        added = self.is_adding
        self._session.do(
            lambda workspace: keep_record(workspace, wanted, title, by, attach),
            self._kept,
            f"{title} {'added' if added else 'saved'}",
        )
        return True

    def remove(self) -> None:
        """Let the open record go."""
        record = self.open
        if record is None or self.is_adding:
            self.open_record(None)
            return
        title, by = self.kind.row(record, self.today).title, self._session.user
        self.open_id = None
        self._session.do(lambda workspace: remove_record(workspace, record, title, by), notice=f"{title} removed")

    def read_file(self, done: Callable[[bytes], None]) -> None:
        """Read the open record's file out of the workspace."""
        digest = getattr(self.open, "attachment", None)
        if isinstance(digest, str):
            self._session.look(lambda unit: unit.attachments.read(digest), done)

    def _kept(self, record: R) -> None:
        self._adding, self.open_id = None, record.id
        self.opened.emit(self.open)

    def _on_changed(self, touched: Touched) -> None:
        if touched.touches(self.kind.table):
            self.reload()

    def _take(self, records: tuple[R, ...]) -> None:
        self._records, self.loaded = records, True
        self._list()
        self.opened.emit(self.open)

    def _all_rows(self) -> Sequence[RecordRow]:
        return [self.kind.row(record, self.today) for record in self._records]

    def _list(self) -> None:
        words = self.search_text.casefold().split()
        self.rows = tuple(
            row
            for row in self._all_rows()
            if (self.filter is None or row.validity is self.filter)
            and all(word in f"{row.title} {row.note} {row.detail} {row.file}".casefold() for word in words)
        )
        self.listed.emit()
