"""What an answer means, from three sides: its questions, itself as a whole, and its passages.

A library title is often a topic and not a question, and the sentence that answers stands deep in a body. Each side
alone finds fewer answers than the three together (measured in `tests/benchmarks/test_matching.py`).
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
_SENTENCES_A_PASSAGE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer as the model sees it."""

    wordings: tuple[str, ...]
    """The questions it answers, or its title; at least one."""
    body: str

    def texts(self) -> tuple[str, ...]:
        """List what is turned into vectors: each wording, the whole, each passage under its first wording."""
        return (*self.wordings, self._whole(), *self._passages())

    def digest(self) -> str:
        """Name the entry by its texts: SHA-256 in hexadecimal."""
        return hashlib.sha256("\x00".join(self.texts()).encode()).hexdigest()

    def _whole(self) -> str:
        return f"{self.wordings[0]} {self.body}".strip()

    def _passages(self) -> list[str]:
        title = self.wordings[0].rstrip("?. ")
        sentences = [sentence for sentence in _SENTENCE_END.split(self.body) if sentence.strip()]
        pairs = range(0, len(sentences), _SENTENCES_A_PASSAGE)
        return [f"{title}. {' '.join(sentences[at : at + _SENTENCES_A_PASSAGE])}" for at in pairs]


def sides(entries: Sequence[Entry]) -> list[tuple[int, int, int]]:
    """Give for each entry how many rows its wordings, its whole and its passages take, in this order."""
    counts = []
    for entry in entries:
        wordings = len(entry.wordings)
        counts.append((wordings, 1, len(entry.texts()) - wordings - 1))
    return counts
