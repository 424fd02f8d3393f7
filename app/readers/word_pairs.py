"""Labels and the cells that wait beside or below them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from app.readers.answer_labels import is_answer_label
from app.readers.headings import Role, heading_role
from app.readers.kinds import kind_of
from app.readers.prompts import PromptForm, read_prompt
from app.readers.references import is_reference
from app.readers.sentences import asks
from app.readers.who_fills import Filler, names_party, owner_of, told_filler
from app.readers.word_answer_cells import labels_inside, read_beside_boxes
from app.readers.word_below import ASIDES, Pair, is_aside, pairs_below, waits
from app.readers.word_boxes import group_boxes, named_boxes
from app.readers.word_draft import Draft, Scene
from app.readers.word_headers import Column, Headings, is_set_apart
from app.readers.word_option_cells import read_spoken_options
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Line, Row, Table
from app.readers.word_weights import (
    weigh_label,
    weigh_prompt,
    weigh_repetition,
    weigh_role,
    weigh_scene,
)

_LEVEL_OF_GROUPS = 35
_ENOUGH_ROWS = 4
_FEWEST_CELLS = 3
_LABEL_WORDS = 8
_BLOCK_ROWS = 12
"""Rows over which a title above some of the columns reaches."""
_MOSTLY = 0.7


def read_pairs(
    table: Table, rows: range, headings: Headings | None, scene: Scene, taken: set[str], lead: str
) -> tuple[list[Draft], set[str]]:
    """Read labels and the blanks beside or below them; give also the places of the cells so used.

    `taken` are places that other questions hold already, `lead` is the text before the table.
    """
    spoken, held = read_spoken_options(table, rows, scene, lead)
    taken = taken | held
    pairs = [
        pair for at in rows for pair in _beside(table.rows[at], at) if not {pair.label.place, pair.cell.place} & taken
    ]
    used = {cell.place for pair in pairs for cell in (pair.label, pair.cell)}
    pairs += [
        pair for pair in pairs_below(table, rows, lead) if not {pair.label.place, pair.cell.place} & (used | taken)
    ]
    pairs = [_with_question(table, rows, pair, lead) for pair in sorted(pairs, key=lambda one: one.row)]
    drafts = spoken
    filled = _filled_columns(table, rows)
    alike = Counter((pair.cell.column, pair.beside) for pair in pairs)
    boxed = sum(pair.prompt.form is PromptForm.BOXES for pair in pairs)
    for pair in pairs:
        column = headings.at(pair.cell.column) if headings and pair.row >= headings.after else None
        around = _in_group(table, pair, scene)
        times = alike[pair.cell.column, pair.beside]
        found = _pair_drafts(pair, column, around, times, titled=is_set_apart(table, pair.row))
        if _owner_above(table, pair) is Filler.BUYER:
            found[0].say("is for the buyer to fill in", -4.0)
        if pair.prompt.form is PromptForm.EMPTY and boxed * 2 > len(pairs):
            found[0].say("is empty where its neighbours have boxes", -2.0)
        if pair.prompt.form is PromptForm.EMPTY and filled.get(pair.cell.column, 0.0) > _MOSTLY:
            found[0].say("is empty where other rows hold text", -1.75)
        drafts += found
    return drafts, used | held | {cell.place for pair in pairs for cell in (pair.label, pair.cell)}


def read_labelled_cells(table: Table, rows: range, scene: Scene, taken: set[str]) -> list[Draft]:
    """Read cells that hold a label and room below or after it, where most cells of the rows do."""
    cells = [cell for at in rows for cell in table.rows[at].cells if cell.text and not cell.merged]
    found = [(cell, line) for cell in cells if cell.place not in taken and (line := _room_in(cell)) is not None]
    if len(found) < _FEWEST_CELLS or len(found) < _MOSTLY * len(cells):
        return []
    drafts = []
    for cell, line in found:
        draft = Draft(line.place, cell.text.strip(" :"), section=scene.section)
        draft.say("leaves room for the answer in the label's cell", 1.0)
        weigh_label(draft, cell.text)
        weigh_scene(draft, scene)
        weigh_repetition(draft, len(found))
        drafts.append(draft)
    return drafts


def _room_in(cell: Cell) -> Line | None:
    """Find the line for the answer in a cell that holds one short label: an empty one below, or its own."""
    shown = [line for line in cell.lines if line.text]
    if len(shown) != 1 or shown[0].blanks or cell.tables or len(cell.text.split()) > _LABEL_WORDS:
        return None
    below = cell.lines[cell.lines.index(shown[0]) + 1 :]
    if asks(cell.text) < 1 or (not below and not cell.text.endswith(":")):
        return None
    return below[0] if below else shown[0]


def _filled_columns(table: Table, rows: range) -> dict[int, float]:
    """Tell of each column which share of its cells holds text of the buyer's, where there are enough to tell."""
    cells = [cell for at in rows if len(table.rows[at].cells) > 1 for cell in table.rows[at].cells if not cell.merged]
    counts = Counter(cell.column for cell in cells)
    texts = Counter(cell.column for cell in cells if cell.text and prompt_of(cell) is None)
    return {column: texts[column] / count for column, count in counts.items() if count >= _ENOUGH_ROWS}


def _in_group(table: Table, pair: Pair, scene: Scene) -> Scene:
    """Step below the text of a cell that is merged downwards beside the label."""
    for cell in table.rows[pair.row].cells:
        if cell.column >= pair.label.column or not pair.beside:
            break
        top = table.top_of(pair.row, cell)
        if top is not None and top.text and not read_prompt(top.text):
            return scene.under(_LEVEL_OF_GROUPS, top.text).told(told_filler(top.text) or scene.filler)
    return scene


def _owner_above(table: Table, pair: Pair) -> Filler | None:
    """Tell whose part of the table a pair stands in, by the title over its columns beside that of another."""
    for row in reversed(table.rows[max(0, pair.row - _BLOCK_ROWS) : pair.row]):
        over = row.at(pair.label.column)
        if over is None or over.span == 1 or not over.text:
            continue
        others = [cell for cell in row.cells if cell is not over and cell.text and cell.span > 1]
        if not others or over.column + over.span <= pair.cell.column:
            return None
        beside = any(owner_of(cell.text) is Filler.SUPPLIER for cell in others)
        return owner_of(over.text) or (Filler.BUYER if beside else None)
    return None


def _beside(row: Row, at: int) -> Iterator[Pair]:
    """Pair each label of a row with the first waiting cell after it."""
    label: Cell | None = None
    for i, cell in enumerate(row.cells):
        prompt = waits(cell, first=i == 0)
        if prompt is not None and prompt.form is PromptForm.REQUEST and label is not None and is_reference(label.text):
            prompt = None
        if prompt is not None and label is not None and is_aside(label.text, printed=bool(cell.text)):
            prompt = None
        if prompt is not None and prompt.form is PromptForm.UNIT and any(not one.text for one in row.cells[i + 1 :]):
            prompt = None
        if prompt is None or (label is None and cell.text):
            label = cell if cell.text and not cell.merged else label
        elif label is not None and label.text:
            yield Pair(label, cell, prompt, at, beside=True)
            label = None


def _with_question(table: Table, rows: range, pair: Pair, lead: str) -> Pair:
    """Find the question of a pair whose label is only "Response": the row above that asks, or the text above."""
    if pair.text or not is_answer_label(pair.label.text) or pair.label is pair.cell:
        return pair
    asked, guidance, notes = "", [], []
    for at in range(pair.row - 1, rows.start - 1, -1):
        cells = [cell for cell in table.rows[at].cells if cell.text]
        if not cells or any(waits(cell) and not cell.text for cell in table.rows[at].cells):
            break
        role = heading_role(cells[0].text) if len(cells) > 1 else None
        text = cells[-1].text if role or len(cells) == 1 else "\n".join(cell.text for cell in cells)
        if role is Role.GUIDANCE:
            guidance.append(text)
        elif role in ASIDES:
            notes.append(f"{cells[0].text}: {text}")
        elif role is not Role.REFERENCE and not asked:
            asked = text
    notes.append(pair.label.text)
    return replace(pair, text=asked or lead, guidance="\n".join(reversed(guidance)), notes="\n".join(notes))


def _pair_drafts(pair: Pair, column: Column | None, scene: Scene, times: int, *, titled: bool) -> list[Draft]:
    text = pair.text or pair.label.shown
    groups = group_boxes(pair.cell.lines) if pair.prompt.form is PromptForm.BOXES else []
    drafts = [Draft(one.where, f"{text}\n{one.lead}".strip(), boxes=named_boxes(one.options)) for one in groups]
    inside = labels_inside(pair.cell) if pair.prompt.form is PromptForm.PLACEHOLDER and not drafts else []
    drafts = drafts or [Draft(line.place, f"{text}\n{part}", kind=kind_of(part)) for line, part in inside]
    drafts = drafts or [Draft(pair.cell.place, text)]
    for draft in drafts:
        draft.guidance = pair.guidance
        draft.section = scene.section
        draft.ref = pair.ref
        weigh_prompt(draft, pair.prompt)
        draft.say("names a part of the answer", 0.5 if inside else 0.0)
        draft.prompt = None if draft.boxes else pair.prompt
        draft.choices = pair.prompt.options
        draft.heading = column.text if column else ""
        draft.notes = f"{pair.notes}\n{pair.cell.text}".strip()
        draft.say("stands beside its label" if pair.beside else "stands below its label", 0.5)
        draft.say("is where the answer goes", 1.5 if pair.text else 0.0)
        weigh_label(draft, pair.text or pair.label.text)
        if owner_of(pair.label.text) is Filler.SUPPLIER:
            draft.say("names a detail of the supplier", 1.0)
            draft.say("is the supplier's part of a contract", 1.0 if scene.contract and names_party(text) else 0.0)
        weigh_scene(draft, scene)
        weigh_repetition(draft, times)
        if column is not None:
            weigh_role(draft, column.role, column.text)
        if pair.label.fill and pair.label.fill != pair.cell.fill:
            draft.say("stands beside a shaded label", 0.5)
        if pair.label.fill and pair.label.fill == pair.cell.fill and pair.label.bold and titled:
            draft.say("is painted as a title", -2.0)
    return drafts + (read_beside_boxes(pair.cell, scene) if groups else [])
