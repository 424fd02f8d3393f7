"""Tables without a heading for answers: label beside blank, label over blank, grids, lists that repeat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.questionnaire import Kind
from app.readers.headings import Role, heading_roles
from app.readers.prompts import Prompt, PromptForm, read_prompt
from app.readers.sentences import asks
from app.readers.word_boxes import group_boxes, named_boxes
from app.readers.word_draft import Draft, Scene
from app.readers.word_headers import Column, Headings, is_set_apart
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import (
    weigh_label,
    weigh_prompt,
    weigh_repetition,
    weigh_role,
    weigh_scene,
)

_BUYERS = (Role.BUYER, Role.SCORE, Role.WEIGHT)
_LONGEST_HEADING = 30
_TITLE_WORDS = 12


def waits(cell: Cell | None, *, first: bool = False) -> Prompt | None:
    """Say how a cell waits to be filled, or None; in the first cell of a row a request is the question itself."""
    if cell is None or cell.merged or cell.tables:
        return None
    prompt = read_prompt(cell.text)
    if prompt is not None and first and prompt.form not in (PromptForm.EMPTY, PromptForm.LINE):
        return None
    return prompt


@dataclass(frozen=True)
class Grid:
    """Rows of blank cells below headings."""

    heading: int
    rows: range
    columns: tuple[tuple[str, Cell], ...]
    """Each heading and the first blank cell below it."""
    labelled: bool
    """Whether the rows have labels of their own."""


def find_grid(table: Table, rows: range) -> Grid | None:
    """Find headings with at least two columns of blanks below: contract 1 | 2 | 3, or a list of people."""
    for at in rows:
        headings = [cell for cell in table.rows[at].cells if cell.text]
        if len(headings) < 2 or any(len(cell.text.split()) > _LONGEST_HEADING for cell in headings):
            continue
        if any(
            (prompt := read_prompt(cell.text)) and prompt.form in (PromptForm.BOXES, PromptForm.LINE)
            for cell in headings
        ):
            continue
        end = at + 1
        while end < rows.stop and _fits(table.rows[at], table.rows[end]):
            end += 1
        below = range(at + 1, end)
        grid = _grid(table, at, below)
        if grid is not None:
            return grid
    return None


def _fits(headings: Row, row: Row) -> bool:
    """Tell whether a row has the columns of the headings."""
    return {cell.column for cell in row.cells} >= {cell.column for cell in headings.cells if cell.text} and len(
        row.cells
    ) > 1


def _grid(table: Table, at: int, below: range) -> Grid | None:
    columns, labelled = [], False
    for heading in table.rows[at].cells:
        cells = [cell for r in below if (cell := table.rows[r].at(heading.column)) is not None]
        blank = [
            cell for cell in cells if not cell.merged and not cell.text and not (cell.lines and cell.lines[0].number)
        ]
        shown = [cell for cell in cells if cell.text]
        if heading.text and blank and (not shown or all(_is_stub(cell) for cell in shown)):
            columns.append((" ".join(heading.text.split()), blank[0]))
        elif heading.text and shown and any(_is_stub(cell) for cell in shown) and not blank:
            columns.append((" ".join(heading.text.split()), shown[0]))
        elif shown:
            labelled = True
    if len(columns) < 2 or not any(not cell.text for _, cell in columns):
        return None
    if labelled and len(below) < 2 and len(columns) < 2:
        return None
    return Grid(at, below, tuple(columns), labelled)


def _is_stub(cell: Cell) -> bool:
    """Tell whether a cell holds only the beginning of an answer: "Management:", "£", "dd/mm/yyyy"."""
    prompt = read_prompt(cell.text)
    return (prompt is not None and prompt.form is not PromptForm.REQUEST) or (
        cell.text.endswith(":") and len(cell.text.split()) <= 3
    )


def read_grid(table: Table, grid: Grid, scene: Scene, lead: str) -> Draft:
    """Draft the one question of a grid."""
    headings = [name for name, _ in grid.columns]
    printed = " | ".join(" ".join(cell.text.split()) for cell in table.rows[grid.heading].cells if cell.text)
    draft = Draft(grid.columns[0][1].place, f"{lead}\n{printed}".strip(), kind=Kind.TABLE, section=scene.section)
    draft.boxes = {}
    for name, cell in grid.columns:
        draft.boxes[name if name not in draft.boxes else f"{name} ({len(draft.boxes) + 1})"] = cell.place
    draft.say("leaves empty cells below headings", 1.5)
    if is_set_apart(table, grid.heading):
        draft.say("has headings set apart", 0.75)
    if len(grid.rows) > 1 or grid.labelled:
        draft.say("has the shape of its neighbours", 1.0)
    _weigh_columns(draft, headings)
    weigh_label(draft, lead)
    weigh_scene(draft, scene)
    draft.say("has a label", 0.5)
    if grid.labelled:
        labels = [_row_label(table.rows[r]) for r in grid.rows]
        draft.guidance = "\n".join(label for label in labels if label)
    return draft


def _weigh_columns(draft: Draft, headings: Sequence[str]) -> None:
    if any(role in _BUYERS for role in heading_roles(headings)):
        draft.say("stands under a heading of the buyer's", -4.0)


def _row_label(row: Row) -> str:
    return next((" ".join(cell.text.split()) for cell in row.cells if len(cell.text) > 1 and not _is_stub(cell)), "")


@dataclass(frozen=True)
class Pair:
    """A label and the cell that waits beside or below it."""

    label: Cell
    cell: Cell
    prompt: Prompt
    row: int
    beside: bool
    guidance: str = ""


def read_pairs(
    table: Table, rows: range, headings: Headings | None, scene: Scene, taken: set[str]
) -> tuple[list[Draft], set[str]]:
    """Read labels and the blanks beside or below them; give also the places of the cells so used.

    `taken` are places that other questions hold already.
    """
    pairs = [pair for at in rows for pair in _beside(table.rows[at], at) if pair.cell.place not in taken]
    used = {cell.place for pair in pairs for cell in (pair.label, pair.cell)}
    pairs += [pair for pair in _below(table, rows) if pair.label.place not in used and pair.cell.place not in used]
    drafts = []
    boxed = sum(pair.prompt.form is PromptForm.BOXES for pair in pairs)
    for pair in sorted(pairs, key=lambda one: one.row):
        alike = [other for other in pairs if other.cell.column == pair.cell.column and other.beside == pair.beside]
        column = headings.at(pair.cell.column) if headings and pair.row >= headings.after else None
        found = _pair_drafts(pair, column, scene, len(alike))
        if pair.prompt.form is PromptForm.EMPTY and boxed * 2 > len(pairs):
            found[0].say("is empty where its neighbours have boxes", -2.0)
        drafts += found
    return drafts, used | {cell.place for pair in pairs for cell in (pair.label, pair.cell)}


def _beside(row: Row, at: int) -> Iterator[Pair]:
    """Pair each label of a row with the first waiting cell after it."""
    label: Cell | None = None
    for i, cell in enumerate(row.cells):
        prompt = waits(cell, first=i == 0)
        if prompt is None or (label is None and cell.text):
            label = cell if cell.text and not cell.merged else label
        elif label is not None and label.text:
            yield Pair(label, cell, prompt, at, beside=True)
            label = None


def _below(table: Table, rows: range) -> Iterator[Pair]:
    """Pair a text across the table with the blank across the table below it; text between is guidance."""
    asked: list[Cell] = []
    for at in rows:
        row = table.rows[at]
        if len(row.cells) != 1:
            asked = []
            continue
        cell = row.cells[0]
        prompt = waits(cell, first=not _is_placeholder(cell))
        if prompt is None:
            if _is_title(table, at):
                asked = []
            asked.append(cell)
        elif asked:
            guidance = "\n".join(one.text for one in asked[1:])
            yield Pair(asked[0], cell, prompt, at, beside=False, guidance=guidance)
            asked = []


def _is_placeholder(cell: Cell) -> bool:
    return cell.text.startswith("[") and cell.text.endswith("]")


def _is_title(table: Table, at: int) -> bool:
    cell = table.rows[at].cells[0]
    return is_set_apart(table, at) and len(cell.text.split()) <= _TITLE_WORDS and asks(cell.text) < 1


def _pair_drafts(pair: Pair, column: Column | None, scene: Scene, times: int) -> list[Draft]:
    groups = group_boxes(pair.cell.lines) if pair.prompt.form is PromptForm.BOXES else []
    drafts = [
        Draft(group.where, f"{pair.label.text}\n{group.lead}".strip(), boxes=named_boxes(group.options))
        for group in groups
    ] or [Draft(pair.cell.place, pair.label.text)]
    for draft in drafts:
        draft.text = pair.label.shown if draft.text == pair.label.text else draft.text
        draft.guidance = pair.guidance
        draft.section = scene.section
        weigh_prompt(draft, pair.prompt)
        draft.prompt = None if draft.boxes else pair.prompt
        draft.choices = pair.prompt.options
        draft.heading = column.text if column else ""
        draft.notes = pair.cell.text
        draft.say("stands beside its label" if pair.beside else "stands below its label", 0.5)
        weigh_label(draft, pair.label.text)
        weigh_scene(draft, scene)
        weigh_repetition(draft, times)
        if column is not None:
            weigh_role(draft, column.role, column.text)
        if pair.label.fill and pair.label.fill != pair.cell.fill:
            draft.say("stands beside a shaded label", 0.5)
    return drafts
