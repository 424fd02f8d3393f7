"""What a cell of a table shows."""

from dataclasses import dataclass

from ui.theme import TextStyle, Tone
from ui.widgets.state_mark import State


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: words in up to two lines, or a label above a value, a mark before them, or a bar."""

    text: str = ""
    style: TextStyle = TextStyle.BODY
    tone: Tone = Tone.TEXT
    lines: int = 1
    italic: bool = False
    over: str = ""
    """A label of 12 px above the text: the fact row."""
    changed: bool = False
    """A dot and the word "changed" behind the label."""
    under: str = ""
    """A second line of 12 px, muted."""
    under_tone: Tone = Tone.MUT
    icon: str = ""
    icon_tone: Tone | None = None
    tile: bool = False
    """The icon stands on a tinted square of 32."""
    state: State | None = None
    confidence: float | None = None
    has_confidence: bool = False
    """Whether this is a cell of confidence; `confidence` None then says that nothing fits."""
    pill: Tone | None = None
    """The text stands in a pill of this tone, with the icon in it."""
    right: bool = False
    """Aligned to the right, in figures of one width."""
