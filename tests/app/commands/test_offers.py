"""The window's own command for suggestions: the key on standard input, the workspace let go."""

import io
from pathlib import Path

import pytest

from app.bootstrap import build_ports
from app.domain.questionnaire import Question, Questionnaire, Slot
from app.domain.records import Fact
from app.domain.tenders import Tender, TenderFile
from app.services.keep_readings import keep_reading
from tests.app.commands.conftest import Run


def test_suggestions_come_from_the_workspace_whose_key_is_given(
    workspace: Path, bidfolio: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ports = build_ports()
    opened = ports.workspaces.open(workspace, "a long test passphrase")
    with opened.work("Prepare") as unit:
        unit.facts.add(Fact("f1", "supplier.vat_number", "GB999999973"))
        unit.tenders.add(Tender("t1", "Housing"))
        unit.tender_files.add(TenderFile("file1", "t1", "itt.docx", "digest", "docx"))
    question = Question("q1", "VAT registration number", Slot("t0.r0.c1"))
    keep_reading(opened, ports, "file1", Questionnaire("itt.docx", "docx", "digest", (question,)), "me")
    key = opened.key.hex()
    opened.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{key}\n"))
    outcome = bidfolio("offers", "file1", "-w", workspace)
    assert outcome.status == 0
    (asked,) = outcome.json["questions"]
    assert asked["suggestions"][0]["value"] == "GB999999973"


def test_a_file_that_was_never_read_is_refused(workspace: Path, bidfolio: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = build_ports().workspaces.open(workspace, "a long test passphrase")
    key = opened.key.hex()
    opened.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{key}\n"))
    outcome = bidfolio("offers", "nothing", "-w", workspace)
    assert (outcome.status, outcome.out) == (2, "")
    assert "nothing" in outcome.err
