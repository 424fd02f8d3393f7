"""The model itself, where it has been built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import paths
from app.matching.meaning.encoder import DIMENSIONS, MODEL_FILE, Encoder

pytestmark = pytest.mark.skipif(not (paths.MODEL / MODEL_FILE).exists(), reason="the language model is not built")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(paths.MODEL)


def test_a_vector_has_length_one_and_384_numbers(encoder: Encoder) -> None:
    vectors = encoder.encode(["Are you insured?", ""])
    assert vectors.shape == (2, DIMENSIONS)
    assert (vectors**2).sum(axis=1) == pytest.approx([1, 1], abs=1e-4)


def test_rewordings_are_nearer_than_other_questions(encoder: Encoder) -> None:
    asked, reworded, other = encoder.encode(
        [
            "How quickly would you tell us about a personal data breach?",
            "What is your process for notifying clients of an information security incident?",
            "Which insurance cover do you hold for public liability?",
        ]
    )
    assert asked @ reworded > asked @ other + 0.2


def test_the_place_in_a_batch_hardly_moves_a_vector(encoder: Encoder) -> None:
    alone = encoder.encode(["Do you hold ISO 27001?"])[0]
    among = encoder.encode(["Do you hold ISO 27001?", "Describe your approach to social value in detail. " * 20])[0]
    assert alone @ among > 0.98


def test_the_runtime_leaves_no_identifier_of_the_machine_behind(tmp_path: Path) -> None:
    # Its published builds write one, and send events, unless they are told not to before they are loaded.
    work = "from app.matching.meaning.encoder import Encoder; from app.paths import MODEL; Encoder(MODEL).encode(['a'])"
    plain = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", work], env=plain, check=True)
    assert list(tmp_path.rglob("*")) == []
