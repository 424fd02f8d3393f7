"""The scorer of typed answers: it finds a made form filled right, and is not fooled by one that is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.readers import read_file
from tests.samples.excel import save, sheet
from tests.samples.read_places import Places
from tests.samples.typed_score import misses, question_of, score_file, value_of
from tests.samples.word import cell, p, row, table, write_docx

WORD_KINDS = ("yes_no", "yes_no", "date", "number", "money", "percent")


def _labelled(folder: Path, name: str, kinds: tuple[str, ...], place: str) -> dict[str, Any]:
    questions = [{"answer": place.format(at), "kind": kind} for at, kind in enumerate(kinds, 1)]
    labels: dict[str, Any] = {"file": name, "questions": questions}
    (folder / f"{name}.gold.json").write_text(json.dumps(labels), encoding="utf-8")
    return labels


@pytest.fixture
def word(tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    rows = [
        row(cell("Do you hold cover?"), cell("Yes ☐ No ☐")),
        row(cell("Are you a member?"), cell("Yes / No")),
        row(cell("Date of incorporation"), cell("")),
        row(cell("Number of employees"), cell("")),
        row(cell("Turnover in pounds (£)"), cell("")),
        row(cell("Percentage of invoices paid in time"), cell("")),
    ]
    path = write_docx(tmp_path / "form.docx", p("Form"), table(["Question", "Answer"], *rows))
    return path, _labelled(tmp_path, "form.docx", WORD_KINDS, "t0.r{}.c1")


def test_a_form_filled_right_has_nothing_wrong(word: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    counts, wrong, new = score_file(word[1], word[0], tmp_path)
    assert (counts.total(), wrong, new) == (len(WORD_KINDS), [], [])


def test_a_form_that_was_not_filled_has_each_answer_wrong(word: tuple[Path, dict[str, Any]]) -> None:
    places = Places(word[0])
    for label in word[1]["questions"]:
        question = question_of(label, read_file(word[0]).questions)
        assert question is not None
        value = value_of(label["kind"], question, 0, places)
        assert list(misses(label["kind"], question, value, places, places)), label


def test_an_answer_to_the_other_box_is_wrong(word: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    question = read_file(word[0]).questions[0]
    ticked = write_docx(tmp_path / "other.docx", p("Form"), table(["", ""], ["", "Yes ☐ No ☒"]))
    assert len(list(misses("yes_no", question, True, Places(word[0]), Places(ticked)))) == 2
    assert not list(misses("yes_no", question, False, Places(word[0]), Places(ticked)))


def test_a_place_no_question_names_is_wrong(word: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    labels = {**word[1], "questions": [{"answer": "t7.r1.c1", "kind": "date"}]}
    counts, wrong, _ = score_file(labels, word[0], tmp_path)
    assert (counts.total(), [one.place for one in wrong]) == (1, ["t7.r1.c1"])


def test_a_workbook_filled_right_has_nothing_wrong(tmp_path: Path) -> None:
    rows = [["Question", "Answer"], ["Turnover in pounds (£)", None], ["Date of incorporation", None]]
    source = save(sheet("Form", rows, boxed=True), tmp_path, "form.xlsx")
    labels = _labelled(tmp_path, "form.xlsx", ("", "money", "date"), "Form!B{}")
    counts, wrong, new = score_file(labels, source, tmp_path)
    assert (dict(counts), wrong, new) == ({"money": 1, "date": 1}, [], [])
