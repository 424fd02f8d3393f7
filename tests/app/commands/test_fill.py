"""`bidfolio fill` from outside: statuses, what is printed, what is written and what is never touched."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.office.libreoffice import find_office
from tests.app.commands.conftest import Run
from tests.samples.word import p, table, write_docx

Profile = Callable[[dict[str, Any]], Path]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return write_docx(
        tmp_path / "form.docx",
        p("Part 1: About you"),
        table(
            ["Question", "Your answer"],
            ["What is the name of your organisation?", ""],
            ["What is your VAT registration number?", ""],
            ["Describe your approach to quality.", ""],
        ),
        p("Signed for the supplier: ______________"),
    )


@pytest.fixture
def ids(form: Path, bidfolio: Run) -> dict[str, str]:
    found = bidfolio("questions", form, "--json").json["questions"]
    return {one["slot"]["where"]: one["id"] for one in found}


def _answers(folder: Path, given: object) -> Path:
    path = folder / "answers.json"
    path.write_text(json.dumps(given))
    return path


def test_answers_of_a_file_are_written_and_reported(
    form: Path, ids: dict[str, str], bidfolio: Run, tmp_path: Path
) -> None:
    before = form.read_bytes()
    answers = _answers(tmp_path, {ids["t0.r1.c1"]: "Thistle & Ford Ltd"})
    done = bidfolio("fill", form, "--answers", answers, "--out", tmp_path / "out.docx", "--json", passphrase=None)
    assert done.status == 0
    assert done.json["filled"] == [
        {
            "id": ids["t0.r1.c1"],
            "where": "t0.r1.c1",
            "value": "Thistle & Ford Ltd",
            "source": "",
            "confidence": None,
            "reviewed_by": None,
        }
    ]
    assert done.json["changed"] == ["t0.r1.c1"]
    assert done.json["parts"] == {"changed": ["word/document.xml"], "identical": 3}
    assert {one["id"] for one in done.json["left"]} == set(ids.values()) - {ids["t0.r1.c1"]}
    assert form.read_bytes() == before


def test_an_answer_that_cannot_be_written_is_named_and_the_rest_is_written(
    form: Path, ids: dict[str, str], bidfolio: Run, tmp_path: Path
) -> None:
    answers = _answers(tmp_path, {ids["t0.r1.c1"]: "Thistle", "q-unknown": "x"})
    done = bidfolio("fill", form, "--answers", answers, "--out", tmp_path / "out.docx")
    assert done.status == 1
    assert "q-unknown" in done.err
    assert "Traceback" not in done.err
    assert (tmp_path / "out.docx").exists()


def test_an_existing_target_is_kept_unless_it_may_be_replaced(form: Path, bidfolio: Run, tmp_path: Path) -> None:
    answers, target = _answers(tmp_path, {}), tmp_path / "out.docx"
    target.write_bytes(b"mine")
    assert bidfolio("fill", form, "--answers", answers, "--out", target).status == 2
    assert target.read_bytes() == b"mine"
    assert bidfolio("fill", form, "--answers", answers, "--out", target, "--replace").status == 0
    assert target.read_bytes() != b"mine"


def test_the_buyers_own_file_is_never_the_target(form: Path, bidfolio: Run, tmp_path: Path) -> None:
    (tmp_path / "link.docx").symlink_to(form)
    before = form.read_bytes()
    for target in (form, tmp_path / "link.docx"):
        done = bidfolio("fill", form, "--answers", _answers(tmp_path, {}), "--out", target, "--replace")
        assert done.status == 2
    assert form.read_bytes() == before


@pytest.mark.parametrize("given", [[], "text", 5])
def test_answers_that_are_no_object_are_refused(given: object, form: Path, bidfolio: Run, tmp_path: Path) -> None:
    done = bidfolio("fill", form, "--answers", _answers(tmp_path, given), "--out", tmp_path / "out.docx")
    assert done.status == 3
    assert not (tmp_path / "out.docx").exists()


def test_without_a_workspace_and_answers_it_is_wrong_usage(form: Path, bidfolio: Run, tmp_path: Path) -> None:
    assert bidfolio("fill", form, "--out", tmp_path / "out.docx").status == 2


def test_only_with_leave_are_suggestions_written_and_then_marked(
    form: Path, ids: dict[str, str], bidfolio: Run, workspace: Path, write_profile: Profile, tmp_path: Path
) -> None:
    profile = write_profile({"facts": {"supplier.legal_name": "Thistle & Ford Ltd", "supplier.vat_number": "GB1"}})
    assert bidfolio("import", "profile", profile, "-w", workspace).status == 0
    options = ("fill", form, "-w", workspace, "--on", "2026-11-22", "--json")
    closed = bidfolio(*options, "--out", tmp_path / "closed.docx")
    assert (closed.status, closed.json["filled"]) == (0, [])
    let_through = bidfolio(*options, "--out", tmp_path / "open.docx", "--unreviewed", "--min-confidence", "0.5")
    written = {one["where"]: one for one in let_through.json["filled"]}
    assert written["t0.r1.c1"]["value"] == "Thistle & Ford Ltd"
    assert written["t0.r1.c1"]["reviewed_by"] is None
    assert written["t0.r1.c1"]["source"].startswith("fact")
    assert "t0.r3.c1" not in written
    again = bidfolio(*options, "--out", tmp_path / "again.docx")
    assert again.json["filled"] == []


def test_a_signature_is_left_for_a_person(form: Path, ids: dict[str, str], bidfolio: Run, tmp_path: Path) -> None:
    signature = ids["p1"]
    done = bidfolio(
        "fill", form, "--answers", _answers(tmp_path, {signature: "A Person"}), "--out", tmp_path / "o.docx"
    )
    assert done.status == 1
    assert "Signatures" in done.err


def test_pictures_are_drawn_only_where_libreoffice_is(
    form: Path, ids: dict[str, str], bidfolio: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.office.libreoffice.find_office", lambda: None)
    options = ("fill", form, "--answers", _answers(tmp_path, {ids["t0.r1.c1"]: "x"}), "--out", tmp_path / "out.docx")
    done = bidfolio(*options, "--picture", tmp_path / "pages", "--json")
    assert done.status == 1
    assert "LibreOffice" in done.err
    assert done.json["filled"]


@pytest.mark.soak
@pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")
def test_pages_before_and_after_are_pictured(form: Path, ids: dict[str, str], bidfolio: Run, tmp_path: Path) -> None:
    options = ("fill", form, "--answers", _answers(tmp_path, {ids["t0.r1.c1"]: "x"}), "--out", tmp_path / "out.docx")
    assert bidfolio(*options, "--picture", tmp_path / "pages").status == 0
    before, after = tmp_path / "pages" / "before-001.png", tmp_path / "pages" / "after-001.png"
    assert before.read_bytes() != after.read_bytes()
