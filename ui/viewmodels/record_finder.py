"""Lets Ctrl K find what is kept: facts, evidence, policies, case studies, people, answers, tenders."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.catalogue import Catalogue, FactType
from app.services.ports import UnitOfWork
from ui.viewmodels.facts import custom_definition
from ui.viewmodels.finder import Deliver, Found
from ui.viewmodels.navigation import Place
from ui.viewmodels.saying import say_fact
from ui.viewmodels.session import Session, Touched

LEAST, MOST = 2, 8
"""Letters from which records are looked for, and how many are shown."""
TABLES = ("fact", "evidence", "policy", "case_study", "person", "answer", "tender")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record that can be found."""

    title: str
    note: str
    icon: str
    place: Place
    record_id: str
    words: str
    """Everything it is found by, in small letters, each word behind a space."""


def _entry(title: str, note: str, icon: str, place: Place, record_id: str) -> Entry:
    return Entry(title, note, icon, place, record_id, f" {title} {note}".casefold())


def read_entries(unit: UnitOfWork, catalogue: Catalogue) -> tuple[Entry, ...]:
    """List everything that can be found; the catalogue's facts also where nothing is known of them."""
    return tuple(_entries(unit, catalogue))


def _entries(unit: UnitOfWork, catalogue: Catalogue) -> Iterable[Entry]:
    for tender in unit.tenders.all():
        yield _entry(tender.title, tender.buyer or "Tender", "tenders", Place.TENDERS, tender.id)
    facts = {fact.key: fact for fact in unit.facts.all() if fact.party_id is None}
    for one in (
        *catalogue,
        *(custom_definition(key, fact.value) for key, fact in facts.items() if not catalogue.get(key)),
    ):
        fact = facts.get(one.key)
        said = say_fact(fact.value, one.type) if fact and one.type is not FactType.EVIDENCE else "Fact"
        yield _entry(one.label, said[:80], "company", Place.COMPANY, one.key)
    for item in unit.evidence.all():
        yield _entry(item.title or item.kind, item.issuer or "Evidence", "evidence", Place.EVIDENCE, item.id)
    for policy in unit.policies.all():
        yield _entry(policy.title or policy.kind, "Policy", "policy", Place.EVIDENCE, policy.id)
    for study in unit.case_studies.all():
        yield _entry(study.title, study.customer or "Case study", "case_study", Place.EXPERIENCE, study.id)
    for person in unit.people.all():
        yield _entry(person.name, person.role or "Person", "person", Place.EXPERIENCE, person.id)
    for answer in unit.answers.all():
        yield _entry(
            answer.questions[0] if answer.questions else answer.key,
            "Library answer",
            "library",
            Place.LIBRARY,
            answer.id,
        )


class RecordFinder(QObject):
    """Keeps titles in memory, read in the quick lane when the palette first asks after something changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: tuple[Entry, ...] | None = None
        session.finder.add(self.find)
        session.changed.connect(self._on_changed)
        session.locked.connect(self._forget)

    def find(self, words: str, deliver: Deliver) -> None:
        """Deliver the records whose words begin with those that were typed."""
        if len(words) < LEAST or not self._session.is_open:
            deliver(())
        elif self._entries is not None:
            deliver(self._fitting(words, self._entries))
        else:
            catalogue = self._session.ports.catalogue()
            self._session.look(
                lambda unit: read_entries(unit, catalogue), lambda found: self._take(found, words, deliver)
            )

    def _take(self, entries: tuple[Entry, ...], words: str, deliver: Deliver) -> None:
        self._entries = entries
        deliver(self._fitting(words, entries))

    def _fitting(self, words: str, entries: Iterable[Entry]) -> tuple[Found, ...]:
        wanted = [f" {word}" for word in words.casefold().split()]
        found = []
        for entry in entries:
            if all(word in entry.words for word in wanted):
                found.append(self._found(entry))
                if len(found) == MOST:
                    break
        return tuple(found)

    def _found(self, entry: Entry) -> Found:
        go = self._session.navigation.go
        return Found(entry.title, lambda: go(entry.place, entry.record_id), entry.note, entry.icon, group="Records")

    def _on_changed(self, touched: Touched) -> None:
        if touched.touches(*TABLES):
            self._entries = None

    def _forget(self) -> None:
        self._entries = None
