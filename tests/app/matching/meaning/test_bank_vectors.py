"""The wordings of the bank as vectors: kept beside the model, and the nearest found."""

from pathlib import Path

import numpy
import pytest
from numpy.typing import NDArray

from app.matching.meaning.bank_vectors import SCALE, BankVectors, digest_of, read_vectors
from app.matching.meaning.encoder import DIMENSIONS
from app.matching.meaning.model import LocalMeaning
from app.matching.meaning.read_bank import write_vectors
from app.matching.question_bank import load_bank
from app.paths import MODEL

BANK = load_bank()
VAT, FRAUD = "VAT registration number", "Have you been found guilty of fraud?"
needs_model = pytest.mark.skipif(not LocalMeaning(MODEL).model, reason="the model is not built")


def _encode(texts: list[str] | tuple[str, ...]) -> NDArray[numpy.float32]:
    """A stand-in: texts on fraud point one way, all others another."""
    rows = numpy.zeros((len(texts), DIMENSIONS), dtype=numpy.float32)
    for row, text in enumerate(texts):
        rows[row, 0 if "fraud" in text.lower() else 1] = 1
    return rows


def _vectors(*texts: str) -> BankVectors:
    rows = (_encode(texts) * SCALE).astype(numpy.int8)
    return BankVectors(BANK, {digest_of(text): row for text, row in zip(texts, rows, strict=True)}, _encode)


def test_the_nearest_wording_of_each_question_comes_first() -> None:
    wordings = [one.labels[0] for one in BANK.questions if one.id in ("exclusion.fraud", "identity.vat_number")]
    near = _vectors(*wordings).nearest(["Were you guilty of fraud?"])[0]
    assert [one.canonical.id for one in near] == ["exclusion.fraud", "identity.vat_number"]
    assert [round(one.cosine, 2) for one in near] == [1, 0]


def test_without_kept_vectors_nothing_is_near() -> None:
    assert _vectors().nearest(["Were you guilty of fraud?"]) == [()]
    assert _vectors(BANK.questions[0].labels[0]).nearest([]) == []


def test_vectors_of_another_model_are_not_read(tmp_path: Path) -> None:
    assert read_vectors(tmp_path, "a model") == {}


@needs_model
def test_what_the_model_reads_is_kept_and_found_again(tmp_path: Path) -> None:
    for path in MODEL.glob("minilm*"):
        (tmp_path / path.name).symlink_to(path)
    few = type(BANK)(BANK.version, BANK.lexicon, BANK.questions[:12], BANK.axes)
    write_vectors(tmp_path, few)
    meaning = LocalMeaning(tmp_path)
    assert read_vectors(tmp_path, "another model") == {}
    best = meaning.nearest([few.questions[0].wordings[0]])[0][0]
    assert best.canonical.id == few.questions[0].id
    assert best.cosine > 0.97
