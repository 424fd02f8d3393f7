"""Entries into a table that repeats: row after row, and new rows where the buyer's run out."""

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from app.domain.answers_in_words import say_value
from app.domain.questionnaire import Kind, Question
from app.domain.values import JsonValue
from app.fillers.refusal import LOCKED, PLACE_GONE, TAKEN, Unwritable
from app.fillers.values import plain, table_rows
from app.fillers.word_document import WordDocument
from app.packages.word_blanks import word_text
from app.packages.word_names import CELL, CONTROL, PARAGRAPH, ROW, TABLE, W15, W
from app.packages.word_places import children

Plan = list[tuple[str, JsonValue]]
"""The place of each cell to write and what goes there."""
Put = Callable[[str, Question, JsonValue], None]
_CELL_PLACE = re.compile(r"(.*)\.r(\d+)\.c(\d+)(?:\.p\d+)?")


def fill_table(document: WordDocument, question: Question, value: JsonValue, put: Put) -> list[str]:
    """Write the entries of a table and list the cells they went to: all of them or none. Raises `Unwritable`."""
    plan, missing = _planned_sideways(document, question, value), 0
    if not plan:
        plan, missing = _planned_down(document, question, value)
    for place, _ in plan:
        element = document.element(place)
        if element is not None and document.is_locked(element, None):
            raise Unwritable(LOCKED)
    if missing:
        _add_rows(document, _parts(next(iter(question.slot.options.values())))[0], missing)
    for place, cell in plan:
        put(place, _cell_question(question), cell)
    return [place for place, _ in plan]


def _planned_down(document: WordDocument, question: Question, value: JsonValue) -> tuple[Plan, int]:
    """Give each entry the next row, and count the rows that must be added."""
    headings = tuple(question.slot.options)
    rows = table_rows(value, headings)
    firsts = [_parts(question.slot.options[heading]) for heading in headings]
    plan: Plan = []
    missing = 0
    for down, row in enumerate(rows):
        places = [f"{table}.r{top + down}.c{column}" for table, top, column in firsts]
        cells = [(place, cell) for place, cell in zip(places, row, strict=True) if say_value(cell).strip()]
        if all(_is_free(document, place) for place, _ in cells):
            plan += cells
        elif all(document.element(place) is None for place in places) and _repeats(document, firsts):
            missing += 1
            plan += cells
        else:
            raise Unwritable(f"The buyer's table has room for {down} of {len(rows)} entries.")
    return plan, missing


def _planned_sideways(document: WordDocument, question: Question, value: JsonValue) -> Plan:
    """Give each entry a column of its own where the buyer's titles stand in the first; nothing where they do not."""
    (table, top, label), *columns = [_parts(place) for place in question.slot.options.values()]
    rows = range(top, _row_count(document, table))
    labels = {plain(text): row for row in rows if (text := _text(document, f"{table}.r{row}.c{label}"))}
    entries = [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, Sequence) else []
    if not entries or not all(plain(title) in labels for entry in entries for title in entry):
        return []
    if len(entries) > len(columns):
        raise Unwritable(f"The buyer's table has room for {len(columns)} of {len(entries)} entries.")
    plan = [
        (f"{table}.r{labels[plain(title)]}.c{column}", cell)
        for entry, (_, _, column) in zip(entries, columns, strict=False)
        for title, cell in entry.items()
        if say_value(cell).strip()
    ]
    if not all(_is_free(document, place) for place, _ in plan):
        raise Unwritable(TAKEN)
    return plan


def _parts(place: str) -> tuple[str, int, int]:
    match = _CELL_PLACE.fullmatch(place)
    if match is None:
        raise Unwritable(PLACE_GONE)
    return match[1], int(match[2]), int(match[3])


def _cell_question(question: Question) -> Question:
    return replace(question, kind=Kind.TEXT, options=())


def _is_free(document: WordDocument, place: str) -> bool:
    element = document.element(place)
    if element is None:
        return False
    text = word_text(element)
    return not text.text.strip() or bool(text.blanks) or text.text.rstrip().endswith(":")


def _text(document: WordDocument, place: str) -> str:
    element = document.element(place)
    return "" if element is None else word_text(element).text.strip()


def _row_count(document: WordDocument, name: str) -> int:
    table = document.element(name)
    return 0 if table is None else len(list(children(table, ROW)))


def _repeats(document: WordDocument, firsts: list[tuple[str, int, int]]) -> bool:
    """Tell whether the table ends with its blank rows, so that rows may follow: no titles beside, no total below."""
    table = document.element(firsts[0][0])
    if table is None or len({(name, top) for name, top, _ in firsts}) != 1:
        return False
    last = list(children(table, ROW))[-1]
    columns = {column for _, _, column in firsts}
    beside = [cell for at, cell in enumerate(children(last, CELL)) if at not in columns]
    return not any(re.search(r"[^\W\d_]{2,}", word_text(cell).text) for cell in beside)


def _add_rows(document: WordDocument, name: str, count: int) -> None:
    table = document.element(name)
    if table is None or table.tag != TABLE:
        raise Unwritable(PLACE_GONE)
    last = repeating_unit(list(children(table, ROW))[-1])
    template = _emptied(copy.deepcopy(last))
    for _ in range(count):
        unit = copy.deepcopy(template)
        document.add_after(last, unit)
        last = unit
    document.rows_added[name] = document.rows_added.get(name, 0) + count
    document.count_again(name)


def repeating_unit(row: etree._Element) -> etree._Element:
    """Give what repeats: the item of a repeating section around a row ([MS-DOCX] 2.5.4.8), else the row itself."""
    for around in row.iterancestors(CONTROL, TABLE):
        if around.tag == TABLE:
            break
        if around.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None:
            return around
    return row


def _emptied(unit: etree._Element) -> etree._Element:
    """Take the words and the ids out of a copied row, or of the item of a section around it."""
    for number in list(unit.iterfind(f".//{W}sdtPr/{W}id")):
        parent = number.getparent()
        if parent is not None:
            parent.remove(number)
    for element in unit.iter():
        for attribute in [one for one in element.attrib if "paraId" in str(one) or "textId" in str(one)]:
            del element.attrib[attribute]
    for paragraph in unit.iter(PARAGRAPH):
        for child in list(paragraph):
            if child.tag != W + "pPr":
                paragraph.remove(child)
    return unit
