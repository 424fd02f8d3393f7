"""How long reading takes: by the number of questions, and of whole processes on files as large as buyers send."""

import resource
import subprocess
import sys
import time

import pytest

from app.readers import read_file
from tests.samples.excel import choice, heading, put, save, sheet
from tests.samples.pdf import write_pdf
from tests.samples.word import cell, p, row, table, write_docx

pytestmark = pytest.mark.bench

_STEPS = (100, 1_000, 10_000)
_LINES_OF_A_PAGE = 32
_RUNS = 5


def _matrix(path, count):
    rows = [[f"{i}", f"Describe how you do thing {i} in no more than 200 words.", ""] for i in range(count)]
    return write_docx(path.with_suffix(".docx"), table(["Ref", "Question", "Response"], *rows))


def _ticks(path, count):
    heads = [row("No.", "Requirement", cell("Compliance", span=2)), row("", "", "Yes", "No")]
    rows = [[f"{i}", f"The system must do thing {i}.", "", ""] for i in range(count)]
    return write_docx(path.with_suffix(".docx"), table(*heads, *rows))


def _lines(path, count):
    return write_docx(path.with_suffix(".docx"), *[p(f"Name {i}: ________") for i in range(count)])


def _workbook(path, count):
    made = sheet("Questions", [("Ref", "Question", "Response")])
    heading(made, 1, 3)
    put(made, [(i, f"Describe how you do thing {i} in no more than 200 words.") for i in range(count)], at=2)
    choice(made, f"C2:C{count // 2 + 1}")
    return save(made, path.parent, "form.xlsx")


def _print(path, count):
    words = ["".join(chr(97 + (i * k + k * k) % 26) for k in range(1, 9)) for i in range(count)]
    asked = [
        f"{i // 50 + 1}.{i % 50 + 1} Describe how you do {word} in no more than 200 words."
        for i, word in enumerate(words)
    ]
    pages = [asked[at : at + _LINES_OF_A_PAGE] for at in range(0, count, _LINES_OF_A_PAGE)]
    placed = [[(50.0, 800.0 - 24 * n, text) for n, text in enumerate(page)] for page in pages]
    return write_pdf(path.with_suffix(".pdf"), placed)


@pytest.mark.parametrize("make", [_matrix, _ticks, _lines, _workbook, _print], ids=lambda make: make.__name__[1:])
def test_reading_grows_no_faster_than_the_file(tmp_path, make):
    seconds = []
    for count in _STEPS:
        path = make(tmp_path / "form", count)
        start = time.process_time()
        assert len(read_file(path).questions) == count
        seconds.append(time.process_time() - start)
    print(f"\n{make.__name__[1:]}: " + ", ".join(f"{c:,} in {s:.2f} s" for c, s in zip(_STEPS, seconds, strict=True)))
    assert seconds[-1] < 12 * max(seconds[-2], 0.1)


@pytest.mark.parametrize(
    ("make", "count", "most"),
    [(_workbook, 522, 1.5), (_ticks, 386, 1.0), (_print, 160 * _LINES_OF_A_PAGE, 20.0)],
    ids=["522 questions in a workbook", "386 rows in a Word matrix", "160 printed pages"],
)
def test_a_whole_process_takes_no_longer_than_a_person_waits(tmp_path, make, count, most):
    path = make(tmp_path / "form", count)
    command = [sys.executable, "-m", "app", "questions", str(path), "--json"]
    seconds = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\n{make.__name__[1:]} {count:,}: best of {_RUNS} {min(seconds):.2f} s, largest child so far {peak} MB")
    assert min(seconds) < most


def test_a_file_of_twenty_thousand_rows_stays_within_bounds(tmp_path):
    path = _workbook(tmp_path / "form", 20_000)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "app", "questions", str(path), "--json"], check=True, capture_output=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\n20,000 rows: {time.perf_counter() - start:.1f} s, {peak} MB")
    assert peak < 1_024
