"""Pictures of the torture files before and after, for a person to look at: `make screens` draws them."""

from pathlib import Path

import pytest

from app.domain.questionnaire import Questionnaire
from app.domain.values import JsonValue
from app.fillers import fill_file
from app.office.libreoffice import find_office
from app.office.page_pictures import picture_pages
from app.readers import read_file
from tests.samples.torture_answers import excel_answers, word_answers
from tests.samples.torture_excel import torture_xlsx
from tests.samples.torture_word import torture_docx

SCREENS = Path(__file__).parents[3] / "docs" / "screens"

pytestmark = [pytest.mark.soak, pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")]


def _draw(source: Path, answers: "dict[str, JsonValue]", questionnaire: Questionnaire, stem: str) -> list[Path]:
    target = source.with_stem("filled")
    fill_file(source, questionnaire, answers, target)
    before = picture_pages(source, SCREENS, f"{stem}-before")
    after = picture_pages(target, SCREENS, f"{stem}-after")
    assert len(before) == len(after)
    return [*before, *after]


def test_screen_of_the_torture_document(tmp_path: Path) -> None:
    source = torture_docx(tmp_path / "torture.docx")
    questionnaire = read_file(source)
    assert _draw(source, word_answers(questionnaire), questionnaire, "torture-word")


def test_screen_of_the_torture_workbook(tmp_path: Path) -> None:
    source = torture_xlsx(tmp_path / "torture.xlsx")
    questionnaire = read_file(source)
    assert _draw(source, excel_answers(questionnaire), questionnaire, "torture-excel")
