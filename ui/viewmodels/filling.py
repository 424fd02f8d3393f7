"""Fills the buyer's file in a child process and keeps the proof of what was done."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.answer_fields import left_open
from app.domain.errors import BidfolioError
from app.domain.filling import FilledAnswer, FillReport, LeftQuestion
from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Person, Response
from app.domain.tenders import TenderFile
from app.domain.values import JsonObject
from app.services.keep_fills import Fill, keep_fill, last_fill
from app.services.lend_files import lend_file, take_back
from ui.tasks import Command, Job, Outcome
from ui.viewmodels.questions import BY_HAND, say_answer
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session


@dataclass(frozen=True, slots=True)
class FillRow:
    """One question of the proof."""

    id: str
    ref: str
    text: str
    written: str
    """What stands in the filled file; empty where it was left."""
    where: str
    before: str
    """What stood there before; empty of a blank place."""
    reason: str
    """Why it was left; empty where it was filled."""
    approved_by: str
    refused: bool = False
    """Whether there was an answer that could not be written."""

    @property
    def is_filled(self) -> bool:
        """Whether something was written."""
        return not self.reason


def fill_rows(questionnaire: Questionnaire, fill: Fill) -> tuple[FillRow, ...]:
    """List what was left, then what was written, in the buyer's order."""
    filled = {one.question_id: one for one in fill.report.filled}
    left = {one.question_id: one for one in fill.report.left}
    unfilled = [_left_row(question, left.get(question.id)) for question in questionnaire if question.id not in filled]
    return (
        *unfilled,
        *(_filled_row(question, filled[question.id]) for question in questionnaire if question.id in filled),
    )


def _left_row(question: Question, left: LeftQuestion | None) -> FillRow:
    told = left is not None and (left.refused or question.kind in BY_HAND)
    reason = left.reason if left and told else "No approved answer yet"
    return FillRow(question.id, question.ref, question.text, "", "", "", reason, "", bool(left and left.refused))


def _filled_row(question: Question, one: FilledAnswer) -> FillRow:
    said = say_answer(question, one.value)
    return FillRow(question.id, question.ref, question.text, said, one.where, one.before, "", one.reviewed_by or "")


class FillingViewModel(QObject):
    """The filling of one buyer's file.

    Signals: `began` carries the `Job`; `filled` the `Fill`; `refused` the `BidfolioError` that stopped it;
    `known` the last `Fill` of the file, or None.
    """

    began = Signal(object)
    filled = Signal(object)
    refused = Signal(object)
    known = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.fill_of: Fill | None = None

    def look_up(self, file: TenderFile) -> None:
        """Read what the last filling of a file did."""
        self._session.look(lambda unit: last_fill(unit, file.id), self._know)

    def suggested_path(self, file: TenderFile, folder: Path) -> Path:
        """Give a name beside the buyer's own that is not taken: "ITT questionnaire (filled).docx"."""
        name = Path(file.name)
        names = (f"{name.stem} (filled{'' if number == 1 else f' {number}'}){name.suffix}" for number in range(1, 1000))
        return next(folder / one for one in names if not (folder / one).exists())

    def fill(
        self,
        file: TenderFile,
        questionnaire: Questionnaire,
        approved: Mapping[str, Response],
        out: Path,
        *,
        replace_it: bool = False,
    ) -> None:
        """Write the approved answers into a copy at `out`; the buyer's own file is not touched."""
        ports = self._session.ports
        reading = ports.dump_questionnaire(questionnaire)

        def lend(content: bytes) -> None:
            self._session.tasks.quick(lambda: lend_file(ports, content, file.name), run, self.refused.emit)

        def run(source: Path) -> None:
            job = self._session.tasks.run(
                _command(source, reading, approved, out, replace_it=replace_it),
                lambda outcome: _report(outcome, approved),
                lambda report: self._keep(file, report, out),
                self.refused.emit,
            )
            self._begin(job, source)

        self._session.look(lambda unit: unit.attachments.read(file.digest), lend, self.refused.emit)

    def _begin(self, job: Job, source: Path) -> None:
        if job.running:
            job.ended.connect(lambda: take_back(source))
            self.began.emit(job)
        else:
            take_back(source)

    def _keep(self, file: TenderFile, report: FillReport, out: Path) -> None:
        fill = Fill(str(out), self._session.ports.now(), report)
        by = self._session.user
        self._session.do(
            lambda workspace: keep_fill(workspace, file.id, fill, by),
            lambda _file: self._finish(fill),
            failed=self._fail,
        )

    def _finish(self, fill: Fill) -> None:
        self.fill_of = fill
        report = fill.report
        written, left = say_count(len(report.filled), "answer"), len(report.left)
        self._session.tell(f"{Path(fill.out).name} filled: {written} written, {left} left")
        self.filled.emit(fill)

    def _know(self, fill: Fill | None) -> None:
        self.fill_of = fill
        self.known.emit(fill)

    def _fail(self, error: BidfolioError) -> None:
        self.refused.emit(error)


def _command(
    source: Path, reading: JsonObject, approved: Mapping[str, Response], out: Path, *, replace_it: bool
) -> Command:
    answers = {question_id: response.value for question_id, response in approved.items()}
    for question_id in left_open(answers):
        del answers[question_id]
    options = ("--replace",) if replace_it else ()
    return Command(
        ("fill", str(source), "--out", str(out), "--answers", "-", "--with-reading", "--json", *options),
        f"Filling {source.name}",
        json.dumps({"reading": reading, "answers": answers}, ensure_ascii=False).encode(),
    )


def _report(outcome: Outcome, approved: Mapping[str, Response]) -> FillReport:
    """Read the report of the command; who approved each answer is known here."""
    document: Mapping[str, Any] = outcome.document()
    still_open = left_open({question_id: response.value for question_id, response in approved.items()})
    reasons = {one["id"]: one["reason"] for one in document["left"]} | still_open
    return FillReport(
        document["out"],
        tuple(_filled(one, approved.get(one["id"])) for one in document["filled"]),
        tuple(LeftQuestion(name, reason, name in approved) for name, reason in reasons.items()),
        tuple(document["changed"]),
        tuple(document["parts"]["changed"]),
        document["parts"]["identical"],
    )


def _filled(one: Mapping[str, Any], response: Response | None) -> FilledAnswer:
    filled = FilledAnswer(one["id"], one["where"], one["value"], before=one["before"])
    if response is None:
        return filled
    name = response.reviewer.name if isinstance(response.reviewer, Person) else None
    return replace(filled, source=response.source.title if response.source else "", reviewed_by=name)
