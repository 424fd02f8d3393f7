"""Rows of blanks below headings: contract 1 | 2 | 3, lists of people that repeat."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from app.domain.questionnaire import Kind
from app.readers.headings import Role, heading_roles
from app.readers.prompts import PromptForm, read_prompt
from app.readers.sentences import asks
from app.readers.word_draft import Draft, Scene
from app.readers.word_headers import is_set_apart
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import weigh_label, weigh_scene

_BUYERS = (Role.BUYER, Role.SCORE, Role.WEIGHT)
_LONGEST_HEADING = 30
_STUB_WORDS = 3
_FEWEST_COLUMNS = 2
_WAITING = (PromptForm.BOXES, PromptForm.LINE, PromptForm.PLACEHOLDER)


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
        if len(headings) < _FEWEST_COLUMNS or any(len(cell.text.split()) > _LONGEST_HEADING for cell in headings):
            continue
        if any((prompt := read_prompt(cell.text)) and prompt.form in _WAITING for cell in headings):
            continue
        if at + 1 >= rows.stop or not _begins_below(table, at) or _are_labels(table, at):
            continue
        end = at + 1
        while end < rows.stop and _fits(table.rows[at], table.rows[end]) and not _is_heading_too(table, at, end):
            end += 1
        below = range(at + 1, end)
        grid = _grid(table, at, below)
        if grid is not None:
            return grid
    return None


def _are_labels(table: Table, at: int) -> bool:
    """Tell whether a row is one of labels with their values: "E-mail:" over "Telephone:"."""
    first, below = table.rows[at].cells[0], table.rows[at + 1].cells[0]
    return first.text.endswith(":") and below.text.endswith(":")


def _is_heading_too(table: Table, at: int, end: int) -> bool:
    """Tell whether a row below blanks prints a text of its own under every heading: it heads the blanks that follow."""
    below = [table.rows[end].at(cell.column) for cell in table.rows[at].cells if cell.text]
    return end > at + 1 and all(cell is not None and cell.text and not _is_stub(cell) for cell in below)


def _begins_below(table: Table, at: int) -> bool:
    """Tell whether the next row leaves at least two cells blank below headings."""
    headings, below = table.rows[at], table.rows[at + 1]
    cells = [below.at(cell.column) for cell in headings.cells if cell.text]
    return sum(cell is not None and (not cell.text or _is_stub(cell)) for cell in cells) >= _FEWEST_COLUMNS


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
        elif heading.text and shown and all(_is_stub(cell) for cell in shown) and not blank:
            columns.append((" ".join(heading.text.split()), shown[0]))
        elif shown:
            labelled = True
    if len(columns) < _FEWEST_COLUMNS or not any(not cell.text or _is_unit(cell) for _, cell in columns):
        return None
    if labelled and len(below) < 2 and len(columns) < _FEWEST_COLUMNS:
        return None
    return Grid(at, below, tuple(columns), labelled)


def _is_unit(cell: Cell) -> bool:
    """Tell whether a cell holds a unit or a line and no figure: a bare "£"."""
    prompt = prompt_of(cell)
    return prompt is not None and prompt.form in (PromptForm.UNIT, PromptForm.LINE)


def _is_stub(cell: Cell) -> bool:
    """Tell whether a cell holds only the beginning of an answer: "Management:", "£", "dd/mm/yyyy"."""
    prompt = prompt_of(cell)
    return (prompt is not None and prompt.form is not PromptForm.REQUEST) or (
        cell.text.endswith(":") and len(cell.text.split()) <= _STUB_WORDS
    )


def read_grids(table: Table, grids: Sequence[Grid], scene: Scene, lead: str) -> list[Draft]:
    """Draft the one question of each grid; of several with a single blank row each, one for each heading."""
    if len(grids) > 1 and all(_is_row_of_fields(table, grid) for grid in grids):
        return [_field(name, cell, scene) for grid in grids for name, cell in grid.columns]
    return [_table_draft(table, grid, scene, lead) for grid in grids]


def _is_row_of_fields(table: Table, grid: Grid) -> bool:
    """Tell whether a grid is a single blank row below names of details."""
    single = not grid.labelled and len(grid.rows) == 1 and len(grid.columns) == len(table.rows[grid.heading].cells)
    return single and all(asks(name) >= 1 for name, _ in grid.columns)


def _field(name: str, cell: Cell, scene: Scene) -> Draft:
    draft = Draft(cell.place, name, section=scene.section)
    draft.say("is an empty cell", 0.75)
    draft.say("stands below its label", 0.5)
    draft.say("has the shape of its neighbours", 1.0)
    weigh_label(draft, name)
    weigh_scene(draft, scene)
    return draft


def _table_draft(table: Table, grid: Grid, scene: Scene, lead: str) -> Draft:
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
        draft.rows = _named_rows(grid, table)
    return draft


def _named_rows(grid: Grid, table: Table) -> tuple[str, ...]:
    """Name the rows from the first cells on; none where the columns do not begin on one row."""
    firsts = [cell for _, cell in grid.columns]
    begin = {r for r in grid.rows for cell in table.rows[r].cells if cell in firsts}
    if len(begin) != 1:
        return ()
    taken = {cell.column for cell in firsts}
    return tuple(_row_name(table.rows[r], taken) for r in grid.rows if r >= min(begin))


def _row_name(row: Row, taken: Container[int]) -> str:
    """Give what the buyer prints in a row outside the columns that wait for answers."""
    printed = (cell.text for cell in row.cells if len(cell.text) > 1 and cell.column not in taken)
    return next((" ".join(text.split()) for text in printed), "")


def _weigh_columns(draft: Draft, headings: Sequence[str]) -> None:
    if any(role in _BUYERS for role in heading_roles(headings)):
        draft.say("stands under a heading of the buyer's", -4.0)


def _row_label(row: Row) -> str:
    return next((" ".join(cell.text.split()) for cell in row.cells if len(cell.text) > 1 and not _is_stub(cell)), "")
