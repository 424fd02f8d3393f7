"""Damaged workbooks are read or refused; large ones take time in proportion."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import FileError
from app.readers.excel import read_excel
from tests.samples.excel import QUESTIONS, choice, heading, merge, save, sheet
from tests.samples.excel_parts import with_whole_part

PARTS = ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
WILD = st.sampled_from([b"", b"-1", b"99999999999", b"A1:XFD1048576", b"x", b"1e400", b"ZZZZ9", b"\xc2\xb2", b"0"])


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sheet("Form", [("Ref", "Question", "Response"), *((n, text, None) for n, text in enumerate(QUESTIONS, 1))])
    heading(made, 1, 3)
    choice(made, "C3:C5")
    merge(made, "C2:D2", boxed=True)
    return save(made, tmp_path_factory.mktemp("form"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(part=st.sampled_from(PARTS), which=st.integers(0, 400), value=WILD)
def test_an_attribute_of_any_value_is_read_or_refused(
    form: Path, tmp_path: Path, part: str, which: int, value: bytes
) -> None:
    with zipfile.ZipFile(form) as package:
        content = package.read(part)
    quoted = content.split(b'"')
    at = 1 + 2 * (which % (len(quoted) // 2))
    quoted[at] = value
    path = tmp_path / "form.xlsx"
    path.write_bytes(form.read_bytes())
    with_whole_part(path, part, b'"'.join(quoted))
    try:
        assert read_excel(path).file_kind == "xlsx"
    except FileError:
        return


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(part=st.sampled_from(PARTS), share=st.floats(0, 1))
def test_a_part_cut_anywhere_is_read_or_refused(form: Path, tmp_path: Path, part: str, share: float) -> None:
    with zipfile.ZipFile(form) as package:
        content = package.read(part)
    path = tmp_path / "form.xlsx"
    path.write_bytes(form.read_bytes())
    with_whole_part(path, part, content[: int(share * len(content))])
    try:
        read_excel(path)
    except FileError:
        return


def test_a_thousand_questions_are_all_found(tmp_path: Path) -> None:
    rows = [(f"{n}", f"Please describe how you will meet requirement {n}.") for n in range(1, 1_001)]
    found = read_excel(save(sheet("Form", [("Ref", "Question", "Response"), *rows]), tmp_path))
    assert len(found.questions) == 1_000
    assert found.questions[-1].slot.where == "Form!C1001"
