"""Suggest answers for a file of a tender that is in the workspace, without keeping the workspace busy meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.dates import ReferenceDates
from app.domain.errors import NotFound
from app.domain.profile import Profile
from app.domain.questionnaire import Questionnaire
from app.domain.responses import Response
from app.services.keep_readings import load_reading
from app.services.ports import Ports, Workspace
from app.services.suggest_answers import Offers, name_tenders


@dataclass(frozen=True, slots=True)
class Known:
    """All that suggestions are drawn from, read at one moment."""

    questionnaire: Questionnaire
    profile: Profile
    memory: tuple[Response, ...]
    dates: ReferenceDates
    vectors: Mapping[str, bytes]
    """What the language model made of the answers it has read."""
    tenders: Mapping[str, str]
    """The title of each tender by its id."""


def gather_known(workspace: Workspace, ports: Ports, file_id: str) -> Known:
    """Read what the workspace knows for a file of a tender. Raises `NotFound` where it was never read."""
    with workspace.work("Match") as unit:
        file = unit.tender_files.get(file_id)
        questionnaire = load_reading(unit, ports, file) if file else None
        tender = unit.tenders.get(file.tender_id) if file else None
        if questionnaire is None or tender is None:
            raise NotFound("file that has been read", file_id)
        memory = tuple(one for one in unit.responses.all() if one.may_be_filled)
        dates = tender.reference_dates(ports.now().date())
        vectors = unit.vectors.all(ports.meaning.model)
        titles = {one.id: one.title for one in unit.tenders.all()}
        return Known(questionnaire, unit.profile(), memory, dates, vectors, titles)


def offer_answers(known: Known, ports: Ports, party_id: str | None = None) -> Offers:
    """Match every question of the file."""
    questions = known.questionnaire.questions
    offered = ports.match(questions, known.profile, known.memory, party_id, known.dates, known.vectors)
    return name_tenders(offered, known.memory, known.tenders)
