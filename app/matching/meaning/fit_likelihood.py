"""Fit how sure a likeness is: `python -m app.matching.meaning.fit_likelihood REWORDINGS.tsv [OUT.json]`.

The data is apart from what the program is measured on: wordings of the question bank, one of each question held back
in turn and every fifth question missing from the library, without the bank's own recognition; and every second row
of the rewordings of the sample's answers. Both count the same. The other rows only tell how well the weights fit.
"""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.questionnaire import Kind, Question, Slot
from app.domain.suggestions import GREEN, Source, SourceKind, Suggestion
from app.matching.context import surroundings
from app.matching.kept_texts import KeptText
from app.matching.likelihood import BY_WORDS, FILE, WITH_MODEL, Features, Likelihood
from app.matching.meaning.index import to_blob
from app.matching.meaning.model import LocalMeaning, entry_of
from app.matching.meaning.nearness import Nearness
from app.matching.question_bank import QuestionBank, load_bank
from app.matching.recognise import recognise
from app.matching.shelf import Kept, Shelf
from app.paths import RESOURCES

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

FOLDS, MISSING_EVERY = 3, 5
_STEPS, _PENALTY = 50, 1.0
"""Newton's steps, and how much large weights cost."""
_FIRST, _APART = 0.2, 1e-6


@dataclass(frozen=True, slots=True)
class Case:
    """Kept answers, and questions with the place of the answer that is right; None where there is none."""

    kept: tuple[KeptText, ...]
    asked: tuple[tuple[str, str], ...]
    """Question and heading."""
    right: tuple[int | None, ...]
    known: bool = False
    """Whether the bank may recognise the questions."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The features of one first suggestion, whether it was right, and what it counts."""

    features: Features
    right: bool
    weight: float = 1.0


def bank_cases(bank: QuestionBank) -> list[Case]:
    """Keep all wordings of each question but one, and ask that one."""
    several = [one for one in bank.questions if len(one.wordings) > 1]
    cases = []
    for fold in range(FOLDS):
        kept: list[KeptText] = []
        asked, right = [], []
        for place, one in enumerate(several):
            held = fold % len(one.wordings)
            asked.append((one.wordings[held], ""))
            missing = (place + fold) % MISSING_EVERY == 0
            right.append(None if missing else len(kept))
            if not missing:
                kept.append(KeptText(tuple(w for at, w in enumerate(one.wordings) if at != held), ""))
        cases.append(Case(tuple(kept), tuple(asked), tuple(right)))
    return cases


def rewording_case(path: Path, parity: int) -> Case:
    """Ask every second row of the rewordings of the sample's answers."""
    answers = json.loads((RESOURCES / "sample" / "profile.json").read_text(encoding="utf-8"))["answers"]
    texts = [
        KeptText(
            tuple(one["questions"]),
            " ".join((*one.get("tags", ()), max((v["text"] for v in one["variants"]), key=len))),
        )
        for one in answers
    ]
    places = {one["id"]: at for at, one in enumerate(answers)}
    with path.open(newline="", encoding="utf-8") as file:
        rows = [row for at, row in enumerate(csv.DictReader(file, delimiter="\t")) if at % 2 == parity]
    asked = tuple((row["question"], row["section"]) for row in rows)
    return Case(tuple(texts), asked, tuple(places.get(row["id"]) for row in rows), known=True)


def samples_of(case: Case, bank: QuestionBank, model: LocalMeaning | None) -> list[Sample]:
    """Give the likeness of the first suggestion for each question, where it is not sure for a reason of its own."""
    questions = [
        Question(f"q{at}", text, Slot(f"Q!C{at}"), Kind.LONG_TEXT, section=section)
        for at, (text, section) in enumerate(case.asked)
    ]
    places = surroundings(questions, bank)
    recognised = {place.asked.question.id: recognise(place, bank) if case.known else () for place in places}
    seen: list[Features] = []

    def remember(features: Features) -> float:
        """Give each its own small confidence, by which it is found again."""
        seen.append(features)
        return _FIRST + _APART * (len(seen) - 1)

    shelf = Shelf([Kept(text, partial(_offer, at)) for at, text in enumerate(case.kept)], bank, remember)
    offers = shelf.offer(places, recognised, _nearness(case, model) if model else None)
    found = []
    for question, right in zip(questions, case.right, strict=True):
        first = next(iter(offers[question.id]), None)
        if first is not None and first.confidence < GREEN:
            features = seen[round((first.confidence - _FIRST) / _APART)]
            found.append(Sample(features, first.source.id == str(right)))
    return found


def fit(samples: Sequence[Sample]) -> Likelihood:
    """Fit a logistic regression by Newton's method, large weights held down a little."""
    import numpy

    numbers = numpy.array([one.features.numbers() for one in samples])
    right = numpy.array([float(one.right) for one in samples])
    counts = numpy.array([one.weight for one in samples])
    penalty = _PENALTY * numpy.diag([1e-3, *[1.0] * (numbers.shape[1] - 1)])
    weights = numpy.zeros(numbers.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + numpy.exp(-numbers @ weights))
        slope = numbers.T @ (counts * (sure - right)) + penalty @ weights
        bend = (numbers * (counts * sure * (1 - sure))[:, None]).T @ numbers + penalty
        weights = weights - numpy.linalg.solve(bend, slope)
    return Likelihood(tuple(round(float(weight), 3) for weight in weights))


def error(likelihood: Likelihood, samples: Sequence[Sample], bins: int = 10) -> float:
    """Give the expected calibration error."""
    sums = [0.0] * bins
    for one in samples:
        sure = likelihood.of(one.features)
        sums[min(int(sure * bins), bins - 1)] += one.weight * (sure - one.right)
    return sum(map(abs, sums)) / sum(one.weight for one in samples)


def main(rewordings: Path, out: Path = FILE) -> None:
    """Fit both, write their weights, and tell their error on the rows that were kept apart."""
    bank, model = load_bank(), LocalMeaning(RESOURCES / "model")
    document: dict[str, object] = {"made_by": "python -m app.matching.meaning.fit_likelihood", "bank": bank.version}
    document["made_on"] = date.today().isoformat()  # noqa: DTZ011
    for name, reader in ((WITH_MODEL, model), (BY_WORDS, None)):
        of_bank = [one for case in bank_cases(bank) for one in samples_of(case, bank, reader)]
        ours, apart = (samples_of(rewording_case(rewordings, parity), bank, reader) for parity in (0, 1))
        even = [Sample(one.features, one.right, len(of_bank) / len(ours)) for one in ours]
        fitted = fit([*of_bank, *even])
        document[name] = fitted.weights
        counts = f"{len(of_bank)} of the bank, {len(ours)} rewordings, {len(apart)} apart"
        sys.stdout.write(f"{name}: {fitted.weights}\n{counts}; error apart {error(fitted, apart):.3f}\n")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(document) + "\n", encoding="utf-8")


def _offer(place: int, question: Question, confidence: float, why: str) -> Suggestion:
    return Suggestion(question.id, "", str(place), confidence, Source(SourceKind.ANSWER, str(place), "", why))


def _nearness(case: Case, model: LocalMeaning) -> "NDArray[numpy.float32]":
    entries = [entry_of(text) for text in case.kept]
    vectors = {entry.digest(): to_blob(model.encode(entry.texts())) for entry in entries}
    return Nearness([text for text, _ in case.asked], model.encode, vectors).to(entries)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
