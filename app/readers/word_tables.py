"""A table of a Word document, read by the shape it has."""

from dataclasses import dataclass, field, replace

from app.readers.answer_labels import is_answer_label
from app.readers.asides import aside_of
from app.readers.headings import Role, heading_role, is_yes_no_heading
from app.readers.prompts import Prompt, PromptForm
from app.readers.sentences import asks, is_sentence
from app.readers.who_fills import Filler, owner_of, told_filler
from app.readers.word_checklists import read_checklists
from app.readers.word_draft import Draft, Scene
from app.readers.word_grids import find_grid, read_grids
from app.readers.word_headers import ANSWERS, Headings, find_headings
from app.readers.word_matrix import read_bare_questions, read_matrix
from app.readers.word_pairs import read_labelled_cells, read_pairs
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Table
from app.readers.word_weights import weigh_label, weigh_prompt, weigh_scene

_LEVEL_OF_TITLES = 25
_TITLE_WORDS = 20
_OWNER_WORDS = 3
_ASKED = 1.75
"""From this weight on a heading asks in so many words."""
_BOX_FORMS = (PromptForm.FIELD, PromptForm.TYPE, PromptForm.REQUEST, PromptForm.PLACEHOLDER)
"""What a box of its own may hold and still wait for the answer to the text above it."""
_WIDE = 3
"""From so many blank columns on, rows are those of one table and not questions each."""
_BUYERS = (Role.BUYER, Role.SCORE, Role.WEIGHT)
_ASKING = (Role.QUESTION, Role.REFERENCE, Role.ITEM, Role.GUIDANCE, Role.LIMIT)


@dataclass
class TableRead:
    """What reading a table gave."""

    drafts: list[Draft] = field(default_factory=list)
    left: list[tuple[Cell, Scene]] = field(default_factory=list)
    """Cells that may hold questions of their own."""
    headings: Headings | None = None
    """The headings that a next table of the same columns continues."""
    lead: str = ""
    """A question of the last row that the next table answers."""


def read_table(table: Table, scene: Scene, lead: str, above: Headings | None, *, before_table: bool) -> TableRead:
    """Read a table.

    `lead` is the text before it, `above` the headings of a table before it that it may continue; `before_table`
    tells that another table follows.
    """
    if len(table.rows) == 1 and len(table.rows[0].cells) == 1:
        return _read_box(table.rows[0].cells[0], scene, lead)
    if lead and table.rows and all(len(row.cells) == 1 and not row.cells[0].text for row in table.rows):
        return _read_box(table.rows[0].cells[0], scene, lead)
    headings = find_headings(table)
    read = TableRead(headings=headings[-1] if headings else None)
    scene = scene.told(_told_above(table, headings))
    first = above if not headings and above is not None and _continues(table, above) else None
    read.headings = read.headings or first
    edges = [0, *(one.first for one in headings), len(table.rows)]
    parts: list[tuple[Headings | None, range]] = [(first, range(edges[1]))]
    parts += [(one, range(one.after, edges[i + 2])) for i, one in enumerate(headings)]
    for over, rows in parts:
        if rows:
            last = rows.stop == len(table.rows)
            _read_part(table, over, rows, scene, lead, read, before_table=before_table and last)
        scene = _titled(table, rows, scene)
    return read


def _read_box(cell: Cell, scene: Scene, lead: str) -> TableRead:
    """Read a single cell: a box to write in below its question, or a frame around text."""
    prompt = prompt_of(cell)
    own = cell.text and not is_answer_label(cell.text) and (prompt is None or prompt.form not in _BOX_FORMS)
    if own or cell.tables or (prompt is None and not cell.text):
        return TableRead(left=[(cell, scene)])
    prompt = prompt or Prompt(PromptForm.REQUEST, text=cell.text)
    draft = Draft(cell.place, lead, section=scene.section)
    weigh_prompt(draft, prompt)
    draft.say("is a box of its own", 0.75)
    weigh_label(draft, lead)
    weigh_scene(draft, scene)
    return TableRead([draft])


def _continues(table: Table, above: Headings) -> bool:
    """Tell whether a table without headings has the columns of one before it: a form broken over pages."""
    starts = {column.start for column in above.columns}
    fitting = [row for row in table.rows if {cell.column for cell in row.cells} == starts]
    answered = [row.at(column.start) for row in fitting for column in above.of(*ANSWERS)]
    waiting = [cell for cell in answered if cell is not None and prompt_of(cell) is not None]
    return bool(fitting) and bool(answered) and len(waiting) * 2 > len(answered)


def _read_part(
    table: Table, over: Headings | None, rows: range, scene: Scene, lead: str, read: TableRead, *, before_table: bool
) -> None:
    """Read the rows below one row of headings, or those above the first."""
    if over is not None and over.of(*ANSWERS) and not _is_wide(table, over, rows):
        drafts, used = read_matrix(table, over, rows, scene, lead)
        read.drafts += drafts
        read.left += _untouched(table, rows, drafts, used, scene)
        return
    if over is not None and over.of(*_BUYERS):
        return
    if over is not None and over.of(Role.QUESTION) and all(column.role in _ASKING for column in over.columns):
        drafts, read.lead = read_bare_questions(table, over, rows, scene, before_table=before_table)
        if drafts or read.lead:
            read.drafts += drafts
            return
    _read_form(table, over, rows, scene, lead, read)


def _is_wide(table: Table, over: Headings, rows: range) -> bool:
    """Tell whether rows leave so many columns blank that they are one table: insurer, policy number, expiry."""
    start = min(rows.start, over.first)
    grid = find_grid(table, range(start, rows.stop))
    if grid is None or len(grid.rows) != len(rows):
        return False
    own = {column.text for column in over.columns if column.role in (None, Role.QUESTION, Role.ANSWER)}
    wide = sum(name in own for name, _ in grid.columns)
    if grid.labelled and any(is_yes_no_heading(one.text) and asks(one.text) >= _ASKED for one in over.columns):
        return False
    return wide >= _WIDE or (wide > 1 and _lists_items(table, over, rows))


def _lists_items(table: Table, over: Headings, rows: range) -> bool:
    """Tell whether rows name items rather than ask, below headings of which none is for answers as such."""
    if any(heading_role(column.text) in ANSWERS for column in over.columns):
        return False
    texts = [max((cell.text for cell in table.rows[r].cells), key=len, default="") for r in rows]
    return sum(is_sentence(text) for text in texts) * 2 < len(texts)


def _read_form(table: Table, over: Headings | None, rows: range, scene: Scene, lead: str, read: TableRead) -> None:
    """Read rows that no heading explains: lists of boxes, grids, labels with blanks."""
    start = over.first if over is not None and over.first < rows.start else rows.start
    drafts, used = read_checklists(table, rows, scene, lead)
    grid = find_grid(table, range(start, rows.stop)) if not drafts else None
    grids = []
    while grid is not None:
        grids.append(grid)
        used |= {cell.place for r in (grid.heading, *grid.rows) for cell in table.rows[r].cells}
        before = grid.heading > rows.start
        rows = range(rows.start, grid.heading) if before else range(grid.rows.stop, rows.stop)
        grid = None if before else find_grid(table, rows)
    drafts += read_grids(table, grids, scene, lead)
    pairs, paired = read_pairs(table, rows, over, scene, used, lead)
    drafts += pairs
    drafts += read_labelled_cells(table, rows, scene, used | paired)
    read.drafts += drafts
    read.left += _untouched(table, rows, drafts, used | paired, scene)


def _untouched(
    table: Table, rows: range, drafts: list[Draft], used: set[str], scene: Scene
) -> list[tuple[Cell, Scene]]:
    """List the cells that hold text and took no part in a question, or that hold tables."""
    places = {draft.where for draft in drafts} | {place for draft in drafts for place in draft.boxes.values()}
    places = {place.partition("#")[0] for place in places}
    found = []
    for r in rows:
        for cell in table.rows[r].cells:
            taken = cell.place in used or cell.place in places or any(line.place in places for line in cell.lines)
            if cell.tables or (cell.text and not cell.merged and not taken):
                found.append((cell, scene.told(_owner_of_column(table, r, cell))))
    return found


def _owner_of_column(table: Table, at: int, cell: Cell) -> Filler | None:
    """Tell whose column a cell stands in, where the first row gives one to the buyer and one to the supplier."""
    owners = [owner_of(one.text) if len(one.text.split()) <= _OWNER_WORDS else None for one in table.rows[0].cells]
    over = table.rows[0].at(cell.column)
    if at == 0 or over is None or not {Filler.SUPPLIER, Filler.BUYER} <= set(owners):
        return None
    return owners[table.rows[0].cells.index(over)]


def _told_above(table: Table, headings: list[Headings]) -> Filler | None:
    """Read who fills in from the rows above the first headings that go across the table."""
    stop = headings[0].first if headings else min(2, len(table.rows))
    texts = [row.cells[0].text for row in table.rows[:stop] if len(row.cells) == 1]
    return told_filler("\n".join(texts))


def _titled(table: Table, rows: range, scene: Scene) -> Scene:
    """Step below the title that the rows above headings hold."""
    titles = [table.rows[r].cells[0].text for r in rows if len(table.rows[r].cells) == 1]
    title = next((text for text in titles if text and len(text.split()) <= _TITLE_WORDS), "")
    return replace(scene.under(_LEVEL_OF_TITLES, title), aside=aside_of(title)) if title else scene
