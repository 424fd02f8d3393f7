"""One cell: the value it takes by its format and rules, and how it is written into the sheet's part."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from lxml import etree

from app.domain.answers_in_words import as_date
from app.domain.questionnaire import Kind, Question
from app.domain.values import JsonValue
from app.fillers.choices import choose, choose_all
from app.fillers.excel_rich import escape
from app.fillers.refusal import TOO_LONG, Unwritable
from app.fillers.values import answer_text, number_of, one_line, plain
from app.packages.sheet import Sheet
from app.packages.sheet_places import Position, cell_name, column_number
from app.packages.sheet_styles import NumberKind

Content = str | float | bool
MOST_CHARACTERS = 32_767
"""What a cell of a workbook holds (ECMA-376, 18.18.11 and Excel's own bound)."""
_NUMBERS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
_COUNTED_RULES = frozenset({"whole", "decimal"})
_PROMPT = re.compile(
    r"(?i)[£$€%\-–.?]+|0|n/?a|tb[ac]|dd?\W?mm?\W?yy(?:yy)?|yes\W+no"
    r"|(?:please |click (?:here )?to )?(?:select|choose|enter|insert|type|add|complete|provide)\b[^\n]{0,60}"
    r"|(?:your |supplier'?s? |bidder'?s? |tenderer'?s? |potential )*(?:response|answer|comments?)(?: here)?\W*"
)
"""What a cell says only until somebody answers."""
_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRETCH = re.compile(r"(\d+):(\d+)")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def raw_text(value: Content | None) -> str:
    """Write what a cell holds as the file does: numbers and days unformatted."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value.strip() if isinstance(value, str) else "" if value is None else f"{value:.15g}"


def gives_way(sheet: Sheet, position: Position, printed: str, question: Question) -> bool:
    """Tell whether what stands in a cell is replaced: an item of its list, a number, or words that only prompt."""
    if sheet.options(position) or not isinstance(sheet.cell(position).value, str):
        return True
    mine, asked = plain(printed), plain(question.text)
    return bool(_PROMPT.fullmatch(printed.strip())) and not (mine and (mine in asked or asked in mine))


def is_free(sheet: Sheet, position: Position) -> bool:
    """Tell whether an entry of a table may be written here: nothing printed, not locked, not inside a merge."""
    inside_merge = sheet.anchor(position) != position
    return not (sheet.text(position) or sheet.cell(position).is_formula or inside_merge) and sheet.is_writable(position)


def typed(question: Question, value: JsonValue, sheet: Sheet, position: Position) -> Content:
    """Give the value as this cell takes it: an item of its list, a number, a day, or words.

    Raises `Unwritable` where the cell's rule does not let it in.
    """
    options = sheet.options(position)
    if options:
        return choose(value, options)
    if question.options and (chosen := _chosen(value, question.options)):
        return chosen
    rule = sheet.validation_at(position)
    style = sheet.style(position).number_kind
    day = as_date(value) if isinstance(value, str) else None
    if day and (style is NumberKind.DATE or (rule and rule.kind == "date")):
        return _serial(day, sheet)
    number = _number(question.kind, style, value)
    if number is not None:
        return number
    if rule and rule.kind in _COUNTED_RULES:
        raise Unwritable("The buyer's cell takes only a number.")
    text = answer_text(question, value)
    if not isinstance(value, str) and not sheet.style(position).wraps:
        text = one_line(text)  # Addresses and lists: without wrapping their lines would run into each other.
    longest = min(MOST_CHARACTERS, rule.longest or MOST_CHARACTERS) if rule else MOST_CHARACTERS
    if len(text) > longest:
        raise Unwritable(f"{TOO_LONG[:-1]}: {len(text):,} of {longest:,} characters.")
    return text


def write_cell(sheet: Sheet, position: Position, content: Content) -> etree._Element:
    """Set what stands in a cell, keep its format and give it; a cell or row the file lacks is made in its order."""
    cell = sheet.find_cell(position)
    if cell is not None:
        sheet.part.touch(cell)
    else:
        cell = _new_cell(sheet, sheet.find_row(position[0]), position)
    _set(cell, content)
    return cell


def _chosen(value: JsonValue, options: Sequence[str]) -> str:
    """Say an answer in the buyer's words where it is one of the printed options."""
    try:
        return "\n".join(choose_all(value, options))
    except Unwritable:
        return ""


def _number(kind: Kind, style: NumberKind, value: JsonValue) -> float | None:
    """Read a number where the cell or the question wants one; a share in a percent format is divided by 100."""
    if style in (NumberKind.TEXT, NumberKind.DATE) or isinstance(value, Mapping):
        return None  # In a date format the year 2011 would be shown as a day of 1905.
    wanted = kind in _NUMBERS or style in (NumberKind.NUMBER, NumberKind.MONEY, NumberKind.PERCENT)
    number = number_of(value) if wanted or not isinstance(value, str) else None
    if number is None:
        return None
    if style is NumberKind.PERCENT:
        return number / 100
    return None if kind is Kind.PERCENT and style is NumberKind.GENERAL else number


def _serial(day: date, sheet: Sheet) -> int:
    """Count a day as sheets do: from 30 December 1899, or from 1904 where the workbook says so (18.17.4.1)."""
    return (day - (date(1904, 1, 1) if sheet.counts_from_1904 else date(1899, 12, 30))).days


def _set(cell: etree._Element, content: Content) -> None:
    for child in list(cell):
        cell.remove(child)
    for name in ("t", "cm", "vm"):
        cell.attrib.pop(name, None)
    if isinstance(content, str):
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, _tag(cell, "is")), _tag(cell, "t"))
        text.text = escape(content)
        text.set(_SPACE, "preserve")
        return
    if isinstance(content, bool):
        cell.set("t", "b")
    etree.SubElement(cell, _tag(cell, "v")).text = str(int(content)) if isinstance(content, bool) else f"{content:.15g}"


def _new_cell(sheet: Sheet, row: etree._Element | None, position: Position) -> etree._Element:
    """Make a cell with the format its row or column gives it."""
    if row is None:
        row = _new_row(sheet, position[0])
    cell = etree.Element(_tag(row, "c"), {"r": cell_name(position)})
    style = sheet.style_index(position)
    if style:
        cell.set("s", str(style))
    before = [one for one in row if _column_of(one) < position[1]]
    if before and _spans(row, position[1]):
        sheet.part.add_after(before[-1], cell)
        return cell
    sheet.part.touch(row)
    row.insert(len(before), cell)
    row.attrib.pop("spans", None)
    return cell


def _new_row(sheet: Sheet, number: int) -> etree._Element:
    data = sheet.root.find(_NAMESPACE + "sheetData")
    if data is None:
        raise Unwritable("The sheet has no cells.")
    row = etree.Element(_tag(data, "row"), {"r": str(number)})
    nearest = sheet.row_before(number)
    if nearest is not None:
        sheet.part.add_after(nearest, row)
    elif len(data):
        sheet.part.add_before(data[0], row)
    else:
        sheet.part.touch(data)
        data.append(row)
    sheet.add_row(number, row)
    return row


def _column_of(cell: etree._Element) -> int:
    return column_number((cell.get("r") or "A").rstrip("0123456789"))


def _spans(row: etree._Element, column: int) -> bool:
    """Tell whether a column lies within the stretch of cells the row is said to have (18.3.1.73)."""
    stretch = row.get("spans")
    if stretch is None:
        return True
    return any(int(first) <= column <= int(last) for first, last in _STRETCH.findall(stretch))


def _tag(near: etree._Element, name: str) -> str:
    return str(near.tag)[: str(near.tag).index("}") + 1] + name
