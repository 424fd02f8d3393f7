"""From questions to suggestions: the question bank with the supplier's facts, the answer library, and memory."""

from collections.abc import Mapping, Sequence

from app.domain.dates import ReferenceDates
from app.domain.profile import Profile
from app.domain.questionnaire import Question
from app.domain.responses import Response
from app.domain.suggestions import MOST_SUGGESTIONS, Suggestion
from app.matching.bank_answers import BankAnswers
from app.matching.context import surroundings
from app.matching.question_bank import load_bank

__all__ = ["match_questions"]


def match_questions(
    questions: Sequence[Question],
    profile: Profile,
    memory: Sequence[Response],
    party_id: str | None,
    dates: ReferenceDates,
) -> Mapping[str, tuple[Suggestion, ...]]:
    """Give for each question id its suggestions, best first, at most ten; none where nothing fits.

    `memory` are approved responses of other files and tenders. With `party_id` only that party's records answer.
    """
    bank = load_bank()
    facts = BankAnswers(bank, profile, party_id, dates)
    suggestions = {}
    for place in surroundings(questions, bank):
        offered = facts.suggest(place)
        suggestions[place.asked.question.id] = tuple(offered[:MOST_SUGGESTIONS])
    return suggestions
