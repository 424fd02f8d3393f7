"""Where likeness of words misleads: the bank knows two wordings for different questions, or it is a declaration."""

from dataclasses import replace

from app.domain.questionnaire import Kind, Question, Slot
from app.matching.context import Surroundings, prepare
from app.matching.question_bank import QuestionBank
from app.matching.recognise import Recognition, recognise

_KNOWN = 0.8
"""Confidence from which the bank is trusted to know what is asked."""


class Traps:
    """Says why an answer that looks right may not be green."""

    def __init__(self, bank: QuestionBank) -> None:
        """Look wordings up in a bank."""
        self._bank = bank
        self._known: dict[tuple[str, Kind], tuple[Recognition, ...]] = {}

    def doubt(self, place: Surroundings, wording: str) -> str:
        """Give the reason not to trust a kept wording for this question; "" where there is none."""
        question = place.asked.question
        if question.kind is Kind.DECLARATION:
            return "a declaration rests on a fact, not on a likeness"
        asked = [one for one in recognise(place, self._bank) if one.confidence >= _KNOWN]
        if asked and asked[0].canonical.declaration:
            return "a declaration rests on a fact, not on a likeness"
        kept = self._of_wording(wording, question)
        if not asked or not kept:
            return ""
        same = {(one.canonical.id, one.context, one.denied) for one in asked}
        if (kept[0].canonical.id, kept[0].context, kept[0].denied) in same:
            return ""
        return f"it was kept for another question ({kept[0].wording})"

    def _of_wording(self, wording: str, question: Question) -> tuple[Recognition, ...]:
        key = (wording, question.kind)
        if key not in self._known:
            alone = replace(question, text=wording, slot=Slot(None), guidance="")
            found = recognise(Surroundings(prepare(alone, self._bank.lexicon), ()), self._bank)
            self._known[key] = tuple(one for one in found if one.confidence >= _KNOWN)
        return self._known[key]
