"""The wordings of the question bank as the model sees them: read when the program is built, compared when it runs."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.matching.bank_index import index_of
from app.matching.by_meaning import NearWording
from app.matching.meaning.index import DIMENSIONS, Encode
from app.matching.question_bank import QuestionBank

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

VECTORS_FILE = "question-bank-vectors.npz"
SCALE = 127.0
"""Vectors are kept as whole numbers of 8 bits."""
_NEAREST = 12


class BankVectors:
    """The vectors of a bank's wordings, ready to be compared with questions."""

    def __init__(self, bank: QuestionBank, kept: "dict[bytes, NDArray[numpy.int8]]", encode: Encode) -> None:
        """Take the vectors that are kept, by the digest of their wording."""
        import numpy

        index = index_of(bank)
        known = [
            (one, wording, kept[digest])
            for one in bank.questions
            for wording in sorted(index.wordings[one.id], key=lambda wording: wording.negated)
            if not wording.bare and (digest := digest_of(wording.text)) in kept
        ]
        self._known = [(one, wording) for one, wording, _ in known]
        rows = numpy.array([row for _, _, row in known], dtype=numpy.float32).reshape(-1, DIMENSIONS)
        self._rows = rows / SCALE
        groups = [(one.id, wording.negated) for one, wording in self._known]
        self._starts = [at for at, group in enumerate(groups) if at == 0 or groups[at - 1] != group]
        self._encode = encode

    def nearest(self, questions: Sequence[str]) -> list[tuple[NearWording, ...]]:
        """Give for each question the nearest wording of each of the nearest canonical questions, best first."""
        import numpy

        if not self._known or not questions:
            return [() for _ in questions]
        found: list[tuple[NearWording, ...]] = []
        ends = [*self._starts[1:], len(self._known)]
        for cosines in self._encode(questions) @ self._rows.T:
            groups = numpy.argsort(-numpy.maximum.reduceat(cosines, self._starts))[:_NEAREST]
            places = [self._starts[one] + int(cosines[self._starts[one] : ends[one]].argmax()) for one in groups]
            known = [(*self._known[place], float(cosines[place])) for place in places]
            found.append(tuple(NearWording(one, wording, cosine) for one, wording, cosine in known))
        return found


def read_vectors(folder: Path, model: str) -> "dict[bytes, NDArray[numpy.int8]]":
    """Give the vectors that this model made of wordings, by digest; none where they were not read, or by another."""
    import numpy

    path = folder / VECTORS_FILE
    if not path.is_file():
        return {}
    with numpy.load(path, allow_pickle=False) as kept:
        if str(kept["model"]) != model:
            return {}
        return dict(zip((one.tobytes() for one in kept["digests"]), kept["rows"], strict=True))


def digest_of(text: str) -> bytes:
    """Give the name under which the vector of a wording is kept."""
    return hashlib.sha256(text.encode()).digest()[:12]
