"""Sets to measure matching on: a library, questions in other words, and which answer is right for each."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.paths import RESOURCES

REWORDINGS = Path(__file__).with_name("match") / "rewordings.tsv"
SHARED_PAIRS = Path(__file__).parents[3] / "shared" / "corpus" / "match"
"""Pairs of public forms, where they stand beside the repository."""
_GONE = re.compile(r"\bg cloud\b|\b(?:the|a|an|framework|digital marketplace|nbsp)\b|\b\d{1,2}\b")


@dataclass(frozen=True)
class Doc:
    """One kept answer."""

    id: str
    wordings: tuple[str, ...]
    body: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A question, its headings, and the answers that are right for it; none where it has no answer."""

    text: str
    section: str
    right: frozenset[str]


@dataclass(frozen=True)
class MatchSet:
    """A library and the questions put to it."""

    name: str
    library: tuple[Doc, ...]
    queries: tuple[Query, ...]


def rewordings() -> MatchSet:
    """Give the sample's answers, with their texts, and questions of our own for them."""
    kept = json.loads((RESOURCES / "sample" / "profile.json").read_text(encoding="utf-8"))["answers"]
    library = tuple(
        Doc(one["id"], tuple(one["questions"]), max((v["text"] for v in one["variants"]), key=len), tuple(one["tags"]))
        for one in kept
    )
    queries = tuple(
        Query(row["question"], row["section"], frozenset((row["id"],)) if row["id"] else frozenset())
        for row in _rows(REWORDINGS)
    )
    return MatchSet("own rewordings", library, queries)


def shared_sets() -> list[MatchSet]:
    """Give the sets of pairs that stand beside the repository; none where there is no such folder."""
    paths = sorted(SHARED_PAIRS.glob("*.tsv"))
    return [_pairs(path) for path in paths if "role" in next(_rows(path), {})]


def cross_form() -> list[dict[str, str]]:
    """Give the pairs of questions from two forms, with their relation: `same`, `near`, `trap`."""
    path = SHARED_PAIRS / "uk-cross-form.tsv"
    return list(_rows(path)) if path.is_file() else []


def _pairs(path: Path) -> MatchSet:
    """Read rows of role, id and question; a query that only repeats another answer's wording has two right ones."""
    rows = list(_rows(path))
    kept = [row for row in rows if row["role"] == "library"]
    library = tuple(Doc(f"kept{place:05d}", (row["question"],), "") for place, row in enumerate(kept))
    queries = []
    for row in rows:
        if row["role"] == "query":
            right = {one.id for one, own in zip(library, kept, strict=True) if own["id"] == row["id"]}
            twins = {one.id for one in library if _bare(one.wordings[0]) == _bare(row["question"])}
            queries.append(Query(row["question"], "", frozenset(right | twins if right else ())))
    return MatchSet(path.stem, library, tuple(queries))


def _bare(text: str) -> list[str]:
    plain = text.lower().replace("’", "'").replace("&nbsp;", " ")
    return _GONE.sub(" ", re.sub(r"[^a-z0-9]+", " ", plain)).split()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t")
