"""Words into paragraphs and cells: in place of a blank, or after what is printed, in the font of the place."""

import copy
from collections.abc import Iterator

from lxml import etree

from app.fillers.values import one_line
from app.packages.word_blanks import WordText
from app.packages.word_names import CELL, CONTROL, PARAGRAPH, RUN, TEXT_BOX, XML, W
from app.packages.word_places import children

PLACEHOLDER_STYLE = "PlaceholderText"
_MARKS_OF_A_BLANK = (W + "highlight", W + "shd", W + "vanish", W + "webHidden")
"""What shows that something is to be filled in, and goes with it."""
_MARKERS = (W + "highlight", W + "shd")
"""Letters on a marked ground often have a colour of their own, which goes with the ground."""
_SHOWN = (W + "t", W + "tab", W + "br")
_NOT_FOR_ANSWERS = (*_MARKS_OF_A_BLANK, W + "b", W + "bCs", W + "caps", W + "u")


def put_into_range(element: etree._Element, text: WordText, start: int, end: int, words: str) -> str:
    """Replace the characters from `start` to `end` of a paragraph or cell by words in the font that stood there.

    Gives the words.
    """
    pieces = [one for one in text.spans if one[1] < end and one[2] > start and one[0].tag != PARAGRAPH]
    if not pieces:
        return _put_at(element, text, start, words)
    if element.tag == CELL and "\n" in words and not text.text[:start].strip() and not text.text[end:].strip():
        _replace_all(element, pieces[0][0], words)
        return words
    first, first_start, _ = pieces[0]
    run = _run_of(first)
    answer = new_run(run, words, keep_underline=False)
    _cut(first, start - first_start, end - first_start, answer)
    for piece, piece_start, _ in pieces[1:]:
        _cut(piece, max(0, start - piece_start), end - piece_start, None)
    return words


def put_after(element: etree._Element, text: WordText, words: str) -> str:
    """Write words into an empty place, or after what is printed there: in a cell below it, else on its line.

    Gives the words as they were written.
    """
    paragraphs = list(children(element, PARAGRAPH)) if element.tag == CELL else [element]
    if not text.text.strip():
        _write_into_empty(element, paragraphs[0] if paragraphs else None, words)
    elif element.tag == CELL:
        _write_below(paragraphs[-1], words)
    else:
        last_run = _last_shown_run(element, text)
        space = "" if text.text.endswith((" ", "\t", "\u00a0")) else " "
        words = one_line(words) if ":" in text.text[-2:] else words
        element.append(new_run(last_run, words, plain=True, lead=space))
    return words


def _last_shown_run(element: etree._Element, text: WordText) -> etree._Element | None:
    """Find the run of the last word shown: an empty run behind it may have quite another font."""
    shown = [piece for piece, start, end in text.spans if text.text[start:end].strip()]
    return _run_of(shown[-1]) if shown else next(reversed(list(runs_in(element))), None)


def runs_in(block: etree._Element) -> Iterator[etree._Element]:
    """List the runs of a paragraph or cell, without those of its text boxes."""
    for run in block.iter(RUN):
        above = next((one for one in run.iterancestors() if one is block or one.tag == TEXT_BOX), block)
        if above is block:
            yield run


def holds_picture(element: etree._Element) -> bool:
    """Tell whether a run carries a picture or a text box, which an answer leaves where it is."""
    return any(True for _ in element.iter(W + "drawing", W + "pict", W + "object"))


def new_run(
    like: etree._Element | None, words: str, *, plain: bool = False, keep_underline: bool = True, lead: str = ""
) -> etree._Element:
    """Make a run of words in the font of another run; `plain` also leaves out what makes a label a label."""
    run = etree.Element(RUN)
    properties = like.find(W + "rPr") if like is not None else None
    if properties is not None:
        run.append(answer_font(properties, plain=plain, keep_underline=keep_underline))
        if len(run[0]) == 0:
            run.remove(run[0])
    add_words(run, lead + words)
    return run


def answer_font(properties: etree._Element, *, plain: bool = False, keep_underline: bool = True) -> etree._Element:
    """Copy the font of a run without the marks of a blank and the style of a placeholder."""
    font = copy.deepcopy(properties)
    font.tag = W + "rPr"
    unwanted = set(_NOT_FOR_ANSWERS if plain else _MARKS_OF_A_BLANK)
    if any(font.find(mark) is not None for mark in _MARKERS):
        unwanted.add(W + "color")
    for child in list(font):
        is_placeholder = child.tag == W + "rStyle" and PLACEHOLDER_STYLE.lower() in child.get(W + "val", "").lower()
        underline = child.tag == W + "u" and not keep_underline
        tracked = child.tag in (W + "ins", W + "del", W + "moveFrom", W + "moveTo", W + "rPrChange")
        if child.tag in unwanted or is_placeholder or underline or tracked:
            font.remove(child)
    return font


def add_words(run: etree._Element, words: str) -> None:
    """Add words to a run; a line break becomes a break and a tab a tab."""
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(run, W + "br")
        for place, part in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, W + "tab")
            if part:
                add_text(run, part)


def add_text(run: etree._Element, words: str) -> None:
    """Add a piece of text to a run, its spaces kept."""
    text = etree.SubElement(run, W + "t")
    text.text = words
    if words != words.strip():
        text.set(XML + "space", "preserve")


def write_lines(paragraph: etree._Element, words: str, font: etree._Element | None) -> None:
    """Write words into a paragraph and its copies, one for each line, so that lines are real paragraphs."""
    like = etree.Element(RUN)
    if font is not None:
        like.append(answer_font(font))
    lines = words.split("\n") if not _stands_before_box(paragraph) else [words]
    template = _emptied(paragraph)
    paragraph.append(new_run(like, lines[0]))
    at = paragraph
    for line in lines[1:]:
        following = copy.deepcopy(template)
        if line:
            following.append(new_run(like, line))
        at.addnext(following)
        following.tail, at = None, following


def _emptied(paragraph: etree._Element) -> etree._Element:
    """Copy the format of a paragraph, without what may stand only once: ids and the end of a section."""
    made = copy.deepcopy(paragraph)
    for child in list(made):
        if child.tag != W + "pPr":
            made.remove(child)
    for name in [name for name in made.attrib if "paraId" in str(name) or "textId" in str(name)]:
        del made.attrib[name]
    for section in made.findall(f"{W}pPr/{W}sectPr"):
        _remove(section)
    return made


def _stands_before_box(paragraph: etree._Element) -> bool:
    """Tell whether a text box of the same cell is anchored further down: its place is counted by paragraphs."""
    return any(True for later in paragraph.itersiblings(PARAGRAPH) for _ in later.iter(TEXT_BOX))


def _write_into_empty(element: etree._Element, paragraph: etree._Element | None, words: str) -> None:
    if paragraph is None:
        paragraph = etree.SubElement(element, PARAGRAPH)
    for run in list(runs_in(paragraph)):
        if not any(child.tag not in (W + "rPr", W + "t", W + "tab") for child in run):
            _remove(run)
    font = paragraph.find(f"{W}pPr/{W}rPr")
    if element.tag == CELL:
        write_lines(paragraph, words, font)
    else:
        like = etree.Element(RUN)
        if font is not None:
            like.append(answer_font(font))
        paragraph.append(new_run(like, words))


def _write_below(last: etree._Element, words: str) -> None:
    """Add paragraphs below a question that stands in the answer's own cell, in its font without its weight."""
    run = next(runs_in(last), None)
    properties = run.find(W + "rPr") if run is not None else None
    empty = _emptied(last)
    for unwanted in empty.findall(f"{W}pPr/{W}numPr"):
        _remove(unwanted)
    last.addnext(empty)
    empty.tail = None
    write_lines(empty, words, answer_font(properties, plain=True) if properties is not None else None)


def _replace_all(cell: etree._Element, first: etree._Element, words: str) -> None:
    """Put several lines in the place of a prompt that is all a cell holds."""
    run = _run_of(first)
    font = run.find(W + "rPr") if run is not None else None
    paragraphs = list(children(cell, PARAGRAPH))
    for paragraph in paragraphs:
        for child in list(paragraph):
            if child.tag != W + "pPr" and not holds_picture(child) and any(True for _ in child.iter(*_SHOWN)):
                paragraph.remove(child)
    write_lines(paragraphs[0], words, font)


def _put_at(element: etree._Element, text: WordText, at: int, words: str) -> str:
    """Write at a point between pieces: after the piece that ends there."""
    before = [one for one in text.spans if one[2] <= at and one[0].tag != PARAGRAPH]
    run = _run_of(before[-1][0]) if before else None
    if run is None:
        return put_after(element, text if before else WordText("", (), ()), words)
    run.addnext(new_run(run, words, plain=True))
    return words


def _cut(piece: etree._Element, start: int, end: int, answer: etree._Element | None) -> None:
    """Take characters out of a piece and set the answer in, splitting the run around it."""
    run = _run_of(piece)
    shown = piece.text or "" if piece.tag == W + "t" else ""
    before, after = shown[: max(0, start)], shown[max(0, end) :]
    if run is None:
        return
    if answer is not None:
        rest = etree.Element(RUN)
        properties = run.find(W + "rPr")
        if properties is not None:
            rest.append(copy.deepcopy(properties))
        if after:
            add_text(rest, after)
        for later in list(piece.itersiblings()):
            rest.append(later)
        run.addnext(answer)
        if any(child.tag != W + "rPr" for child in rest):
            answer.addnext(rest)
        after = ""
    if piece.tag == W + "t" and before + after:
        piece.text = before + after
        if piece.text != piece.text.strip():
            piece.set(XML + "space", "preserve")
    else:
        run.remove(piece)
    if all(child.tag == W + "rPr" for child in run):
        _remove(run)


def _run_of(piece: etree._Element) -> etree._Element | None:
    return piece if piece.tag == RUN else next(piece.iterancestors(RUN), None)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None and parent.tag != CONTROL:
        parent.remove(element)
