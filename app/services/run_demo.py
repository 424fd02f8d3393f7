"""Make the sample: a workspace with a made-up supplier, and two made-up buyers' files filled from it."""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import FileUnwritable, TargetExists
from app.domain.filling import FillReport
from app.domain.questionnaire import Questionnaire
from app.domain.responses import Response
from app.domain.suggestions import GREEN
from app.domain.tenders import Tender
from app.services.fill_questionnaire import fill_questionnaire
from app.services.fill_unreviewed import choose_unreviewed, keep_unreviewed
from app.services.import_profile import import_profile
from app.services.keep_fills import Fill, keep_fill
from app.services.keep_readings import keep_buyers_file
from app.services.keep_tenders import add_tender
from app.services.learn_meanings import learn_meanings
from app.services.move_sample import move_profile, move_tender, weeks_since_written
from app.services.ports import Ports, Progress, Report, Workspace, silent
from app.services.suggest_answers import Bid, suggest_answers

WORKSPACE = "harbour-systems.bidfolio"
PASSPHRASE = "quay lantern sample ledger"  # noqa: S105  printed on purpose
"""Of the sample alone: it is printed, so it protects nothing."""
BY = "Bidfolio demo"
PATIENCE = 60.0
"""Seconds for the language model to read the sample's answers; what is not read is found by its words."""


@dataclass(frozen=True, slots=True)
class SampleTender:
    """A buyer's file of the sample, and the tender it belongs to."""

    file: str
    title: str
    buyer: str
    reference: str
    submission: datetime
    award: date
    start: date


SAMPLE_TENDERS = (
    SampleTender(
        "northshire-questionnaire.docx",
        "Digital Housing Platform",
        "Northshire Council",
        "NC-2026-118",
        datetime.fromisoformat("2026-12-11T12:00"),
        date(2027, 1, 22),
        date(2027, 4, 1),
    ),
    SampleTender(
        "calderwick-security-workbook.xlsx",
        "Staff accommodation system",
        "Calderwick NHS Trust",
        "CNT-26-0417",
        datetime.fromisoformat("2026-11-27T17:00"),
        date(2027, 1, 18),
        date(2027, 3, 1),
    ),
)
"""Their days are those of the day at which the sample was written; `move_sample` moves them."""


@dataclass(frozen=True, slots=True)
class DemoFill:
    """One buyer's file, filled."""

    tender: Tender
    buyers_file: Path
    filled_file: Path
    questionnaire: Questionnaire
    report: FillReport


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made, and where it lies."""

    workspace: Path
    supplier: str
    fills: tuple[DemoFill, ...]


def run_demo(ports: Ports, sample: Path, folder: Path, day: date, report: Report = silent) -> Demo:
    """Make the sample workspace in `folder` and fill the buyers' files of `sample` beside it, as on `day`.

    On any day the tenders are due in a few days and the evidence is in date, but for what is to lapse meanwhile.
    Nobody has looked at what is written: only suggestions of the green band are, and they are kept in the
    workspace as unreviewed. An earlier demo in `folder` is made anew; any other file in its place raises
    `TargetExists`, a workspace that the sample passphrase does not open a `WorkspaceError`, and what cannot be written
    `FileUnwritable`.
    """
    path = _make_room(ports, folder)
    report(Progress("Making the sample workspace"))
    by = weeks_since_written(day)
    incoming = ports.read_profile(sample / "profile.json")
    incoming = replace(incoming, profile=move_profile(incoming.profile, by))
    workspace = ports.workspaces.create(path, PASSPHRASE)
    try:
        import_profile(workspace, incoming, day, BY)
        learn_meanings(workspace, ports.meaning, PATIENCE, report)
        fills = []
        for number, one in enumerate(SAMPLE_TENDERS):
            report(Progress(f"Filling {one.file}", number, len(SAMPLE_TENDERS)))
            tender = add_tender(workspace, move_tender(_tender(one), by), BY)
            fills.append(_fill_file(ports, workspace, tender, sample / "buyers" / one.file, folder))
    finally:
        workspace.close()
    name = incoming.profile.fact_on("supplier.legal_name", day)
    return Demo(path, str(name.value) if name else "", tuple(fills))


def _make_room(ports: Ports, folder: Path) -> Path:
    """Remove what an earlier demo made; its workspace must open with the sample passphrase."""
    path = folder / WORKSPACE
    made = [folder / name for one in SAMPLE_TENDERS for name in (one.file, _filled_name(one.file))]
    with _said_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        for target in made:
            if target.exists():
                raise TargetExists(target)
        return path
    ports.workspaces.open(path, PASSPHRASE).close()
    for target in (path, *made):
        with _said_of(target):
            target.unlink(missing_ok=True)
    return path


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Say which file or folder the system would not let be made or removed."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "the disk refused").lower()
        remedy = "Close it in other programs, or choose another folder with --dir."
        raise FileUnwritable(path, reason, remedy) from error


def _filled_name(name: str) -> str:
    return f"{Path(name).stem} filled{Path(name).suffix}"


def _fill_file(ports: Ports, workspace: Workspace, tender: Tender, source: Path, folder: Path) -> DemoFill:
    buyers_file, target = folder / source.name, folder / _filled_name(source.name)
    with _said_of(buyers_file):
        shutil.copyfile(source, buyers_file)
    questionnaire = ports.read(buyers_file)
    file = keep_buyers_file(workspace, ports, tender.id, buyers_file, questionnaire, BY)
    responses = _unreviewed(ports, workspace, tender, questionnaire)
    done = fill_questionnaire(buyers_file, questionnaire, responses, target, ports.fill)
    keep_fill(workspace, file.id, Fill(str(target), ports.now(), done), BY)
    return DemoFill(tender, buyers_file, target, questionnaire, done)


def _tender(sample: SampleTender) -> Tender:
    return Tender(
        str(uuid.uuid4()),
        title=sample.title,
        buyer=sample.buyer,
        reference=sample.reference,
        submission=sample.submission,
        award=sample.award,
        start=sample.start,
    )


def _unreviewed(
    ports: Ports, workspace: Workspace, tender: Tender, questionnaire: Questionnaire
) -> tuple[Response, ...]:
    """Choose by the rules of filling without review, and keep what is chosen, marked so."""
    with workspace.work(f"Fill {questionnaire.file_name} unreviewed", BY) as unit:
        bid = Bid(tender.reference_dates(ports.now().date()), tender.id)
        offered = suggest_answers(unit, questionnaire, bid, ports)
        chosen = choose_unreviewed(questionnaire.questions, offered, GREEN)
        return keep_unreviewed(unit, questionnaire, chosen, tender.id, None)
