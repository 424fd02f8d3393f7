"""A document of the supplier's own as it reads: body, heads, feet, notes and text boxes, and what is highlighted."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from app.domain.errors import FileUnreadable
from app.domain.submission import OwnText
from app.packages.archive import Archive
from app.packages.main_part import find_main_part
from app.packages.word_names import MC, PARAGRAPH, RUN, VALUE, W
from app.packages.xml_part import XmlUnsafe, parse_xml

_PART = re.compile(r"(?:header|footer|footnotes|endnotes)\d*\.xml")
_YELLOW = ("FFFF00", "FFFF99", "FFF200", "FFEB3B")
"""Fills of a run with which people mark what is to be looked at again."""
_REMEDY = "Open it in Word, save a copy and use that."


def read_own_document(path: Path) -> OwnText:
    """Read the paragraphs of a Word file and the texts that are highlighted. Raises a `FileError`."""
    lines: list[str] = []
    marked: list[str] = []
    with Archive(path) as archive:
        main = find_main_part(archive).name
        folder = main.rpartition("/")[0]
        further = (name for name in archive.names if name.rpartition("/")[0] == folder)
        names = [main, *(name for name in further if _PART.fullmatch(name.rpartition("/")[2]))]
        try:
            for name in names:
                for paragraph in _paragraphs(parse_xml(archive.read(name))):
                    lines.append(_text(paragraph))
                    marked += _marked(paragraph)
        except XmlUnsafe as error:
            raise FileUnreadable(path, "is damaged or unsafe: its text cannot be read", _REMEDY) from error
    return OwnText(tuple(line for line in lines if line.strip()), tuple(dict.fromkeys(marked)))


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """List every paragraph once: a text box is held a second time for old programs."""
    for paragraph in root.iter(PARAGRAPH):
        if not any(around.tag == MC + "Fallback" for around in paragraph.iterancestors()):
            yield paragraph


def _text(paragraph: etree._Element) -> str:
    return "".join(_text_of(run) for run in paragraph.iter(RUN) if next(run.iterancestors(PARAGRAPH)) is paragraph)


def _marked(paragraph: etree._Element) -> list[str]:
    """Join neighbouring runs that are marked; blanks alone are no text."""
    found, words = [], ""
    for run in paragraph.iter(RUN):
        if next(run.iterancestors(PARAGRAPH)) is not paragraph:
            continue
        if _is_marked(run):
            words += _text_of(run)
            continue
        found.append(words)
        words = ""
    return [" ".join(one.split()) for one in (*found, words) if one.strip()]


def _is_marked(run: etree._Element) -> bool:
    highlight = run.find(f"{W}rPr/{W}highlight")
    if highlight is not None and highlight.get(VALUE) not in (None, "none", "white"):
        return True
    shade = run.find(f"{W}rPr/{W}shd")
    return shade is not None and (shade.get(W + "fill") or "").upper() in _YELLOW


def _text_of(run: etree._Element) -> str:
    return "".join(
        (one.text or "") if one.tag == W + "t" else "\t" if one.tag == W + "tab" else " " if one.tag == W + "br" else ""
        for one in run
    )
