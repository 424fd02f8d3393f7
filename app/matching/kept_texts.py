"""The texts of kept answers, read once for as long as they stay the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.questionnaire import Question, Slot
from app.matching.close_reading import Wording, read_wording
from app.matching.context import Surroundings, prepare
from app.matching.procurement_names import running_names
from app.matching.question_bank import QuestionBank
from app.matching.recognise import Recognition, recognise
from app.matching.term_index import TermIndex
from app.matching.words import stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

KNOWN = 0.8
"""Confidence from which the bank is trusted to know what is asked."""
Meaning = tuple[str, str, bool]
"""What the bank knows a wording for: canonical question, context, and whether it asks the other way round."""


@dataclass(frozen=True, slots=True)
class KeptText:
    """The words of one kept answer."""

    wordings: tuple[str, ...]
    """The questions it answers; at least one."""
    body: str
    """Everything else that tells what it is about: its text and tags."""


class KeptTexts:
    """Kept answers as texts: an index of their wordings, one of their bodies, and what the bank knows them for."""

    def __init__(self, texts: Sequence[KeptText], bank: QuestionBank) -> None:
        """Read every text."""
        import numpy

        worded = [(place, wording) for place, one in enumerate(texts) for wording in one.wordings]
        function = bank.reading.function
        self.size = len(texts)
        self.names = running_names([wording for _, wording in worded])
        self.wordings: list[Wording] = [read_wording(wording, bank, self.names) for _, wording in worded]
        self.owners = [place for place, _ in worded]
        self.starts: NDArray[numpy.int64] = numpy.searchsorted(
            numpy.array(self.owners, dtype=numpy.int64), numpy.arange(self.size + 1)
        )
        self.by_wording = TermIndex([one.terms for one in self.wordings])
        bodies = (stems(" ".join((*one.wordings, one.body))) for one in texts)
        self.by_body = TermIndex([{word: 1.0 for word in words if word not in function} for words in bodies])
        self.meanings: list[Meaning | None] = [_meaning(wording, bank) for _, wording in worded]
        self.meant: dict[Meaning, list[int]] = {}
        for place, meaning in enumerate(self.meanings):
            if meaning is not None:
                self.meant.setdefault(meaning, []).append(place)


@lru_cache(maxsize=4)
def read_kept(texts: tuple[KeptText, ...], bank: QuestionBank) -> KeptTexts:
    """Read texts, or give what was read of the same texts before."""
    return KeptTexts(texts, bank)


def meaning_of(found: Recognition) -> Meaning:
    """Name what the bank recognised."""
    return found.canonical.id, found.context, found.denied


def _meaning(wording: str, bank: QuestionBank) -> Meaning | None:
    alone = Surroundings(prepare(Question("", wording, Slot(None)), bank.lexicon), ())
    best = next(iter(recognise(alone, bank, any_kind=True)), None)
    return meaning_of(best) if best is not None and best.confidence >= KNOWN else None
