"""Which fact of a profile each question of a form asks for, where that is beyond doubt."""

from collections.abc import Mapping, Sequence

from app.domain.questionnaire import Question
from app.domain.suggestions import GREEN
from app.matching.context import surroundings
from app.matching.question_bank import load_bank
from app.matching.recognise import Recognition, recognise


def facts_asked(questions: Sequence[Question]) -> Mapping[str, str]:
    """Give for each question id the key of the one fact that answers it.

    Left out are declarations, evidence, facts put together from several, and whatever is recognised with a doubt:
    what a past bid said there is no ground for a fact.
    """
    bank = load_bank()
    found: dict[str, str] = {}
    for place in surroundings(questions, bank):
        best = next(iter(recognise(place, bank)), None)
        if best is not None and (key := _one_fact(best)):
            found[place.asked.question.id] = key
    return found


def _one_fact(found: Recognition) -> str:
    canonical = found.canonical
    composed = canonical.any_of or canonical.evidence or canonical.policy or canonical.records
    unsure = found.confidence < GREEN or found.doubt or found.denied or canonical.inverted
    if composed or unsure or canonical.declaration or canonical.asks != "value":
        return ""
    key = canonical.fact_for(found.context)
    return "" if key.endswith(".*") else key
