"""Labels and the cells that wait beside or below them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.questionnaire import Kind
from app.readers.answer_labels import is_answer_label
from app.readers.headings import Role, heading_role
from app.readers.kinds import kind_of
from app.readers.prompts import Prompt, PromptForm, read_prompt
from app.readers.references import is_reference
from app.readers.sentences import asks
from app.readers.who_fills import Filler, owner_of, told_filler
from app.readers.word_answer_cells import labels_inside, read_beside_boxes
from app.readers.word_boxes import group_boxes, named_boxes
from app.readers.word_draft import Draft, Scene
from app.readers.word_headers import Column, Headings, is_set_apart
from app.readers.word_option_cells import read_spoken_options
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import (
    weigh_label,
    weigh_prompt,
    weigh_repetition,
    weigh_role,
    weigh_scene,
)

_TITLE_WORDS = 12
_LEVEL_OF_GROUPS = 35
_REQUESTS = 1.75
"""From this weight on a text asks in so many words."""
_ENOUGH_ROWS = 4
_BLOCK_ROWS = 12
"""Rows over which a title above some of the columns reaches."""
_MOSTLY = 0.7


_PUT_IN = re.compile(r"(?i)\b(?:here|below|response|answer|insert|enter|type)\b")
_ALSO_LABELS = (Kind.DATE, Kind.NUMBER, Kind.EMAIL, Kind.URL, Kind.SIGNATURE, Kind.TABLE)
"""Forms of answers whose name by itself is as often a label: "Date", "E-mail"."""
_ASIDES = (Role.WEIGHT, Role.SCORE, Role.LIMIT, Role.PASS_FAIL, Role.MANDATORY, Role.TYPE)


@dataclass(frozen=True)
class Pair:
    """A label and the cell that waits beside or below it."""

    label: Cell
    cell: Cell
    prompt: Prompt
    row: int
    beside: bool
    text: str = ""
    """The question, where the label only says that the answer goes here."""
    guidance: str = ""
    notes: str = ""


def waits(cell: Cell, *, first: bool = False) -> Prompt | None:
    """Say how a cell waits to be filled, or None; in the first cell of a row a request is the question itself."""
    if cell.merged or cell.tables:
        return None
    prompt = prompt_of(cell)
    if prompt is None or (prompt.form is PromptForm.TYPE and prompt.kind in _ALSO_LABELS and cell.text.isalpha()):
        return None
    if prompt.form is PromptForm.REQUEST and not first and cell.text.endswith(".") and not _PUT_IN.search(cell.text):
        return None
    own = prompt.form not in (PromptForm.EMPTY, PromptForm.LINE, PromptForm.FIELD)
    return None if first and own else prompt


def read_pairs(
    table: Table, rows: range, headings: Headings | None, scene: Scene, taken: set[str], lead: str
) -> tuple[list[Draft], set[str]]:
    """Read labels and the blanks beside or below them; give also the places of the cells so used.

    `taken` are places that other questions hold already, `lead` is the text before the table.
    """
    spoken, held = read_spoken_options(table, rows, scene)
    taken = taken | held
    pairs = [
        pair for at in rows for pair in _beside(table.rows[at], at) if not {pair.label.place, pair.cell.place} & taken
    ]
    used = {cell.place for pair in pairs for cell in (pair.label, pair.cell)}
    pairs += [pair for pair in _below(table, rows, lead) if not {pair.label.place, pair.cell.place} & (used | taken)]
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
        if prompt is not None and cell.text and label is not None and heading_role(label.text) in _ASIDES:
            prompt = None
        if prompt is not None and prompt.form is PromptForm.UNIT and any(not one.text for one in row.cells[i + 1 :]):
            prompt = None
        if prompt is None or (label is None and cell.text):
            label = cell if cell.text and not cell.merged else label
        elif label is not None and label.text:
            yield Pair(label, cell, prompt, at, beside=True)
            label = None


def _below(table: Table, rows: range, lead: str) -> Iterator[Pair]:
    """Pair a text across the table with the blank across the table below it; text between is guidance."""
    asked: list[Cell] = []
    titles: list[str] = []
    for at in rows:
        row = table.rows[at]
        if len(row.cells) != 1:
            asked = _numbered_question(row)
            continue
        cell = row.cells[0]
        if is_answer_label(cell.text) and _is_blank_row(table, rows, at + 1):
            titles.append(cell.text)
            continue
        prompt = _prompt_across(cell)
        if prompt is None:
            if _is_title(table, at):
                asked = []
                titles = [cell.text]
            else:
                asked.append(cell)
        elif asked or titles or (lead and cell.text):
            first = next((i for i, one in enumerate(asked) if asks(one.text) >= _REQUESTS), 0)
            guidance = "\n".join(one.text for one in asked[first + 1 :])
            text = "" if asked else next((one for one in titles if not is_answer_label(one)), lead)
            notes = "\n".join([*titles, *(one.text for one in asked[:first])])
            label = asked[first] if asked else cell
            yield Pair(label, cell, prompt, at, beside=False, text=text, guidance=guidance, notes=notes)
            asked = []
            titles = titles[:1]


def _numbered_question(row: Row) -> list[Cell]:
    """Find the question in a row that holds no more than it and its number."""
    shown = [cell for cell in row.cells if cell.text]
    alone = len(shown) == 2 and len(row.cells) == 2 and is_reference(shown[0].text) and not waits(shown[1])
    return shown[1:] if alone else []


def _prompt_across(cell: Cell) -> Prompt | None:
    """Say how a cell across the table waits: as others do, or by saying that the answer goes here."""
    if is_answer_label(cell.text):
        return read_prompt(cell.text) or Prompt(PromptForm.REQUEST, text=cell.text)
    return waits(cell, first=not _is_placeholder(cell))


def _is_blank_row(table: Table, rows: range, at: int) -> bool:
    return at < rows.stop and len(table.rows[at].cells) == 1 and not table.rows[at].cells[0].text


def _is_placeholder(cell: Cell) -> bool:
    return cell.text.startswith("[") and cell.text.endswith("]")


def _is_title(table: Table, at: int) -> bool:
    cell = table.rows[at].cells[0]
    return is_set_apart(table, at) and len(cell.text.split()) <= _TITLE_WORDS and asks(cell.text) < 1


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
        elif role in _ASIDES:
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
        weigh_scene(draft, scene)
        weigh_repetition(draft, times)
        if column is not None:
            weigh_role(draft, column.role, column.text)
        if pair.label.fill and pair.label.fill != pair.cell.fill:
            draft.say("stands beside a shaded label", 0.5)
        if pair.label.fill and pair.label.fill == pair.cell.fill and pair.label.bold and titled:
            draft.say("is painted as a title", -2.0)
    return drafts + (read_beside_boxes(pair.cell, scene) if groups else [])
