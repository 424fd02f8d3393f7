"""Files damaged at random are read or refused: no traceback, no hang, little memory (`make soak`)."""

import json
import subprocess
import sys

import pytest

from tests.samples.mutated_reading import SOURCES

SEED = 20_261_127
MOST_MB = 1_024


def run(kind, count, folder):
    command = [sys.executable, "-m", "tests.samples.mutated_reading", kind, str(count), str(SEED), str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=2_400)
    return json.loads(told.stdout)


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_some_damaged_files_are_read_or_refused(kind, tmp_path):
    told = run(kind, 25, tmp_path)
    assert told["failed"] == []
    assert told["read"] + told["refused"] == 25


@pytest.mark.soak
@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_two_thousand_damaged_files_are_read_or_refused(kind, tmp_path):
    told = run(kind, 2_000, tmp_path)
    assert told["failed"] == []
    assert told["read"] + told["refused"] == 2_000
    assert told["peak_mb"] < MOST_MB
