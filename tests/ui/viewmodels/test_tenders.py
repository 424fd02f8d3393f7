"""The tenders: the list, the form, taking in a buyer's file."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from app.domain.errors import WorkRefused
from app.domain.responses import Person, Response, ResponseKey, ResponseState
from app.domain.tenders import Tender
from app.interchange.questionnaire_json import questionnaire_to_json
from tests.samples.questionnaire_of_eight import CONTENT, DIGEST, QUESTIONNAIRE
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import make_session
from tests.samples.workspace_in_memory import MemoryWorkspace
from ui.tasks import Command, Outcome
from ui.viewmodels.session import Session
from ui.viewmodels.tenders import TenderDraft, TendersViewModel

READ = json.dumps(questionnaire_to_json(QUESTIONNAIRE)).encode()


@pytest.fixture
def workspace() -> MemoryWorkspace:
    made = workspace_with_tender()
    made.unit.tenders.add(Tender("tender-0", "Past tender", submission=datetime(2026, 11, 1, 12)))
    made.unit.tenders.add(Tender("tender-2", "No date yet"))
    key = ResponseKey(DIGEST, "q-name", "tender-1")
    made.unit.responses.add(
        Response("r1", key=key, question_text="", value="x", state=ResponseState.APPROVED, reviewer=Person("me"))
    )
    return made


def tenders_of(session: Session) -> TendersViewModel:
    model = TendersViewModel(session)
    model.reload()
    return model


@pytest.fixture
def session(qapp: object, workspace: MemoryWorkspace) -> Session:
    return make_session(workspace, lambda command: (Outcome(0, READ), ""))


@pytest.fixture
def tenders(session: Session) -> TendersViewModel:
    return tenders_of(session)


def test_the_next_deadline_comes_first_and_what_has_passed_last(tenders: TendersViewModel) -> None:
    assert [(row.title, row.left) for row in tenders.rows] == [
        ("Digital Housing Platform", "15 working days left"),
        ("No date yet", "No deadline yet"),
        ("Past tender", "Deadline has passed"),
    ]
    assert tenders.rows[0].due == "Fri 11 Dec 2026, 12:00"
    assert tenders.open_count == 2


def test_progress_is_told_by_section(tenders: TendersViewModel) -> None:
    (file,) = tenders.rows[0].files
    assert (tenders.rows[0].approved, tenders.rows[0].total) == (1, 8)
    assert [(one.title, one.approved, len(one.states)) for one in file.sections] == [
        ("Part 1", 1, 3), ("Section 3", 0, 3), ("Section 4", 0, 1), ("Declaration", 0, 1),
    ]  # fmt: skip


def test_a_tender_is_made_changed_and_removed(tenders: TendersViewModel, session: Session) -> None:
    made: list[Tender] = []
    tenders.kept.connect(made.append)
    assert tenders.keep(TenderDraft("Roofing", "Tarn Valley Homes", submission=datetime(2026, 12, 1, 12)))
    assert tenders.rows[0].title == "Roofing"
    tenders.keep(TenderDraft("Roofing 2026", award=date(2027, 1, 1)), made[0].id)
    assert tenders.row(made[0].id) is not None
    tenders.remove(made[0].id)
    assert tenders.row(made[0].id) is None
    session.undo()
    assert tenders.row(made[0].id) is not None


def test_a_removed_tender_takes_its_files_and_answers_along_and_brings_them_back(
    tenders: TendersViewModel, session: Session, workspace: MemoryWorkspace
) -> None:
    tenders.remove("tender-1")
    assert (workspace.unit.tender_files.all(), workspace.unit.responses.all()) == ((), ())
    session.undo()
    assert (tenders.rows[0].approved, tenders.rows[0].total) == (1, 8)


def test_a_tender_without_a_title_is_not_kept(tenders: TendersViewModel) -> None:
    assert not tenders.keep(TenderDraft("  "))
    assert tenders.total == 3


def test_a_dropped_file_makes_its_tender(tenders: TendersViewModel, tmp_path: Path) -> None:
    path = tmp_path / "Housing_ITT.docx"
    path.write_bytes(CONTENT)
    tenders.make_from_file(path)
    made = next(row for row in tenders.rows if row.title == "Housing ITT")
    assert made.total == 8


def test_a_refused_file_says_why_and_loses_nothing(qapp: object, workspace: MemoryWorkspace, tmp_path: Path) -> None:
    def refuse(command: Command) -> tuple[Outcome, str]:
        return Outcome(3, b""), "bidfolio: a.docx has a password. Nothing was read.\n"

    tenders = tenders_of(make_session(workspace, refuse))
    refused: list[WorkRefused] = []
    tenders.files.failed.connect(refused.append)
    tenders.take_in("tender-1", (tmp_path / "a.docx",))
    assert [error.said for error in refused] == ["a.docx has a password. Nothing was read."]
    assert tenders.rows[0].total == 8


def test_a_file_of_an_older_kind_is_kept_as_the_copy_that_libreoffice_made(
    qapp: object, workspace: MemoryWorkspace, tmp_path: Path
) -> None:
    lent: list[Path] = []

    def convert(command: Command) -> tuple[Outcome, str]:
        if command.arguments[0] == "questions":
            assert command.arguments[:3] == ("questions", str(tmp_path / "Form.odt"), "--convert")
            lent.append(Path(command.arguments[3]))
            lent[0].write_bytes(CONTENT)
        return Outcome(0, READ), ""

    tenders = tenders_of(make_session(workspace, convert))
    tenders.take_in("tender-2", (tmp_path / "Form.odt",))
    (kept,) = workspace.unit.tender_files.where(tender_id="tender-2")
    assert kept.name == "Form.docx"
    assert not lent[0].exists()


def test_where_it_cannot_be_converted_the_reason_is_told_and_nothing_is_left(
    qapp: object, workspace: MemoryWorkspace, tmp_path: Path
) -> None:
    lent: list[str] = []

    def refuse(command: Command) -> tuple[Outcome, str]:
        lent.append(command.arguments[3])
        return Outcome(3, b""), "bidfolio: LibreOffice is not on this computer. Save Form.doc as .docx in Word.\n"

    tenders = tenders_of(make_session(workspace, refuse))
    refused: list[WorkRefused] = []
    tenders.files.failed.connect(refused.append)
    tenders.take_in("tender-2", (tmp_path / "Form.doc",))
    assert [error.said for error in refused] == ["LibreOffice is not on this computer. Save Form.doc as .docx in Word."]
    assert not Path(lent[0]).exists()


def test_search_finds_by_buyer_and_reference(tenders: TendersViewModel) -> None:
    tenders.search("northshire nc-2026")
    assert [row.id for row in tenders.rows] == ["tender-1"]
