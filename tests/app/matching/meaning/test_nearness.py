"""One number for each question and each kept answer."""

import numpy
from numpy.typing import NDArray

from app.matching.meaning.entries import Entry
from app.matching.meaning.index import DIMENSIONS, vectors_of
from app.matching.meaning.nearness import Nearness


def encode(texts: list[str] | tuple[str, ...]) -> NDArray[numpy.float32]:
    """A stand-in: texts with "backup" point one way, all others another."""
    rows = numpy.zeros((len(texts), DIMENSIONS), dtype=numpy.float32)
    for row, text in enumerate(texts):
        rows[row, 0 if "backup" in text.lower() else 1] = 1
    return rows


def test_an_answer_whose_passage_fits_is_nearer_than_one_that_fits_nowhere() -> None:
    fits = Entry(("Resilience",), "We take care of things. Every backup is tested once a month by us.")
    other = Entry(("Resilience",), "We take care of things. Every lift is tested once a month by us.")
    kept = {entry.digest(): vectors_of(entry, encode) for entry in (fits, other)}
    near = Nearness(["How is the backup tested?"], encode, kept).to([fits, other])
    assert near[0, 0] > 0.5
    assert near[0, 1] == 0


def test_an_answer_that_says_next_to_nothing_is_judged_by_its_wording() -> None:
    yes = Entry(("Do you test each backup?",), "Yes")
    near = Nearness(["Is the backup tested?"], encode, {yes.digest(): vectors_of(yes, encode)}).to([yes])
    assert near[0, 0] == 1


def test_no_kept_answers_are_no_trouble() -> None:
    assert Nearness(["Is the backup tested?"], encode, {}).to([]).shape == (1, 0)
