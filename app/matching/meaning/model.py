"""The language model as the services see it: which texts it should have read, and their vectors."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.profile import Profile
from app.domain.records import AnswerState
from app.domain.responses import Response
from app.matching.by_meaning import NearWording
from app.matching.kept_texts import KeptText
from app.matching.library import text_of_answer
from app.matching.meaning.bank_vectors import BankVectors, read_vectors
from app.matching.meaning.encoder import DIMENSIONS, MODEL_FILE, Encoder
from app.matching.meaning.entries import Entry
from app.matching.meaning.index import to_blob
from app.matching.memory import text_of_response
from app.matching.question_bank import load_bank

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


_REMEMBERED = 4000
"""Questions of which the vectors are held, at 1.5 KB each."""


class LocalMeaning:
    """The model in a folder of this computer; without it there is no meaning, and words alone are compared."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, NDArray[numpy.float32]] = {}

    @cached_property
    def model(self) -> str:
        """The model by the SHA-256 of its file; empty where it is missing or cannot run on this computer."""
        return self._encoder.identity if self._encoder else ""

    def texts(self, profile: Profile, memory: Sequence[Response]) -> Mapping[str, tuple[str, ...]]:
        """List the texts of every answer in use and of every answer given before, by their digest."""
        if not self.model:
            return {}
        kept = [text_of_answer(one) for one in profile.answers if one.state is not AnswerState.RETIRED]
        given = [text_of_response(one) for one in memory if one.may_be_filled]
        entries = [entry_of(text) for text in (*kept, *given) if text.wordings[0]]
        return {entry.digest(): entry.texts() for entry in entries}

    def vectors(self, texts: Sequence[str]) -> bytes:
        """Turn texts into vectors, as they are kept. Raises FileNotFoundError where there is no model."""
        return to_blob(self._loaded().encode(texts))

    def encode(self, texts: Sequence[str]) -> "NDArray[numpy.float32]":
        """Turn the questions of a form into unit vectors, one row each; those read before are remembered.

        Raises FileNotFoundError where there is no model.
        """
        import numpy

        if len(self._read) > _REMEMBERED:
            self._read.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._read]
        self._read.update(zip(new, self._loaded().encode(new), strict=True))
        return numpy.array([self._read[text] for text in texts], dtype=numpy.float32).reshape(-1, DIMENSIONS)

    def nearest(self, questions: Sequence[str]) -> Sequence[Sequence[NearWording]]:
        """Give for each question the nearest wordings of the question bank; none where there is no model."""
        return self._bank.nearest(questions) if self._bank is not None else [() for _ in questions]

    @cached_property
    def _bank(self) -> BankVectors | None:
        kept = read_vectors(self._folder, self.model) if self.model else {}
        return BankVectors(load_bank(), kept, self.encode) if kept else None

    def _loaded(self) -> Encoder:
        if self._encoder is None:
            raise FileNotFoundError(self._folder / MODEL_FILE)
        return self._encoder

    @cached_property
    def _encoder(self) -> Encoder | None:
        try:
            return Encoder(self._folder)
        except (FileNotFoundError, ImportError, OSError):
            return None


def entry_of(text: KeptText) -> Entry:
    """Take a kept answer as the model sees it."""
    return Entry(text.wordings, text.body)


@lru_cache(maxsize=4)
def entries_of(texts: tuple[KeptText, ...]) -> tuple[Entry, ...]:
    """Take kept answers as the model sees them, or give what was made of the same texts before."""
    return tuple(entry_of(text) for text in texts)
