"""A table of a Word document, read by the shape it has."""

from app.readers.headings import Role
from app.readers.prompts import read_prompt
from app.readers.who_fills import Filler, told_filler
from app.readers.word_draft import Draft, Scene
from app.readers.word_forms import find_grid, read_grid, read_pairs
from app.readers.word_headers import ANSWERS, Headings, find_headings
from app.readers.word_matrix import read_matrix
from app.readers.word_view import Cell, Table
from app.readers.word_weights import weigh_label, weigh_prompt, weigh_scene

_LEVEL_OF_TITLES = 25
_TITLE_WORDS = 20
_BUYERS = (Role.BUYER, Role.SCORE, Role.WEIGHT)


def read_table(table: Table, scene: Scene, lead: str) -> tuple[list[Draft], list[tuple[Cell, Scene]]]:
    """Read a table; give its drafts, and the cells that may hold questions of their own.

    `lead` is the text before the table.
    """
    if len(table.rows) == 1 and len(table.rows[0].cells) == 1:
        return _read_box(table.rows[0].cells[0], scene, lead)
    headings = find_headings(table)
    drafts: list[Draft] = []
    left: list[tuple[Cell, Scene]] = []
    scene = scene.told(_told_above(table, headings))
    edges = [0, *(one.first for one in headings), len(table.rows)]
    parts: list[tuple[Headings | None, range]] = [(None, range(edges[1]))]
    for i, one in enumerate(headings):
        parts.append((one, range(one.after, edges[i + 2])))
    for above, rows in parts:
        if rows:
            found, cells = _read_part(table, above, rows, scene, lead)
            drafts += found
            left += cells
        scene = _titled(table, rows, scene)
    return drafts, left


def _read_box(cell: Cell, scene: Scene, lead: str) -> tuple[list[Draft], list[tuple[Cell, Scene]]]:
    """Read a single cell: a box to write in below its question, or a frame around text."""
    prompt = read_prompt(cell.text)
    if prompt is None or cell.tables or cell.text:
        return [], [(cell, scene)]
    draft = Draft(cell.place, lead, section=scene.section)
    weigh_prompt(draft, prompt)
    draft.say("is a box of its own", 0.75)
    weigh_label(draft, lead)
    weigh_scene(draft, scene)
    return [draft], []


def _read_part(
    table: Table, headings: Headings | None, rows: range, scene: Scene, lead: str
) -> tuple[list[Draft], list[tuple[Cell, Scene]]]:
    """Read the rows below one row of headings, or those above the first."""
    if headings is not None and headings.of(*ANSWERS):
        drafts, used = read_matrix(table, headings, rows, scene)
        return drafts, _untouched(table, rows, drafts, used, scene)
    if headings is not None and headings.of(*_BUYERS):
        return [], []
    start = headings.first if headings is not None else rows.start
    grid = find_grid(table, range(start, rows.stop))
    drafts, used = [], set()
    if grid is not None:
        drafts.append(read_grid(table, grid, scene, lead))
        used = {cell.place for r in (grid.heading, *grid.rows) for cell in table.rows[r].cells}
        rows = range(rows.start, grid.heading) if grid.heading > rows.start else range(grid.rows.stop, rows.stop)
    pairs, paired = read_pairs(table, rows, headings, scene)
    drafts += pairs
    return drafts, _untouched(table, rows, drafts, used | paired, scene)


def _untouched(
    table: Table, rows: range, drafts: list[Draft], used: set[str], scene: Scene
) -> list[tuple[Cell, Scene]]:
    """List the cells that hold text and took no part in a question, or that hold tables."""
    places = {draft.where for draft in drafts} | {place for draft in drafts for place in draft.boxes.values()}
    found = []
    for r in rows:
        for cell in table.rows[r].cells:
            taken = (
                cell.place in used
                or cell.place in places
                or any(line.place.split("#")[0] in places for line in cell.lines)
            )
            if cell.tables or (cell.text and not cell.merged and not taken):
                found.append((cell, scene))
    return found


def _told_above(table: Table, headings: list[Headings]) -> Filler | None:
    """Read who fills in from the rows above the first headings that go across the table."""
    stop = headings[0].first if headings else min(2, len(table.rows))
    texts = [row.cells[0].text for row in table.rows[:stop] if len(row.cells) == 1]
    return told_filler("\n".join(texts))


def _titled(table: Table, rows: range, scene: Scene) -> Scene:
    """Step below the title that the rows above headings hold."""
    titles = [table.rows[r].cells[0].text for r in rows if len(table.rows[r].cells) == 1]
    title = next((text for text in titles if text and len(text.split()) <= _TITLE_WORDS), "")
    return scene.under(_LEVEL_OF_TITLES, title) if title else scene
