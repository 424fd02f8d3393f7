"""Bullets, bold and italic words of an answer as Word's own: made of the runs that an answer has just written."""

import copy
from collections.abc import Collection, Iterator

from lxml import etree

from app.domain.answer_marks import BULLET, Piece, is_bullet, pieces, plain_text, without_bullet
from app.fillers.word_runs import add_text
from app.packages.word_names import CELL, PARAGRAPH, RUN, VALUE, W

_BEFORE_NUMBERING = frozenset(
    W + name for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_BEFORE_WEIGHT = (W + "rStyle", W + "rFonts")
_EMPHASES = ("b", "bCs", "i", "iCs")

Texts = Collection[etree._Element]


def texts_in(block: etree._Element) -> frozenset[etree._Element]:
    """Note every piece of text of a place, so that what an answer adds can be told."""
    return frozenset(block.iter(W + "t"))


def structure(block: etree._Element, before: Texts, shown: str, bullets: str | None) -> str:
    """Give the new texts of a place their structure, and say what is then to be read there.

    `bullets` is the number of the buyer's own bulleted list, used in cells; without one a bullet is a character.
    """
    said = {part.strip() for line in shown.split("\n") for part in line.split("\t")}
    added = [one for one in block.iter(W + "t") if one not in before and (one.text or "").strip() in said]
    paragraphs = list(dict.fromkeys(next(one.iterancestors(PARAGRAPH)) for one in added))
    several = "\n" in shown
    real = bullets if len(paragraphs) > 1 and block.tag == CELL else None
    if several:
        for text in _line_starts(added):
            _set_bullet(text, real)
    for text in added:
        _set_emphasis(text)
    return plain_text(shown, "" if real else BULLET)


def _line_starts(texts: list[etree._Element]) -> Iterator[etree._Element]:
    """List the texts that begin a line of the answer: its first, that of a paragraph, or one behind a break."""
    for text in texts:
        previous = text.getprevious()
        opens_run = previous is None or previous.tag == W + "rPr"
        run = text.getparent()
        first = run is not None and all(one.find(W + "t") is None for one in run.itersiblings(RUN, preceding=True))
        if text is texts[0] or (previous is not None and previous.tag == W + "br") or (opens_run and first):
            yield text


def _set_bullet(text: etree._Element, bullets: str | None) -> None:
    words = text.text or ""
    if not is_bullet(words):
        return
    lead = words[: len(words) - len(words.lstrip())]
    text.text = without_bullet(words) if bullets else lead + BULLET + without_bullet(words)
    paragraph = next(text.iterancestors(PARAGRAPH), None)
    if bullets and paragraph is not None:
        _number(paragraph, bullets)


def _number(paragraph: etree._Element, bullets: str) -> None:
    """Make a paragraph an item of a list (ISO/IEC 29500-1, 17.3.1.19)."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    for own in (*properties.findall(W + "numPr"), *properties.findall(W + "ind")):
        properties.remove(own)
    numbering = etree.Element(W + "numPr")
    etree.SubElement(numbering, W + "ilvl", {VALUE: "0"})
    etree.SubElement(numbering, W + "numId", {VALUE: bullets})
    properties.insert(sum(child.tag in _BEFORE_NUMBERING for child in properties), numbering)


def _set_emphasis(text: etree._Element) -> None:
    parts = list(pieces(text.text or ""))
    run = text.getparent()
    if run is None or all(not (part.bold or part.italic) for part in parts):
        return
    rest = _like(run)
    for later in list(text.itersiblings()):
        rest.append(later)
    run.remove(text)
    at = run
    for part in parts:
        made = _emphasised(run, part)
        at.addnext(made)
        at = made
    if any(child.tag != W + "rPr" for child in rest):
        at.addnext(rest)
    if all(child.tag == W + "rPr" for child in run):
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def _like(run: etree._Element) -> etree._Element:
    made = etree.Element(RUN)
    properties = run.find(W + "rPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
    return made


def _emphasised(run: etree._Element, part: Piece) -> etree._Element:
    made = _like(run)
    wanted = [name for name in _EMPHASES if (name[0] == "b" and part.bold) or (name[0] == "i" and part.italic)]
    if wanted:
        properties = made.find(W + "rPr")
        if properties is None:
            properties = etree.SubElement(made, W + "rPr")
        _set_on(properties, wanted)
    add_text(made, part.text)
    return made


def _set_on(properties: etree._Element, wanted: list[str]) -> None:
    kept = [name for name in _EMPHASES if name in wanted or properties.find(W + name) is not None]
    own = {name: properties.find(W + name) for name in kept}
    at = sum(child.tag in _BEFORE_WEIGHT for child in properties)
    for name in kept:
        old = own[name]
        if old is not None:
            properties.remove(old)
        made = etree.Element(W + name) if name in wanted or old is None else old
        properties.insert(at, made)
        at += 1
