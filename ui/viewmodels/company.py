"""State and verbs of the company page: sections, facts of a day, the open fact and its history."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.domain.catalogue import Catalogue, FactDefinition
from app.domain.profile import Knowledge, Profile
from app.domain.records import Fact
from app.domain.responses import Response
from app.domain.values import JsonValue
from app.services.edit_profile import NewValue, fix_mistake, forget_fact, record_change
from app.services.ports import UnitOfWork
from ui.viewmodels.facts import (
    CUSTOM,
    FactRow,
    OpenFact,
    SectionRow,
    Use,
    custom_definition,
    custom_key,
    definitions,
    fact_row,
    open_fact,
    section_rows,
    uses_by_key,
)
from ui.viewmodels.saying import DOES_NOT_APPLY, say_day
from ui.viewmodels.session import Session, Touched

TABLES = ("fact", "evidence", "party", "response")


@dataclass(frozen=True, slots=True)
class _Loaded:
    profile: Profile
    responses: tuple[Response, ...]


def _load(unit: UnitOfWork) -> _Loaded:
    """Read what this page shows, and not the library, which may be large."""
    profile = Profile(facts=unit.facts.all(), parties=unit.parties.all(), evidence=unit.evidence.all())
    return _Loaded(profile, unit.responses.all())


class CompanyViewModel(QObject):
    """The facts of the supplier.

    Signals: `listed` says that sections or rows changed; `opened` carries the `OpenFact` or None.
    """

    listed = Signal()
    opened = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._catalogue: Catalogue = session.ports.catalogue()
        self._profile = Profile()
        self._uses: dict[str, tuple[Use, ...]] = {}
        self._rows: list[tuple[FactDefinition, FactRow]] = []
        self.sections: tuple[SectionRow, ...] = ()
        self.day = session.ports.now().date()
        self.section_id = self._catalogue.sections[0].id
        self.search_text = ""
        self.open_key: str | None = None
        self.rows: tuple[FactRow, ...] = ()
        session.changed.connect(self._on_changed)

    @property
    def known(self) -> int:
        """How many facts are known, "does not apply" among them."""
        return sum(row.knowledge is not Knowledge.UNKNOWN for _, row in self._rows)

    @property
    def total(self) -> int:
        """How many facts there are."""
        return len(self._rows)

    @property
    def section(self) -> SectionRow | None:
        """The section that is listed; None while a search runs over all of them."""
        if self.search_text:
            return None
        return next((row for row in self.sections if row.id == self.section_id), None)

    @property
    def open(self) -> OpenFact | None:
        """The open fact."""
        for definition, row in self._rows:
            if definition.key == self.open_key:
                return open_fact(
                    self._profile,
                    definition,
                    self._section_title(definition),
                    row,
                    self.day,
                    self._uses.get(definition.key, ()),
                )
        return None

    def reload(self) -> None:
        """Read the facts again."""
        self._session.look(_load, self._take)

    def choose_section(self, section_id: str) -> None:
        """List a section and open its first fact."""
        self.section_id, self.search_text = section_id, ""
        self._list()
        self.open_fact(self.rows[0].id if self.rows else None)

    def search(self, text: str) -> None:
        """List the facts of every section whose name or value holds all words of `text`."""
        self.search_text = text.strip()
        self._list()

    def look_at(self, day: date) -> None:
        """Show facts as they stand on a day."""
        self.day = day
        self._work_out()

    def open_fact(self, key: str | None) -> None:
        """Open a fact in the panel; a fact of another section brings its section."""
        self.open_key = key
        before = self.section_id
        self._show_section_of(key)
        if self.section_id != before:
            self._list()
        self.opened.emit(self.open)

    def record_change(self, value: JsonValue, valid_from: date | None, source: str = "") -> None:
        """Keep a new value of the open fact from a day on."""
        now = self._need_open()
        new = NewValue(now.definition.key, now.definition.label, value, valid_from)
        new = replace(new, source=source) if source else new
        said = f"{now.definition.label} changed" + (f" from {say_day(valid_from)}" if valid_from else "")
        self._record(new, said)

    def fix_mistake(self, fact: Fact) -> None:
        """Put a value of the open fact right where it stands."""
        label, by = self._need_open().definition.label, self._session.user
        self._session.do(lambda workspace: fix_mistake(workspace, fact, label, by), notice=f"{label} put right")

    def say_does_not_apply(self) -> None:
        """Say that the open fact does not apply to this supplier."""
        now = self._need_open()
        if now.fact is not None:
            self.fix_mistake(replace(now.fact, value=None))
        else:
            self._record(
                NewValue(now.definition.key, now.definition.label, None),
                f"{now.definition.label}: {DOES_NOT_APPLY.lower()}",
            )

    def say_not_known(self) -> None:
        """Take the value of the day away: the fact is not known yet."""
        now = self._need_open()
        if now.fact is not None:
            self.forget(now.fact)

    def forget(self, fact: Fact) -> None:
        """Take one value out of the history."""
        label, by = self._need_open().definition.label, self._session.user
        self._session.do(
            lambda workspace: forget_fact(workspace, fact.id, label, by), notice=f"A value of {label} cleared"
        )

    def add_custom(self, label: str, value: JsonValue) -> str:
        """Keep a fact outside the catalogue and open it; gives its key, empty where the name says nothing."""
        key = custom_key(label)
        if key == custom_key(""):
            return ""
        self.section_id, self.search_text, self.open_key = CUSTOM.id, "", key
        self._record(NewValue(key, label.strip(), value), f"{label.strip()} added")
        return key

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed to take back."""
        return self._session.can_undo

    def undo(self) -> None:
        """Take the last deed back, whichever page it was done on."""
        self._session.undo()

    def definition(self, key: str) -> FactDefinition:
        """Describe a fact."""
        return self._catalogue.get(key) or custom_definition(key, None)

    def _record(self, new: NewValue, said: str) -> None:
        today, by = self._session.ports.now().date(), self._session.user
        self._session.do(lambda workspace: record_change(workspace, new, today, by), notice=said)

    def _need_open(self) -> OpenFact:
        now = self.open
        if now is None:
            raise RuntimeError("no fact is open")
        return now

    def _section_title(self, definition: FactDefinition) -> str:
        sections = (*self._catalogue.sections, CUSTOM)
        return next((section.title for section in sections if section.id == definition.section), "")

    def _on_changed(self, touched: Touched) -> None:
        if touched.touches(*TABLES):
            self.reload()

    def _take(self, loaded: _Loaded) -> None:
        self._profile = loaded.profile
        self._uses = uses_by_key(loaded.profile.facts, loaded.profile.evidence, loaded.responses)
        self._work_out()

    def _work_out(self) -> None:
        known = definitions(self._catalogue, (fact for fact in self._profile.facts if fact.party_id is None))
        self._rows = [(one, fact_row(self._profile, one, self.day, len(self._uses.get(one.key, ())))) for one in known]
        self.sections = section_rows(self._catalogue, self._rows)
        if all(row.id != self.section_id for row in self.sections) and self.sections:
            self.section_id = self.sections[0].id
        self._show_section_of(self.open_key)
        self._list()
        self.opened.emit(self.open)

    def _show_section_of(self, key: str | None) -> None:
        """List the section of a fact; a search that runs over all of them stays."""
        definition = next((one for one, _ in self._rows if one.key == key), None)
        if definition and not self.search_text:
            self.section_id = definition.section

    def _list(self) -> None:
        words = self.search_text.casefold().split()
        self.rows = tuple(
            row
            for definition, row in self._rows
            if (_holds(row, words) if words else definition.section == self.section_id)
        )
        self.listed.emit()


def _holds(row: FactRow, words: list[str]) -> bool:
    said = f"{row.label} {row.value}".casefold()
    return all(word in said for word in words)
