"""The blanks of a piece of a Word document: those its text shows, its content controls and its form fields."""

from dataclasses import dataclass

from lxml import etree

from app.packages.blanks import Blank, BlankKind, find_blanks
from app.packages.word_names import CONTROL, MC, TABLE, TEXT_BOX, W14, W
from app.packages.word_text import pieces_of, spans_of

_GALLERIES = (W + "docPartObj", W + "docPartList", W + "citation", W + "bibliography", W + "picture", W + "group")
"""Controls that hold contents lists, pictures and the like: nobody types an answer into them."""


@dataclass(frozen=True, slots=True)
class WordBlank:
    """One blank, and the element that makes it, where an element does."""

    blank: Blank
    """Its start and end count characters of `WordText.text`."""
    element: etree._Element | None = None
    """The content control (`w:sdt`) or the first character of the field (`w:fldChar`); None for plain text."""


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a paragraph or cell, unstripped, and the elements it comes from.

    Tables and text boxes inside have places of their own and are left out.
    """

    text: str
    spans: tuple[tuple[etree._Element, int, int], ...]
    """Each element that shows something (`w:t`, `w:tab`, ...; `w:p` for the break before it), its start and end."""
    blanks: tuple[WordBlank, ...]
    """In order: number n of them is what `place#n` names."""


def word_text(element: etree._Element) -> WordText:
    """Read a paragraph or cell with its blanks."""
    spans: list[tuple[etree._Element, int, int]] = []
    parts, at = [], 0
    for piece, shown in spans_of(element, inner=False):
        spans.append((piece, at, at + len(shown)))
        parts.append(shown)
        at += len(shown)
    text = "".join(parts)
    made = _controls(element, spans) + _fields(element, spans) + _drawn_lines(element, spans, text)
    return WordText(text, tuple(spans), _merge(find_blanks(text), made))


def control_kind(control: etree._Element) -> str:
    """Give the kind of a content control: `text`, `rich`, `date`, `drop_down`, `combo`, `box` or `other`."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return "rich"
    for tag, kind in _CONTROL_KINDS.items():
        if properties.find(tag) is not None:
            return kind
    return "other" if any(properties.find(tag) is not None for tag in _GALLERIES) else "rich"


def control_options(control: etree._Element) -> tuple[str, ...]:
    """List the entries a drop-down or combo control offers, without the one that only prompts."""
    entries = control.iterfind(f"{W}sdtPr/*/{W}listItem")
    shown = [(one.get(W + "displayText") or one.get(W + "value") or "", one.get(W + "value")) for one in entries]
    return tuple(text for text, value in shown if text and value)


_CONTROL_KINDS = {
    W14 + "checkbox": "box",
    W + "comboBox": "combo",
    W + "dropDownList": "drop_down",
    W + "date": "date",
    W + "text": "text",
}

_SHORTEST_LINE = 4
"""Underlined spaces that make a line to write on."""

_Spans = list[tuple[etree._Element, int, int]]


def _controls(element: etree._Element, spans: _Spans) -> list[WordBlank]:
    """Find the content controls that show their placeholder, nothing, or a box."""
    found = []
    inside = [one for one in element.iter(CONTROL) if not _is_elsewhere(one, element)]
    outer = _around(element)
    starts = {piece: (start, end) for piece, start, end in spans} if inside or outer else {}
    for control in [*outer, *inside]:
        kind = control_kind(control)
        if kind == "other":
            continue
        pieces = list(pieces_of(control, inner=False))
        ranges = [starts[piece] for piece in pieces if piece in starts]
        start = ranges[0][0] if ranges else _end_before(control, spans)
        end = ranges[-1][1] if ranges else start
        shown = "".join(piece.text or "" for piece in pieces if piece.tag == W + "t")
        unfilled = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None or not shown.strip()
        if kind == "box" or unfilled:
            label = BlankKind.BOX if kind == "box" else BlankKind.CONTROL
            found.append(WordBlank(Blank(start, end, label, shown), control))
    return found


def _around(element: etree._Element) -> list[etree._Element]:
    """Find the control whose first block is this paragraph or cell."""
    content = element.getparent()
    if content is None or content.tag != W + "sdtContent" or content[0] is not element:
        return []
    control = content.getparent()
    return [] if control is None else [control]


def _fields(element: etree._Element, spans: _Spans) -> list[WordBlank]:
    """Find the legacy form fields that hold nothing yet, and their check boxes."""
    found = []
    for data in element.iter(W + "ffData"):
        first = data.getparent()
        if first is None or _is_elsewhere(first, element):
            continue
        box = data.find(W + "checkBox")
        if box is not None:
            start, end = next(((start, end) for piece, start, end in spans if piece is box), (0, 0))
            found.append(WordBlank(Blank(start, end, BlankKind.BOX, ""), first))
            continue
        start, end, shown = _field_result(first, spans)
        default = data.find(f"{W}textInput/{W}default")
        if (
            not shown.strip()
            or data.find(W + "ddList") is not None
            or (default is not None and shown == default.get(W + "val"))
        ):
            found.append(WordBlank(Blank(start, end, BlankKind.FIELD, shown), first))
    return found


def _drawn_lines(element: etree._Element, spans: _Spans, text: str) -> list[WordBlank]:
    """Find lines drawn by underlined white space, and by a last tab with a leader (17.3.1.37)."""
    found = []
    for run in element.iter(W + "u"):
        inside = run.getparent().getparent() if run.getparent() is not None else None  # type: ignore[union-attr]
        drawn = [(start, end) for piece, start, end in spans if inside is not None and piece.getparent() is inside]
        if drawn and run.get(W + "val") != "none":
            start, end = drawn[0][0], drawn[-1][1]
            if not text[start:end].strip() and ("\t" in text[start:end] or end - start >= _SHORTEST_LINE):
                found.append(WordBlank(Blank(start, end, BlankKind.LINE, text[start:end])))
    leaders = [one.get(W + "leader") for one in element.iterfind(f"{W}pPr/{W}tabs/{W}tab")]
    if any(leader not in (None, "none") for leader in leaders) and text.endswith("\t"):
        found.append(WordBlank(Blank(len(text.rstrip("\t ")), len(text), BlankKind.LINE, "\t")))
    return found


def _field_result(first: etree._Element, spans: _Spans) -> tuple[int, int, str]:
    """Find what a complex field shows: from its separator to its end (ISO/IEC 29500-1, 17.16.18)."""
    starts = {piece: (start, end) for piece, start, end in spans}
    inside, start, end, shown = False, None, 0, []
    choice = first.find(f"{W}ffData/{W}ddList")
    if choice is not None and choice in starts:
        return (*starts[choice], "")
    run = first.getparent()
    for piece in run.itersiblings() if run is not None else ():
        mark = piece.find(W + "fldChar")
        kind = mark.get(W + "fldCharType") if mark is not None else None
        if kind == "end":
            break
        inside = inside or kind == "separate"
        for text in piece.iter(W + "t"):
            if inside and text in starts:
                start = starts[text][0] if start is None else start
                end = starts[text][1]
                shown.append(text.text or "")
    if start is None:
        start = end = _end_before(first, spans)
    return start, end, "".join(shown)


def _end_before(mark: etree._Element, spans: _Spans) -> int:
    """Find where the text before an element without text of its own ends."""
    end = 0
    before = {piece: stop for piece, _, stop in spans}
    for piece in mark.iterancestors():
        if piece in before:
            end = before[piece]
            break
    for piece in mark.itersiblings(preceding=True):
        ends = [before[one] for one in piece.iter() if one in before]
        if ends:
            return max(end, ends[-1])
    return end


def _is_elsewhere(inner: etree._Element, element: etree._Element) -> bool:
    """Tell whether a table, text box or fallback copy stands between an element and one inside it."""
    for above in inner.iterancestors():
        if above is element:
            return False
        if above.tag in (TABLE, TEXT_BOX, MC + "Fallback"):
            return True
    return False


def _merge(found: tuple[Blank, ...], made: list[WordBlank]) -> tuple[WordBlank, ...]:
    """Put the blanks of the text and those of elements in one order; an element's blank covers the text's."""
    outer = [one for one in made if not any(_covers(other, one) for other in made)]
    plain = [
        WordBlank(blank)
        for blank in found
        if not any(
            one.blank.start < blank.end and blank.start < max(one.blank.end, one.blank.start + 1) for one in outer
        )
    ]
    return tuple(sorted(plain + outer, key=lambda one: (one.blank.start, one.blank.end)))


def _covers(outer: WordBlank, inner: WordBlank) -> bool:
    """Tell whether a blank lies inside another that is longer."""
    a, b = outer.blank, inner.blank
    return outer is not inner and a.start <= b.start and b.end <= a.end and (b.end - b.start) < (a.end - a.start)
