"""How near the questions of a form come to kept answers by meaning, as one number for each pair."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.matching.meaning.entries import Entry
from app.matching.meaning.index import Encode, MeaningIndex

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Matrix = NDArray[numpy.float32]

WORDING, PASSAGE = 0.4, 0.6
"""What the best wording and the best passage count; of an answer that says next to nothing, only wordings count."""
_SAYS_SOMETHING = 3
"""Words."""


class Nearness:
    """Questions as vectors, read once, to be compared with several sets of kept answers."""

    def __init__(self, questions: Sequence[str], encode: Encode, kept: Mapping[str, bytes]) -> None:
        """Take the questions and the vectors that are kept, by the digest of their texts."""
        self._questions = encode(questions)
        self._kept = kept

    def to(self, entries: Sequence[Entry]) -> "Matrix":
        """Give a matrix [questions, entries]; 0 where an entry has no vectors yet."""
        import numpy

        wording, passage = MeaningIndex(entries, self._kept).compare(self._questions)
        says = numpy.array([len(entry.body.split()) > _SAYS_SOMETHING for entry in entries], dtype=bool)
        near = numpy.where(says[None, :], WORDING * wording + PASSAGE * passage, wording)
        return numpy.maximum(near, 0).astype(numpy.float32)

    def passages(self, question: int, entry: Entry) -> list[float]:
        """Give the cosine of a question with each passage of an entry; nothing where it has not been read."""
        import numpy

        blob = self._kept.get(entry.digest())
        if blob is None:
            return []
        rows = numpy.frombuffer(blob, dtype="<f2").astype(numpy.float32).reshape(-1, self._questions.shape[1])
        near: list[float] = (rows[entry.sides[0] :] @ self._questions[question]).tolist()
        return near
