"""`bidfolio check` and `bidfolio export matrix`, on a real workspace and a real buyer's file."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.app.commands.conftest import Run
from tests.samples.word import p, table, write_docx

PROFILE = {"facts": {"supplier.legal_name": "Harbour Systems Ltd", "exclusion.fraud": False}}


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return write_docx(
        tmp_path / "form.docx",
        p("Links must not be used in your answers."),
        table(
            ["Ref", "Question", "Your answer"],
            ["1.1", "What is the name of your organisation?", ""],
            ["1.2", "Has your organisation been convicted of fraud?", "Yes ☐ No ☐"],
        ),
    )


@pytest.fixture
def tender(
    form: Path, workspace: Path, bidfolio: Run, write_profile: Callable[[Mapping[str, Any]], Path], tmp_path: Path
) -> str:
    """Keep the file in a tender, with answers that nobody has looked at."""
    assert bidfolio("import", "profile", write_profile(PROFILE), "-w", workspace).status == 0
    assert bidfolio("tender", "new", "Cleaning", "--reference", "NC-1", "-w", workspace).status == 0
    assert bidfolio("tender", "add", "NC-1", form, "-w", workspace).status == 0
    out = tmp_path / "out.docx"
    options = ("--unreviewed", "--min-confidence", "0.5", "--tender", "NC-1", "-w", workspace)
    assert bidfolio("fill", form, "--out", out, *options).status == 0
    return "NC-1"


def test_a_bid_does_not_pass_while_a_declaration_rests_on_an_unreviewed_answer(
    tender: str, form: Path, workspace: Path, bidfolio: Run
) -> None:
    done = bidfolio("check", tender, "-w", workspace, "--json")
    assert done.status == 1
    assert not done.json["passes"]
    found = {(one["check"], one["gravity"]) for one in done.json["findings"]}
    assert found == {("declaration", "stops_the_bid"), ("unreviewed", "look_again")}
    ids = [one["where"]["id"] for one in done.json["findings"]]
    approved = bidfolio("review", form, "-w", workspace, "--tender", tender, "--approve", *ids, "--as", "Piran Shah")
    assert approved.status == 0, approved.err
    after = bidfolio("check", tender, "-w", workspace)
    assert after.status == 0, after.out
    assert "Nothing stands in the way." in after.out


def test_a_file_is_checked_by_its_path_in_the_tender_that_holds_it(
    tender: str, form: Path, workspace: Path, bidfolio: Run
) -> None:
    by_path, by_name = (bidfolio("check", what, "-w", workspace, "--json").json for what in (form, tender))
    assert by_path == by_name


def test_a_finding_is_overridden_with_a_reason_in_the_name_of_a_person(
    tender: str, workspace: Path, bidfolio: Run
) -> None:
    found = bidfolio("check", tender, "-w", workspace, "--json").json["findings"]
    options = ("-w", workspace, "--override", found[0]["id"])
    assert bidfolio("check", tender, *options, "--as", "Piran Shah").status == 2
    done = bidfolio("check", tender, *options, "--as", "Piran Shah", "--reason", "Read on paper", "--json")
    assert done.json["counts"]["overridden"] == 1
    assert done.json["findings"][0]["override"]["reason"] == "Read on paper"
    assert "Read on paper" in bidfolio("check", tender, "-w", workspace).out


def test_the_list_names_each_finding_with_what_to_do(tender: str, workspace: Path, bidfolio: Run) -> None:
    shown = bidfolio("check", tender, "-w", workspace).out
    assert "Stops the bid: 1" in shown
    assert "1.2 Has your organisation been convicted of fraud?" in shown
    assert "approve it in your own name" in shown
    assert "Not ready to submit." in shown


def test_a_tender_that_is_not_there_is_refused(workspace: Path, bidfolio: Run) -> None:
    done = bidfolio("check", "NC-9", "-w", workspace)
    assert (done.status, done.out) == (2, "")
    assert "NC-9" in done.err


@pytest.mark.parametrize("name", ["matrix.csv", "matrix.xlsx"])
def test_the_compliance_matrix_has_a_row_for_each_requirement(
    name: str, tender: str, workspace: Path, tmp_path: Path, bidfolio: Run
) -> None:
    out = tmp_path / name
    assert bidfolio("export", "matrix", "-w", workspace, "--tender", tender, "--out", out).status == 0
    heading, *rows = _rows(out)
    assert [row[heading.index("Requirement")] for row in rows] == [
        "What is the name of your organisation?",
        "Has your organisation been convicted of fraud?",
    ]
    first = dict(zip(heading, rows[0], strict=True))
    assert (first["Ref"], first["Where answered"], first["State"]) == ("1.1", "t0.r1.c2", "Draft")
    assert first["Answer"] == "Harbour Systems Ltd"


def test_the_compliance_matrix_needs_a_tender(workspace: Path, tmp_path: Path, bidfolio: Run) -> None:
    done = bidfolio("export", "matrix", "-w", workspace, "--out", tmp_path / "matrix.csv")
    assert done.status == 2
    assert "--tender" in done.err


def _rows(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    sheet = load_workbook(path).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
