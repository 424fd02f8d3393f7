"""Taking a buyer's file into a tender with what was read from it."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import FileMissing, FileUnreadable
from app.services.keep_readings import keep_buyers_file, keep_reading, load_reading
from tests.samples.questionnaire_of_eight import CONTENT, QUESTIONNAIRE
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import make_ports
from tests.samples.workspace_in_memory import MemoryWorkspace

PORTS = make_ports()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ITT questionnaire.docx"
    made.write_bytes(CONTENT)
    return made


def test_a_file_is_kept_as_it_came_with_its_questions(path: Path) -> None:
    workspace = MemoryWorkspace()
    file = keep_buyers_file(workspace, PORTS, "t1", path, QUESTIONNAIRE, "me")
    assert workspace.unit.attachments.read(file.digest) == CONTENT
    assert load_reading(workspace.unit, PORTS, file) == QUESTIONNAIRE


def test_the_same_file_a_second_time_is_kept_once(path: Path) -> None:
    workspace = MemoryWorkspace()
    first = keep_buyers_file(workspace, PORTS, "t1", path, QUESTIONNAIRE, "me")
    again = keep_buyers_file(workspace, PORTS, "t1", path, replace(QUESTIONNAIRE, title="Other"), "me")
    assert again.id == first.id
    assert len(workspace.unit.tender_files.all()) == 1


def test_a_file_that_changed_while_it_was_read_is_refused(path: Path) -> None:
    workspace = MemoryWorkspace()
    path.write_bytes(b"changed")
    with pytest.raises(FileUnreadable):
        keep_buyers_file(workspace, PORTS, "t1", path, QUESTIONNAIRE, "me")
    assert workspace.unit.tender_files.all() == ()
    assert hashlib.sha256(b"changed").hexdigest() not in workspace.unit.attachments


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        keep_buyers_file(MemoryWorkspace(), PORTS, "t1", tmp_path / "gone.docx", QUESTIONNAIRE, "me")


def test_a_file_taken_in_elsewhere_gets_its_questions_later() -> None:
    workspace = workspace_with_tender(None)
    (file,) = workspace.unit.tender_files.all()
    assert load_reading(workspace.unit, PORTS, file) is None
    kept = keep_reading(workspace, PORTS, file.id, QUESTIONNAIRE, "me")
    assert kept is not None
    assert load_reading(workspace.unit, PORTS, kept) == QUESTIONNAIRE
    assert keep_reading(workspace, PORTS, "gone", QUESTIONNAIRE, "me") is None
