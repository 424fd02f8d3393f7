"""A fill killed at any moment: no target or a whole one, the buyer's file as it was, nothing left after the next."""

import hashlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.questionnaire import Questionnaire
from app.fillers import fill_file
from app.readers import read_file
from tests.samples.torture_answers import excel_answers, word_answers
from tests.samples.torture_excel import torture_xlsx
from tests.samples.torture_word import torture_docx

KILLS = 200
_ROOT = Path(__file__).parents[3]
_CHILD = """
import sys
from pathlib import Path
from app.fillers import fill_file
from app.readers import read_file
from tests.samples import torture_answers
source, target = Path(sys.argv[1]), Path(sys.argv[2])
questionnaire = read_file(source)
answers = getattr(torture_answers, sys.argv[3])(questionnaire)
fill_file(source, questionnaire, answers, target.with_name("warm" + target.suffix))
print("ready", flush=True)
sys.stdin.readline()
fill_file(source, questionnaire, answers, target)
print("done", flush=True)
sys.stdin.readline()
"""


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX has them")
@pytest.mark.parametrize(
    ("make", "given", "name"),
    [(torture_docx, word_answers, "torture.docx"), (torture_xlsx, excel_answers, "torture.xlsx")],
    ids=["word", "excel"],
)
def test_a_fill_killed_at_any_moment_leaves_no_half_file(tmp_path: Path, make, given, name, record_property) -> None:  # type: ignore[no-untyped-def]
    source = make(tmp_path / name)
    target = tmp_path / f"filled{source.suffix}"
    own, whole = _digest(source), _whole(source, read_file(source), given, target)
    taken, chance, seen = 0.05, random.Random(7), {"none": 0, "whole": 0, "left": 0}
    for number in range(KILLS // 2):
        with _child(source, target, given.__name__) as child:
            start = time.perf_counter()
            _say(child)
            if number:
                time.sleep(chance.uniform(0, 1.1 * taken))
            else:
                child.stdout.readline()
                taken = time.perf_counter() - start
            child.kill()
        seen["left"] += any(tmp_path.glob(".*"))
        assert _digest(source) == own
        assert not target.exists() or _digest(target) == whole
        seen["whole" if target.exists() else "none"] += 1
        target.unlink(missing_ok=True)
        fill_file(source, read_file(source), {}, tmp_path / f"next{source.suffix}")
        assert not list(tmp_path.glob(".*"))
    record_property("outcomes", seen)
    assert min(seen.values()) > 0, seen


def _whole(source: Path, questionnaire: Questionnaire, given, target: Path) -> str:  # type: ignore[no-untyped-def]
    fill_file(source, questionnaire, given(questionnaire), target)
    whole = _digest(target)
    target.unlink()
    return whole


def _child(source: Path, target: Path, given: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _CHILD, str(source), str(target), given]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def _say(child: "subprocess.Popen[str]") -> None:
    assert child.stdin is not None
    child.stdin.write("go\n")
    child.stdin.flush()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
