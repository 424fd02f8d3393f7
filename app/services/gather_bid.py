"""Gather what a bid consists of: the answers to each buyer's file, the profile, the days, what goes with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from app.domain.answers_in_words import say_value
from app.domain.dates import ReferenceDates
from app.domain.errors import KindUnsupported
from app.domain.questionnaire import Kind, Questionnaire
from app.domain.responses import Response
from app.domain.submission import AnsweredFile, FilledCopy, Submission
from app.domain.tenders import Tender, TenderFile
from app.services.keep_documents import documents_of
from app.services.keep_fills import last_fill
from app.services.keep_readings import load_reading
from app.services.lend_files import lend_file, take_back
from app.services.ports import Ports, UnitOfWork
from app.services.suggest_answers import Bid

DOCUMENTS = "documents"
"""Member of a tender's `extra`: names of the files that go with the bid, beside the filled ones."""


def gather_tender(unit: UnitOfWork, ports: Ports, tender: Tender) -> Submission:
    """Take every buyer's file that asks something, for the supplier and each party that answers."""
    sheets = [(file, _reading(unit, ports, file)) for file in unit.tender_files.where(tender_id=tender.id)]
    files = tuple(
        _answered(unit, ports, sheet, tender.id, party_id, file)
        for file, sheet in sheets
        if sheet is not None and sheet.questions
        for party_id in _parties(unit, sheet, tender.id)
    )
    return _submission(unit, files, tender.reference_dates(ports.now().date()), tender)


def gather_file(unit: UnitOfWork, ports: Ports, path: Path, questionnaire: Questionnaire, bid: Bid) -> Submission:
    """Take one buyer's file, in a tender or outside any."""
    tender = unit.tenders.get(bid.tender_id) if bid.tender_id else None
    held = unit.tender_files.where(tender_id=bid.tender_id, digest=questionnaire.digest) if bid.tender_id else ()
    file = held[0] if held else None
    answered = _answered(unit, ports, questionnaire, bid.tender_id, bid.party_id, file, path)
    return _submission(unit, (answered,), bid.dates, tender)


def tender_of_file(unit: UnitOfWork, questionnaire: Questionnaire) -> Tender | None:
    """Find the one tender that holds a file, where no answers to it stand outside any tender."""
    if any(one.key.tender_id is None for one in unit.responses.where(file_digest=questionnaire.digest)):
        return None
    held = {file.tender_id for file in unit.tender_files.where(digest=questionnaire.digest)}
    return unit.tenders.get(held.pop()) if len(held) == 1 else None


def original_of(unit: UnitOfWork, ports: Ports, copy: Path, digest: str) -> tuple[Questionnaire, Tender] | None:
    """Find the buyer's file that a filled copy was made from, by the proof kept of its filling; None of any other."""
    if unit.tender_files.where(digest=digest) or unit.responses.where(file_digest=digest):
        return None
    for file in unit.tender_files.all():
        fill = last_fill(unit, file.id)
        tender = unit.tenders.get(file.tender_id)
        if fill is not None and tender is not None and Path(fill.out).name == copy.name:
            sheet = _reading(unit, ports, file)
            return (sheet, tender) if sheet is not None else None
    return None


def _submission(
    unit: UnitOfWork, files: tuple[AnsweredFile, ...], dates: ReferenceDates, tender: Tender | None
) -> Submission:
    others = tuple(one for one in unit.tenders.all() if tender is None or one.id != tender.id)
    return Submission(files, unit.profile(), dates, tender, others, _attached(files, tender))


def _attached(files: tuple[AnsweredFile, ...], tender: Tender | None) -> frozenset[str]:
    """Name what goes with the bid: the answers to questions for a file, and the documents kept with the tender."""
    uploads = {
        say_value(file.responses[question.id].value)
        for file in files
        for question in file.questionnaire
        if question.kind is Kind.UPLOAD and question.id in file.responses
    }
    documents = tender.extra.get(DOCUMENTS) if tender else None
    kept = {str(name) for name in documents} if isinstance(documents, (list, tuple)) else set()
    made = {PurePath(one.out).name for one in documents_of(tender)} if tender else set()
    return frozenset(filter(None, uploads | kept | made))


def _reading(unit: UnitOfWork, ports: Ports, file: TenderFile) -> Questionnaire | None:
    """Give what was read from a file, reading it now where nobody has; None of a kind that asks nothing."""
    kept = load_reading(unit, ports, file)
    if kept is not None or file.digest not in unit.attachments:
        return kept
    with _lent(unit, ports, file) as path:
        try:
            return ports.read(path)
        except KindUnsupported:
            return None


@contextmanager
def _lent(unit: UnitOfWork, ports: Ports, file: TenderFile) -> Iterator[Path]:
    """Lay a buyer's file where it can be read, for as long as it takes."""
    path = lend_file(ports, unit.attachments.read(file.digest), file.name)
    try:
        yield path
    finally:
        take_back(path)


def _instructions(unit: UnitOfWork, ports: Ports, file: TenderFile | None, path: Path | None) -> tuple[str, ...]:
    if path is not None:
        return ports.read_instructions(path)
    if file is None or file.digest not in unit.attachments:
        return ()
    with _lent(unit, ports, file) as lent:
        try:
            return ports.read_instructions(lent)
        except KindUnsupported:
            return ()


def _parties(unit: UnitOfWork, sheet: Questionnaire, tender_id: str) -> tuple[str | None, ...]:
    """List who answers a file: the supplier unless only others do."""
    held = unit.responses.where(file_digest=sheet.digest, tender_id=tender_id)
    return tuple(dict.fromkeys(one.key.party_id for one in held)) or (None,)


def _answered(
    unit: UnitOfWork,
    ports: Ports,
    sheet: Questionnaire,
    tender_id: str | None,
    party_id: str | None,
    file: TenderFile | None,
    path: Path | None = None,
) -> AnsweredFile:
    held = unit.responses.where(file_digest=sheet.digest, tender_id=tender_id, party_id=party_id)
    responses = {one.key.question_id: one for one in held}
    return AnsweredFile(
        sheet, responses, party_id, _filled(unit, file, responses), _instructions(unit, ports, file, path)
    )


def _filled(unit: UnitOfWork, file: TenderFile | None, responses: dict[str, Response]) -> FilledCopy | None:
    fill = last_fill(unit, file.id) if file else None
    if fill is None:
        return None
    written = {one.question_id: one.value for one in fill.report.filled}
    stale = {
        question_id
        for question_id, one in responses.items()
        if one.reviewed_at is not None and one.reviewed_at > fill.at and written.get(question_id) != one.value
    }
    return FilledCopy(Path(fill.out).name, fill.report, frozenset(stale))
