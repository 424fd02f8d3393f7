import time

import pytest

from app.readers import read_file
from tests.samples.word import cell, p, row, table, write_docx

_STEPS = (100, 1_000, 10_000)


def _matrix(count):
    rows = [[f"{i}", f"Describe how you do thing {i} in no more than 200 words.", ""] for i in range(count)]
    return [table(["Ref", "Question", "Response"], *rows)]


def _ticks(count):
    heads = [row("No.", "Requirement", cell("Compliance", span=2)), row("", "", "Yes", "No")]
    return [table(*heads, *[[f"{i}", f"The system must do thing {i}.", "", ""] for i in range(count)])]


def _lines(count):
    return [p(f"Name {i}: ________") for i in range(count)]


@pytest.mark.bench
@pytest.mark.parametrize("shape", [_matrix, _ticks, _lines])
def test_reading_grows_no_faster_than_the_file(tmp_path, shape, record_property):
    seconds = []
    for count in _STEPS:
        path = write_docx(tmp_path / "form.docx", *shape(count))
        start = time.process_time()
        assert len(read_file(path).questions) == count
        seconds.append(time.process_time() - start)
        record_property(f"{shape.__name__[1:]} {count}", round(seconds[-1], 3))
    assert seconds[-1] < 15 * max(seconds[-2], 0.1)
