"""The packs of a tender in the window."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import BidfolioError, WorkRefused
from app.domain.tenders import Tender
from app.services.make_pack import PACKS
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import Command, Outcome
from ui.viewmodels.packing import PackingViewModel, PackWish
from ui.viewmodels.session import Session


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = MemoryWorkspace()
    digests = {"pack-1.zip": made.unit.attachments.put(b"one"), "pack-2.zip": made.unit.attachments.put(b"two")}
    pack = {"at": "2026-11-20T10:00:00", "by": "P. Shah", "archives": digests, "files": 4, "draft": True}
    made.unit.tenders.add(Tender("t-1", title="Paths", extra={PACKS: [pack]}))
    return made


def _packing(workspace: MemoryWorkspace, ran: list[Command], outcome: tuple[Outcome, str]) -> PackingViewModel:
    def run(command: Command) -> tuple[Outcome, str]:
        ran.append(command)
        return outcome

    session: Session = make_session(workspace, run)
    session.ports = replace(session.ports, write_whole=lambda path, content: path.write_bytes(content) and None)
    model = PackingViewModel(session, session)
    model.open_tender("t-1")
    return model


def test_packs_are_listed_with_who_and_when(qapp: object, workspace: MemoryWorkspace) -> None:
    (row,) = _packing(workspace, [], (Outcome(0, b""), "")).rows
    assert (row.names, row.files, row.by, row.is_draft) == ("pack-1.zip, pack-2.zip", "4 files", "P. Shah", True)


def test_a_pack_is_made_by_the_command_with_every_wish(qapp: object, workspace: MemoryWorkspace) -> None:
    ran: list[Command] = []
    packing = _packing(workspace, ran, (Outcome(0, b"done"), ""))
    packing.add_documents([Path("letter.docx"), Path("letter.docx"), Path("old.docx")])
    packing.leave_out(Path("old.docx"))
    packing.make(PackWish(Path("out.zip"), "{reference} {title}", "Lot 2", 20.0, draft=True))
    (command,) = ran
    told = " ".join(command.arguments)
    assert "pack t-1" in told
    assert "--names {reference} {title} --lot Lot 2 --max-mb 20.0 --draft --with letter.docx" in told
    assert "--replace" not in told


def test_documents_of_one_tender_do_not_go_with_the_next(qapp: object, workspace: MemoryWorkspace) -> None:
    packing = _packing(workspace, [], (Outcome(0, b"done"), ""))
    packing.add_documents([Path("price.docx")])
    packing.open_tender("t-1")
    assert packing.documents == (Path("price.docx"),)
    packing.open_tender("t-2")
    assert packing.documents == ()


def test_what_stops_a_pack_is_told(qapp: object, workspace: MemoryWorkspace) -> None:
    packing = _packing(workspace, [], (Outcome(1, b""), "bidfolio: Nothing was packed: a question is open."))
    told: list[BidfolioError] = []
    packing.failed.connect(told.append)
    packing.make(PackWish(Path("out.zip")))
    assert isinstance(told[0], WorkRefused)
    assert not packing.is_working


def test_a_pack_is_saved_again_byte_for_byte(qapp: object, workspace: MemoryWorkspace, tmp_path: Path) -> None:
    packing = _packing(workspace, [], (Outcome(0, b""), ""))
    packing.save_again(packing.rows[0], tmp_path / "sent.zip")
    assert (tmp_path / "sent-1.zip").read_bytes() == b"one"
    assert (tmp_path / "sent-2.zip").read_bytes() == b"two"
