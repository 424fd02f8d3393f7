"""A sheet parted into bands: headings of columns, and below them the rows that hold something to answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.readers.excel_rows import RowKind, RowReader, look
from app.readers.excel_view import Row, SheetView, Spot, is_numbering
from app.readers.headings import Role, heading_role, heading_roles

_INSURANCE = re.compile(r"(?i)\b(?:insur(?:ers?|ance)|policy|indemnity|expiry|renewal)\b")
"""Headings beside which a limit is one of cover, and none of words."""
_GAP_ENDS = 2
_KNOWN_ROWS = 60
_DEEPEST = 4
_LONGEST_NOTES = 3_000
_MOST_ADDED = 400_000
"""How many blanks that the file does not hold may be looked at for one band."""


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """The words above a column and what they make it."""

    text: str
    role: Role | None
    fill: str = ""


@dataclass(slots=True)
class BandRow:
    """A row that may hold something to answer, under its section."""

    row: Row
    sections: tuple[str, ...] = ()
    guidance: str = ""
    """Notes between the section's title and this row."""
    lead_in: str = ""
    """The last text above that asked without a place of its own."""


@dataclass(slots=True)
class Band:
    """Rows below the same headings; without any where a form has none."""

    headings: dict[int, ColumnHeading] = field(default_factory=dict)
    rows: list[BandRow] = field(default_factory=list)
    title: str = ""
    lead_in: str = ""
    """The text right above the headings."""

    @property
    def roles(self) -> dict[int, Role]:
        """What the columns with telling headings hold."""
        return {column: one.role for column, one in self.headings.items() if one.role is not None}


class BandReader:
    """Parts the rows of one sheet into bands."""

    def __init__(self, view: SheetView, rows: RowReader) -> None:
        self._view = view
        self._reader = rows
        self._titles: list[tuple[tuple[object, ...], str]] = []
        self._bands = [Band()]
        self._notes = ""
        self._lead_in = ""
        self._is_parted = False
        """Whether a gap and the title of a section stand above what is read next."""

    def read(self) -> tuple[Band, ...]:
        """Give the bands from top to bottom."""
        rows = self._view.rows
        at, last, blank_since = 0, 0, 0
        while at < len(rows):
            kind = self._reader.kind(rows, at, is_headed=bool(self._bands[-1].headings))
            gap = rows[at].number - last - 1 + blank_since
            if kind is RowKind.HEADING:
                end = self._reader.heading_end(rows, at)
                self._bands.append(Band(self._headings(rows[at:end]), title=self._title(), lead_in=self._lead_in))
                self._notes = self._lead_in = ""
                self._is_parted = False
            else:
                end = at + 1
                self._take(rows[at], kind, gap)
            blank_since = gap + 1 if kind is RowKind.EMPTY else 0
            last, at = rows[end - 1].number, end
        return tuple(band for band in self._bands if band.rows or band.headings)

    def _take(self, row: Row, kind: RowKind, gap: int) -> None:
        """Note a row that is no heading; `gap` counts the empty rows above it."""
        band = self._bands[-1]
        if kind is RowKind.SECTION:
            self._enter(row)
            self._notes = self._lead_in = ""
            self._is_parted = self._is_parted or bool(gap)
        elif kind is RowKind.NOTE:
            self._lead_in = "\n".join(spot.text for spot in row.texts)
            self._notes = f"{self._notes}\n{self._lead_in}".strip()[:_LONGEST_NOTES]
        elif kind is RowKind.DATA:
            far = gap >= _GAP_ENDS and band.headings and band.rows and bool(row.texts)
            ends = self._is_parted and _is_narrower(band, row)
            if far or ends or (gap and self._is_another_form(band, row)):
                self._bands.append(Band())
            self._is_parted = False
            if len(row.texts) == 1 and not is_numbering(row.texts[0].text):
                self._lead_in = row.texts[0].text
            self._bands[-1].rows.append(BandRow(row, self._sections(), self._notes, self._lead_in))
            self._notes = ""

    def _is_another_form(self, band: Band, row: Row) -> bool:
        """Tell whether a row after a gap has its words where the rows of the band have none: a form below a table."""
        words = {
            spot.column for spot in row.texts if not is_numbering(spot.text) and not self._reader.is_open(row, spot)
        }
        known = {s.column for one in band.rows for s in one.row.texts if not is_numbering(s.text)}
        return bool(band.headings and words and band.rows) and not words & known

    def _headings(self, rows: Sequence[Row]) -> dict[int, ColumnHeading]:
        lines: dict[int, list[str]] = {}
        fills: dict[int, str] = {}
        for row in rows:
            for spot in row.texts:
                for column in range(spot.column, self._reach(spot, row, rows[-1]) + 1):
                    parts = lines.setdefault(column, [])
                    if spot.text not in parts:
                        parts.append(spot.text)
                    fills[column] = spot.style.fill
        columns = sorted(lines)
        roles = heading_roles([lines[column][-1] for column in columns])
        joined = {column: " ".join(" ".join(lines[column]).split()) for column in columns}
        insured = any(_INSURANCE.search(text) for text in joined.values())
        buyers = {column for column in columns if any(heading_role(over) is Role.BUYER for over in lines[column][:-1])}
        return {
            column: ColumnHeading(joined[column], None if insured and role is Role.LIMIT else role, fills[column])
            for column, role in (
                (column, Role.BUYER if column in buyers else role or heading_role(joined[column]))
                for column, role in zip(columns, roles, strict=True)
            )
        }

    def _reach(self, spot: Spot, row: Row, lowest: Row) -> int:
        """Give the last column a heading stands over; the evaluator's reaches to the next one, merged or not."""
        if row is lowest or spot.last_column > spot.column or heading_role(spot.text) is not Role.BUYER:
            return min(spot.last_column, self._view.right)
        ends = [one.column - 1 for one in row.texts if one.column > spot.column]
        return min(*ends, max(one.last_column for one in lowest.texts), self._view.right)

    def _enter(self, row: Row) -> None:
        spot = next(spot for spot in row.texts if not is_numbering(spot.text))
        numbers = [one.text for one in row.texts if one.column < spot.column and is_numbering(one.text)]
        level = (*look(spot), round(spot.style.size), self._reader.is_wide(spot))
        at = next((index for index, (known, _) in enumerate(self._titles) if known == level), len(self._titles))
        del self._titles[min(at, _DEEPEST - 1) :]
        self._titles.append((level, " ".join([*numbers, *spot.text.split()])))

    def _sections(self) -> tuple[str, ...]:
        return tuple(title for _, title in self._titles)

    def _title(self) -> str:
        return self._titles[-1][1] if self._titles else ""


def _is_narrower(band: Band, row: Row) -> bool:
    """Tell whether a row after a gap has fewer columns than the table above: a list with other things to fill in."""
    if not band.headings or not band.rows or not band.rows[0].row.spots or not row.spots:
        return False
    first = max(spot.last_column for spot in band.rows[0].row.spots)
    return max(spot.last_column for spot in row.spots) < min(first, max(band.headings))


def blank_places(view: SheetView, band: Band) -> Iterator[tuple[BandRow, dict[int, Spot]]]:
    """Give each row with its places by column, the blanks under headings included where the file holds no cell."""
    headed = [column for column in band.headings if column <= view.right]
    room = _MOST_ADDED // max(1, len(band.rows))
    for one in band.rows:
        spots = {spot.column: spot for spot in one.row.spots}
        covered = {c for spot in (*one.row.spots, *one.row.above) for c in range(spot.column, spot.last_column + 1)}
        if spots and len(headed) <= room and (one.row.texts or one.row.above):
            for column in headed:
                if column in covered or view.is_hidden((one.row.number, column)):
                    continue
                spot = view.spot((one.row.number, column))
                if spot.position == (one.row.number, column):
                    spots[column] = spot
        yield one, dict(sorted(spots.items()))
