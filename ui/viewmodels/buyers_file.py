"""Reads buyers' files in a child process and takes them into the workspace."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from app.domain.errors import BidfolioError
from app.domain.questionnaire import Questionnaire
from app.domain.tenders import TenderFile
from app.services.keep_readings import keep_buyers_file, keep_reading
from app.services.lend_files import lend_file, take_back
from ui.tasks import Command, Job, Outcome
from ui.viewmodels.saying import say_count
from ui.viewmodels.session import Session

CONVERTED: Mapping[str, str] = MappingProxyType({".doc": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".ods": ".xlsx"})
"""Endings of files that LibreOffice makes readable, and the ending of the copy."""
READABLE = (".docx", ".docm", ".xlsx", ".xlsm", ".pdf", ".xml", ".txt", ".csv", *CONVERTED)
"""Endings of the files whose questions can be read (CONTRACT: questions)."""


class BuyersFiles(QObject):
    """Takes in files, one after another.

    Signals: `taken` carries the `TenderFile` that was kept; `failed` the `BidfolioError` that refused one;
    `began` the `Job` of a file that is being read.
    """

    taken = Signal(object)
    failed = Signal(object)
    began = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def take_in(self, tender_id: str, path: Path, done: Callable[[TenderFile], None] | None = None) -> Job:
        """Read a file of the user and keep it in a tender."""
        if ending := CONVERTED.get(path.suffix.lower()):
            return self._take_converted(tender_id, path, f"{path.stem}{ending}", done)

        def keep(questionnaire: Questionnaire) -> None:
            ports, by = self._session.ports, self._session.user
            self._session.do(
                lambda workspace: keep_buyers_file(workspace, ports, tender_id, path, questionnaire, by),
                lambda file: self._finish(file, done),
                f"{path.name} read: {say_count(len(questionnaire.questions), 'question')} found",
                self.failed.emit,
            )

        return self._read(path, keep, self.failed.emit)

    def _take_converted(self, tender_id: str, path: Path, name: str, done: Callable[[TenderFile], None] | None) -> Job:
        """Have LibreOffice make a copy in a kind that can be read, and keep that in the tender; nothing lies beside."""
        ports, by = self._session.ports, self._session.user
        load = ports.load_questionnaire

        def convert(copy: Path) -> None:
            def keep(questionnaire: Questionnaire) -> None:
                self._session.do(
                    lambda workspace: keep_buyers_file(workspace, ports, tender_id, copy, questionnaire, by),
                    lambda file: self._finish_converted(file, copy, path.name, done),
                    failed=lambda error: self._refuse_converted(error, copy),
                )

            command = Command(
                ("questions", str(path), "--convert", str(copy), "--replace", "--json"), f"Converting {path.name}"
            )
            job = self._session.tasks.run(
                command, lambda outcome: load(outcome.document()), keep, lambda e: self._refuse_converted(e, copy)
            )
            if job.running:
                self.began.emit(job)

        return self._session.tasks.quick(lambda: lend_file(ports, b"", name), convert, self.failed.emit)

    def _finish_converted(
        self, file: TenderFile, copy: Path, original: str, done: Callable[[TenderFile], None] | None
    ) -> None:
        take_back(copy)
        self._session.tell(f"{original} was converted: the filled copy will be {file.name}")
        self._finish(file, done)

    def _refuse_converted(self, error: BidfolioError, copy: Path) -> None:
        take_back(copy)
        self.failed.emit(error)

    def read(self, path: Path, done: Callable[[Questionnaire], None]) -> Job:
        """Read a file of the user without keeping it."""
        return self._read(path, done, self.failed.emit)

    def read_again(self, file: TenderFile, done: Callable[[TenderFile], None]) -> None:
        """Read a file that is in the workspace but has not been read yet."""
        ports = self._session.ports

        def lend(content: bytes) -> None:
            self._session.tasks.quick(lambda: lend_file(ports, content, file.name), read, self.failed.emit)

        def read(path: Path) -> None:
            job = self._read(path, keep, self.failed.emit)
            if job.running:
                job.ended.connect(lambda: take_back(path))
            else:
                take_back(path)

        def keep(questionnaire: Questionnaire) -> None:
            by = self._session.user
            self._session.do(
                lambda workspace: keep_reading(workspace, ports, file.id, questionnaire, by),
                lambda kept: self._finish(kept, done) if kept else None,
            )

        self._session.look(lambda unit: unit.attachments.read(file.digest), lend, self.failed.emit)

    def _read(self, path: Path, done: Callable[[Questionnaire], None], failed: Callable[[BidfolioError], None]) -> Job:
        load = self._session.ports.load_questionnaire

        def decode(outcome: Outcome) -> Questionnaire:
            return load(outcome.document())

        command = Command(("questions", str(path), "--json"), f"Reading {path.name}")
        job = self._session.tasks.run(command, decode, done, failed)
        if job.running:
            self.began.emit(job)
        return job

    def _finish(self, file: TenderFile, done: Callable[[TenderFile], None] | None) -> None:
        self.taken.emit(file)
        if done:
            done(file)
