"""Filling the buyer's file: what the child process is given, what is kept of its proof."""

import json
from pathlib import Path

import pytest

from app.domain.errors import WorkRefused
from app.services.keep_fills import Fill
from tests.samples.questionnaire_of_eight import CONTENT, OFFERS, QUESTIONNAIRE
from tests.samples.tender_in_memory import workspace_with_tender
from tests.samples.window_session import NOW, USER, make_session
from ui.tasks import Command, Outcome
from ui.viewmodels.filling import FillingViewModel, fill_rows
from ui.viewmodels.review import ReviewViewModel


class FakeChild:
    """Fills what it is given, as `bidfolio fill --json` reports it."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.lent = b""
        self.status, self.errors = 0, ""

    def __call__(self, command: Command) -> tuple[Outcome, str]:
        self.commands.append(command)
        self.lent = Path(command.arguments[1]).read_bytes()
        answers = json.loads(command.stdin)["answers"]
        document = {
            "out": "filled.docx",
            "filled": [
                {
                    "id": one,
                    "where": "t0.r0.c1",
                    "value": value,
                    "source": "",
                    "confidence": None,
                    "reviewed_by": None,
                    "before": "",
                }
                for one, value in answers.items()
            ],
            "left": [{"id": "q-sign", "reason": "A person must sign this"}],
            "changed": ["t0.r0.c1"],
            "parts": {"changed": ["word/document.xml"], "identical": 11},
        }
        return Outcome(self.status, json.dumps(document).encode()), self.errors


@pytest.fixture
def child() -> FakeChild:
    return FakeChild()


@pytest.fixture
def review(qapp: object, child: FakeChild) -> ReviewViewModel:
    model = ReviewViewModel(make_session(workspace_with_tender(), child, OFFERS))
    model.open_file("tender-1")
    model.open_question("q-name")
    model.approve()
    return model


@pytest.fixture
def filling(review: ReviewViewModel) -> FillingViewModel:
    return FillingViewModel(review._session)


def fill(filling: FillingViewModel, review: ReviewViewModel, out: Path) -> None:
    assert review.file is not None
    assert review.questionnaire is not None
    filling.fill(review.file, review.questionnaire, review.approved, out)


def test_only_approved_answers_reach_the_child_and_by_its_input_alone(
    filling: FillingViewModel, review: ReviewViewModel, child: FakeChild, tmp_path: Path
) -> None:
    review.open_question("q-date")
    review.edit("2026-09-18")
    fill(filling, review, tmp_path / "out.docx")
    (command,) = child.commands
    assert json.loads(command.stdin)["answers"] == {"q-name": "Harbour Systems Ltd"}
    assert "Harbour" not in " ".join(command.arguments)
    assert child.lent == CONTENT


def test_the_lent_copy_is_gone_afterwards(
    filling: FillingViewModel, review: ReviewViewModel, child: FakeChild, tmp_path: Path
) -> None:
    fill(filling, review, tmp_path / "out.docx")
    assert not Path(child.commands[0].arguments[1]).parent.exists()


def test_the_proof_names_who_approved_and_is_there_after_closing(
    filling: FillingViewModel, review: ReviewViewModel, tmp_path: Path
) -> None:
    done: list[Fill] = []
    filling.filled.connect(done.append)
    fill(filling, review, tmp_path / "out.docx")
    assert done[0].report.filled[0].reviewed_by == USER
    again = FillingViewModel(review._session)
    assert review.file is not None
    again.look_up(review.file)
    assert again.fill_of == done[0]
    assert (again.fill_of.at, again.fill_of.report.parts_identical) == (NOW, 11)


def test_rows_list_what_was_left_first_each_with_its_reason(
    filling: FillingViewModel, review: ReviewViewModel, tmp_path: Path
) -> None:
    fill(filling, review, tmp_path / "out.docx")
    assert filling.fill_of is not None
    rows = fill_rows(QUESTIONNAIRE, filling.fill_of)
    assert len(rows) == 8
    assert rows[-1].written == "Harbour Systems Ltd"
    assert {row.id: row.reason for row in rows}["q-sign"] == "A person must sign this"
    assert {row.id: row.reason for row in rows}["q-date"] == "No approved answer yet"


def test_a_refusal_is_one_sentence_and_keeps_no_proof(
    filling: FillingViewModel, review: ReviewViewModel, child: FakeChild, tmp_path: Path
) -> None:
    child.status, child.errors = 2, "bidfolio: out.docx exists already.\n"
    refused: list[WorkRefused] = []
    filling.refused.connect(refused.append)
    fill(filling, review, tmp_path / "out.docx")
    assert [error.said for error in refused] == ["out.docx exists already."]
    assert filling.fill_of is None


def test_the_suggested_name_never_hits_a_file_that_is_there(
    filling: FillingViewModel, review: ReviewViewModel, tmp_path: Path
) -> None:
    assert review.file is not None
    first = filling.suggested_path(review.file, tmp_path)
    assert first.name == "ITT questionnaire (filled).docx"
    first.touch()
    assert filling.suggested_path(review.file, tmp_path).name == "ITT questionnaire (filled 2).docx"
