"""Which of the texts on a row is the question of a blank, which its number, its guidance and its group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.readers.excel_bands import Band
from app.readers.excel_view import Spot, is_numbering
from app.readers.headings import UNIT, Role
from app.readers.sentences import asks

_ASIDE = (Role.GUIDANCE, Role.LIMIT, Role.TYPE, Role.BUYER, Role.SCORE, Role.WEIGHT, Role.PASS_FAIL, Role.MANDATORY)
_GROUP_WORDS = 14
_TICK = re.compile(r"(?i)\b(?:tick|check(?:ed)?|enclosed|included|attached|provided|selected|applies)\b|[✓✔☑√]")


@dataclass(frozen=True, slots=True)
class Label:
    """What is asked for at one place."""

    text: str = ""
    ref: str = ""
    guidance: str = ""
    groups: tuple[str, ...] = ()
    """Texts that stand over several questions, such as a merged cell at the left."""
    column: int = 0
    """The column where the text of the question begins; 0 where there is none."""
    last_column: int = 0


def find_label(band: Band, texts: Sequence[Spot], blanks: Sequence[int], column: int) -> Label:
    """Find the label of the blank at `column`.

    `texts` are the row's printed places and the merged ones that reach into it, `blanks` the columns of its
    blanks, both from left to right.
    """
    left = [spot for spot in texts if spot.column < column]
    left = _own_side(left, blanks, column)
    roles = band.roles
    ref = next((s.text for s in left if roles.get(s.column) is Role.REFERENCE and s.text), "")
    words = [s for s in left if not is_numbering(s.text) and not _only_counts(band, s)]
    numbers = [s.text for s in left if is_numbering(s.text)]
    aside = [s for s in words if roles.get(s.column) in _ASIDE]
    words = [s for s in words if s not in aside] or aside[:1]
    if not words and _is_tick(band, column):
        words = [s for s in texts if s.column > column and not is_numbering(s.text)][:1]
    if not words:
        return Label(ref=ref or (numbers[-1] if numbers else ""))
    asked = _question(words, band)
    after = [s for s in words if s.column > asked.column]
    before = [s for s in words if s.column < asked.column]
    right = [s for s in texts if s.column > column and roles.get(s.column) is Role.GUIDANCE]
    guidance = "\n".join(
        s.text for s in (*after, *aside, *right) if roles.get(s.column) in (None, Role.GUIDANCE, Role.QUESTION)
    )
    numbers = [s.text for s in left if s.column < asked.column and is_numbering(s.text) and s.text != "0"]
    return Label(
        text=asked.text,
        ref=ref or (numbers[-1] if numbers else ""),
        guidance=guidance,
        groups=tuple(s.text for s in before if len(s.text.split()) <= _GROUP_WORDS),
        column=asked.column,
        last_column=asked.last_column,
    )


def _only_counts(band: Band, spot: Spot) -> bool:
    """Tell whether a text is a row's number or its unit; words under "Item" name what the row asks."""
    heading = band.headings.get(spot.column)
    if heading is None:
        return False
    item = heading.role is Role.ITEM or heading.text.strip(" .:").casefold() == "item"
    if heading.role in (Role.REFERENCE, Role.ITEM):
        return not (item and len(spot.text.split()) > 1)
    return heading.role is None and UNIT.fullmatch(heading.text.strip()) is not None


def _is_tick(band: Band, column: int) -> bool:
    """Tell whether a column is one to tick, which may stand before what it ticks."""
    heading = band.headings.get(column)
    return heading is not None and (heading.role is Role.YES or _TICK.search(heading.text) is not None)


def _own_side(left: Sequence[Spot], blanks: Sequence[int], column: int) -> list[Spot]:
    """Leave out the texts that belong to an earlier blank of the same row: "Name ___ Date ___"."""
    bounds = [0, *(blank for blank in blanks if blank < column)]
    for bound in reversed(bounds):
        own = [spot for spot in left if spot.column > bound]
        if any(not is_numbering(spot.text) for spot in own):
            return own
    return list(left)


def _question(words: Sequence[Spot], band: Band) -> Spot:
    """Choose the text that asks: of the question's column, else the one that asks most, else the nearest."""
    roles = band.roles
    told = [spot for spot in words if roles.get(spot.column) is Role.QUESTION]
    if told:
        return max(told, key=lambda spot: (asks(spot.text), min(len(spot.text), 400)))
    if not band.headings:
        return next((spot for spot in reversed(words) if asks(spot.text) >= 1), words[-1])
    best = max(words, key=lambda spot: asks(spot.text))
    if asks(best.text) >= 1.25:
        return best
    return max(words, key=lambda spot: (len(spot.text.split()) > 2, spot.column))
