"""The open question of a review, and what is read from the workspace when a file is opened."""

from dataclasses import dataclass

from app.domain.answer_marks import plain_text
from app.domain.counting import Measure, measure
from app.domain.questionnaire import Question, Questionnaire
from app.domain.responses import Response
from app.domain.suggestions import Suggestion
from app.domain.tenders import Tender, TenderFile
from app.domain.values import JsonValue
from app.services.keep_readings import load_reading
from app.services.ports import Ports, UnitOfWork
from ui.viewmodels.questions import OFFERED_FROM, Answering, QuestionRow, say_answer


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Everything the panel at the right shows."""

    row: QuestionRow
    answering: Answering
    behind: str
    """Who approved it and when."""

    @property
    def question(self) -> Question:
        """What the buyer asks."""
        return self.answering.question

    @property
    def offered(self) -> Suggestion | None:
        """The suggestion that stands in the editor and that nobody has taken yet."""
        best = self.answering.suggestions[0] if self.answering.suggestions else None
        untouched = not self.answering.edited and self.answering.response is None
        return best if best and untouched and best.confidence >= OFFERED_FROM else None

    @property
    def shown(self) -> JsonValue:
        """What stands in the editor: the answer, or the best suggestion while there is none."""
        return self.offered.value if self.offered else self.answering.value

    @property
    def has_place(self) -> bool:
        """Whether the answer goes into the buyer's file; else it is copied out, into a portal."""
        slot = self.question.slot
        return slot.where is not None or bool(slot.options)

    @property
    def plain(self) -> str:
        """What stands in the editor as plain text, without marks of lists and emphasis."""
        return plain_text(say_answer(self.question, self.shown))

    @property
    def measure(self) -> Measure:
        """What stands in the editor against the limit."""
        return measure(say_answer(self.question, self.shown), self.question.limit)


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A buyer's file with its tender, what was read from it, and the responses to it."""

    tender: Tender
    files: tuple[TenderFile, ...]
    file: TenderFile | None
    questionnaire: Questionnaire | None
    responses: tuple[Response, ...]


def load_file(unit: UnitOfWork, ports: Ports, tender_id: str, file_id: str | None) -> LoadedFile | None:
    """Read a file of a tender, the first one where none is named; None where the tender is gone."""
    tender = unit.tenders.get(tender_id)
    if tender is None:
        return None
    files = unit.tender_files.where(tender_id=tender_id)
    file = next((one for one in files if one.id == file_id), files[0] if files else None)
    if file is None:
        return LoadedFile(tender, files, None, None, ())
    responses = unit.responses.where(file_digest=file.digest, tender_id=tender_id)
    return LoadedFile(tender, files, file, load_reading(unit, ports, file), responses)
