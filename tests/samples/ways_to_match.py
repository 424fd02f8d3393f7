"""Ways to find a kept answer: ours, and what else is at hand, all on the same library and questions.

`python -m tests.samples.ways_to_match NAME` times one way on 10,000 made answers and prints seconds and memory.
The seconds are those of the processor, of all cores together: on a machine with nothing else to do it takes less.
"""

import json
import math
import random
import re
import resource
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Question, Slot
from app.domain.records import AnswerVariant, LibraryAnswer
from app.domain.suggestions import SourceKind
from app.matching import match_questions
from app.matching.meaning.encoder import DIMENSIONS
from app.matching.meaning.index import to_blob
from app.matching.meaning.model import LocalMeaning
from app.paths import RESOURCES
from tests.samples.match_sets import Doc, Query

MOST = 10
Found = list[tuple[str, float]]
"""Ids, best first, each with its score."""
Way = Callable[[Sequence[Doc], Sequence[Query]], list[Found]]
_WORD = re.compile(r"[a-z0-9]+")
_MODEL = LocalMeaning(RESOURCES / "model")
_read: dict[str, object] = {}


def _encode(texts: Sequence[str]):  # type: ignore[no-untyped-def]
    """Turn texts into vectors, each once in a process."""
    import numpy

    new = [text for text in dict.fromkeys(texts) if text not in _read]
    if new:
        _read.update(zip(new, _MODEL.encode(new), strict=True))
    return numpy.stack([_read[text] for text in texts])


def profile_of(library: Sequence[Doc]) -> Profile:
    """Keep the answers; one without a text gets a token, so that only its wording can match."""
    return Profile(
        answers=tuple(
            LibraryAnswer(one.id, one.id, one.wordings, (AnswerVariant(one.body or one.id.upper()),), tags=one.tags)
            for one in library
        )
    )


def questions_of(queries: Sequence[Query]) -> list[Question]:
    """Put the questions into one form."""
    kind = Kind.LONG_TEXT if any(one.section for one in queries) else Kind.TEXT
    return [
        Question(f"q{at}", one.text, Slot(f"Q!C{at + 2}"), kind, section=one.section) for at, one in enumerate(queries)
    ]


def ours(library: Sequence[Doc], queries: Sequence[Query], *, model: bool = True) -> list[Found]:
    """Match as the program does, with vectors of every answer."""
    profile = profile_of(library)
    texts = _MODEL.texts(profile, ()) if model else {}
    vectors = {digest: to_blob(_encode(own)) for digest, own in texts.items()}
    return _match(profile, queries, vectors, model=model)


def without_model(library: Sequence[Doc], queries: Sequence[Query]) -> list[Found]:
    """Match as the program does where the model file is missing."""
    return ours(library, queries, model=False)


def _match(profile: Profile, queries: Sequence[Query], vectors: dict[str, bytes], *, model: bool) -> list[Found]:
    dates = ReferenceDates.all_on(date(2026, 11, 22))
    asked = questions_of(queries)
    offers = match_questions(asked, profile, (), None, dates, vectors, _MODEL.encode if model else None)
    return [
        [(one.source.id, one.confidence) for one in offers[question.id] if one.source.kind is SourceKind.ANSWER]
        for question in asked
    ]


def fts5(library: Sequence[Doc], queries: Sequence[Query]) -> list[Found]:
    """SQLite's full-text search with Porter's stems, any word, in its own order."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE kept USING fts5(wording, body, tokenize='porter')")
    base.executemany("INSERT INTO kept VALUES (?, ?)", ((" ".join(one.wordings), one.body) for one in library))
    found = []
    for query in queries:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(_WORD.findall(query.text.lower())))
        rows = base.execute(
            "SELECT rowid, -bm25(kept) FROM kept WHERE kept MATCH ? ORDER BY rank LIMIT ?", (words, MOST)
        )
        found.append([(library[row - 1].id, score) for row, score in rows])
    base.close()
    return found


def bm25(library: Sequence[Doc], queries: Sequence[Query], k: float = 1.5, b: float = 0.75) -> list[Found]:
    """Okapi BM25 over wording and text."""
    texts = [Counter(_WORD.findall(" ".join((*one.wordings, one.body)).lower())) for one in library]
    lengths = [text.total() for text in texts]
    mean = sum(lengths) / len(lengths)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, text in enumerate(texts):
        for word, count in text.items():
            postings[word].append((at, count * (k + 1) / (count + k * (1 - b + b * lengths[at] / mean))))
    found = []
    for query in queries:
        scores: Counter[int] = Counter()
        for word in _WORD.findall(query.text.lower()):
            rarity = math.log(1 + (len(texts) - len(postings[word]) + 0.5) / (len(postings[word]) + 0.5))
            for at, weight in postings[word]:
                scores[at] += rarity * weight  # type: ignore[assignment]
        found.append([(library[at].id, score) for at, score in scores.most_common(MOST)])
    return found


def rapidfuzz(library: Sequence[Doc], queries: Sequence[Query]) -> list[Found]:
    """rapidfuzz's token_set_ratio against the wordings."""
    import numpy
    from rapidfuzz import fuzz, process

    worded = [(at, wording.lower()) for at, one in enumerate(library) for wording in one.wordings]
    owners = numpy.array([at for at, _ in worded])
    found = []
    for query in queries:
        scores = process.cdist([query.text.lower()], [text for _, text in worded], scorer=fuzz.token_set_ratio)[0]
        best = numpy.argsort(-scores, kind="stable")[: MOST * 3]
        ranked = dict.fromkeys(int(owners[at]) for at in best)
        top = {owner: float(max(scores[owners == owner])) / 100 for owner in ranked}
        found.append([(library[owner].id, top[owner]) for owner in list(ranked)[:MOST]])
    return found


def minilm(library: Sequence[Doc], queries: Sequence[Query]) -> list[Found]:
    """The model alone: cosine of the question with wording and text, the best wording of each answer."""
    worded = [(at, f"{wording} {one.body}".strip()) for at, one in enumerate(library) for wording in one.wordings]
    return _nearest(library, queries, [at for at, _ in worded], _encode([text for _, text in worded]))


def _nearest(library, queries, owners, rows) -> list[Found]:  # type: ignore[no-untyped-def]
    import numpy

    near = _encode([one.text for one in queries]) @ rows.T
    found = []
    for scores in near:
        best = numpy.argsort(-scores)[: MOST * 3].tolist()
        ranked: dict[int, float] = {}
        for at in best:
            ranked.setdefault(owners[at], max(0.0, float(scores[at])))
        found.append([(library[owner].id, score) for owner, score in list(ranked.items())[:MOST]])
    return found


WAYS: dict[str, Way] = {
    "Bidfolio": ours,
    "Bidfolio, model removed": without_model,
    "SQLite FTS5": fts5,
    "BM25": bm25,
    "rapidfuzz": rapidfuzz,
    "MiniLM alone": minilm,
}
BOUNDED = ("Bidfolio", "Bidfolio, model removed", "rapidfuzz", "MiniLM alone")
"""Ways whose score lies between 0 and 1, so that it can be held against how often they are right."""

_MADE_WORDS = [f"{a}{b}{c}" for a in ("ba", "co", "di", "fu", "le", "mo") for b in "nrstvl" for c in ("ed", "ing", "a")]


def made(answers: int, questions: int, seed: int) -> tuple[list[Doc], list[Query]]:
    """Make answers of 120 words under a question of 12, and questions of 14, from real words and made ones."""
    chance = random.Random(seed)
    real = [word for one in _sample() for word in one.split()]
    words = [*real, *_MADE_WORDS * 20]
    kept = random.Random(1)
    library = [
        Doc(f"a{at}", (" ".join(kept.choices(words, k=12)) + "?",), _prose(kept, words)) for at in range(answers)
    ]
    queries = [
        Query(" ".join(chance.choices(words, k=14)) + "?", "Part > Section", frozenset()) for _ in range(questions)
    ]
    return library, queries


def _prose(chance: random.Random, words: Sequence[str]) -> str:
    return " ".join(" ".join(chance.choices(words, k=20)).replace(".", "") + "." for _ in range(6))


def _sample() -> list[str]:
    answers = json.loads((RESOURCES / "sample" / "profile.json").read_text(encoding="utf-8"))["answers"]
    return [text.lower() for one in answers for text in (*one["questions"], one["variants"][0]["text"])]


def _made_rows(count: int):  # type: ignore[no-untyped-def]
    """Stand in for the vectors of made answers: for time and memory any unit rows do."""
    import numpy

    rows = numpy.random.default_rng(1).normal(size=(count, DIMENSIONS)).astype(numpy.float32)
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def time_way(name: str, answers: int, questions: int) -> dict[str, float]:
    """Time one way in this process: the first form, another form on the same library, and that form once more."""
    library, first = made(answers, questions, 2)
    other = made(0, questions, 3)[1]
    run: Callable[[Sequence[Query]], object]
    if name.startswith("Bidfolio"):
        model, profile = name == "Bidfolio", profile_of(library)
        texts = _MODEL.texts(profile, ()) if model else {}
        vectors = {digest: to_blob(_made_rows(len(own))) for digest, own in texts.items()}
        run = lambda queries: _match(profile, queries, vectors, model=model)  # noqa: E731
    elif name == "MiniLM alone":
        rows = _made_rows(answers)
        run = lambda queries: _nearest(library, queries, list(range(answers)), rows)  # noqa: E731
    else:
        run = lambda queries: WAYS[name](library, queries)  # noqa: E731
    times = []
    for queries in (first, other, other):
        begin = time.process_time()
        run(queries)
        times.append(time.process_time() - begin)
    return {"first": times[0], "other": times[1], "again": times[2], "megabytes": _peak()}


def _peak() -> float:
    """Give the most memory this process has held; on Linux getrusage counts the parent's too."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(time_way(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
