"""A question before its kind, options and limits are known."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.questionnaire import Kind, Signal
from app.readers.excel_candidates import Candidate, CandidateRow
from app.readers.excel_labels import Label
from app.readers.excel_view import Spot
from app.readers.headings import Role
from app.readers.prompts import Prompt


@dataclass(frozen=True, slots=True)
class Draft:
    """What one question is made from."""

    spot: Spot
    """Where the answer goes; of a table its first place to fill."""
    text: str
    row: CandidateRow
    ref: str = ""
    guidance: str = ""
    groups: tuple[str, ...] = ()
    heading: str = ""
    asked: str = ""
    """The text of the question without its column's heading; empty where they are the same."""
    role: Role | None = None
    """What the heading makes of the column."""
    prompt: Prompt | None = None
    boxes: tuple[tuple[str, Spot], ...] = ()
    """Options with their places; of a table its headings with their first places."""
    rows: tuple[str, ...] = ()
    """Of a table the names of its rows, from that of its first places on."""
    kind: Kind | None = None
    signals: tuple[Signal, ...] = ()
    blank: int = 0
    """The number of the blank inside the place."""
    is_second: bool = False
    """Whether the row has an answer before this, of which this is a part: a remark, a date, evidence."""
    beside: Mapping[Role, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """What the buyer prints in columns of their own, by what these hold: heading and text."""

    @property
    def slots_are_options(self) -> bool:
        """Whether each place is one of the answers."""
        return bool(self.boxes) and self.kind is not Kind.TABLE


def make_draft(
    row: CandidateRow,
    one: Candidate,
    label: Label,
    signals: tuple[Signal, ...],
    *,
    heading: str = "",
    boxes: tuple[tuple[str, Spot], ...] = (),
) -> Draft:
    """Draft the question of one place."""
    return Draft(
        spot=one.spot,
        text=f"{label.text}\n{heading}" if heading and label.text else label.text or heading,
        row=row,
        ref=label.ref,
        guidance="\n".join(part for part in (label.guidance, row.band_row.guidance) if part),
        groups=label.groups,
        heading=one.heading.text if one.heading is not None else "",
        asked=label.text,
        role=one.role,
        prompt=one.prompt,
        boxes=boxes,
        signals=signals,
    )
