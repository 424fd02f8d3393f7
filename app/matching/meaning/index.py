"""Many answers as one matrix: how near each question is to each answer, side by side."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from app.matching.meaning.entries import Entry

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Matrix = NDArray[numpy.float32]

DIMENSIONS = 384


Encode = Callable[[Sequence[str]], "Matrix"]
"""Turns texts into unit vectors, one row each."""


def to_blob(rows: "Matrix") -> bytes:
    """Write vectors down as half-precision numbers, little-endian, row after row."""
    return rows.astype("<f2").tobytes()


def vectors_of(entry: Entry, encode: Encode) -> bytes:
    """Compute the vectors of an entry as they are kept."""
    return to_blob(encode(entry.texts()))


class MeaningIndex:
    """The vectors of some answers, ready to be compared with."""

    def __init__(self, entries: Sequence[Entry], kept: Mapping[str, bytes]) -> None:
        """Take entries and their kept vectors by digest; an entry without vectors scores nothing."""
        import numpy

        self._places = [place for place, entry in enumerate(entries) if entry.digest() in kept]
        self._size = len(entries)
        mine = [entries[place] for place in self._places]
        counts = numpy.array([entry.sides for entry in mine], dtype=numpy.int64).reshape(-1, 2)
        joined = b"".join([kept[entry.digest()] for entry in mine])
        self._rows = numpy.frombuffer(joined, dtype="<f2").astype(numpy.float32).reshape(-1, DIMENSIONS)
        self._starts = numpy.concatenate(([0], counts.ravel().cumsum()))[:-1]
        self._empty = (counts == 0).ravel()

    def compare(self, questions: "Matrix") -> "tuple[Matrix, Matrix]":
        """Give two matrices [questions, entries]: the best cosine with a wording, and with a passage.

        0 stands where there is nothing to compare with.
        """
        import numpy

        out = numpy.zeros((2, len(questions), self._size), dtype=numpy.float32)
        if self._places and len(questions):
            near = questions @ self._rows.T
            near = numpy.concatenate((near, numpy.zeros((len(questions), 1), dtype=numpy.float32)), axis=1)
            best = numpy.maximum.reduceat(near, self._starts, axis=1)
            best[:, self._empty] = 0
            for side in range(2):
                out[side][:, self._places] = best[:, side::2]
        return out[0], out[1]
