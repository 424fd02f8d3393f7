"""The markup of a document outside its answers: the same bytes before and after a fill that kept to its places."""

from collections.abc import Iterable

from lxml import etree

from app.fillers.patch import Patch
from app.fillers.word_tables import repeating_unit
from app.packages.word_names import CONTROL, MC, ROW, TEXT_BOX, W
from app.packages.word_places import children, element_at, elements

_KEPT = (W + "pPr", W + "tcPr")
_STATE = (W + "showingPlcHdr", W + "dataBinding")
"""What filling a control may take off it."""


def markup_outside(root: etree._Element, patch: Patch, *, filled: bool) -> bytes:
    """Give the markup with every place of an answer emptied; of a filled copy, without what answers added to it.

    Changes `root`. The result is canonical (C14N), so that only what means something counts.
    """
    if filled:
        _take_off_rows(root, patch)
        _take_off_paragraphs(root, patch)
    found = elements(root)
    places = [(place, found.get(place)) for place in patch.allowed]
    for place, element in places:
        block = element_at(root, place) if element is None else element
        if block is not None:
            _empty(block)
    return etree.tostring(root, method="c14n")


def _take_off_rows(root: etree._Element, patch: Patch) -> None:
    found = elements(root)
    for place, count in patch.rows_added.items():
        for row in list(children(found[place], ROW))[-count:]:
            _remove([repeating_unit(row)])


def _take_off_paragraphs(root: etree._Element, patch: Patch) -> None:
    found, shift = elements(root), 0
    for at, by in sorted(patch.growth.items()):
        _remove(found[f"p{at + shift + more}"] for more in range(1, by + 1))
        shift += by


def _empty(block: etree._Element) -> None:
    _remove(child for child in list(block) if child.tag not in _KEPT)
    for control in block.iterancestors(CONTROL):
        properties = control.find(W + "sdtPr")
        if properties is not None:
            _remove(one for one in list(properties) if one.tag in _STATE)
            for dated in properties.findall(W + "date"):
                dated.attrib.pop(W + "fullDate", None)
    if block.tag == TEXT_BOX:
        for both in block.iterancestors(MC + "AlternateContent"):
            _remove(both.findall(MC + "Fallback"))


def _remove(unwanted: Iterable[etree._Element]) -> None:
    for one in list(unwanted):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
