"""What the buyer printed: headings with text below them, and lines to write on inside a text."""

from collections.abc import Iterator

from app.packages.blanks import BlankKind, find_blanks
from app.readers.excel_bands import Band
from app.readers.excel_candidates import CandidateRow
from app.readers.excel_view import Spot
from app.readers.headings import Role


def printed_headings(bands: Iterator[Band]) -> frozenset[str]:
    """Give the headings below which the buyer printed text, in all bands of a workbook."""
    text: dict[str, int] = {}
    rows: dict[str, int] = {}
    for band in bands:
        for one in band.rows:
            filled = {spot.column for spot in (*one.row.texts, *one.row.above) if not spot.has_list}
            for column, heading in band.headings.items():
                if heading.role is Role.ANSWER:
                    continue
                key = heading.text.casefold()
                rows[key] = rows.get(key, 0) + 1
                text[key] = text.get(key, 0) + (column in filled)
    return frozenset(key for key, count in rows.items() if count >= 3 and text[key] >= 0.4 * count)


def blanks_inside(row: CandidateRow) -> Iterator[tuple[Spot, int, str]]:
    """Give the lines to write on inside a row's texts: the place, the blank's number, the words before it."""
    for spot in row.texts:
        if not spot.writable or spot.is_formula or spot.row != row.number:
            continue
        blanks = find_blanks(spot.text)
        start = 0
        for number, blank in enumerate(blanks):
            if blank.kind is BlankKind.LINE:
                before = spot.text[start : blank.start].strip(" .,;\n")
                yield spot, number, before or spot.text[: blank.start].strip()
                start = blank.end
