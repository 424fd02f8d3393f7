"""Content controls and legacy form fields: filled as Word fills them."""

import copy
import re
from datetime import date

from lxml import etree

from app.domain.answers_in_words import as_date
from app.domain.questionnaire import Question
from app.domain.values import JsonValue
from app.fillers.choices import choose
from app.fillers.refusal import DAMAGED, TOO_LONG, Unwritable
from app.fillers.values import answer_text, one_line
from app.fillers.word_document import WordDocument
from app.fillers.word_runs import add_words, answer_font, holds_picture, new_run, runs_in, write_lines
from app.packages.word_blanks import control_kind, control_options
from app.packages.word_names import CELL, PARAGRAPH, RUN, VALUE, W
from app.packages.word_places import children

_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=\s*['\"]([^'\"]*)['\"]")
_DATE_PARTS = re.compile(r"yyyy|yy|MMMM|MMM|MM|M|dddd|ddd|dd|d|'[^']*'|.")


def fill_control(control: etree._Element, question: Question, value: JsonValue, document: WordDocument) -> str:
    """Fill a text, rich, date, drop-down or combo control and the data it is bound to, and give what it shows.

    Raises `Unwritable`.
    """
    words, data = _control_words(control, question, value)
    content = control.find(W + "sdtContent")
    if content is None:
        raise Unwritable(DAMAGED)
    properties = control.find(W + "sdtPr")
    if properties is not None:
        _bind(properties, data, document)
        for prompt in properties.findall(W + "showingPlcHdr"):
            properties.remove(prompt)
    _set_content(content, words, _control_font(properties))
    return words


def fill_field(first: etree._Element, question: Question, value: JsonValue) -> str:
    """Fill a legacy text field or drop-down and give what it shows (ISO/IEC 29500-1, 17.16.10 and 17.16.33).

    Raises `Unwritable`.
    """
    choices = first.find(f"{W}ffData/{W}ddList")
    if choices is not None:
        return _choose_entry(choices, value)
    words = one_line(answer_text(question, value))
    longest = first.find(f"{W}ffData/{W}textInput/{W}maxLength")
    most = int(longest.get(VALUE, "0")) if longest is not None else 0
    if most and len(words) > most:
        raise Unwritable(f"{TOO_LONG[:-1]}: {len(words)} of {most} characters.")
    _set_result(first, words)
    return words


def _control_words(control: etree._Element, question: Question, value: JsonValue) -> tuple[str, str]:
    """Give what a control shows, and what its data holds."""
    kind = control_kind(control)
    if kind in ("drop_down", "combo"):
        options = control_options(control)
        try:
            shown = choose(value, options)
        except Unwritable:
            if kind == "drop_down":
                raise
            shown = answer_text(question, value)
        return shown, _item_value(control, shown)
    day = as_date(value) if kind == "date" and isinstance(value, str) else None
    if day:
        return _set_date(control, day), f"{day.isoformat()}T00:00:00"
    words = answer_text(question, value)
    single = kind == "text" and control.find(f"{W}sdtPr/{W}text[@{W}multiLine]") is None
    words = one_line(words) if single else words
    return words, words


def _item_value(control: etree._Element, shown: str) -> str:
    for item in control.iterfind(f"{W}sdtPr/*/{W}listItem"):
        if item.get(W + "displayText", item.get(W + "value")) == shown:
            return item.get(W + "value", shown)
    return shown


def _set_date(control: etree._Element, day: date) -> str:
    """Note the day in a date control and write it in the control's own format."""
    dated = control.find(f"{W}sdtPr/{W}date")
    if dated is None:
        return f"{day.day} {day:%B %Y}"
    dated.set(W + "fullDate", f"{day.isoformat()}T00:00:00Z")
    form = dated.find(W + "dateFormat")
    return _formatted(day, form.get(VALUE, "") if form is not None else "") or f"{day.day} {day:%B %Y}"


def _formatted(day: date, pattern: str) -> str:
    parts = {
        "yyyy": f"{day.year}",
        "yy": f"{day:%y}",
        "MMMM": f"{day:%B}",
        "MMM": f"{day:%b}",
        "MM": f"{day:%m}",
        "M": f"{day.month}",
        "dddd": f"{day:%A}",
        "ddd": f"{day:%a}",
        "dd": f"{day:%d}",
        "d": f"{day.day}",
    }
    return "".join(parts.get(part, part.strip("'")) for part in _DATE_PARTS.findall(pattern))


def _bind(properties: etree._Element, data: str, document: WordDocument) -> None:
    """Write the data behind a bound control; a binding to data that is not there is taken off, as Word ignores it."""
    binding = properties.find(W + "dataBinding")
    if binding is None:
        return
    prefixes = dict(_PREFIX.findall(binding.get(W + "prefixMappings", "")))
    store, path = binding.get(W + "storeItemID", ""), binding.get(W + "xpath", "")
    if not document.set_data(store, path, prefixes, data):
        properties.remove(binding)


def _control_font(properties: etree._Element | None) -> etree._Element | None:
    font = properties.find(W + "rPr") if properties is not None else None
    return None if font is None else answer_font(font)


def _set_content(content: etree._Element, words: str, font: etree._Element | None) -> None:
    cell = next(iter(children(content, CELL)), None)
    block = cell if cell is not None else content
    paragraphs = list(children(block, PARAGRAPH))
    run = next(runs_in(content), None)
    own = run.find(W + "rPr") if run is not None else None
    if own is not None and len(answer_font(own)):
        font = answer_font(own)
    if not paragraphs:
        for child in list(content):
            if not holds_picture(child):
                content.remove(child)
        like = etree.Element(RUN)
        if font is not None:
            like.append(copy.deepcopy(font))
        content.append(new_run(like, words))
        return
    for extra in paragraphs[1:] if cell is not None else ():
        if extra.getparent() is block:
            block.remove(extra)
    for child in list(paragraphs[0]):
        if child.tag != W + "pPr" and not holds_picture(child):
            paragraphs[0].remove(child)
    write_lines(paragraphs[0], words, font)


def _choose_entry(choices: etree._Element, value: JsonValue) -> str:
    entries = [one.get(VALUE, "") for one in choices.findall(W + "listEntry")]
    chosen = choose(value, [one for one in entries if one.strip()])
    result = choices.find(W + "result")
    if result is None:
        result = etree.Element(W + "result")
        choices.insert(0, result)
    result.set(VALUE, str(entries.index(chosen)))
    return chosen


def _set_result(first: etree._Element, words: str) -> None:
    """Put words between the separator of a field and its end; a field without a separator gets one."""
    begin = first.getparent()
    if begin is None:
        raise Unwritable(DAMAGED)
    separator, end, between = _field_parts(begin)
    if end is None:
        raise Unwritable(DAMAGED)
    if separator is None:
        separator = etree.Element(RUN)
        etree.SubElement(separator, W + "fldChar", {W + "fldCharType": "separate"})
        end.addprevious(separator)
    like = next((one for one in between if one.tag == RUN and one.find(W + "t") is not None), begin)
    answer = new_run(like, "")
    add_words(answer, words)
    for old in between:
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    separator.addnext(answer)


def _field_parts(
    begin: etree._Element,
) -> tuple[etree._Element | None, etree._Element | None, list[etree._Element]]:
    separator: etree._Element | None = None
    between: list[etree._Element] = []
    for piece in begin.itersiblings():
        mark = piece.find(W + "fldChar")
        kind = mark.get(W + "fldCharType") if mark is not None else None
        if kind == "end":
            return separator, piece, between
        if kind == "separate":
            separator = piece
        elif separator is not None and piece.tag == RUN:
            between.append(piece)
    return separator, None, between
