"""A fill in a process of its own, which a test may kill at any moment."""

from multiprocessing.connection import Connection
from pathlib import Path

from app.fillers import excel, fill_file, word
from app.readers import read_file
from tests.samples.torture_answers import excel_answers, word_answers

__all__ = ["excel", "fill_when_told", "word"]


def fill_when_told(source: Path, target: Path, pipe: Connection) -> None:
    """Read the file, say so, wait for leave, fill, and say so."""
    questionnaire = read_file(source)
    answers = (word_answers if source.suffix == ".docx" else excel_answers)(questionnaire)
    pipe.send("ready")
    pipe.recv()
    fill_file(source, questionnaire, answers, target)
    pipe.send("done")
    pipe.recv()
