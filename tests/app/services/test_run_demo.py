"""The demo: a sample workspace, two tenders, and what is written without a person."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import build_ports
from app.domain.dates import ReferenceDates
from app.domain.errors import FileUnwritable, TargetExists, WrongPassphrase
from app.domain.filling import FilledAnswer, FillReport
from app.domain.questionnaire import Kind, Question, Questionnaire, Slot
from app.domain.responses import Unreviewed
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.paths import RESOURCES
from app.services.keep_fills import last_fill
from app.services.ports import NoMeaning, Ports
from app.services.run_demo import PASSPHRASE, SAMPLE_TENDERS, WORKSPACE, run_demo
from app.wording import sentence

SAMPLE = RESOURCES / "sample"
DAY = date(2026, 11, 18)
QUESTIONS = (
    Question("q-name", "Legal name", Slot("p0")),
    Question("q-doubt", "Anything else?", Slot("p1")),
    Question("q-sign", "Signature", Slot("p2"), kind=Kind.SIGNATURE),
)


def read(path: Path) -> Questionnaire:
    import hashlib

    return Questionnaire(path.name, "docx", hashlib.sha256(path.read_bytes()).hexdigest(), QUESTIONS)


def match(
    questions: Sequence[Question],
    profile: Any,
    memory: Any,
    party_id: str | None,
    dates: ReferenceDates,
    vectors: Mapping[str, bytes],
) -> Mapping[str, tuple[Suggestion, ...]]:
    confidence = {"q-name": 0.98, "q-doubt": 0.94, "q-sign": 0.99}
    source = Source(SourceKind.FACT, "f-1", "Legal name")
    name = profile.fact_on("supplier.legal_name", dates.start).value
    return {one.id: (Suggestion(one.id, name, name, confidence[one.id], source),) for one in questions}


def fill(source: Path, questionnaire: Questionnaire, answers: Mapping[str, Any], target: Path) -> FillReport:
    shutil.copyfile(source, target)
    return FillReport(target.name, tuple(FilledAnswer(one, "p0", value) for one, value in answers.items()))


@pytest.fixture
def ports() -> Ports:
    return replace(build_ports(), read=read, match=match, fill=fill, meaning=NoMeaning())


def test_both_buyers_files_are_filled_beside_their_originals(ports: Ports, tmp_path: Path) -> None:
    demo = run_demo(ports, SAMPLE, tmp_path / "new", DAY)
    assert demo.supplier == "Harbour Systems Ltd"
    assert len(demo.fills) == 2
    for one in demo.fills:
        assert one.buyers_file.read_bytes() == (SAMPLE / "buyers" / one.buyers_file.name).read_bytes()
        assert one.filled_file.is_file()


def test_only_green_answers_are_written_and_never_a_signature(ports: Ports, tmp_path: Path) -> None:
    for one in run_demo(ports, SAMPLE, tmp_path, DAY).fills:
        assert [answer.question_id for answer in one.report.filled] == ["q-name"]


def test_what_was_written_is_kept_and_marked_as_seen_by_nobody(ports: Ports, tmp_path: Path) -> None:
    demo = run_demo(ports, SAMPLE, tmp_path, DAY)
    workspace = ports.workspaces.open(demo.workspace, PASSPHRASE)
    with workspace.work("Look") as unit:
        responses = unit.responses.all()
        tenders = unit.tenders.all()
        proofs = [last_fill(unit, file.id) for file in unit.tender_files.all()]
    workspace.close()
    assert len(tenders) == len(proofs) == len(responses) == 2
    assert all(isinstance(one.reviewer, Unreviewed) and not one.may_be_filled for one in responses)
    assert all(one.confidence == 0.98 for one in responses)
    assert [proof.report.filled[0].source for proof in proofs if proof] == ["fact: Legal name"] * 2
    assert all(proof and proof.report.filled[0].reviewed_by is None for proof in proofs)


def test_a_second_demo_in_the_same_folder_makes_it_anew(ports: Ports, tmp_path: Path) -> None:
    first = run_demo(ports, SAMPLE, tmp_path, DAY)
    second = run_demo(ports, SAMPLE, tmp_path, DAY)
    assert first.workspace == second.workspace
    workspace = ports.workspaces.open(second.workspace, PASSPHRASE)
    with workspace.work("Look") as unit:
        assert len(unit.tenders.all()) == 2
    workspace.close()


def test_a_file_that_no_demo_made_is_never_written_over(ports: Ports, tmp_path: Path) -> None:
    mine = tmp_path / SAMPLE_TENDERS[1].file
    mine.write_text("mine")
    with pytest.raises(TargetExists):
        run_demo(ports, SAMPLE, tmp_path, DAY)
    assert mine.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [mine]


def test_a_folder_that_cannot_be_made_is_said(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(FileUnwritable) as refused:
        run_demo(ports, SAMPLE, tmp_path / "taken", DAY)
    assert "--dir" in sentence(refused.value)
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_workspace_with_another_passphrase_is_left_alone(ports: Ports, tmp_path: Path) -> None:
    ports.workspaces.create(tmp_path / WORKSPACE, "a passphrase of my own").close()
    before = (tmp_path / WORKSPACE).read_bytes()
    with pytest.raises(WrongPassphrase):
        run_demo(ports, SAMPLE, tmp_path, DAY)
    assert (tmp_path / WORKSPACE).read_bytes() == before


def test_on_its_own_day_the_sample_stands_as_it_is_written(ports: Ports, tmp_path: Path) -> None:
    asked: list[ReferenceDates] = []

    def watching(questions: Any, profile: Any, memory: Any, party: Any, dates: ReferenceDates, _: Any) -> Any:
        asked.append(dates)
        return match(questions, profile, memory, party, dates, {})

    run_demo(replace(ports, match=watching), SAMPLE, tmp_path, DAY)
    assert asked[0] == ReferenceDates(date(2026, 12, 11), date(2027, 1, 22), date(2027, 4, 1))
