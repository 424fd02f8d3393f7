"""Whether a formula depends on an answered cell, read from its text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.packages.archive import Archive
from app.packages.sheet_formulas import depends_on
from app.packages.sheet_places import cell_name, parse_cell
from app.packages.workbook import Workbook
from tests.samples.excel import save, sheet
from tests.samples.excel_parts import with_part


def _depends(path: Path, cell: str, on: str = "Form") -> bool:
    with Archive(path) as archive:
        return depends_on(Workbook(archive).sheets, {on: {parse_cell(cell)}})


def _book(folder: Path, formula: str) -> Path:
    made = sheet("Form", [["Question", None]])
    made["D9"] = formula
    made.parent.create_sheet("Other sheet")  # type: ignore[union-attr]
    return save(made, folder)


@pytest.mark.parametrize(
    "formula",
    [
        "=LEN(B2)",
        "=SUM($A$1:C$3)",
        "=Form!B2+1",
        "='form'!B2",
        "=COUNTA(B:B)",
        "=SUM(2:2)",
        '=IF(B2="","Missing","")',
        "=SUM(A1:INDEX(C1:C9,3))",
        "=INDIRECT(A9)",
        "=MyMacro(A9)",
        "=Turnover*2",
        "=SUM(Table1[Amount])",
        "=_xlfn.XLOOKUP(A9,A10:A11,B1:B3)",
        "=A9#",
    ],
)
def test_a_formula_that_may_read_the_cell_depends_on_it(tmp_path: Path, formula: str) -> None:
    assert _depends(_book(tmp_path, formula), "B2")


@pytest.mark.parametrize(
    "formula",
    [
        "=LEN(B3)",
        '="see B2"',
        "=SUM(B3:B9,C2)",
        "='Other sheet'!B2",
        "=LOG10(A9)+1E2",
        "=TRUE",
        "=TODAY()-A9",
        "=_xlfn.CONCAT(A9,A10)",
        "=AB2+ZB2",
    ],
)
def test_a_formula_that_reads_other_cells_does_not(tmp_path: Path, formula: str) -> None:
    assert not _depends(_book(tmp_path, formula), "B2")


def test_a_formula_of_another_sheet_counts(tmp_path: Path) -> None:
    assert _depends(_book(tmp_path, "='Other sheet'!B2"), "B2", on="Other sheet")


def test_a_shared_formula_reads_as_far_as_its_last_cell(tmp_path: Path) -> None:
    path = _book(tmp_path, "=LEN(B2)")
    with_part(path, "xl/worksheets/sheet1.xml", b"<f>", b'<f t="shared" si="0" ref="D9:D12">')
    assert [_depends(path, cell) for cell in ("B1", "B2", "B5", "B6")] == [False, True, True, False]


def test_without_answers_nothing_depends(tmp_path: Path) -> None:
    with Archive(_book(tmp_path, "=INDIRECT(A9)")) as archive:
        assert not depends_on(Workbook(archive).sheets, {"Form": set()})


@given(st.tuples(st.integers(1, 60), st.integers(1, 60)), st.tuples(st.integers(1, 60), st.integers(1, 60)))
def test_an_area_holds_the_cells_between_its_corners(one: tuple[int, int], other: tuple[int, int]) -> None:
    from app.packages.sheet_formulas import _references

    (found,) = _references(f"SUM({cell_name(one)}:{cell_name(other)})", "Form", (0, 0)).areas
    assert one in found[1]
    assert other in found[1]
