"""Fields of a PDF form that stand in rows and columns: one table, not a question for each field."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.readers.pdf_boxes import is_aligned
from app.readers.pdf_layout import FieldSpot, FormPage, Segment

_COLUMNS_FROM = 3
_ROWS_FROM = 2
_HEADING_GAP = 14.0
_ROW_GAP = 8.0
_SPACE = 0.45
"""Words of one sentence stand nearer than this share of their height."""
_MOST_HEADING_LINES = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of the same fields with the headings above them."""

    rows: tuple[tuple[FieldSpot, ...], ...]
    headings: tuple[str, ...]

    @property
    def spots(self) -> tuple[FieldSpot, ...]:
        """Every field of it."""
        return tuple(spot for row in self.rows for spot in row)


def find_grids(page: FormPage) -> tuple[Grid, ...]:
    """Find the grids of a page: at least two rows of at least three fields, set below each other."""
    rows = _rows(page.spots)
    grids, at = [], 0
    while at < len(rows):
        end = at + 1
        while end < len(rows) and _continues(rows[end - 1], rows[end]):
            end += 1
        if end - at >= _ROWS_FROM:
            grids.append(Grid(tuple(tuple(row) for row in rows[at:end]), _headings(page, rows[at])))
        at = end
    return tuple(grids)


def _rows(spots: Sequence[FieldSpot]) -> list[list[FieldSpot]]:
    rows: list[list[FieldSpot]] = []
    for spot in sorted(spots, key=lambda one: -one.box.top):
        row = next((row for row in rows[-2:] if row[0].box.shares_line(spot.box)), None)
        if row is None:
            rows.append([spot])
        else:
            row.append(spot)
    return [sorted(row, key=lambda one: one.box.left) for row in rows if len(row) >= _COLUMNS_FROM]


def _continues(above: Sequence[FieldSpot], row: Sequence[FieldSpot]) -> bool:
    """Tell whether a row has the fields of the one above, with no room for a label between them."""
    pairs = list(zip(above, row, strict=False))
    near = min(spot.box.bottom for spot in above) - max(spot.box.top for spot in row) < _ROW_GAP
    same = all(is_aligned(a.box, b.box) and a.field.kind is b.field.kind for a, b in pairs)
    return len(above) == len(row) and near and same


def _headings(page: FormPage, row: Sequence[FieldSpot]) -> tuple[str, ...]:
    """Give for each column of the first row the words right above it."""
    return tuple(_heading(page, row, at) for at in range(len(row)))


def _heading(page: FormPage, row: Sequence[FieldSpot], at: int) -> str:
    box = row[at].box
    top = max(spot.box.top for spot in row)
    left = (row[at - 1].box.right + box.left) / 2 if at else box.left - 20
    right = (row[at + 1].box.left + box.right) / 2 if at + 1 < len(row) else box.right + 20
    lines: list[str] = []
    edge = top
    for segment in sorted(page.segments, key=lambda one: one.box.bottom):
        if segment.box.bottom < top - 6 or len(lines) >= _MOST_HEADING_LINES:
            continue
        words = [word.text for word in segment.words if left <= (word.box.left + word.box.right) / 2 <= right]
        if segment.box.bottom - edge > _HEADING_GAP or _is_across(segment, left, right):
            break
        if words:
            lines.insert(0, " ".join(words))
            edge = segment.box.top
    return " ".join(lines)


def _is_across(segment: Segment, left: float, right: float) -> bool:
    """Tell whether a text runs on over an edge of a column: it is no heading of that column."""
    return any(_crosses(segment, edge) for edge in (left, right))


def _crosses(segment: Segment, edge: float) -> bool:
    before = [word for word in segment.words if word.box.left < edge]
    after = [word for word in segment.words if word.box.left >= edge]
    if not before or not after:
        return bool(before) and before[-1].box.right > edge + before[-1].box.height
    return after[0].box.left - before[-1].box.right < _SPACE * segment.box.height
