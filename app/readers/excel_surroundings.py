"""What stands around a place of a sheet: its label, the row, the column, the rows of its band."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.readers.excel_bands import Band, BandRow, ColumnHeading
from app.readers.excel_labels import Label
from app.readers.excel_rows import are_counted
from app.readers.excel_view import Spot, is_numbering
from app.readers.excel_weights import Surroundings
from app.readers.headings import Role
from app.readers.prompts import Prompt
from app.readers.sentences import asks
from app.readers.who_fills import Filler, told_filler

_FIELD_WORDS = 12
_FIELDS_FROM = 3
_FIELDS_SHARE = 0.6
_MOST_VALUE = 6
_FEWEST_ROWS = 3
_BLANK_SHARE = 0.75
"""Where the buyer's text stands in more rows of a column than this leaves, its blanks are blank for a reason."""
_TOTAL = re.compile(r"(?i)(?:(?:sub|grand)?[\s-]*totals?|jumlah|gesamt\w*|summe|somme|suma)\b.{0,40}:?", re.DOTALL)
"""How a row is called that adds up others."""
_REQUESTS = 1.75
_LEADS_IN = 1.5
_MOSTLY = 0.6
_COUNTED = re.compile(r"\D*\D\s*\d{1,2}")


@dataclass(frozen=True, slots=True)
class BandLook:
    """What the rows of a band have in common."""

    shares: Mapping[int, float]
    """For each column how many of the rows with words leave it blank, 0 to 1."""
    heading_fills: frozenset[str]
    are_fields: bool
    rows: int
    """How many rows it has."""
    colons: float
    """Which share of the labels of a form ends with a colon."""
    counted: frozenset[int]
    """The columns whose headings count the same thing: "Contract 1", "Contract 2"."""
    printed: frozenset[str]
    """Headings that have the buyer's text below them anywhere in the workbook."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row with its printed texts and its open places."""

    band: Band
    band_look: BandLook
    texts: tuple[Spot, ...]
    opens: Mapping[int, tuple[Spot, Prompt | None]]
    has_formula: bool

    def around(self, row: BandRow, spot: Spot, label: Label, prompt: Prompt | None, *, is_marked: bool) -> Surroundings:
        """Say what stands around one of the open places."""
        heading, look = self.band.headings.get(spot.column), self.band_look
        painted = spot.style.fill in look.heading_fills or _is_painted_as_label(spot, label, self.texts)
        return Surroundings(
            label=label.text,
            heading=heading,
            prompt=prompt,
            is_marked=is_marked,
            share_of_column=look.shares.get(spot.column, 0.0) if label.text else 0.0,
            is_beside=_is_beside(label, spot, self.texts, self.opens),
            is_printed_elsewhere=heading is not None and heading.text.casefold() in look.printed,
            is_one_of_fields=look.are_fields,
            follows_request=asks(self.band.lead_in) >= _LEADS_IN,
            follows_value=_follows_value(label, spot, self.texts, heading),
            is_filled_elsewhere=bool(label.text) and _is_filled_elsewhere(look, heading, spot.column),
            is_total=self.has_formula and _TOTAL.fullmatch(label.text.strip()) is not None,
            is_counted=spot.column in look.counted,
            is_title=look.colons >= _MOSTLY and not label.text.rstrip().endswith((":", "?")),
            is_for_buyer=_told(row) is Filler.BUYER,
            has_title_fill=painted,
        )


def look_of(
    band: Band, rows: list[tuple[BandRow, dict[int, Spot]]], *, fields: bool, printed: frozenset[str]
) -> BandLook:
    """See what the rows of a band have in common; `fields` tells that they are the labels of a form."""
    fills = frozenset(one.fill for one in band.headings.values() if one.fill)
    return BandLook(_shares(rows), fills, fields, len(rows), _colons(rows) if fields else 0.0, _counted(band), printed)


def are_fields(rows: Sequence[Mapping[int, Spot]]) -> bool:
    """Tell whether rows are the labels of a form: one short text on each, most of them naming a thing to fill in."""
    labels = [[s for s in places.values() if s.text and not is_numbering(s.text)] for places in rows]
    single = [spots[0].text for spots in labels if len(spots) == 1]
    named = [text for text in single if asks(text) >= 1 and len(text.split()) <= _FIELD_WORDS]
    return len(named) >= _FIELDS_FROM and len(named) >= _FIELDS_SHARE * sum(bool(spots) for spots in labels)


def _colons(rows: list[tuple[BandRow, dict[int, Spot]]]) -> float:
    labels = [[s.text for s in places.values() if s.text and not is_numbering(s.text)] for _, places in rows]
    single = [texts[0] for texts in labels if len(texts) == 1]
    return sum(text.rstrip().endswith((":", "?")) for text in single) / len(single) if single else 0.0


def _counted(band: Band) -> frozenset[int]:
    columns = [column for column, one in sorted(band.headings.items()) if _COUNTED.fullmatch(one.text)]
    return frozenset(columns) if are_counted([band.headings[column].text for column in columns]) else frozenset()


def _told(row: BandRow) -> Filler | None:
    """Tell who the titles and notes above a row say fills it in, the nearest first."""
    texts = (row.lead_in, row.guidance, *reversed(row.sections))
    return next((filler for text in texts if text and (filler := told_filler(text)) is not None), None)


def _follows_value(label: Label, spot: Spot, texts: Sequence[Spot], heading: ColumnHeading | None) -> bool:
    """Tell whether a short label has its value already, before this place: "E-mail: | a@b.example | "."""
    if heading is not None or not label.text or len(label.text.split()) > _MOST_VALUE or asks(label.text) >= _REQUESTS:
        return False
    between = [text for text in texts if label.last_column < text.column < spot.column and not is_numbering(text.text)]
    return any(not asks(one.text) and len(one.text.split()) <= _MOST_VALUE and one.text[0] != "(" for one in between)


def _is_filled_elsewhere(look: BandLook, heading: ColumnHeading | None, column: int) -> bool:
    """Tell whether the buyer wrote into other rows of a column that no heading gives to the supplier."""
    told = heading is None or heading.role in (Role.ANSWER, Role.YES, Role.NO, Role.OPTION, Role.REMARK)
    return not told and look.rows >= _FEWEST_ROWS and 0 < look.shares.get(column, 1.0) < _BLANK_SHARE


def _shares(rows: list[tuple[BandRow, dict[int, Spot]]]) -> dict[int, float]:
    """Count for each column how many of the rows with words leave it blank."""
    labelled = [
        places for _, places in rows if any(spot.text and not is_numbering(spot.text) for spot in places.values())
    ]
    blank: dict[int, int] = {}
    for places in labelled:
        for column, spot in places.items():
            blank[column] = blank.get(column, 0) + (not spot.text)
    return {column: count / len(labelled) for column, count in blank.items()} if len(labelled) > 1 else {}


def _is_beside(
    label: Label, spot: Spot, texts: tuple[Spot, ...], opens: Mapping[int, tuple[Spot, Prompt | None]]
) -> bool:
    """Tell whether nothing but text, or the empty cells that part a box from its label, stands between the two."""
    if not label.last_column:
        return False
    between = range(label.last_column + 1, spot.column)
    taken = {column for text in texts for column in range(text.column, text.last_column + 1)}
    blank = {column for column in between if column not in taken or column in opens}
    spaced = is_drawn_cell(spot) and not any(column in opens and is_drawn_cell(opens[column][0]) for column in blank)
    return not blank or spaced


def is_drawn_cell(spot: Spot) -> bool:
    """Tell whether a place is drawn as one: with a border, a background or a rule."""
    return bool(spot.style.bordered or spot.style.fill or spot.validation)


def _is_painted_as_label(spot: Spot, label: Label, texts: tuple[Spot, ...]) -> bool:
    own = next((text for text in texts if text.column == label.column), None)
    return own is not None and own.style.bold and bool(own.style.fill) and own.style.fill == spot.style.fill
