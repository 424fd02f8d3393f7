"""The check and the pack of a tender, by keys and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.tenders import Tender
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from tests.ui.viewmodels.test_checking import Checker
from ui.pages.check import CheckView
from ui.pages.pack import PackView
from ui.tasks import Command, Outcome
from ui.viewmodels.checking import CheckingViewModel
from ui.viewmodels.packing import PackingViewModel


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    made.unit.tenders.add(Tender("t-1", title="Paths"))
    return made


@pytest.fixture
def view(qtbot: QtBot, workspace: MemoryWorkspace) -> CheckView:
    session = make_session(workspace, Checker())
    model = CheckingViewModel(session, session)
    made = CheckView(model)
    qtbot.addWidget(made)
    made.resize(1320, 800)
    made.show()
    model.open_tender("t-1")
    model.watch(watched=True)
    return made


def test_the_gravest_finding_is_open_with_its_reason_and_its_remedy(view: CheckView) -> None:
    assert [row.id for row in view.table.rows] == ["f-1", "f-2"]
    row = view.panel.row
    assert row is not None
    assert (row.place, row.why, row.remedy) == ("Question 1", "Too long.", "Shorten it.")


def test_one_click_leads_to_the_place(view: CheckView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.wanted) as wanted:
        qtbot.mouseClick(view.panel.go, Qt.MouseButton.LeftButton)
    assert wanted.args is not None
    assert wanted.args[0].about == "q-1"


def test_an_override_asks_for_a_reason(view: CheckView, qtbot: QtBot, workspace: MemoryWorkspace) -> None:
    qtbot.mouseClick(view.panel.keep, Qt.MouseButton.LeftButton)
    assert view.panel.field.error
    qtbot.keyClicks(view.panel.reason, "Agreed with the buyer")
    qtbot.keyClick(view.panel.reason, Qt.Key.Key_Return)
    overrides = workspace.unit.tenders.all()[0].extra["overrides"]
    assert isinstance(overrides, dict)
    assert list(overrides) == ["f-1"]


def test_a_filter_shows_one_gravity(view: CheckView) -> None:
    view.filters.choose("hint")
    view.filters.chosen.emit("hint")
    assert [row.id for row in view.table.rows] == ["f-2"]


@pytest.fixture
def ran() -> list[Command]:
    return []


@pytest.fixture
def pack(qtbot: QtBot, workspace: MemoryWorkspace, ran: list[Command]) -> PackView:
    def run(command: Command) -> tuple[Outcome, str]:
        ran.append(command)
        return Outcome(0, b"done"), ""

    session = make_session(workspace, run)
    packing = PackingViewModel(session, session)
    made = PackView(packing, CheckingViewModel(session, session))
    qtbot.addWidget(made)
    made.resize(1320, 800)
    made.show()
    packing.open_tender("t-1")
    return made


def test_a_pack_takes_what_was_dropped_and_the_names_that_were_wished(
    pack: PackView, ran: list[Command], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"x")
    out = str(tmp_path / "bid.zip")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: (out, "")))
    pack.zone.dropped.emit((letter, tmp_path))
    pack.pattern.setText("{reference} {title}")
    pack.most.setText("12,5")
    qtbot.mouseClick(pack.make, Qt.MouseButton.LeftButton)
    (command,) = ran
    told = " ".join(command.arguments)
    assert f"--out {out}" in told
    assert "--names {reference} {title} --max-mb 12.5" in told
    assert told.endswith(f"--with {letter}")


def test_a_limit_that_is_no_number_is_said_and_nothing_is_made(
    pack: PackView, ran: list[Command], qtbot: QtBot
) -> None:
    pack.most.setText("a lot")
    qtbot.mouseClick(pack.make, Qt.MouseButton.LeftButton)
    assert ran == []
