"""One XML part of a package: parsed without risk, and written back with only the touched elements new.

A parser that writes a whole part again changes quotes, declarations and spacing everywhere. Here the bytes
of the buyer's part stay as they are: the elements that were touched are written anew and set in their place, and
those that were added are set in between.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree

_ELEMENTS_BEFORE = etree.XPath("count(preceding-sibling::*)")
_START_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_DECLARATION = re.compile(r"\sxmlns(?::([^\s=]+))?=\"([^\"]*)\"")

_BYTES_KNOWN = ("UTF-8", "US-ASCII", "ASCII", "ISO-8859-1")
"""Encodings in which expat counts bytes as they stand in the part."""

ElementPath = tuple[int, ...]
"""The way from the root to an element: at each step, how many elements stand before it."""


class XmlUnsafe(ValueError):
    """The part is not well formed, or declares a document type or entities."""


def parse_xml(content: bytes) -> etree._Element:
    """Parse without network, entities or unbounded depth. Raises `XmlUnsafe`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlUnsafe("not well formed") from error
    if root.getroottree().docinfo.doctype:
        raise XmlUnsafe("declares a document type")
    return root


class XmlPart:
    """A part, its tree, the elements of it that are to be written anew, and those that were added."""

    def __init__(self, content: bytes) -> None:
        """Parse the part. Raises `XmlUnsafe`."""
        self._content = content
        self.root = parse_xml(content)
        self._touched: dict[ElementPath, etree._Element] = {}
        self._added: dict[tuple[ElementPath, bool], list[etree._Element]] = {}
        """What was added beside an element: after it where true, before it where false."""
        self._above: set[ElementPath] = set()
        """Everything that something noted stands in."""
        self._homes: dict[etree._Element, list[etree._Element]] = {}
        self._first_order: dict[etree._Element, dict[etree._Element, int]] = {}
        """Of each element that was given a child: its children as they were, and their numbers."""

    def touch(self, element: etree._Element) -> None:
        """Have this element written anew. Call it before changing anything in it; its parent must stay as it is.

        Elements inside it, and those that were added, need no call of their own.
        """
        path = self._path(element)
        if path is None or any(path[:length] in self._touched for length in range(len(path) + 1)):
            return
        if path in self._above:
            self._forget_inside(path)
        self._touched[path] = element
        self._note_above(path)

    def add_after(self, anchor: etree._Element, new: etree._Element) -> None:
        """Set a new element behind another; its parent keeps its bytes."""
        self._add(anchor, new, after=True)
        anchor.addnext(new)
        new.tail, anchor.tail = anchor.tail, None

    def add_before(self, anchor: etree._Element, new: etree._Element) -> None:
        """Set a new element before another; its parent keeps its bytes."""
        self._add(anchor, new, after=False)
        new.tail = None
        anchor.addprevious(new)

    def to_bytes(self) -> bytes:
        """Give the part with the touched and added elements as they are now and every other byte as it was.

        A part in UTF-16 or another rare encoding, or one whose root was touched, is written anew as a whole.
        """
        if not self._touched and not self._added:
            return self._content
        encoding = self.root.getroottree().docinfo.encoding or "UTF-8"
        if () in self._touched or encoding.upper() not in _BYTES_KNOWN:
            return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        out, at = [], 0
        for start, end, text in sorted(self._pieces(), key=lambda piece: piece[:2]):
            out += [self._content[at:start], text.encode(encoding, "xmlcharrefreplace")]
            at = end
        return b"".join([*out, self._content[at:]])

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        """List what is set into the bytes: from where to where, and what."""
        ranges = _ranges(self._content, {*self._touched, *(path for path, _ in self._added)})
        for path, element in self._touched.items():
            yield (*ranges[path], _written(element))
        for path, after in sorted(self._added, key=lambda one: not one[1]):
            at = ranges[path][1 if after else 0]
            yield at, at, "".join(map(_written, self._added[path, after]))

    def _note_above(self, path: ElementPath) -> None:
        if path[:-1] not in self._above:
            self._above.update(path[:length] for length in range(len(path)))

    def _forget_inside(self, path: ElementPath) -> None:
        """Drop what was noted inside an element that is now written anew as a whole."""
        for inner in [done for done in self._touched if done[: len(path)] == path]:
            del self._touched[inner]
        for beside in [one for one in self._added if len(one[0]) > len(path) and one[0][: len(path)] == path]:
            del self._added[beside]

    def _add(self, anchor: etree._Element, new: etree._Element, *, after: bool) -> None:
        home = self._homes.get(anchor)
        if home is not None:
            home.insert(home.index(anchor) + after, new)
        elif (path := self._path(anchor)) is None or any(path[:length] in self._touched for length in range(len(path))):
            return
        else:
            home = self._added.setdefault((path, after), [])
            self._note_above(path)
            home.insert(0 if after else len(home), new)
        self._homes[new] = home
        parent = anchor.getparent()
        if parent is not None and parent not in self._first_order:
            self._first_order[parent] = {one: at for at, one in enumerate(parent.iterchildren("*"))}

    def _path(self, element: etree._Element) -> ElementPath | None:
        """Find the way to an element as the buyer's part has it; None of one that was added."""
        steps = []
        while (parent := element.getparent()) is not None:
            order = self._first_order.get(parent)
            if order is not None and element not in order:
                return None
            steps.append(int(_ELEMENTS_BEFORE(element)) if order is None else order[element])
            element = parent
        return tuple(reversed(steps))


def _written(element: etree._Element) -> str:
    """Write an element without the namespaces that its surroundings declare already."""
    parent = element.getparent()
    known = parent.nsmap if parent is not None else {}
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    head_end = text.index(">") + 1

    def once(match: re.Match[str]) -> str:
        return "" if known.get(match[1]) == match[2] else match[0]

    return _DECLARATION.sub(once, text[:head_end]) + text[head_end:]


def _ranges(content: bytes, wanted: set[ElementPath]) -> dict[ElementPath, tuple[int, int]]:
    """Find from which byte to which each wanted element reaches."""
    parser = expat.ParserCreate()
    path: list[int] = []
    counts: list[int] = []
    starts: dict[ElementPath, int] = {}
    found: dict[ElementPath, tuple[int, int]] = {}
    depths = {len(one) for one in wanted}

    def on_start(_name: str, _attributes: dict[str, str]) -> None:
        if counts:
            path.append(counts[-1])
            counts[-1] += 1
        counts.append(0)
        if len(path) in depths and (here := tuple(path)) in wanted:
            starts[here] = parser.CurrentByteIndex

    def on_end(_name: str) -> None:
        counts.pop()
        if len(path) in depths and (here := tuple(path)) in wanted:
            start = starts[here]
            tag = _START_TAG.match(content, start)
            empty = tag is not None and tag[0].endswith(b"/>")
            end = tag.end() if tag and empty else content.index(b">", parser.CurrentByteIndex) + 1
            found[here] = (start, end)
            if len(found) == len(wanted):
                parser.StartElementHandler = parser.EndElementHandler = None
        if path:
            path.pop()

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.Parse(content, True)  # noqa: FBT003  expat takes it by position only
    return found
