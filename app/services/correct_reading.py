"""Put the reading of a buyer's file right, and remember it for the next file of the same shape."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.domain.corrections import Correction, carried, corrected, with_correction
from app.domain.layout import Layout, Survey
from app.domain.questionnaire import Questionnaire
from app.domain.tenders import TenderFile
from app.services.ports import Ports, UnitOfWork, Workspace

CORRECTIONS = "corrections"
"""Member of a tender file's `extra`: what was put right in its reading."""


def keep_corrections(
    workspace: Workspace, ports: Ports, file_id: str, new: Sequence[Correction], by: str, doing: str = ""
) -> Sequence[Correction]:
    """Add corrections to a file, in one deed that can be undone, and give them; none where the file is gone."""
    counted = "Put a place right" if len(new) == 1 else f"Put {len(new)} places right"
    with workspace.work(doing or counted, by) as unit:
        file = unit.tender_files.get(file_id)
        if file is None:
            return ()
        _keep(unit, ports, file, with_correction(corrections_of(file, ports), new))
    return new


def carry_corrections(
    workspace: Workspace, ports: Ports, file_id: str, layout: Layout, read: Questionnaire, by: str
) -> int:
    """Apply to a file what was put right in earlier ones, where the same words stand alike; say how many.

    That it was done is kept in a deed of its own: who takes the corrections back does not get them again.
    """
    with workspace.work("Compare with earlier files", by) as unit:
        file = unit.tender_files.get(file_id)
        if file is None or CORRECTIONS in file.extra:
            return 0
        fitting = carried(_remembered(unit, ports, file), Survey(layout), read)
        new = [one for one in fitting if _tells_more(one, read)]
        if new:
            _keep(unit, ports, file, ())
    return len(keep_corrections(workspace, ports, file_id, new, by, "Put right as before") if new else ())


def corrections_of(file: TenderFile, ports: Ports) -> tuple[Correction, ...]:
    """List what was put right in a file."""
    held = file.extra.get(CORRECTIONS)
    listed = held if isinstance(held, (list, tuple)) else ()
    return tuple(ports.load_correction(one) for one in listed if isinstance(one, Mapping))


def read_corrected(unit: UnitOfWork, ports: Ports, questionnaire: Questionnaire) -> Questionnaire:
    """Give a reading as it was put right in the workspace: for this very version of the file."""
    for file in unit.tender_files.where(digest=questionnaire.digest):
        if own := corrections_of(file, ports):
            return corrected(questionnaire, own)
    return questionnaire


def corrected_in(workspace: Workspace, ports: Ports, questionnaire: Questionnaire) -> Questionnaire:
    """Give a reading as it was put right in an open workspace."""
    with workspace.work("Look for what was put right") as unit:
        return read_corrected(unit, ports, questionnaire)


def _keep(unit: UnitOfWork, ports: Ports, file: TenderFile, corrections: Sequence[Correction]) -> None:
    kept = [ports.dump_correction(one) for one in corrections]
    unit.tender_files.replace(replace(file, extra={**file.extra, CORRECTIONS: kept}))


def _remembered(unit: UnitOfWork, ports: Ports, file: TenderFile) -> tuple[Correction, ...]:
    """List what was put right in other files, each wording once, the newest word last."""
    others = sorted((one for one in unit.tender_files.all() if one.id != file.id), key=lambda one: str(one.added_at))
    by_words = {(one.text, one.mark): one for other in others for one in corrections_of(other, ports)}
    return tuple(by_words.values())


def _tells_more(one: Correction, read: Questionnaire) -> bool:
    """Tell whether a correction says something that the reading does not."""
    return corrected(read, (one,)).questions != read.questions
