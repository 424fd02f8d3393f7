"""Let the model read the question bank: `python -m app.matching.meaning.read_bank FOLDER`, where FOLDER has the model.

Run when the program is built. A wording that is added later is compared by its words alone until it is run again.
"""

import sys
from pathlib import Path

from app.matching.bank_index import index_of
from app.matching.meaning.bank_vectors import SCALE, VECTORS_FILE, digest_of
from app.matching.meaning.encoder import Encoder
from app.matching.question_bank import QuestionBank, load_bank


def write_vectors(folder: Path, bank: QuestionBank) -> Path:
    """Read every wording of the bank with the model in the folder. Raises FileNotFoundError where there is none."""
    import numpy

    encoder = Encoder(folder)
    texts = sorted({wording.text for wordings in index_of(bank).wordings.values() for wording in wordings})
    rows = numpy.rint(encoder.encode(texts) * SCALE).astype(numpy.int8)
    digests = numpy.array([list(digest_of(text)) for text in texts], dtype=numpy.uint8)
    path = folder / VECTORS_FILE
    numpy.savez_compressed(path, model=numpy.array(encoder.identity), digests=digests, rows=rows)
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{write_vectors(Path(sys.argv[1]), load_bank())}\n")
