"""The text of a piece of a Word document, as a reader sees it."""

from collections.abc import Iterator

from lxml import etree

from app.packages.word_names import MC, PARAGRAPH, TABLE, TEXT_BOX, VALUE, W, is_on

UNSEEN = frozenset({MC + "Fallback", W + "moveFrom", W + "del", W + "pPr", W + "rPr", W + "tcPr", W + "instrText"})
"""What stands in the file and not on the page: copies for old programs, text moved away, deleted text, properties."""

TICKED_SYMBOLS = frozenset({0x78, 0xFC, 0xFD, 0xFE, 0x53, 0x54})
"""Characters of Wingdings and Wingdings 2 that show a ticked or crossed box."""
EMPTY_SYMBOLS = frozenset({0x6F, 0x70, 0x71, 0x72, 0xA3, 0xA8})
"""Characters of Wingdings and Wingdings 2 that show an empty box."""

_PRIVATE = {0xF000 + code: box for codes, box in ((TICKED_SYMBOLS, "☒"), (EMPTY_SYMBOLS, "☐")) for code in codes}
"""Characters of symbol fonts as Word writes them into plain text (ISO/IEC 29500-1, 17.3.3.30)."""
_SYMBOL_LETTERS = frozenset("oqr¨£xüýþST")
_INNER = frozenset({TABLE, TEXT_BOX})
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "ptab": "\t", W + "noBreakHyphen": "-"}


def text_of(element: etree._Element, *, inner: bool = True) -> str:
    """Give the text a reader sees: runs, tabs, breaks, boxes; paragraphs apart by a line break.

    Deleted and moved-away text, field codes and fallback copies are left out; tracked insertions are in.
    With `inner` false, tables and text boxes inside the element are left out too: they have places of their own.
    """
    return "".join(text for _, text in spans_of(element, inner=inner)).strip()


def spans_of(element: etree._Element, *, inner: bool = True) -> Iterator[tuple[etree._Element, str]]:
    """List what shows something with the characters it shows; a paragraph after other text shows a line break."""
    first = True
    for piece in pieces_of(element, inner=inner):
        if piece.tag == PARAGRAPH:
            yield piece, "" if first else "\n"
        else:
            first = False
            yield piece, piece_text(piece)


def pieces_of(element: etree._Element, *, inner: bool = True) -> Iterator[etree._Element]:
    """List, in reading order, the elements inside that show something, and the paragraphs that part them."""
    for child in element:
        tag = child.tag
        if tag in UNSEEN or not isinstance(tag, str) or (tag in _INNER and not inner):
            continue
        if tag in _SHOWN and (tag != W + "tab" or element.tag == W + "r"):
            yield child
        elif tag == PARAGRAPH:
            yield child
            yield from pieces_of(child, inner=inner)
        else:
            yield from pieces_of(child, inner=inner)


def piece_text(piece: etree._Element) -> str:
    """Give the characters that one piece shows."""
    tag = piece.tag
    if tag == W + "t":
        return _letters_shown(piece)
    if tag == W + "tab":
        return "\t"
    if tag == W + "sym":
        return symbol_text(piece)
    if tag == W + "checkBox":
        return "☒" if legacy_box_ticked(piece) else "☐"
    if tag == W + "ddList":
        return legacy_choice(piece)
    return _BREAKS.get(str(tag), "")


def is_in_symbols(piece: etree._Element) -> bool:
    """Tell whether a piece of text is set in Wingdings, where letters show boxes and ticks."""
    run = piece.getparent()
    fonts = run.find(f"{W}rPr/{W}rFonts") if run is not None else None
    return fonts is not None and (fonts.get(W + "ascii") or "").startswith("Wingdings")


def _letters_shown(piece: etree._Element) -> str:
    """Give the letters of a text; a box or tick of a symbol font is shown as what it is, one character for each."""
    text = piece.text or ""
    if not text.isascii():
        text = text.translate(_PRIVATE)
    if len(text) == 1 and text in _SYMBOL_LETTERS and is_in_symbols(piece):
        return chr(0xF000 + ord(text)).translate(_PRIVATE)
    return text


def symbol_text(symbol: etree._Element) -> str:
    """Give the character of a symbol font as the box it shows, or as a bullet."""
    try:
        code = int(symbol.get(W + "char", "0"), 16) & 0xFF
    except ValueError:
        return "•"
    return "☒" if code in TICKED_SYMBOLS else "☐" if code in EMPTY_SYMBOLS else "•"


def legacy_box_ticked(box: etree._Element) -> bool:
    """Tell whether the check box of a legacy form field is ticked."""
    state = box.find(W + "checked")
    state = box.find(W + "default") if state is None else state
    return state is not None and is_on(state.get(VALUE))


def legacy_choice(choice: etree._Element) -> str:
    """Give the chosen entry of a legacy drop-down list, or nothing."""
    entries = choice.findall(W + "listEntry")
    chosen = choice.find(W + "result")
    at = chosen.get(VALUE, "0") if chosen is not None else "0"
    return entries[int(at)].get(VALUE, "") if at.isdecimal() and int(at) < len(entries) else ""


_SHOWN = frozenset({W + "t", W + "tab", W + "sym", W + "checkBox", W + "ddList", *_BREAKS})
