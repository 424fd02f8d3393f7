"""Answers of any kind into forms made at random: filled and proven, or left with a reason, and always sound."""

from pathlib import Path

import pytest

from app.fillers import fill_file
from tests.samples.made_forms import make_form
from tests.samples.package_check import faults


def _fill(folder: Path, seed: int) -> None:
    form = make_form(folder, seed)
    before = form.path.read_bytes()
    report = fill_file(form.path, form.questionnaire, form.answers, folder / "filled.docx")
    assert len(report.filled) + len(report.left) == len(form.answers)
    assert set(faults(folder / "filled.docx")) <= set(faults(form.path)), seed
    assert form.path.read_bytes() == before


def test_made_forms_are_filled_and_nothing_else_of_them_changes(tmp_path: Path) -> None:
    for seed in range(60):
        _fill(tmp_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(1, 31))
def test_many_made_forms_are_filled_and_nothing_else_of_them_changes(hundred: int, tmp_path: Path) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        _fill(tmp_path, seed)
