"""Words of a cell that differ in their letters: kept as the buyer wrote them when an answer is set among them."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from app.packages.sheet_cells import unescape
from app.packages.workbook import Workbook

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one kind of letters; None for the cell's own."""

    letters: etree._Element | None
    words: str


def read_runs(cell: etree._Element | None, shared: Callable[[], list[etree._Element]]) -> tuple[Run, ...]:
    """Read the runs of a cell's text without the blanks around it; none where all of it has the cell's letters."""
    text = _text_element(cell, shared)
    if text is None or text.find("{*}r") is None:
        return ()
    runs = tuple(_run(one) for one in text if etree.QName(one).localname in ("r", "t"))
    words = "".join(run.words for run in runs)
    start = len(words) - len(words.lstrip())
    return _cut(runs, start, start + len(words.strip()))


def with_answer(runs: tuple[Run, ...], text: str) -> tuple[Run, ...]:
    """Give the runs of a text that holds the old words and an answer among or behind them.

    The answer takes the letters of the blank it replaces, and the cell's own behind the last word.
    """
    old = "".join(run.words for run in runs)
    head = _common(old, text)
    tail = min(_common(old[::-1], text[::-1]), len(old) - head, len(text) - head)
    answer = text[head : len(text) - tail]
    replaced = _cut(runs, head, len(old) - tail)
    letters = replaced[0].letters if replaced else None
    return (*_cut(runs, 0, head), Run(letters, answer), *_cut(runs, len(old) - tail, len(old)))


def shared_texts(book: Workbook) -> list[etree._Element]:
    """List the texts that cells share, with their letters."""
    relations = book.relations(book.part_name).values()
    shared = next((one.target for one in relations if one.kind == "sharedStrings"), None)
    return [] if shared is None else book.xml(shared).findall("{*}si")


def write_runs(text: etree._Element, runs: tuple[Run, ...]) -> None:
    """Set the runs into an inline text (`is`) in place of what it holds."""
    namespace = str(text.tag)[: str(text.tag).index("}") + 1]
    for child in list(text):
        text.remove(child)
    for run in runs:
        element = etree.SubElement(text, namespace + "r")
        if run.letters is not None:
            element.append(copy.deepcopy(run.letters))
        words = etree.SubElement(element, namespace + "t")
        words.text = escape(run.words)
        words.set(_SPACE, "preserve")


def escape(text: str) -> str:
    """Write a text so that nothing in it is taken for the escape of a character (ECMA-376, 22.9.2.19)."""
    return _ESCAPED.sub("_x005F_", text)


def _text_element(cell: etree._Element | None, shared: Callable[[], list[etree._Element]]) -> etree._Element | None:
    if cell is None:
        return None
    if cell.get("t") != "s":
        return cell.find("{*}is")
    number = (cell.findtext("{*}v") or "").strip()
    return shared()[int(number)] if number.isdigit() and int(number) < len(shared()) else None


def _run(element: etree._Element) -> Run:
    if etree.QName(element).localname == "t":
        return Run(None, unescape(element.text or ""))
    letters = element.find("{*}rPr")
    words = "".join(unescape(one.text or "") for one in element.iterfind("{*}t"))
    return Run(None if letters is None else copy.deepcopy(letters), words)


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    found, at = [], 0
    for run in runs:
        words = run.words[max(0, start - at) : max(0, end - at)]
        if words:
            found.append(Run(run.letters, words))
        at += len(run.words)
    return tuple(found)


def _common(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
