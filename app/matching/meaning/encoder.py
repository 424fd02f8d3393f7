"""The language model at work: texts in, unit vectors out."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.matching.meaning.wordpiece import WordPiece

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

MODEL_FILE = "minilm-l6-int8.onnx"
VOCABULARY_FILE = "minilm-l6-vocabulary.txt"
DIMENSIONS = 384
_BATCH = 8
"""Texts at a time: on two cores larger batches only cost memory."""


class Encoder:
    """MiniLM-L6 with 8-bit weights in ONNX Runtime."""

    def __init__(self, folder: Path) -> None:
        """Load the model from `folder`. Raises FileNotFoundError or ImportError where it cannot be had."""
        _keep_runtime_silent()
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        model, vocabulary = folder / MODEL_FILE, folder / VOCABULARY_FILE
        content = model.read_bytes()
        self.identity = hashlib.sha256(content).hexdigest()
        """SHA-256 of the model file: vectors of another model do not compare."""
        tokens = vocabulary.read_text(encoding="utf-8").splitlines()
        self._wordpiece = WordPiece({token: number for number, token in enumerate(tokens)})
        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # a waiting core is left to others
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[str]) -> "NDArray[numpy.float32]":
        """Give one row of 384 numbers, of length 1, for each text."""
        import numpy

        rows = numpy.zeros((len(texts), DIMENSIONS), dtype=numpy.float32)
        numbers = [self._wordpiece.encode(text) for text in texts]
        by_length = sorted(range(len(texts)), key=lambda place: len(numbers[place]))
        for first in range(0, len(by_length), _BATCH):
            places = by_length[first : first + _BATCH]
            rows[places] = self._run([numbers[place] for place in places])
        return rows

    def _run(self, batch: Sequence[Sequence[int]]) -> "NDArray[numpy.float32]":
        import numpy

        width = max(map(len, batch))
        tokens = numpy.zeros((len(batch), width), dtype=numpy.int64)
        seen = numpy.zeros((len(batch), width), dtype=numpy.float32)
        for row, numbers in enumerate(batch):
            tokens[row, : len(numbers)] = numbers
            seen[row, : len(numbers)] = 1
        vectors: NDArray[numpy.float32] = self._session.run(None, {"tokens": tokens, "seen": seen})[0]
        return vectors


def _keep_runtime_silent() -> None:
    """Turn off what ONNX Runtime reports to its maker, before it is loaded.

    Its published builds keep an identifier of the machine in the home folder and send events unless the environment
    says no; the call `disable_telemetry_events` alone comes too late for the first event (its Privacy.md, 1.24 on).
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["ORT_TELEMETRY_DISABLED"] = "1"
