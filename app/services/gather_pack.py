"""Gather what goes into a submission pack: filled forms, the evidence they rest on, and documents given with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from app.domain.answers_in_words import say_value
from app.domain.errors import FileUnreadable, NothingToPack
from app.domain.packs import PackedAs, PackFile
from app.domain.profile import Profile
from app.domain.questionnaire import Kind, Questionnaire
from app.domain.records import Evidence, Policy
from app.domain.responses import Response
from app.domain.submission import AnsweredFile, Submission
from app.domain.suggestions import SourceKind
from app.domain.tenders import Tender
from app.services.fill_questionnaire import fill_questionnaire
from app.services.lend_files import lend_file, take_back
from app.services.ports import Ports, UnitOfWork
from app.services.read_content import read_content

_OFFICE = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of a pack, still without their names, and what a person should know of them."""

    files: tuple[PackFile, ...]
    notices: tuple[str, ...]


def gather_pack(
    unit: UnitOfWork, ports: Ports, tender: Tender, submission: Submission, documents: Sequence[Path]
) -> Gathered:
    """Fill each form anew from its approved responses, and add the evidence, policies and documents.

    The buyer's own forms keep the properties they came with; ours lose the names of authors, firms and folders.
    Raises `NothingToPack`; what reading a document or filling a form raises comes through.
    """
    notices: list[str] = []
    forms = tuple(_forms(unit, ports, tender, submission, notices))
    kept = tuple(_kept(unit, ports, submission, notices))
    given = tuple(_cleaned(ports, path.name, PackedAs.DOCUMENT, read_content(path), notices) for path in documents)
    if not forms and not kept and not given:
        raise NothingToPack(tender.title)
    return Gathered((*forms, *given, *kept), tuple(notices))


def _forms(
    unit: UnitOfWork, ports: Ports, tender: Tender, submission: Submission, notices: list[str]
) -> Iterator[PackFile]:
    names = {file.digest: file.name for file in unit.tender_files.where(tender_id=tender.id)}
    parties = {one.id: one.name for one in submission.profile.parties}
    for answered in submission.files:
        sheet = answered.questionnaire
        approved = [one for one in answered.responses.values() if one.may_be_filled]
        if not approved or sheet.digest not in unit.attachments:
            notices.append(f"{sheet.file_name} has no approved answer and was left out.")
            continue
        content, ending = _filled(unit, ports, sheet, approved, notices)
        stem = PurePath(names.get(sheet.digest, sheet.file_name)).stem
        party = f" ({parties[answered.party_id]})" if answered.party_id in parties else ""
        yield PackFile("", f"{stem}{party}{ending}", PackedAs.FILLED, content)


def _filled(
    unit: UnitOfWork, ports: Ports, sheet: Questionnaire, approved: list[Response], notices: list[str]
) -> tuple[bytes, str]:
    """Fill one form; of a file that cannot be written, its answer sheet in Word."""
    source = lend_file(ports, unit.attachments.read(sheet.digest), sheet.file_name)
    try:
        writable = any(one.slot.where or one.slot.options for one in sheet)
        ending = source.suffix if writable else ".docx"
        target = source.with_name(f"filled{ending}")
        report = fill_questionnaire(source, sheet, approved, target, ports.fill)
        notices += [f"{sheet.file_name}: {one.reason}" for one in report.left if one.refused]
        return target.read_bytes(), ending
    finally:
        take_back(source)


def _kept(unit: UnitOfWork, ports: Ports, submission: Submission, notices: list[str]) -> Iterator[PackFile]:
    """Give the attached files of evidence and policies that an answer rests on or names."""
    wanted, named = _leant_on(submission.files)
    for what, record in _attached(submission.profile):
        file, digest = record.file or record.title, record.attachment or ""
        if digest in unit.attachments and (record.id in wanted or file in named or record.title in named):
            yield _cleaned(ports, file, what, unit.attachments.read(digest), notices)


def _leant_on(files: Sequence[AnsweredFile]) -> tuple[set[str], set[str]]:
    """List the records that approved answers rest on, and the names that answers to questions for a file give."""
    records: set[str] = set()
    names: set[str] = set()
    for file in files:
        for question in file.questionnaire:
            response = file.responses.get(question.id)
            if response is None:
                continue
            if response.source and response.source.kind in (SourceKind.EVIDENCE, SourceKind.POLICY):
                records.add(response.source.id)
            if question.kind is Kind.UPLOAD:
                names |= {name.strip() for name in say_value(response.value).replace(";", ",").split(",")}
    return records, names


def _attached(profile: Profile) -> Iterator[tuple[PackedAs, Evidence | Policy]]:
    yield from ((PackedAs.EVIDENCE, one) for one in profile.evidence if one.attachment)
    yield from ((PackedAs.POLICY, one) for one in profile.policies if one.attachment)


def _cleaned(ports: Ports, name: str, what: PackedAs, content: bytes, notices: list[str]) -> PackFile:
    """Give a file of ours without the names in its properties; a kind that is not rewritten stays as it is."""
    if not name.lower().endswith(_OFFICE):
        return PackFile("", name, what, content)
    source = lend_file(ports, content, name)
    try:
        target = source.with_name("clean" + source.suffix)
        taken = ports.clean_properties(source, target)
        if taken:
            notices.append(f"{name}: its properties named {', '.join(taken)}; that was taken out.")
        return PackFile("", name, what, target.read_bytes())
    except FileUnreadable:
        notices.append(f"{name} is no whole Office file and was packed as it is.")
        return PackFile("", name, what, content)
    finally:
        take_back(source)
