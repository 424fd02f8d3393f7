"""Every control and shape in one file: read, filled, and read back by other code than wrote it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.filling import FillReport
from app.fillers import fill_file
from app.readers import read_file
from tests.samples.package_check import faults
from tests.samples.read_back import W, body_of, count_rows, excel_values, word_cell, words_of
from tests.samples.torture_answers import excel_answers, word_answers
from tests.samples.torture_excel import ENTRIES as ENTRIES_OF_CELLS
from tests.samples.torture_excel import FIRST, SHEET, TABLE, TABLE_FIRST, TICKS_FIRST, torture_xlsx
from tests.samples.torture_excel import TICKS as TICKS_OF_CELLS
from tests.samples.torture_word import ENTRIES, REPEATED, SHAPES, TICKS, torture_docx

LEAST = 0.98
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FillReport]:
    folder = tmp_path_factory.mktemp("torture")
    source = torture_docx(folder / "torture.docx")
    assert faults(source) == []
    questionnaire = read_file(source)
    target = folder / "filled.docx"
    return target, fill_file(source, questionnaire, word_answers(questionnaire), target)


def test_each_shape_of_a_word_form_says_what_was_answered(word: tuple[Path, FillReport]) -> None:
    pairs = list(_word_pairs(word[0]))
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(pairs) - len(wrong) >= LEAST * len(pairs), wrong


def test_the_filled_word_form_is_a_sound_package(word: tuple[Path, FillReport]) -> None:
    assert faults(word[0]) == []


def test_a_place_the_buyer_locked_is_left_with_its_reason(word: tuple[Path, FillReport]) -> None:
    assert [one.reason for one in word[1].left] == ["The buyer has locked this place."]


def test_an_added_row_of_a_repeating_section_is_an_item_of_its_own(word: tuple[Path, FillReport]) -> None:
    section = list(body_of(word[0]).iterfind(W + "tbl"))[3]
    items = list(section.iter(f"{W15}repeatingSectionItem"))
    rows = [row for one in items for row in next(one.iterancestors(W + "sdt")).iter(W + "tr")]
    assert rows == list(section.iter(W + "tr"))[1:]
    assert len(items) == len(REPEATED)


@pytest.fixture(scope="module")
def excel(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FillReport]:
    folder = tmp_path_factory.mktemp("torture")
    source = torture_xlsx(folder / "torture.xlsx")
    assert faults(source) == []
    questionnaire = read_file(source)
    target = folder / "filled.xlsx"
    return target, fill_file(source, questionnaire, excel_answers(questionnaire), target)


def test_each_shape_of_a_workbook_holds_what_was_answered(excel: tuple[Path, FillReport]) -> None:
    pairs = list(_excel_pairs(excel[0]))
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(pairs) - len(wrong) >= LEAST * len(pairs), wrong


def test_the_filled_workbook_is_a_sound_package_with_only_its_sheets_changed(excel: tuple[Path, FillReport]) -> None:
    assert faults(excel[0]) == []
    assert set(excel[1].parts_changed) == {
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        *(["xl/workbook.xml"] if "xl/workbook.xml" in excel[1].parts_changed else []),
    }


def _excel_pairs(path: Path) -> Iterator[tuple[object, object]]:
    """Give for each answer what is read and what should be."""
    found = excel_values(path)
    for row, one in enumerate(ENTRIES_OF_CELLS, FIRST):
        yield found.get(f"{SHEET}!C{row}"), one.after
        yield found.get(f"{SHEET}!D{row}"), f"=LEN(C{row})"
    for row, (_, value) in enumerate(TICKS_OF_CELLS, TICKS_FIRST):
        yield [f"Policies!{column}{row}" in found for column in "BC"], [value, not value]
    for row, entry in enumerate(TABLE, TABLE_FIRST):
        for column, value in zip("ABC", entry, strict=True):
            yield found.get(f"Policies!{column}{row}"), value


def _word_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Give for each answer what is read and what should be."""
    body = body_of(path)
    for number, one in enumerate(SHAPES, 1):
        yield word_cell(body, 0, number, 1), _spaced(one.after or "Fixed by the buyer")
    for number, (_, value, _) in enumerate(TICKS, 1):
        marked = [bool(word_cell(body, 1, number, column)) for column in (1, 2)]
        yield str(marked), str([value, not value])
    for table, entries in ((2, ENTRIES), (3, REPEATED)):
        yield str(count_rows(body, table)), str(len(entries) + 1)
        for down, entry in enumerate(entries, 1):
            for column, text in enumerate(entry):
                yield word_cell(body, table, down, column), text
    shown = [words_of(one) for one in body.iterfind(W + "p")]
    joined = " ".join(shown)
    for text in ("insurer: Anytown Mutual", "3.2 Policy number: PN 1234", "3.3 Name of broker: Broker & Co"):
        yield text if text in joined else joined, text


def _spaced(text: str) -> str:
    return " ".join(text.split())
