"""Suggestions from memory: this question, or one close to it, was answered and approved before."""

from collections.abc import Sequence
from functools import partial

from app.domain.answers_in_words import say_date, say_value
from app.domain.questionnaire import Question
from app.domain.responses import Person, Response
from app.domain.suggestions import Source, SourceKind, Suggestion
from app.matching.finding import UNSURE
from app.matching.kept_texts import KeptText
from app.matching.library import in_form
from app.matching.question_bank import QuestionBank
from app.matching.shelf import Kept
from app.matching.words import stems

_LEAST_WORDS = 3
"""A label of fewer words means another thing in another form."""


def kept_responses(responses: Sequence[Response], party_id: str | None, bank: QuestionBank) -> list[Kept]:
    """Bring to the shelf what a person approved for this party; of the same wording only the newest."""
    newest: dict[str, Response] = {}
    for response in sorted(responses, key=lambda one: one.reviewed_at.isoformat() if one.reviewed_at else ""):
        wording = response.question_text.strip()
        if response.may_be_filled and response.key.party_id == party_id and wording:
            newest[wording] = response
    return [Kept(text_of_response(one), partial(_offer, one, bank)) for one in newest.values()]


def text_of_response(response: Response) -> KeptText:
    """Take the buyer's wording; what was answered to it then is not compared."""
    return KeptText((response.question_text.strip(),), "")


def _offer(response: Response, bank: QuestionBank, question: Question, confidence: float, why: str) -> Suggestion:
    text = say_value(response.value)
    value = in_form(response.value, question, bank)
    if len(stems(response.question_text)) < _LEAST_WORDS or isinstance(value, bool) is not isinstance(
        response.value, bool
    ):
        confidence = min(confidence, UNSURE)
    person = response.reviewer.name if isinstance(response.reviewer, Person) else ""
    when = f" on {say_date(response.reviewed_at.date())}" if response.reviewed_at else ""
    title = f"Answered before, approved by {person}{when}"
    source = Source(SourceKind.MEMORY, response.id, title, why.replace("kept under", "you answered"))
    return Suggestion(question.id, text, value, round(confidence, 3), source)
