"""What an answer means, from two sides: the questions it is kept under, and its passages.

A library title is often a topic and not a question, and the sentence that answers stands deep in a body. Either side
alone finds fewer answers than both together; the body as a whole adds nothing to its passages and costs most to read
(measured on `tests/samples/match/rewordings.tsv`).
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
_SENTENCES_A_PASSAGE = 2


@dataclass(frozen=True)
class Entry:
    """One answer as the model sees it."""

    wordings: tuple[str, ...]
    """The questions it answers, or its title; at least one."""
    body: str

    def texts(self) -> tuple[str, ...]:
        """List what is turned into vectors: each wording, then each passage under the first wording."""
        return (*self.wordings, *self._passages)

    def digest(self) -> str:
        """Name the entry by its texts: SHA-256 in hexadecimal."""
        return self._digest

    @property
    def sides(self) -> tuple[int, int]:
        """Tell how many rows its wordings and its passages take, in this order."""
        return len(self.wordings), len(self._passages)

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256("\x00".join(self.texts()).encode()).hexdigest()

    @cached_property
    def _passages(self) -> list[str]:
        title = self.wordings[0].rstrip("?. ")
        return [f"{title}. {passage}" for passage in passages_of(self.body)]


def passages_of(body: str) -> list[str]:
    """Cut a text into passages of two sentences."""
    sentences = [sentence for sentence in _SENTENCE_END.split(body) if sentence.strip()]
    pairs = range(0, len(sentences), _SENTENCES_A_PASSAGE)
    return [" ".join(sentences[at : at + _SENTENCES_A_PASSAGE]) for at in pairs]
