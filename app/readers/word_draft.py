"""What reading a Word document gathers on its way: drafts of questions, and the scene in which they stand."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.questionnaire import Kind, Signal
from app.readers.prompts import Prompt
from app.readers.who_fills import Filler

ENOUGH = 2.5
"""From this sum of weights on, a draft is a question."""
_MIDDLE = 1.75
_STEEPNESS = 0.85


@dataclass
class Draft:
    """A place that may wait for an answer, and why."""

    where: str
    text: str
    signals: list[Signal] = field(default_factory=list)
    ref: str = ""
    guidance: str = ""
    section: tuple[str, ...] = ()
    prompt: Prompt | None = None
    boxes: dict[str, str] = field(default_factory=dict)
    """The place of each option's box, or of each column's first cell."""
    choices: tuple[str, ...] = ()
    """Options that have no box of their own."""
    kind: Kind | None = None
    heading: str = ""
    """The heading of the answer's column."""
    rows: tuple[str, ...] = ()
    """Of a table the names of its rows, from that of its first cells on."""
    notes: str = ""
    """Other text of the row: limits, weights, pass or fail."""

    context: str = ""
    """A text above that says what is listed: "Share of ownership in per cent"."""

    def say(self, name: str, weight: float) -> None:
        """Add a signal; the first of a name stands."""
        if weight and all(signal.name != name for signal in self.signals):
            self.signals.append(Signal(name, weight))

    def drop(self, name: str) -> None:
        """Take a signal back."""
        self.signals = [signal for signal in self.signals if signal.name != name]

    @property
    def weight(self) -> float:
        """The sum of the signals."""
        return sum(signal.weight for signal in self.signals)

    @property
    def confidence(self) -> float:
        """The weight as a share of 1: 0.65 at `ENOUGH`, 0.97 at 6."""
        return round(1 / (1 + math.exp((_MIDDLE - self.weight) * _STEEPNESS)), 3)


@dataclass(frozen=True)
class Scene:
    """What stands around: the headings above, who is told to fill in, what kind of document it is."""

    sections: tuple[tuple[int, str], ...] = ()
    """Level and text of each heading above, outermost first."""
    filler: Filler | None = None
    contract: bool = False
    contracts: Mapping[str, bool] = field(default_factory=dict)
    """For the place of each heading that opens a chapter: whether the chapter speaks as a contract does."""
    in_cell: bool = False
    lead: str = ""
    """The heading or text just above."""
    aside: str = ""
    """The part around in which nothing is asked: definitions, examples."""

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above."""
        return tuple(text for _, text in self.sections)

    def under(self, level: int, text: str) -> "Scene":
        """Step below a heading: those as deep or deeper end."""
        above = tuple(one for one in self.sections if one[0] < level)
        return replace(self, sections=(*above, (level, " ".join(text.split()))), filler=None, aside="")

    def told(self, filler: Filler | None) -> "Scene":
        """Keep who is told to fill in what follows."""
        return self if filler is None else replace(self, filler=filler)


def enough(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep the drafts that are questions."""
    return [draft for draft in drafts if draft.weight >= ENOUGH and draft.text.strip()]
