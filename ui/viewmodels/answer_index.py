"""The library in memory: rows to show, words to search, facets to count. Built away from the window's thread."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.counting import count_words
from app.domain.records import AnswerState, LibraryAnswer
from app.domain.validity import Validity, validity_on
from ui.viewmodels.saying import say_day

SHORT, MEDIUM = 75, 200
"""Words up to which a variant counts as short, and as medium."""
YEAR = timedelta(days=365)
"""An answer without a review date is looked at again a year after its last review."""


class Freshness(StrEnum):
    """How an answer stands with its next review."""

    FRESH = "Fresh"
    DUE_SOON = "Due soon"
    OVERDUE = "Overdue"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer in the list."""

    id: str
    title: str
    snippet: str
    sizes: tuple[str, ...]
    """"S", "M" and "L" for the lengths it has."""
    words: int
    """Of its first variant."""
    state: AnswerState
    freshness: Freshness
    due: str
    """When it was or will be reviewed, in words."""
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the list is narrowed to; an empty set lets everything through."""

    tags: frozenset[str] = frozenset()
    freshness: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()

    def lets(self, row: AnswerRow) -> bool:
        """Tell whether a row is shown."""
        return (
            (not self.tags or not self.tags.isdisjoint(row.tags))
            and (not self.freshness or row.freshness in self.freshness)
            and (not self.states or row.state in self.states)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a search: rows, best first, and how many of the found each facet holds."""

    rows: tuple[AnswerRow, ...]
    tags: Counter[str]
    freshness: Counter[str]
    states: Counter[str]


def answer_row(answer: LibraryAnswer, today: date) -> AnswerRow:
    """Say what the list shows of an answer."""
    texts = [variant.text for variant in answer.variants]
    counts = [count_words(text) for text in texts]
    due = answer.review_by or (answer.reviewed_on + YEAR if answer.reviewed_on else None)
    freshness = {Validity.LAPSED: Freshness.OVERDUE, Validity.LAPSES_SOON: Freshness.DUE_SOON}.get(
        validity_on(today, None, due), Freshness.FRESH
    )
    return AnswerRow(
        answer.id,
        answer.questions[0] if answer.questions else answer.key,
        " ".join((texts[0] if texts else "").split())[:240],
        tuple(dict.fromkeys(size_of(count) for count in sorted(counts))),
        counts[0] if counts else 0,
        answer.state,
        freshness,
        _due(answer, due, freshness, today),
        answer.tags,
    )


def size_of(words: int) -> str:
    """Name a length: S, M or L."""
    return "S" if words <= SHORT else "M" if words <= MEDIUM else "L"


def _due(answer: LibraryAnswer, due: date | None, freshness: Freshness, today: date) -> str:
    if freshness is Freshness.OVERDUE and due:
        days = (today - due).days
        return f"{days} {'day' if days == 1 else 'days'} overdue"
    if freshness is Freshness.DUE_SOON and due:
        return "Review today" if due == today else f"Review by {say_day(due)}"
    return f"Reviewed {say_day(answer.reviewed_on)}" if answer.reviewed_on else "Not reviewed yet"


class AnswerIndex:
    """Ten thousand answers, searched at each key: plain text in memory, narrowed while words are added."""

    def __init__(self, answers: Iterable[LibraryAnswer], today: date) -> None:
        self._today = today
        self._rows: dict[str, AnswerRow] = {}
        self._heads: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self.answers: dict[str, LibraryAnswer] = {}
        self._last: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._totals: tuple[Counter[str], Counter[str], Counter[str]] | None = None
        self._wordings: int | None = None
        for answer in answers:
            self.put(answer)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def wordings(self) -> int:
        """How many wordings of questions all answers have."""
        if self._wordings is None:
            self._wordings = sum(len(answer.questions) for answer in self.answers.values())
        return self._wordings

    @property
    def freshness(self) -> Counter[str]:
        """How many answers of all stand how with their review."""
        return self._counts(self.rows)[1]

    @property
    def rows(self) -> Sequence[AnswerRow]:
        """Every row, in the order in which answers were added."""
        return tuple(self._rows.values())

    def put(self, answer: LibraryAnswer) -> None:
        """Take an answer in, or its newer version."""
        self.answers[answer.id] = answer
        self._rows[answer.id] = answer_row(answer, self._today)
        self._heads[answer.id] = "\n".join((*answer.questions, *answer.tags)).casefold()
        self._texts[answer.id] = "\n".join(variant.text for variant in answer.variants).casefold()
        self._changed()

    def drop(self, answer_id: str) -> None:
        """Forget an answer that was removed."""
        for held in (self.answers, self._rows, self._heads, self._texts):
            held.pop(answer_id, None)
        self._changed()

    def search(self, text: str, facets: Facets) -> Found:
        """Find the answers that hold every word; those with all words in their questions and topics come first."""
        words = tuple(dict.fromkeys(text.casefold().split()))
        ids = self._matching(words)
        found = [self._rows[one] for one in self._ranked(ids, words)]
        rows = found if facets == Facets() else [row for row in found if facets.lets(row)]
        tags, freshness, states = self._counts(found)
        return Found(tuple(rows), tags, freshness, states)

    def _ranked(self, ids: tuple[str, ...], words: tuple[str, ...]) -> Sequence[str]:
        if not words:
            return ids
        heads = self._heads
        first = {one for one in ids if all(word in heads[one] for word in words)}
        if len(first) in (0, len(ids)):
            return ids
        return [*(one for one in ids if one in first), *(one for one in ids if one not in first)]

    def _counts(self, found: Sequence[AnswerRow]) -> tuple[Counter[str], Counter[str], Counter[str]]:
        if len(found) == len(self._rows) and self._totals is not None:
            return self._totals
        counts = (
            Counter(tag for row in found for tag in row.tags),
            Counter(str(row.freshness) for row in found),
            Counter(str(row.state) for row in found),
        )
        if len(found) == len(self._rows):
            self._totals = counts
        return counts

    def _changed(self) -> None:
        self._last = ((), ())
        self._totals = None
        self._wordings = None

    def _matching(self, words: tuple[str, ...]) -> tuple[str, ...]:
        if not words:
            return tuple(self._rows)
        before, kept = self._last
        narrows = bool(before) and all(any(old in word for word in words) for old in before)
        candidates: Iterable[str] = kept if narrows else self._rows
        heads, texts = self._heads, self._texts
        for word in words:
            candidates = [one for one in candidates if word in heads[one] or word in texts[one]]
        self._last = (words, tuple(candidates))
        return self._last[1]
