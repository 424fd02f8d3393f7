"""Questions against answers from both sides."""

import numpy
import pytest
from numpy.typing import NDArray

from app.matching.meaning.entries import Entry
from app.matching.meaning.index import DIMENSIONS, MeaningIndex, vectors_of

WORDS = ("backup", "restore", "people", "training", "lift")


def encode(texts: list[str] | tuple[str, ...]) -> NDArray[numpy.float32]:
    """A stand-in whose vectors count a few words."""
    rows = numpy.zeros((len(texts), DIMENSIONS), dtype=numpy.float32)
    for row, text in enumerate(texts):
        for column, word in enumerate(WORDS):
            rows[row, column] = text.lower().count(word)
    lengths = numpy.linalg.norm(rows, axis=1, keepdims=True)
    return rows / numpy.where(lengths == 0, 1, lengths)


BACKUP = Entry(("How do you back up?", "backup"), "We are careful. We keep a backup. Each restore is tested. So there.")
TRAINING = Entry(("training",), "")


def test_each_side_finds_its_own_text() -> None:
    kept = {entry.digest(): vectors_of(entry, encode) for entry in (BACKUP, TRAINING)}
    wording, passage = MeaningIndex([BACKUP, TRAINING], kept).compare(encode(["backup", "restore", "training"]))
    assert wording[0, 0] == pytest.approx(1, abs=1e-3)
    assert wording[1, 0] == 0
    assert passage[1, 0] == pytest.approx(1, abs=1e-3)
    assert wording[2, 1] == pytest.approx(1, abs=1e-3)
    assert passage[2, 1] == 0


def test_an_answer_without_vectors_scores_nothing() -> None:
    kept = {TRAINING.digest(): vectors_of(TRAINING, encode)}
    wording, _ = MeaningIndex([BACKUP, TRAINING], kept).compare(encode(["backup"]))
    assert wording.tolist() == [[0.0, 0.0]]


def test_no_answers_and_no_questions_are_no_trouble() -> None:
    assert MeaningIndex([], {}).compare(encode(["backup"]))[0].shape == (1, 0)
    kept = {BACKUP.digest(): vectors_of(BACKUP, encode)}
    assert MeaningIndex([BACKUP], kept).compare(encode([]))[0].shape == (0, 1)


def test_a_changed_body_is_another_entry() -> None:
    assert Entry(("a",), "b").digest() != Entry(("a",), "c").digest()
