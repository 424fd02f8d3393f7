"""Boxes in a Word document: drawn characters, symbols of a font, check box controls and legacy check boxes."""

from lxml import etree

from app.fillers.excel_text import TICK, box_glyph
from app.fillers.refusal import DAMAGED, Unwritable
from app.fillers.word_runs import new_run, put_after
from app.packages.blanks import BlankKind
from app.packages.word_blanks import WordBlank, WordText
from app.packages.word_names import CONTROL, RUN, VALUE, W14, W
from app.packages.word_text import EMPTY_SYMBOLS, TICKED_SYMBOLS, symbol_text

_TICKED_SYMBOL, _EMPTY_SYMBOL = "FE", "A8"
"""Ballot box with a tick, and an empty one, in Wingdings."""


def set_box(element: etree._Element, text: WordText, blank: WordBlank | None, *, ticked: bool) -> str:
    """Tick or empty one box and give what it shows; a place without a box is marked with a letter where chosen."""
    if blank is None or blank.blank.kind is not BlankKind.BOX:
        return put_after(element, text, TICK) if ticked else ""
    if blank.element is None:
        return _set_drawn(text, blank, ticked=ticked)
    if blank.element.tag == CONTROL:
        return _set_control(blank.element, ticked=ticked)
    return _set_legacy(blank.element, ticked=ticked)


def _set_drawn(text: WordText, blank: WordBlank, *, ticked: bool) -> str:
    start, end = blank.blank.start, blank.blank.end
    pieces = [one for one in text.spans if one[1] < end and one[2] > start]
    piece, piece_start, _ = pieces[0]
    if piece.tag == W + "sym":
        return _set_symbol(piece, ticked=ticked)
    box = box_glyph(blank.blank.text, ticked=ticked)
    shown = piece.text or ""
    if shown[start - piece_start] != blank.blank.text[0]:
        if ticked != (blank.blank.text == "☒"):
            _set_symbol_letter(piece, start - piece_start, ticked=ticked)
        return "☒" if ticked else "☐"
    piece.text = shown[: start - piece_start] + box + shown[end - piece_start :]
    for later, later_start, _ in pieces[1:]:
        later.text = (later.text or "")[end - later_start :] if later.tag == W + "t" else later.text
    return box


def _set_symbol_letter(piece: etree._Element, at: int, *, ticked: bool) -> None:
    """Set a box that is a letter of a symbol font, of which Wingdings has both states."""
    code = int(_TICKED_SYMBOL if ticked else _EMPTY_SYMBOL, 16)
    shown = piece.text or ""
    letter = chr(code + 0xF000) if shown[at] >= "\uf000" else chr(code)
    piece.text = shown[:at] + letter + shown[at + 1 :]
    fonts = piece.find(f"../{W}rPr/{W}rFonts")
    if fonts is not None:
        for name in [name for name, font in fonts.attrib.items() if str(font).startswith("Wingdings")]:
            fonts.set(name, "Wingdings")


def _set_symbol(symbol: etree._Element, *, ticked: bool) -> str:
    code = symbol.get(W + "char", "")
    state = int(code, 16) & 0xFF in TICKED_SYMBOLS
    if state != ticked and (state or int(code, 16) & 0xFF in EMPTY_SYMBOLS):
        symbol.set(W + "char", code[:-2] + (_TICKED_SYMBOL if ticked else _EMPTY_SYMBOL))
        symbol.set(W + "font", "Wingdings")
    return symbol_text(symbol)


def _set_control(control: etree._Element, *, ticked: bool) -> str:
    """Set the state of a check box control and the character that shows it ([MS-DOCX] 2.5.1.6)."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    content = control.find(W + "sdtContent")
    if box is None or content is None:
        raise Unwritable(DAMAGED)
    checked = box.find(W14 + "checked")
    if checked is None:
        checked = etree.Element(W14 + "checked")
        box.insert(0, checked)
    checked.set(W14 + "val", "1" if ticked else "0")
    drawn = box.find(W14 + ("checkedState" if ticked else "uncheckedState"))
    code = drawn.get(W14 + "val", "") if drawn is not None else ""
    glyph = chr(int(code, 16)) if code else ("☒" if ticked else "☐")
    shown = content.find(f".//{W}t")
    if shown is not None:
        shown.text = glyph
        return glyph
    symbol = content.find(f".//{W}sym")
    if symbol is not None:
        return _set_symbol(symbol, ticked=ticked)
    run = content.find(f".//{RUN}")
    content.append(new_run(run, glyph))
    return glyph


def _set_legacy(first: etree._Element, *, ticked: bool) -> str:
    """Set the state of a legacy check box (ISO/IEC 29500-1, 17.16.7)."""
    box = first.find(f"{W}ffData/{W}checkBox")
    if box is None:
        raise Unwritable(DAMAGED)
    state = box.find(W + "checked")
    if state is None:
        state = etree.SubElement(box, W + "checked")
    state.set(VALUE, "1" if ticked else "0")
    return "☒" if ticked else "☐"
