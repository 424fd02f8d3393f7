"""The parts of a Word document an answer may touch: the text, and the data of bound controls."""

import copy
from functools import cached_property

from lxml import etree

from app.packages.archive import Archive
from app.packages.main_part import find_main_part
from app.packages.word_blanks import WordText
from app.packages.word_names import CONTROL, MC, TABLE, TEXT_BOX, VALUE, W, is_on
from app.packages.word_places import container, elements, split_blank
from app.packages.word_text import spans_of
from app.packages.xml_part import XmlPart, parse_xml

_DATA = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"

_LOCKS = ("contentLocked", "sdtContentLocked")
"""Locks on what a control holds; a lock on the control alone lets it be filled (17.5.2.23)."""


class WordDocument:
    """An open document with its places, and the elements of it that answers touch."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._name = find_main_part(archive).name
        self._part = XmlPart(archive.read(self._name))
        self._data: dict[str, XmlPart] = {}
        self._elements = elements(self._part.root)
        self._numbers = {element: place for place, element in self._elements.items() if place[1:].isdecimal()}
        self.growth: dict[int, int] = {}
        self.rows_added: dict[str, int] = {}

    def parts(self) -> dict[str, bytes]:
        """Give the touched parts as they are now."""
        return {self._name: self._part.to_bytes(), **{name: part.to_bytes() for name, part in self._data.items()}}

    def element(self, place: str) -> etree._Element | None:
        """Find the element of a place, as the buyer's file counts places."""
        return self._elements.get(place)

    def touch(self, place: str, inner: etree._Element | None = None) -> None:
        """Have the block of a place written anew: its cell or paragraph, or the control or text box around it."""
        block = self._elements[container(split_blank(place)[0].partition(".x")[0])]
        around = inner if inner is not None and inner.tag == CONTROL and inner in block.iterancestors() else block
        self._part.touch(around)

    def text_around(self, place: str, element: etree._Element, text: WordText) -> tuple[str, int]:
        """Give the text of the cell, text box or paragraph a place stands in, and where `element` begins in it."""
        block = self._elements.get(container(place))
        block = next(element.iterancestors(TEXT_BOX), element) if block is None else block
        parts, at, start = [], 0, None
        first = text.spans[0][0] if text.spans else None
        for piece, shown in spans_of(block, inner=False):
            if start is None and (piece is first or (first is None and piece is element)):
                start = at + (0 if piece is first else len(shown))
            parts.append(shown)
            at += len(shown)
        return "".join(parts), 0 if block is element or start is None else start

    def note_growth(self, element: etree._Element, by: int) -> None:
        """Note that paragraphs were added behind a paragraph of the body, which every later place counts."""
        place = self._numbers.get(element, "")
        if by and place.startswith("p"):
            self.growth[int(place[1:])] = by

    def add_after(self, element: etree._Element, new: etree._Element) -> None:
        """Set a new element behind another."""
        self._part.add_after(element, new)

    def count_again(self, table: str) -> None:
        """Take rows that were added to a table into the places."""
        found = elements(self._part.root)
        self._elements.update({place: found[place] for place in found if place.startswith(table + ".")})

    def copy_to_fallback(self, place: str) -> None:
        """Bring the copy of a text box for old programs in line with the text box."""
        element = self._elements.get(split_blank(place)[0])
        box = next((one for one in element.iterancestors(TEXT_BOX)), None) if element is not None else None
        both = next((one for one in box.iterancestors(MC + "AlternateContent")), None) if box is not None else None
        other = both.find(f"{MC}Fallback//{TEXT_BOX}") if both is not None else None
        if box is None or other is None:
            return
        for child in list(other):
            other.remove(child)
        other.extend(copy.deepcopy(child) for child in box)

    def is_locked(self, element: etree._Element, inner: etree._Element | None) -> bool:
        """Tell whether the buyer lets nobody write here: a locked control, or a document open for form fields only.

        A lock around whole tables, as some programs write on export, is no lock on the answers in them.
        """
        controls = [one for one in (inner, element) if one is not None]
        around = [above for one in controls for above in (one, *one.iterancestors(CONTROL)) if above.tag == CONTROL]
        locks = (one.find(f"{W}sdtPr/{W}lock") for one in around if one.find(f"{W}sdtContent/{TABLE}") is None)
        if any(lock is not None and lock.get(VALUE) in _LOCKS for lock in locks):
            return True
        if inner is None and _is_all_locked(element):
            return True
        return self._forms_only and inner is None and not self._in_open_section(element)

    def set_data(self, store: str, path: str, prefixes: dict[str, str], text: str) -> bool:
        """Write the data a control is bound to; False where this package does not hold it."""
        name = self._stores.get(store.lower())
        if name is None:
            return False
        part = self._data.get(name) or XmlPart(self._archive.read(name))
        try:
            found = part.root.getroottree().xpath(path, namespaces=prefixes)
        except etree.XPathError:
            return False
        if not isinstance(found, list) or not found or not isinstance(found[0], etree._Element):
            return False
        part.touch(found[0])
        found[0].text = text
        self._data[name] = part
        return True

    @cached_property
    def _stores(self) -> dict[str, str]:
        """The parts of custom XML by the id of their store."""
        stores = {}
        for name in self._archive.names:
            folder, _, file = name.rpartition("/")
            if folder.endswith("customXml") and file.startswith("itemProps"):
                store = parse_xml(self._archive.read(name)).get(_DATA + "itemID", "")
                stores[store.lower()] = f"{folder}/{file.replace('itemProps', 'item')}"
        return {store: name for store, name in stores.items() if name in self._archive}

    @cached_property
    def bullets(self) -> str | None:
        """The number of the buyer's first list whose items have bullets (ISO/IEC 29500-1, 17.9), or None."""
        name = f"{self._name.rpartition('/')[0]}/numbering.xml".lstrip("/")
        if name not in self._archive:
            return None
        root = parse_xml(self._archive.read(name))
        bulleted = {
            one.get(W + "abstractNumId")
            for one in root.iterfind(W + "abstractNum")
            if (form := one.find(f"{W}lvl[@{W}ilvl='0']/{W}numFmt")) is not None and form.get(VALUE) == "bullet"
        }
        for one in root.iterfind(W + "num"):
            kind = one.find(W + "abstractNumId")
            if kind is not None and kind.get(VALUE) in bulleted:
                return one.get(W + "numId")
        return None

    @cached_property
    def _forms_only(self) -> bool:
        """Whether protection is on that leaves only form fields open (ISO/IEC 29500-1, 17.15.1.29)."""
        name = f"{self._name.rpartition('/')[0]}/settings.xml".lstrip("/")
        if name not in self._archive:
            return False
        protection = parse_xml(self._archive.read(name)).find(W + "documentProtection")
        if protection is None or protection.get(W + "edit") not in ("forms", "readOnly"):
            return False
        return protection.get(W + "enforcement") is not None and is_on(protection.get(W + "enforcement"))

    def _in_open_section(self, element: etree._Element) -> bool:
        """Tell whether the section of a block is left out of forms protection (17.6.6)."""
        block = element
        while (above := block.getparent()) is not None and above.tag != W + "body":
            block = above
        for later in (block, *block.itersiblings()):
            properties = later if later.tag == W + "sectPr" else later.find(f"{W}pPr/{W}sectPr")
            if properties is not None:
                protected = properties.find(W + "formProt")
                return protected is not None and not is_on(protected.get(VALUE))
        return False


def _is_all_locked(element: etree._Element) -> bool:
    """Tell whether a cell or paragraph holds words, and all of them in controls that are locked."""
    words = [one for one in element.iter(W + "t") if (one.text or "").strip()]
    return bool(words) and all(_is_locked_inside(one, element) for one in words)


def _is_locked_inside(words: etree._Element, element: etree._Element) -> bool:
    for around in words.iterancestors():
        if around is element:
            return False
        lock = around.find(f"{W}sdtPr/{W}lock") if around.tag == CONTROL else None
        if lock is not None and lock.get(VALUE) in _LOCKS:
            return True
    return False
