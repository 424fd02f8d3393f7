"""Matching beside other ways to find a kept answer, in one run on the same libraries and questions.

`make bench` prints the tables of `docs/matching.md`. For the times the library is made, and so are its vectors (unit
rows by chance): reading ten thousand answers with the model is done once, in the background, and is not counted.
Seconds are those of the processor, of all cores together, so that what else the machine does is not measured.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples.match_sets import MatchSet, rewordings, shared_sets
from tests.samples.ways_to_match import BOUNDED, WAYS, Found

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

ANSWERS, QUESTIONS, MOST_SECONDS = 10_000, 300, 2.0
BINS = 10


def test_answers_are_found_in_other_words_more_often_than_by_any_other_way() -> None:
    for given in (rewordings(), *shared_sets()):
        tell(f"\n{given.name}: {len(given.library)} answers, {len(given.queries)} questions")
        tell(f"{'':26}{'top-1':>8}{'recall@5':>10}{'calibration error':>20}")
        reached = {}
        for name, way in WAYS.items():
            found = way(given.library, given.queries)
            reached[name] = top(given, found, 1), top(given, found, 5)
            error = f"{calibration_error(given, found):.3f}" if name in BOUNDED else "-"
            tell(f"{name:26}{reached[name][0]:>8.3f}{reached[name][1]:>10.3f}{error:>20}")
        assert max(reached, key=lambda name: reached[name]) == "Bidfolio", given.name


def test_300_questions_on_10000_answers_take_two_seconds_at_most_when_warm() -> None:
    tell(f"\n{'seconds':26}{'first form':>12}{'another':>9}{'again':>8}{'memory, MB':>12}")
    for name in WAYS:
        took = timed(name)
        tell(f"{name:26}{took['first']:>12.2f}{took['other']:>9.2f}{took['again']:>8.2f}{took['megabytes']:>12.0f}")
        assert took["again"] <= MOST_SECONDS or not name.startswith("Bidfolio")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def timed(name: str) -> dict[str, float]:
    """Time a way in a process of its own, so that its memory is its own too."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.samples.ways_to_match", name, str(ANSWERS), str(QUESTIONS)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    took: dict[str, float] = json.loads(done.stdout)
    return took


def top(given: MatchSet, found: list[Found], count: int) -> float:
    """Share of the questions that have an answer for which a right one stands among the first `count`."""
    hits = [
        any(name in query.right for name, _ in own[:count])
        for query, own in zip(given.queries, found, strict=True)
        if query.right
    ]
    return sum(hits) / len(hits)


def calibration_error(given: MatchSet, found: list[Found]) -> float:
    """Expected calibration error of the first suggestion; for a question without an answer none is right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for query, own in zip(given.queries, found, strict=True):
        if own:
            name, sure = own[0]
            bins.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, name in query.right))
    total = sum(map(len, bins.values()))
    return sum(abs(sum(sure - right for sure, right in one)) for one in bins.values()) / total
