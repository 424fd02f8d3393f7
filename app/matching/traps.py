"""Where likeness of words misleads: the bank knows two wordings for different questions, or it is a declaration."""

from dataclasses import replace
from enum import Enum

from app.domain.questionnaire import Kind, Question, Slot
from app.matching.context import Surroundings, prepare
from app.matching.question_bank import QuestionBank
from app.matching.recognise import Recognition, recognise

_KNOWN = 0.8
"""Confidence from which the bank is trusted to know what is asked."""


class Kinship(Enum):
    """What the bank says of a question and a kept wording."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


class Traps:
    """Says why an answer that looks right may not be green, and which wordings ask the same in other words."""

    def __init__(self, bank: QuestionBank) -> None:
        """Look wordings up in a bank."""
        self._bank = bank
        self._known: dict[tuple[str, Kind], tuple[Recognition, ...]] = {}
        self._asked: dict[str, tuple[Recognition, ...]] = {}

    def kinship(self, place: Surroundings, wording: str) -> Kinship:
        """Tell whether the bank knows both for one question, or for two."""
        asked = self._of_question(place)
        kept = self._of_wording(wording, place.asked.question) if asked else ()
        if not asked or not kept:
            return Kinship.UNKNOWN
        same = {(one.canonical.id, one.context, one.denied) for one in asked}
        first = kept[0]
        return Kinship.SAME if (first.canonical.id, first.context, first.denied) in same else Kinship.OTHER

    def doubt(self, place: Surroundings, wording: str) -> str:
        """Give the reason not to trust a kept wording for this question; "" where there is none."""
        question = place.asked.question
        asked = self._of_question(place)
        if question.kind is Kind.DECLARATION or (asked and asked[0].canonical.declaration):
            return "a declaration rests on a fact, not on a likeness"
        return "it was kept for another question" if self.kinship(place, wording) is Kinship.OTHER else ""

    def _of_question(self, place: Surroundings) -> tuple[Recognition, ...]:
        name = place.asked.question.id
        if name not in self._asked:
            found = recognise(place, self._bank)
            self._asked[name] = tuple(one for one in found if one.confidence >= _KNOWN)
        return self._asked[name]

    def _of_wording(self, wording: str, question: Question) -> tuple[Recognition, ...]:
        key = (wording, question.kind)
        if key not in self._known:
            alone = replace(question, text=wording, slot=Slot(None), guidance="")
            found = recognise(Surroundings(prepare(alone, self._bank.lexicon), ()), self._bank)
            self._known[key] = tuple(one for one in found if one.confidence >= _KNOWN)
        return self._known[key]
