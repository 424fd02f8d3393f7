"""What was done in this workspace: the deeds, what each changed, whether the hashes hold, and the export."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from app.domain.answers_in_words import say_value
from app.domain.changes import Change, Deed
from app.domain.values import JsonValue
from app.services.gather_history import gather_history
from app.services.ports import UnitOfWork
from ui.viewmodels.saying import say_count, say_moment
from ui.viewmodels.session import Session

COMPANY, EVIDENCE, LIBRARY, TENDERS = "company", "evidence", "library", "tenders"
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "fact": COMPANY,
        "party": COMPANY,
        "profile": COMPANY,
        "evidence": EVIDENCE,
        "policy": EVIDENCE,
        "case_study": LIBRARY,
        "person": LIBRARY,
        "answer": LIBRARY,
        "attachment": "",
    }
)
"""In which filter a table counts: attached files in that of what they belong to, all others with the tenders."""
FILTERS = (("", "All"), (COMPANY, "Company"), (EVIDENCE, "Evidence"), (LIBRARY, "Library"), (TENDERS, "Tenders"))
NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "fact": "Fact",
        "party": "Party",
        "profile": "Profile",
        "evidence": "Evidence",
        "policy": "Policy",
        "case_study": "Case study",
        "person": "Person",
        "answer": "Library answer",
        "tender": "Tender",
        "tender_file": "File of a tender",
        "response": "Response",
        "attachment": "Attached file",
    }
)
_HIDDEN = ("id", "version", "position", "extra")
_NAMES = ("key", "title", "name", "question_text", "questions")
MOST_SHOWN = 60
"""Changes of one deed that are shown; an export holds them all."""
_INSIDE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
"""A word of the program, such as a state."""
_LONGEST = 400
"""Characters of a value that are shown."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One member of a record that a change touched: its name, and what it was and is."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One change in words."""

    title: str
    what: str
    """"Added", "Changed" or "Removed"; of an erased one that its texts are gone."""
    differences: tuple[Difference, ...]


class HistoryViewModel(QObject):
    """Signals: `listed` says that `rows` did change; `opened` that `shown` did; `verified` that `standing` did."""

    listed = Signal()
    opened = Signal()
    verified = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.deeds: tuple[Deed, ...] = ()
        self.open: Deed | None = None
        self.shown: tuple[ChangeShown, ...] = ()
        self.standing = ""
        """What is known of the hashes."""
        self.holds: bool | None = None
        self.busy = ""
        self._words, self._filter = "", ""
        self._labels = {one.key: one.label for one in session.ports.catalogue()}
        session.changed.connect(lambda _touched: self.reload())

    @property
    def rows(self) -> tuple[Deed, ...]:
        """The deeds that the filter and the words let through, the last one first."""
        return tuple(deed for deed in self.deeds if self._lets_through(deed, self._filter) and self._holds_words(deed))

    @property
    def is_filtered(self) -> bool:
        """Whether some deeds are not shown."""
        return bool(self._words or self._filter)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many deeds each filter lets through."""
        return {key: sum(self._lets_through(deed, key) for deed in self.deeds) for key, _word in FILTERS}

    def reload(self) -> None:
        """Read the deeds again."""
        self._session.look(lambda unit: unit.journal.deeds(), self._take)

    def search(self, words: str) -> None:
        """Show deeds that hold these words: what was done, by whom, or when."""
        self._words = words.casefold()
        self.listed.emit()

    def choose_filter(self, key: str) -> None:
        """Show deeds of one kind."""
        self._filter = key
        self.listed.emit()

    def open_deed(self, deed: Deed | None) -> None:
        """Show what a deed changed."""
        self.open, self.shown = deed, ()
        if deed is None:
            self.opened.emit()
            return
        group, labels = deed.group, self._labels

        def look(unit: UnitOfWork) -> tuple[ChangeShown, ...]:
            return tuple(show_change(change, labels) for change in unit.journal.group(group)[:MOST_SHOWN])

        self._session.look(look, self._take_shown)

    def verify(self) -> None:
        """Go through every hash from the first change to the last."""
        self.busy = "Checking…"
        self.verified.emit()
        self._session.look(lambda unit: unit.journal.first_broken(), self._take_verdict)

    def export(self, path: Path) -> None:
        """Write the deeds that are shown as a table, every hash verified first."""
        workspace, ports = self._session.workspace, self._session.ports
        groups = {deed.group for deed in self.rows} if self.is_filtered else None

        def work() -> int:
            changes = gather_history(workspace, groups)
            ports.write_history(changes, path, True)  # noqa: FBT003 - a port
            return len(changes)

        def done(count: int) -> None:
            self._session.tell(f"{say_count(count, 'change')} written to {path.name}. It is not encrypted")

        self._session.aside(work, done)

    def _lets_through(self, deed: Deed, key: str) -> bool:
        return not key or any(KINDS.get(table, TENDERS) == key for table in deed.tables)

    def _holds_words(self, deed: Deed) -> bool:
        said = f"{deed.doing} {deed.by} {say_moment(deed.at)}".casefold()
        return all(word in said for word in self._words.split())

    def _take(self, deeds: tuple[Deed, ...]) -> None:
        self.deeds = deeds
        self.listed.emit()

    def _take_shown(self, shown: tuple[ChangeShown, ...]) -> None:
        self.shown = shown
        self.opened.emit()

    def _take_verdict(self, broken: int | None) -> None:
        self.busy, self.holds = "", broken is None
        count = sum(deed.changes for deed in self.deeds)
        self.standing = (
            f"Every hash holds, {say_count(count, 'change')}"
            if broken is None
            else f"Change {broken:,} was altered outside Bidfolio"
        )
        self.verified.emit()


def show_change(change: Change, labels: Mapping[str, str]) -> ChangeShown:
    """Say what one change did, member by member; `labels` name the facts by their keys."""
    before, after = change.before, change.after
    noun = NOUNS.get(change.table, change.table.replace("_", " ").capitalize())
    if before is None and after is None:
        return ChangeShown(noun, "Its texts were erased; its hash stays", ())
    what = "Added" if before is None else "Removed" if after is None else "Changed"
    row = after or before or {}
    title = next((_short(row[name]) for name in _NAMES if row.get(name)), "")
    title = labels.get(title, title)
    members = [name for name in {**(before or {}), **(after or {})} if name not in _HIDDEN]
    pairs = ((name, _short((before or {}).get(name)), _short((after or {}).get(name))) for name in members)
    differences = tuple(Difference(_plain(name), old, new) for name, old, new in pairs if old != new)
    if not differences:
        what = f"{what}: what only the program reads"
    return ChangeShown(f"{noun}: {title}" if title else noun, what, differences)


def _plain(name: str) -> str:
    """Write a name of the program in words: "may_be_named" becomes "May be named"."""
    return name.replace("_", " ").capitalize()


def _short(value: JsonValue) -> str:
    """Write a value on one line, no longer than can be read at a glance."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        said = "; ".join(_short(one) for one in value)
    else:
        said = " ".join(say_value(value).split())
        said = _plain(said) if _INSIDE.fullmatch(said) else said
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()}…"
