"""Profiles and answers in and out, and tenders, from the command line."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.paths import RESOURCES
from tests.app.commands.conftest import Run

Write = Callable[..., Path]

SAMPLE = RESOURCES / "sample"
CANARY = "Quillfeather Marmalade Limited"


def _facts(bidfolio: Run, workspace: Path) -> Mapping[str, Any]:
    out = workspace.with_name("exported.json")
    assert bidfolio("export", "profile", "-w", workspace, "--out", out, "--replace").status == 0
    exported = json.loads(out.read_text("utf-8"))
    assert exported["format"] == "bidfolio-profile/1"
    facts: Mapping[str, Any] = exported["facts"]
    return facts


def test_the_sample_is_imported_and_a_second_time_changes_nothing(workspace: Path, bidfolio: Run) -> None:
    first = bidfolio("import", "profile", SAMPLE / "profile.json", "-w", workspace)
    assert first.status == 0
    assert " 0 changed" in first.out
    content = workspace.read_bytes()
    second = bidfolio("import", "profile", SAMPLE / "profile.json", "-w", workspace)
    assert " 0 added, 0 changed" in second.out
    assert workspace.read_bytes() == content


def test_a_changed_profile_replaces_what_differs_and_keeps_the_rest(
    workspace: Path, bidfolio: Run, write_profile: Write
) -> None:
    before = {"supplier.legal_name": "Willow Ltd", "workforce.headcount": {"value": 9, "from": "2025-01-01"}}
    after = {"supplier.legal_name": "Willowbrook Ltd", "workforce.headcount": {"value": 11, "from": "2026-01-01"}}
    bidfolio("import", "profile", write_profile({"facts": before}), "-w", workspace)
    shown = bidfolio("import", "profile", write_profile({"facts": after}), "-w", workspace)
    assert "1 added, 1 changed" in shown.out
    facts = _facts(bidfolio, workspace)
    assert facts["supplier.legal_name"] == "Willowbrook Ltd"
    assert [one["value"] for one in facts["workforce.headcount"]] == [9, 11]


def test_a_wrong_value_is_named_and_nothing_of_the_file_is_taken(
    workspace: Path, bidfolio: Run, write_profile: Write
) -> None:
    bad = write_profile({"facts": {"supplier.legal_name": "Willowbrook Ltd", "workforce.headcount": "nine"}})
    shown = bidfolio("import", "profile", bad, "-w", workspace)
    assert shown.status == 3
    assert "workforce.headcount" in shown.err
    assert shown.err.count("\n") == 1
    assert _facts(bidfolio, workspace) == {}


def test_one_bad_file_of_several_leaves_the_workspace_as_it_is(
    workspace: Path, bidfolio: Run, write_profile: Write
) -> None:
    good = write_profile({"facts": {"supplier.legal_name": "Willowbrook Ltd"}}, "good.json")
    bad = write_profile({"facts": {"supplier.legal_name": 1}}, "bad.json")
    assert bidfolio("import", "profile", good, bad, "-w", workspace).status == 3
    assert _facts(bidfolio, workspace) == {}


def test_a_failed_check_digit_is_said_and_the_value_taken(workspace: Path, bidfolio: Run, write_profile: Write) -> None:
    profile = write_profile({"facts": {"supplier.vat_number": "GB123456789", "our.own": [1]}})
    shown = bidfolio("import", "profile", profile, "-w", workspace)
    assert shown.status == 0
    assert "supplier.vat_number" in shown.err
    assert _facts(bidfolio, workspace) == {"supplier.vat_number": "GB123456789", "our.own": [1]}


def test_an_unknown_kind_is_wrong_usage(workspace: Path, bidfolio: Run) -> None:
    assert bidfolio("import", "poems", "a.txt", "-w", workspace).status == 2
    assert bidfolio("export", "poems", "-w", workspace, "--out", "a").status == 2


def test_an_export_is_not_written_over(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    out = tmp_path / "mine.json"
    out.write_text("mine")
    assert bidfolio("export", "profile", "-w", workspace, "--out", out).status == 2
    assert out.read_text() == "mine"
    assert bidfolio("export", "profile", "-w", workspace, "--out", out, "--replace").status == 0


def test_answers_come_in_from_a_table_and_complete_what_is_there(
    tmp_path: Path, workspace: Path, bidfolio: Run, write_profile: Write
) -> None:
    kept = {"question": "How?", "answer": "So.", "tags": ["quality"], "owner": "A. Rowan", "state": "draft"}
    bidfolio("import", "profile", write_profile({"answers": [kept]}), "-w", workspace)
    table = tmp_path / "answers.csv"
    table.write_text("Question,Answer\nHow?,So.\nWhy?,Thus.\n")
    assert "1 added, 0 changed, 1 as they were" in bidfolio("import", "answers", table, "-w", workspace).out
    table.write_text("Question,Answer,Status\nHow?,Rather so.,Approved\n")
    assert "0 added, 1 changed" in bidfolio("import", "answers", table, "-w", workspace).out
    bidfolio("export", "profile", "-w", workspace, "--out", tmp_path / "out.json")
    first = json.loads((tmp_path / "out.json").read_text())["answers"][0]
    assert (first["variants"], first["state"], first["tags"], first["owner"]) == (
        [{"text": "Rather so."}],
        "approved",
        ["quality"],
        "A. Rowan",
    )


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_exported_answers_change_nothing_when_they_come_back(
    tmp_path: Path, workspace: Path, bidfolio: Run, name: str
) -> None:
    bidfolio("import", "profile", SAMPLE / "profile.json", "-w", workspace)
    assert bidfolio("export", "answers", "-w", workspace, "--out", tmp_path / name).status == 0
    assert " 0 added, 0 changed" in bidfolio("import", "answers", tmp_path / name, "-w", workspace).out


def test_a_tender_is_made_listed_shown_and_given_files(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    made = bidfolio(
        "tender", "new", "Grounds maintenance", "-w", workspace, "--buyer", "Example Council", "--reference", "EX/1",
        "--lot", "North", "--lot", "South", "--submission", "2026-12-01T14:30", "--award", "2027-01-10", "--start",
        "2027-04-01", "--json",
    ).json  # fmt: skip
    bidfolio("tender", "new", "Cleaning", "-w", workspace, "--submission", "2026-11-30")
    bidfolio("tender", "new", "One day", "-w", workspace)
    listed = bidfolio("tender", "list", "-w", workspace, "--json").json["tenders"]
    assert [one["title"] for one in listed] == ["Cleaning", "Grounds maintenance", "One day"]
    assert listed[0]["submission"] == "2026-11-30T12:00:00"
    file = tmp_path / "ITT.txt"
    file.write_text("1. How?\n")
    for name in ("EX/1", made["id"], made["id"][:8], "grounds MAINTENANCE"):
        assert bidfolio("tender", "add", name, file, "-w", workspace).status == 0
    shown = bidfolio("tender", "show", "EX/1", "-w", workspace, "--json").json
    assert {name: shown[name] for name in made if name != "files"} == {
        name: made[name] for name in made if name != "files"
    }
    assert (shown["lots"], shown["award"], shown["start"]) == (["North", "South"], "2027-01-10", "2027-04-01")
    assert [one["name"] for one in shown["files"]] == ["ITT.txt"]
    assert "Example Council" in bidfolio("tender", "show", "EX/1", "-w", workspace).out


def test_a_tender_that_is_not_there_or_not_alone_is_said(workspace: Path, bidfolio: Run) -> None:
    for _ in range(2):
        bidfolio("tender", "new", "Grounds", "-w", workspace)
    for name in ("Cleaning", "Grounds", ""):
        shown = bidfolio("tender", "show", name, "-w", workspace)
        assert shown.status == 2
        assert shown.err.count("\n") == 1


def test_a_damaged_or_missing_buyers_file_is_not_added(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    bidfolio("tender", "new", "Grounds", "-w", workspace)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 cut short")
    assert bidfolio("tender", "add", "Grounds", bad, "-w", workspace).status == 3
    assert bidfolio("tender", "add", "Grounds", tmp_path / "none.docx", "-w", workspace).status == 3
    assert bidfolio("tender", "show", "Grounds", "-w", workspace, "--json").json["files"] == []


def test_a_picture_is_kept_with_its_tender_though_nothing_is_read_from_it(
    tmp_path: Path, workspace: Path, bidfolio: Run
) -> None:
    bidfolio("tender", "new", "Grounds", "-w", workspace)
    (tmp_path / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    assert bidfolio("tender", "add", "Grounds", tmp_path / "map.png", "-w", workspace).status == 0
    assert bidfolio("tender", "show", "Grounds", "-w", workspace, "--json").json["files"][0]["kind"] == "png"


def test_everything_leaves_in_open_files(tmp_path: Path, workspace: Path, bidfolio: Run) -> None:
    bidfolio("import", "profile", SAMPLE / "profile.json", "-w", workspace)
    bidfolio("tender", "new", "Grounds / North: 1", "-w", workspace)
    file = next((SAMPLE / "buyers").glob("*.docx"))
    bidfolio("tender", "add", "Grounds / North: 1", file, "-w", workspace)
    out = tmp_path / "everything"
    assert bidfolio("export", "all", "-w", workspace, "--out", out).status == 0
    assert {path.name for path in out.glob("*.json")} == {
        "profile.json",
        "tenders.json",
        "responses.json",
        "changes.json",
    }
    (kept,) = out.glob("tenders/*/*.docx")
    assert kept.read_bytes() == file.read_bytes()
    assert len(json.loads((out / "changes.json").read_text("utf-8"))["changes"]) > 250
    assert bidfolio("export", "all", "-w", workspace, "--out", out).status == 2


def test_the_suppliers_name_stays_inside_the_workspace(tmp_path: Path, bidfolio: Run, write_profile: Write) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    workspace = folder / "w.bidfolio"
    bidfolio("new", workspace)
    bidfolio("import", "profile", write_profile({"facts": {"supplier.legal_name": CANARY}}), "-w", workspace)
    bidfolio("tender", "new", CANARY, "-w", workspace)
    bidfolio("backup", "-w", workspace)
    found = [path for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert found == []
    assert _facts(bidfolio, workspace)["supplier.legal_name"] == CANARY


def test_supplier_information_that_agrees_changes_nothing_and_what_differs_becomes_the_newest(
    tmp_path: Path, workspace: Path, bidfolio: Run, write_profile: Write
) -> None:
    held = {"supplier.legal_name": {"value": "Willow Ltd", "from": "2020-01-01"}, "supplier.is_vcse": False}
    bidfolio("import", "profile", write_profile({"facts": held}), "-w", workspace)
    download = tmp_path / "cdp.json"
    form = {"form": {"submittedAt": "2026-09-14T10:00:00+00:00"}}
    said = {"name": "Willowbrook Ltd", "details": {"vcse": False}, "supplierInformationData": form}
    download.write_text(json.dumps(said))
    assert "1 added, 0 changed, 1 as they were" in bidfolio("import", "cdp", download, "-w", workspace).out
    assert "0 added, 0 changed, 2 as they were" in bidfolio("import", "cdp", download, "-w", workspace).out
    names = _facts(bidfolio, workspace)["supplier.legal_name"]
    assert [(one["value"], one["from"]) for one in names] == [
        ("Willow Ltd", "2020-01-01"),
        ("Willowbrook Ltd", "2026-09-14"),
    ]


def test_supplier_information_is_written_for_a_day(
    tmp_path: Path, workspace: Path, bidfolio: Run, write_profile: Write
) -> None:
    names = [{"value": "Willow Ltd", "until": "2025-12-31"}, {"value": "Willowbrook Ltd", "from": "2026-01-01"}]
    bidfolio("import", "profile", write_profile({"facts": {"supplier.legal_name": names}}), "-w", workspace)
    for day, name in (("2025-06-01", "Willow Ltd"), ("2026-06-01", "Willowbrook Ltd")):
        out = tmp_path / f"{day}.json"
        assert bidfolio("export", "cdp", "-w", workspace, "--out", out, "--on", day).status == 0
        assert json.loads(out.read_text("utf-8"))["name"] == name
