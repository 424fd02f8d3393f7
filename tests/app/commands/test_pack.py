"""`bidfolio pack`: filled forms, evidence and documents, checked, named, and kept as they were sent."""

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.app.commands.conftest import Run
from tests.samples.pack_faults import faults_of

Write = Callable[..., Path]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Make a buyer's form with two questions."""
    book = openpyxl.Workbook()
    book.properties.creator = "The buyer's own clerk"
    book.active.append(["No", "Question", "Response"])
    book.active.append([1, "What is your registered company name?", None])
    book.active.append([2, "Do you hold employers' liability insurance?", None])
    path = tmp_path / "Form A.xlsx"
    book.save(path)
    return path


@pytest.fixture
def bid(tmp_path: Path, form: Path, workspace: Path, bidfolio: Run, write_profile: Write) -> Path:
    """Make a tender whose form is answered and approved; its evidence has a file."""
    (tmp_path / "liability.pdf").write_bytes(b"%PDF-1.7 a certificate")
    evidence = {
        "kind": "insurance.employers_liability", "title": "Employers' liability", "issuer": "Castlefold",
        "number": "1", "cover": 10_000_000, "starts": "2026-01-01", "ends": "2028-01-01", "file": "liability.pdf",
    }  # fmt: skip
    profile = {"facts": {"supplier.legal_name": "Willowbrook Ltd"}, "evidence": [evidence]}
    bidfolio("import", "profile", write_profile(profile), "-w", workspace)
    bidfolio("tender", "new", "Paths", "-w", workspace, "--reference", "EX/1", "--submission", "2027-02-01")
    bidfolio("tender", "add", "Paths", form, "-w", workspace)
    ids = [one["id"] for one in bidfolio("questions", form, "--json").json["questions"]]
    bidfolio("review", form, "-w", workspace, "--tender", "Paths", "--approve", *ids, "--as", "A. Rowan")
    return workspace


def _names(path: Path) -> list[str]:
    return zipfile.ZipFile(path).namelist()


def test_forms_evidence_and_documents_go_in_under_the_rule(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    letter = docx.Document()
    letter.core_properties.author = "A. Rowan"
    letter.save(str(tmp_path / "Letter.docx"))
    out = tmp_path / "pack.zip"
    done = bidfolio("pack", "Paths", "-w", bid, "--out", out, "--with", tmp_path / "Letter.docx", "--names",
                    "{reference} {n} {title}")  # fmt: skip
    assert done.status == 0, done.err
    assert _names(out) == [
        "Index.csv", "manifest.json", "EX-1 01 Form A.xlsx", "EX-1 02 Letter.docx", "EX-1 03 liability.pdf",
    ]  # fmt: skip
    assert "A. Rowan" in done.err
    assert faults_of([out]) == ()
    with zipfile.ZipFile(out) as archive:
        filled = openpyxl.load_workbook(io.BytesIO(archive.read("EX-1 01 Form A.xlsx")))
        assert filled.active["C2"].value == "Willowbrook Ltd"
        assert filled.properties.creator == "The buyer's own clerk"
        assert docx.Document(io.BytesIO(archive.read("EX-1 02 Letter.docx"))).core_properties.author == ""
        rows = list(csv.reader(io.StringIO(archive.read("Index.csv").decode("utf-8-sig"))))
        assert [row[1] for row in rows[1:]] == _names(out)[2:]
        assert json.loads(archive.read("manifest.json"))["reference"] == "EX/1"


def test_a_pack_is_opened_again_exactly_as_it_was_made(
    tmp_path: Path, bid: Path, bidfolio: Run, write_profile: Write
) -> None:
    out, again = tmp_path / "pack.zip", tmp_path / "again.zip"
    bidfolio("pack", "Paths", "-w", bid, "--out", out)
    bidfolio("import", "profile", write_profile({"facts": {"supplier.legal_name": "Other Ltd"}}), "-w", bid)
    assert bidfolio("pack", "Paths", "-w", bid, "--out", again, "--sent", "1").status == 0
    assert again.read_bytes() == out.read_bytes()
    assert bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "c.zip", "--sent", "2").status == 2


def test_what_stops_the_bid_stops_the_pack_but_for_a_draft(
    tmp_path: Path, workspace: Path, form: Path, bidfolio: Run
) -> None:
    bidfolio("tender", "new", "Paths", "-w", workspace)
    book = openpyxl.load_workbook(form)
    book.active.append([3, "Have you been convicted of fraud? (mandatory)", None])
    book.save(form)
    bidfolio("tender", "add", "Paths", form, "-w", workspace)
    (tmp_path / "letter.txt").write_text("Dear buyer")
    out = tmp_path / "pack.zip"
    done = bidfolio("pack", "Paths", "-w", workspace, "--out", out, "--with", tmp_path / "letter.txt")
    assert done.status == 1
    assert not out.exists()
    assert done.err.count("\n") == 1
    done = bidfolio("pack", "Paths", "-w", workspace, "--out", out, "--with", tmp_path / "letter.txt", "--draft")
    assert done.status == 0
    assert json.loads(zipfile.ZipFile(out).read("manifest.json"))["draft"] is True


def test_a_limit_parts_the_pack_and_names_a_file_that_is_too_large(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    for number in range(3):
        (tmp_path / f"{number}.bin").write_bytes(random.Random(number).randbytes(60_000))
    files = [tmp_path / f"{number}.bin" for number in range(3)]
    out = tmp_path / "pack.zip"
    assert bidfolio("pack", "Paths", "-w", bid, "--out", out, "--with", *files, "--max-mb", "0.1").status == 0
    parts = sorted(tmp_path.glob("pack-*.zip"))
    assert len(parts) == 3
    assert faults_of(parts) == ()
    assert all(part.stat().st_size <= 100_000 for part in parts)
    done = bidfolio("pack", "Paths", "-w", bid, "--out", out, "--with", *files, "--max-mb", "0.05")
    assert done.status == 1
    assert "0.bin" in done.err


def test_an_unknown_part_of_a_name_and_an_empty_tender_are_said(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    assert bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "a.zip", "--names", "{poem}").status == 2
    bidfolio("tender", "new", "Empty", "-w", bid)
    assert bidfolio("pack", "Empty", "-w", bid, "--out", tmp_path / "a.zip").status == 1
    assert not (tmp_path / "a.zip").exists()


def test_an_archive_with_its_index_stays_within_what_the_buyer_takes(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    files = [tmp_path / f"{number}.bin" for number in range(2)]
    for number, size in enumerate((48_000, 51_500)):
        files[number].write_bytes(random.Random(number).randbytes(size))
    options = ("--names", "{title}", "--with", *files, "--max-mb", "0.1")
    assert bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "a.zip", *options).status == 0
    parts = sorted(tmp_path.glob("a-*.zip"))
    assert len(parts) > 1
    assert all(part.stat().st_size <= 100_000 for part in parts)


def test_no_file_is_written_over_unasked(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    for number in range(2):
        (tmp_path / f"{number}.bin").write_bytes(random.Random(number).randbytes(60_000))
    mine = tmp_path / "out-2.zip"
    mine.write_bytes(b"mine")
    options = ("--with", tmp_path / "0.bin", tmp_path / "1.bin", "--max-mb", "0.1")
    done = bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "out.zip", *options)
    assert done.status == 2
    assert "out-2.zip" in done.err
    assert mine.read_bytes() == b"mine"
    assert bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "b.zip", "--sent", "1").status == 2


def test_the_archive_has_the_name_that_was_given(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    assert bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "Bid 1.2").status == 0
    assert zipfile.is_zipfile(tmp_path / "Bid 1.2")


def test_a_document_takes_no_name_of_the_archives_own(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    out = tmp_path / "a.zip"
    bidfolio("pack", "Paths", "-w", bid, "--out", out, "--names", "{title}", "--with", tmp_path / "manifest.json")
    assert len(_names(out)) == len({name.casefold() for name in _names(out)})
    assert "manifest-2.json" in _names(out)


@pytest.mark.parametrize("size", ["nan", "inf", "0", "-1", "much"])
def test_a_size_that_is_none_is_wrong_usage(tmp_path: Path, bid: Path, bidfolio: Run, size: str) -> None:
    assert bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "a.zip", "--max-mb", size).status == 2
    assert not (tmp_path / "a.zip").exists()


def test_a_letter_with_gaps_stops_the_pack(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    letter = docx.Document()
    letter.add_paragraph("We are insured for [insert cover].")
    letter.save(str(tmp_path / "Letter.docx"))
    done = bidfolio("pack", "Paths", "-w", bid, "--out", tmp_path / "a.zip", "--with", tmp_path / "Letter.docx")
    assert done.status == 1
    assert "[insert cover]" in done.err
    assert not (tmp_path / "a.zip").exists()


def test_a_pack_that_was_tampered_with_shows_it(tmp_path: Path, bid: Path, bidfolio: Run) -> None:
    out = tmp_path / "pack.zip"
    bidfolio("pack", "Paths", "-w", bid, "--out", out)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("more.txt", "x")
    assert faults_of([out]) == ("more.txt is not in the manifest",)
