"""The markup of a workbook outside its answers: the same bytes before and after a fill that kept to its cells."""

from collections.abc import Iterable

from lxml import etree

from app.packages.archive import Archive
from app.packages.sheet_places import Position, cell_name, parse_cell
from app.packages.workbook import Workbook
from app.packages.xml_part import parse_xml

_OF_ANSWERS = ("spans", "ht", "customHeight")
"""What an answer may change in its row: the columns it reaches over, and the height its lines need."""


def markup_outside(archive: Archive, places: Iterable[str]) -> dict[str, bytes]:
    """Give the markup of each sheet that holds answers, and of the workbook, without what answers may change.

    The result is canonical (C14N), so that only what means something counts.
    """
    book = Workbook(archive)
    cells: dict[str, set[Position]] = {}
    for place in places:
        name, _, cell = place.rpartition("!")
        cells.setdefault(name, set()).add(parse_cell(cell))
    found = {}
    for name, positions in cells.items():
        sheet = book.sheet(name)
        if sheet is not None:
            grown = {merge.bottom for position in positions if (merge := sheet.merge_at(position))}
            found[sheet.part_name] = _without_cells(sheet.root, positions, grown)
    root = parse_xml(archive.read(book.part_name))
    for settings in root.findall("{*}calcPr"):
        _remove(settings)
    return {**found, book.part_name: etree.tostring(root, method="c14n")}


def _without_cells(root: etree._Element, positions: set[Position], grown: set[int]) -> bytes:
    names = {cell_name(position) for position in positions}
    rows = {str(row) for row in grown.union(position[0] for position in positions)}
    for row in root.iterfind("{*}sheetData/{*}row"):
        if row.get("r") not in rows:
            continue
        for cell in [one for one in row if one.get("r") in names]:
            _remove(cell)
        for attribute in _OF_ANSWERS:
            row.attrib.pop(attribute, None)
        if len(row) == 0 and set(row.attrib) == {"r"}:
            _remove(row)
    return etree.tostring(root, method="c14n")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
