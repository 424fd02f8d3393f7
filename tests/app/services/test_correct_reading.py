"""Corrections kept in a real workspace, used by every command, and carried to the next version of a file."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from app.bootstrap import build_ports
from app.domain.corrections import answer_at, not_ours
from app.domain.layout import Survey
from app.domain.tenders import Tender
from app.services.correct_reading import carry_corrections, keep_corrections
from app.services.keep_readings import keep_buyers_file, load_plain_reading, load_reading
from app.services.ports import Workspace


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr("app.keys.PASSES", 1)
    monkeypatch.setattr("app.keys.MEMORY_KIB", 32)
    made = build_ports().workspaces.create(tmp_path / "w.bidfolio", "a long test passphrase")
    with made.work("Add") as unit:
        unit.tenders.add(Tender("t-1", title="Paths"))
    return made


def _form(path: Path, *more: str) -> Path:
    document = docx.Document()
    document.add_paragraph("Information for bidders")
    table = document.add_table(0, 2)
    for text in (*more, "The lift was inspected in May.", "What is your company number?"):
        table.add_row().cells[0].text = text
    document.save(str(path))
    return path


def test_a_correction_is_part_of_the_reading_and_undo_takes_it_back(tmp_path: Path, workspace: Workspace) -> None:
    ports = build_ports()
    form = _form(tmp_path / "a.docx")
    read = ports.read(form)
    survey = Survey(ports.read_layout(form))
    file = keep_buyers_file(workspace, ports, "t-1", form, read, "")
    place = "p0"
    assert place not in {one.slot.where for one in read}
    one = answer_at(survey, place, read)
    assert one is not None
    keep_corrections(workspace, ports, file.id, [one], "P. Shah")
    with workspace.work("Look") as unit:
        assert place in {one.slot.where for one in load_reading(unit, ports, file_of(unit, file.id)) or ()}
        group = unit.journal.recent(1)[0].group
    with workspace.work("Undo") as unit:
        unit.undo(group)
    with workspace.work("Look") as unit:
        assert load_reading(unit, ports, file_of(unit, file.id)) == load_plain_reading(unit, ports, file)


def test_the_next_version_of_a_file_is_put_right_by_itself(tmp_path: Path, workspace: Workspace) -> None:
    ports = build_ports()
    first, second = _form(tmp_path / "a.docx"), _form(tmp_path / "b.docx", "What is your VAT number?")
    read = ports.read(first)
    survey = Survey(ports.read_layout(first))
    file = keep_buyers_file(workspace, ports, "t-1", first, read, "")
    added, removed = answer_at(survey, "t0.r0.c1", read), not_ours(survey, "t0.r1.c1")
    assert added is not None
    keep_corrections(workspace, ports, file.id, [added, removed], "")
    again = ports.read(second)
    newer = keep_buyers_file(workspace, ports, "t-1", second, again, "")
    assert carry_corrections(workspace, ports, newer.id, ports.read_layout(second), again, "") == 2
    with workspace.work("Look") as unit:
        places = {one.slot.where for one in load_reading(unit, ports, file_of(unit, newer.id)) or ()}
    assert places == {"t0.r0.c1", "t0.r1.c1"}


def test_what_was_carried_and_taken_back_does_not_come_again(tmp_path: Path, workspace: Workspace) -> None:
    ports = build_ports()
    first, second = _form(tmp_path / "a.docx"), _form(tmp_path / "b.docx", "What is your VAT number?")
    read, again = ports.read(first), ports.read(second)
    file = keep_buyers_file(workspace, ports, "t-1", first, read, "")
    keep_corrections(workspace, ports, file.id, [not_ours(Survey(ports.read_layout(first)), "t0.r1.c1")], "")
    newer = keep_buyers_file(workspace, ports, "t-1", second, again, "")
    layout = ports.read_layout(second)
    assert carry_corrections(workspace, ports, newer.id, layout, again, "") == 1
    with workspace.work("Look") as unit:
        group = unit.journal.recent(1)[0].group
    with workspace.work("Undo") as unit:
        unit.undo(group)
    assert carry_corrections(workspace, ports, newer.id, layout, again, "") == 0
    with workspace.work("Look") as unit:
        assert load_reading(unit, ports, file_of(unit, newer.id)) == load_plain_reading(unit, ports, newer)


def file_of(unit: object, file_id: str) -> object:
    found: Callable[[str], object] = unit.tender_files.get  # type: ignore[attr-defined]
    return found(file_id)
