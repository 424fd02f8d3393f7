"""The headings of a table: which rows hold them, and what each column is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.questionnaire import Kind
from app.readers.headings import Role, heading_roles
from app.readers.prompts import PromptForm, read_prompt
from app.readers.references import is_reference
from app.readers.sentences import asks
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table

_FIRST_ROWS = 8
"""Rows among which the first headings are looked for."""
_LONGEST = 30
"""Words above which a text is no heading."""
ANSWERS = (Role.ANSWER, Role.YES, Role.NO, Role.OPTION)
_TOLD = (Kind.LONG_TEXT, Kind.YES_NO, Kind.CHOICE, Kind.MULTI_CHOICE, Kind.UPLOAD)
"""Kinds that a cell names where its answer goes; "Date" or "E-mail" may be a label."""
_PRICE = re.compile(r"(?i)\b(?:prices?|costs?|rates?|fees?|charges?|amount)\b|[£€$]")
_REQUESTS = 1.75
_STRONG = (Role.ANSWER, Role.YES, Role.QUESTION, Role.BUYER, Role.SCORE)


@dataclass(frozen=True)
class Column:
    """A column and its heading."""

    start: int
    """Its first column in the grid."""
    text: str
    role: Role | None


@dataclass(frozen=True)
class Headings:
    """A row or two of headings."""

    first: int
    after: int
    """The first row below them."""
    columns: tuple[Column, ...]

    def of(self, *roles: Role | None) -> tuple[Column, ...]:
        """List the columns with one of these roles."""
        return tuple(column for column in self.columns if column.role in roles)

    def at(self, grid_column: int) -> Column | None:
        """Find the column that covers a column of the grid."""
        return next((one for one in reversed(self.columns) if one.start <= grid_column), None)


def find_headings(table: Table) -> list[Headings]:
    """Find the rows of headings of a table, from the top; those after the first look like it."""
    found: list[Headings] = []
    at = 0
    while at < len(table.rows):
        headings = None
        if at < _FIRST_ROWS or found:
            headings = _headings_at(table, at, found[0] if found else None)
        if headings is None:
            at += 1
        else:
            found.append(headings)
            at = headings.after
    return found


def is_set_apart(table: Table, at: int) -> bool:
    """Tell whether a row looks like headings: repeated on each page, all bold, or shaded unlike the rows below."""
    row = table.rows[at]
    shown = [cell for cell in row.cells if cell.text]
    if row.header or (shown and all(cell.bold for cell in shown)):
        return True
    below = table.rows[at + 1] if at + 1 < len(table.rows) else None
    fills = {cell.fill for cell in row.cells}
    return bool(below and shown and all(fills) and fills.isdisjoint(cell.fill for cell in below.cells))


def _headings_at(table: Table, at: int, first: Headings | None) -> Headings | None:
    if not _could_be_headings(table, at, first is not None):
        return None
    after = at + 2 if _has_second_row(table, at) else at + 1
    columns = _with_answers(table, after, _columns(table.rows[at:after]))
    roles = [column.role for column in columns if column.role]
    if first is not None:
        same = [column.role for column in first.columns if column.role]
        again = [column.text for column in columns] == [column.text for column in first.columns]
        return Headings(at, after, columns) if again or (roles == same and is_set_apart(table, at)) else None
    strong = [role for role in roles if role in _STRONG]
    apart = is_set_apart(table, at)
    enough = len(roles) >= 2 and strong or apart and strong or len(roles) >= 2 and apart  # noqa: RUF021
    return Headings(at, after, columns) if enough or _waits_below(table, after, columns) else None


def _waits_below(table: Table, after: int, columns: Sequence[Column]) -> bool:
    """Tell whether a column for answers is followed by nothing but cells that wait."""
    answers = [column.start for column in columns if column.role in (Role.ANSWER, Role.YES) and column.start > 0]
    below = [cell for row in table.rows[after:] for start in answers if (cell := row.at(start)) is not None]
    return len(answers) == 1 and bool(below) and all(prompt_of(cell) is not None for cell in below)


def _could_be_headings(table: Table, at: int, later: bool) -> bool:
    """Tell whether a row holds at least two short texts and nothing that waits for an answer but blanks."""
    row = table.rows[at]
    shown = [cell for cell in row.cells if cell.text]
    if len(shown) < 2 or any(len(cell.text.split()) > _LONGEST for cell in shown):
        return False
    asked = asks(shown[0].text) >= _REQUESTS and "?" in shown[0].text
    if is_reference(shown[0].text) or (asked and not _answer_below(table, at, shown[1:])):
        return False
    prompts = [read_prompt(cell.text) for cell in shown]
    waiting = (PromptForm.BOXES, PromptForm.LINE, PromptForm.PLACEHOLDER)
    return not any(one and (one.form in waiting or (later and one.form is PromptForm.TYPE)) for one in prompts)


def _answer_below(table: Table, at: int, cells: Sequence[Cell]) -> bool:
    """Tell whether headings are answers with blanks below: Yes and No beside a question over all rows."""
    roles = heading_roles([cell.text for cell in cells])
    if len(cells) < len(("Yes", "No")) or any(role not in (*ANSWERS, Role.REMARK) for role in roles):
        return False
    below = [row.at(cell.column) for row in table.rows[at + 1 :] for cell in cells]
    return bool(below) and all(cell is not None and _is_open(cell) for cell in below)


def _is_open(cell: Cell) -> bool:
    prompt = prompt_of(cell)
    return prompt is not None and prompt.form is not PromptForm.TYPE


def _has_second_row(table: Table, at: int) -> bool:
    """Tell whether the next row parts a merged heading: "Compliance" over "Yes" and "No"."""
    row = table.rows[at]
    if at + 1 >= len(table.rows) or not any(cell.span > 1 for cell in row.cells):
        return False
    below = table.rows[at + 1]
    shown = [cell for cell in below.cells if cell.text]
    if not shown or len(below.cells) == 1 or any(len(cell.text.split()) > _LONGEST for cell in shown):
        return False
    under_span = all((above := row.at(cell.column)) is not None and above.span > 1 for cell in shown)
    roles = [role for role in heading_roles([cell.text for cell in below.cells]) if role]
    return under_span and bool(roles)


def _with_answers(table: Table, after: int, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Where no heading is for answers, find the column that is: blank below a price, or printing what to put in."""
    if any(column.role in ANSWERS for column in columns):
        return columns
    for at, column in enumerate(columns):
        below = [cell for row in table.rows[after:] if (cell := row.at(column.start)) is not None]
        last = at == len(columns) - 1 and column.role is None
        priced = last and _PRICE.search(column.text) and sum(one.text == column.text for one in columns) == 1
        told = (
            at > 0
            and column.role is not Role.TYPE
            and len(below) > 1
            and sum(map(_is_told, below)) * 3 >= len(below) * 2
        )
        if told or (priced and below and all(map(_is_open, below))):
            return (*columns[:at], replace(column, role=Role.ANSWER), *columns[at + 1 :])
    return columns


def _is_told(cell: Cell) -> bool:
    """Tell whether a cell prints what form its answer takes: "Free text", "Yes | No"."""
    prompt = prompt_of(cell) if cell.text else None
    return prompt is not None and prompt.form is PromptForm.TYPE and prompt.kind in _TOLD


def _columns(rows: Sequence[Row]) -> tuple[Column, ...]:
    """Join one or two rows of headings into columns: of each, the lowest text."""
    last = rows[-1]
    cells: list[Cell] = []
    for cell in last.cells:
        above = rows[0].at(cell.column)
        cells.append(above if above is not None and (cell.merged or not cell.text) else cell)
    texts = [cell.text for cell in cells]
    roles = heading_roles(texts)
    return tuple(
        Column(cell.column, " ".join(text.split()), role)
        for cell, text, role in zip(last.cells, texts, roles, strict=True)
    )
