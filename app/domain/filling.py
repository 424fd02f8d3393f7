"""What filling did to the buyer's file, to the last place and part."""

from dataclasses import dataclass

from app.domain.values import JsonValue


@dataclass(frozen=True, slots=True)
class FilledAnswer:
    """One answer that was written."""

    question_id: str
    where: str
    value: JsonValue
    source: str = ""
    confidence: float | None = None
    reviewed_by: str | None = None
    """None where no person has approved it."""
    before: str = ""
    """What stood in its place in the buyer's file: a prompt, boxes to tick; mostly nothing."""


@dataclass(frozen=True, slots=True)
class LeftQuestion:
    """One question that was left, and why in one sentence."""

    question_id: str
    reason: str
    refused: bool = False
    """Whether there was an answer that could not be written, rather than none."""


@dataclass(frozen=True, slots=True)
class FillReport:
    """The proof of a fill: read back from the filled file, not from what was meant."""

    out: str
    filled: tuple[FilledAnswer, ...] = ()
    left: tuple[LeftQuestion, ...] = ()
    changed: tuple[str, ...] = ()
    """The places whose text changed."""
    parts_changed: tuple[str, ...] = ()
    parts_identical: int = 0
    notices: tuple[str, ...] = ()
