"""Rows of a matrix: those that ask, and those that only name or lead in to the rows below them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.readers.references import leading_reference
from app.readers.sentences import asks
from app.readers.word_boxes import group_boxes
from app.readers.word_draft import Draft
from app.readers.word_headers import Column
from app.readers.word_view import Cell, Row

_TITLE_WORDS = 10
_PART = re.compile(r"(?:[\w.()\s–-]*?)?\(?(?:[a-z]|[ivx]{1,4})[).]+")
"""The number of a part of a question: (a), ii), 2.1 (b)."""
_DUTIES = 1.25
"""From this weight on a text says at least what the supplier must do."""


@dataclass
class Asked:
    """A row that asks: what, and in which cells."""

    row: Row
    at: int
    text: str
    ref: str
    answers: tuple[tuple[Column, Cell], ...]


@dataclass(frozen=True)
class Looks:
    """How most rows of a part of a table look."""

    fill: str
    """The commonest shading of whole rows."""
    bold: int
    """How many rows are all bold."""
    rows: int

    def is_section(self, one: Asked) -> bool:
        """Tell whether a row is a title: short, its answers blank, bold or shaded unlike most rows."""
        if any(cell.text for _, cell in one.answers) or len(one.text.split()) > _TITLE_WORDS or "?" in one.text:
            return False
        return (_is_bold(one.row) and (self.bold - 1) * 2 < self.rows - 1) or _fill(one.row) not in ("", self.fill)


def looks_of(rows: Sequence[Row]) -> Looks:
    """See how most rows look."""
    fills = Counter(_fill(row) for row in rows)
    return Looks(fills.most_common(1)[0][0] if fills else "", sum(_is_bold(row) for row in rows), len(rows))


def _is_bold(row: Row) -> bool:
    named = [cell for cell in row.cells if any(char.isalpha() for char in cell.text)]
    return bool(named) and all(cell.bold for cell in named)


def _fill(row: Row) -> str:
    fills = {cell.fill for cell in row.cells}
    return fills.pop() if len(fills) == 1 else ""


def title_of(row: Row) -> str:
    """Give the title of a section row: its only text, or that after its number."""
    texts = [cell.text for cell in row.cells if cell.text]
    return " ".join(" ".join(texts).split()) if texts and len(" ".join(texts).split()) <= _TITLE_WORDS * 2 else ""


def weigh_lead_ins(asked: Sequence[Asked], drafts: Sequence[Draft]) -> None:
    """Weigh rows with a blank cell that lead in to rows with boxes: "Have you been convicted of:"."""
    by_place = {draft.where: draft for draft in drafts}
    for one, following in pairwise(asked):
        blank = by_place.get(one.answers[0][1].place)
        boxed = bool(group_boxes(following.answers[0][1].lines)) or _is_part(one, following)
        if (
            blank is not None
            and boxed
            and asks(one.text) >= 1
            and re.search(r"(?:[:?]|\bbelow\b.*)\s*$", one.text, re.DOTALL)
        ):
            open_below = _is_part(one, following) or (bool(one.ref) and not following.ref)
            blank.say("leads in to the rows below", -4.5 if open_below else -3.0)


def _is_part(one: Asked, following: Asked) -> bool:
    """Tell whether a row goes on with the sentence that the row above left open: (a) below a colon."""
    if not one.text.endswith(":") or one.answers[0][1].text:
        return False
    ref = following.ref or leading_reference(following.text)
    below = not any(map(str.isdigit, ref)) or _plain(ref).startswith(f"{_plain(one.ref)}.")
    return below and bool(_PART.fullmatch(ref.strip())) and not _PART.fullmatch(one.ref.strip())


def lead_ins(asked: Sequence[Asked]) -> dict[int, str]:
    """Give for each row that goes on with an open sentence that sentence."""
    found: dict[int, str] = {}
    lead = ""
    for one, following in pairwise(asked):
        part = bool(_PART.fullmatch((following.ref or leading_reference(following.text)).strip()))
        lead = one.text if _is_part(one, following) else lead if part else ""
        if lead:
            found[following.at] = lead
    return found


def names_what_follows(one: Asked, following: Asked) -> bool:
    """Tell whether a row only names what the row below it asks: 7.2 over 7.2(a), with a blank and no request."""
    above, below = _plain(one.ref), _plain(following.ref)
    if not above or not below.startswith(f"{above}."):
        return False
    filled = re.search(r"\w", one.answers[0][1].text)
    return not filled and asks(one.text) < _DUTIES and one.text[-1] not in ".:?"


def _plain(ref: str) -> str:
    return re.sub(r"[\s.\-–()]+", ".", ref).strip(".")
