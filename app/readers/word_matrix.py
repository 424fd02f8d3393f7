"""Tables whose headings say where the answer goes: question | response, requirement | yes | no | remark."""

from collections.abc import Sequence

from app.domain.questionnaire import Kind
from app.readers.headings import UNIT, Role
from app.readers.kinds import kind_of, kind_of_remark
from app.readers.prompts import Prompt, PromptForm, read_prompt
from app.readers.references import is_reference
from app.readers.sentences import asks
from app.readers.word_answer_cells import read_beside_boxes
from app.readers.word_answers import answer_drafts, ticks_draft
from app.readers.word_asked import Asked, lead_ins, looks_of, names_what_follows, title_of, weigh_lead_ins
from app.readers.word_boxes import has_box
from app.readers.word_checklists import choose_rows
from app.readers.word_draft import Draft, Scene
from app.readers.word_headers import ANSWERS, Column, Headings
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table
from app.readers.word_weights import weigh_label, weigh_prompt, weigh_repetition, weigh_role, weigh_scene

_ASIDE = (Role.WEIGHT, Role.PASS_FAIL, Role.MANDATORY, Role.LIMIT, Role.TYPE, Role.SCORE)
_ADDING = (None, Role.QUESTION, Role.GUIDANCE)
"""What a heading behind the answers may seem to be where a description or a date is to be added."""
_MEASURED = (Kind.MONEY, Kind.PERCENT)
_TICKS = (Role.YES, Role.NO, Role.OPTION)
_ROOM = (PromptForm.EMPTY, PromptForm.LINE, PromptForm.PLACEHOLDER, PromptForm.REQUEST, PromptForm.FIELD)
"""How a cell for a remark waits."""
_REQUESTS = 1.75
"""From this weight on a text asks in so many words."""
_SENTENCE = 7
"""Words from which a heading is a sentence: "Have you, in the past five years, been convicted of:"."""
_LEVEL_OF_ROWS = 30
"""The heading level of a section row: below every heading outside the table."""


def read_matrix(
    table: Table, headings: Headings, rows: range, scene: Scene, lead: str = ""
) -> tuple[list[Draft], set[str]]:
    """Read the rows below headings of which at least one is for answers; give also the places of cells so used.

    `lead` is the text before the table.
    """
    below, looks = scene, looks_of(table.rows[rows.start : rows.stop])
    found = [(at, _asked(headings, table.rows[at], at)) for at in rows]
    asked: list[tuple[Asked, Scene]] = []
    for (at, one), (_, following) in zip(found, [*found[1:], (0, None)], strict=True):
        named = one is not None and following is not None and names_what_follows(one, following)
        if one is None or named or looks.is_section(one):
            title = title_of(table.rows[at])
            below = scene.under(_LEVEL_OF_ROWS, title) if title else below
        else:
            asked.append((one, below))
    if chosen := choose_rows([one for one, _ in asked], scene, lead):
        return [chosen], {cell.place for one, _ in asked for cell in one.row.cells}
    rows_asked = [one for one, _ in asked]
    leads = lead_ins(rows_asked)
    room = _columns_with_room(table, headings, rows)
    drafts = []
    for one, around in asked:
        for draft in _drafts(headings, one, around, len(asked), room):
            draft.context = draft.context or leads.get(one.at, "")
            drafts.append(draft)
    weigh_lead_ins(rows_asked, drafts)
    return drafts, {cell.place for one, _ in asked for cell in one.row.cells}


def read_bare_questions(
    table: Table, headings: Headings, rows: range, scene: Scene, *, before_table: bool
) -> tuple[list[Draft], str]:
    """Read questions below a heading for questions where no column is left for answers: they go into the same cell.

    Give also the text of the last row where a table that follows it is its answer.
    """
    drafts = []
    column = headings.of(Role.QUESTION)[0]
    cells = [(r, cell) for r in rows if (cell := table.rows[r].at(column.start)) is not None and cell.text]
    lead = cells.pop()[1].text if before_table and cells and cells[-1][0] == rows.stop - 1 else ""
    for r, cell in cells:
        if asks(cell.text) < _REQUESTS:
            continue
        draft = Draft(cell.place, cell.shown, section=scene.section, ref=_reference(headings, table.rows[r]))
        draft.say("is a question without a place of its own", 0.5)
        draft.say("stands under a heading for questions", 0.5)
        draft.guidance = _aside(headings, table.rows[r], Role.GUIDANCE)
        draft.notes = _notes(headings, table.rows[r])
        weigh_label(draft, cell.text)
        weigh_scene(draft, scene)
        drafts.append(draft)
    return drafts, lead


def _asked(headings: Headings, row: Row, at: int) -> Asked | None:
    """Part a row into question and answers, or None where it has no cell for one of them."""
    answers = _answer_cells(headings, row)
    taken = [cell for _, cell in answers]
    question = _question_cells(headings, row, taken)
    text = "\n".join(cell.shown for cell in question if cell.text)
    if not text or not answers:
        return None
    return Asked(row, at, text, _reference(headings, row), answers)


def _answer_cells(headings: Headings, row: Row) -> tuple[tuple[Column, Cell], ...]:
    """List the cells of the answer columns that are not merged with a cell of another column."""
    found = []
    for column in headings.of(*ANSWERS):
        cell = _filled_beside(headings, row, column) or row.at(column.start)
        if cell is not None and cell.column >= column.start and not cell.merged and cell.column > 0:
            found.append((column, cell))
    return tuple(found)


def _filled_beside(headings: Headings, row: Row, column: Column) -> Cell | None:
    """Find boxes that slipped into a column without a heading, beside an empty cell of the answer column."""
    own = row.at(column.start)
    if own is None or own.text:
        return None
    beside = row.at(own.column + own.span)
    bare = beside is not None and (above := headings.at(beside.column)) is not None and not above.text
    return beside if beside is not None and bare and any(has_box(line) for line in beside.lines) else None


def _question_cells(headings: Headings, row: Row, taken: Sequence[Cell]) -> list[Cell]:
    """Find the cells that hold the question: those so headed, else the others that hold words."""
    asking = [row.at(column.start) for column in headings.of(Role.QUESTION)]
    found = [cell for cell in asking if cell is not None and cell not in taken and cell.text]
    if found:
        return list(dict.fromkeys(found))
    numbers = {
        column.start
        for column in headings.of(Role.REFERENCE, Role.ITEM, *_ASIDE, Role.REMARK, Role.BUYER, Role.GUIDANCE)
    }
    numbers -= {column.start for column in headings.of(Role.REFERENCE, Role.ITEM) if _names_item(row, column)}
    numbers |= {column.start for column in headings.columns if column.role is None and UNIT.fullmatch(column.text)}
    others = [cell for cell in row.cells if cell not in taken and cell.text and cell.column not in numbers]
    if others or headings.of(Role.QUESTION):
        worded = [cell for cell in others if not is_reference(cell.text)]
        return (worded or others)[:1]
    named = [cell for cell in row.cells if cell not in taken and any(map(str.isalpha, cell.text))]
    return [cell for cell in named if not is_reference(cell.text)][:1]


def _unit_of(headings: Headings, row: Row) -> Prompt | None:
    """Read the unit that a row prints in a column of its own: "£", "%"."""
    cells = (row.at(column.start) for column in headings.columns if UNIT.fullmatch(column.text))
    units = (read_prompt(cell.text) for cell in cells if cell is not None and cell.text)
    return next((unit for unit in units if unit is not None and unit.form is PromptForm.UNIT), None)


def _names_item(row: Row, column: Column) -> bool:
    """Tell whether the words under "Item" name what the row asks."""
    cell = row.at(column.start)
    named = column.role is Role.ITEM or column.text.strip(" .:").casefold() == "item"
    return named and cell is not None and len(cell.text.split()) > 1


def _reference(headings: Headings, row: Row) -> str:
    for column in headings.of(Role.REFERENCE, Role.ITEM):
        cell = row.at(column.start)
        if cell is not None and cell.text:
            return " ".join(cell.text.split())
        if cell is not None and cell.lines and cell.lines[0].number:
            return cell.lines[0].number
    first = row.cells[0] if row.cells else None
    unheaded = first is not None and (above := headings.at(first.column)) is not None and not above.text
    return " ".join(first.text.split()) if first is not None and unheaded and is_reference(first.text) else ""


def _drafts(headings: Headings, one: Asked, scene: Scene, times: int, room: Sequence[Column]) -> list[Draft]:
    ticks = [(column, cell) for column, cell in one.answers if column.role in _TICKS]
    drafts: list[Draft] = []
    beside: list[Draft] = []
    if ticks:
        drafts.append(ticks_draft(one, ticks))
    for column, cell in one.answers:
        if column.role is Role.ANSWER:
            drafts += _named(answer_drafts(one, column, cell), column, alone=not drafts)
            beside += read_beside_boxes(cell, scene) if any(has_box(line) for line in cell.lines) else []
    unit = _unit_of(headings, one.row)
    for draft in drafts[:1] if unit is not None else ():
        plain = draft.prompt is not None and draft.prompt.form is PromptForm.EMPTY
        draft.prompt = unit if plain and kind_of(draft.heading) not in _MEASURED else draft.prompt
    drafts += _remark_drafts(room, one) if drafts else []
    for draft in drafts:
        draft.section = scene.section
        draft.guidance = draft.guidance or _guidance(headings, one)
        draft.notes = f"{draft.notes}\n{_notes(headings, one.row)}".strip()
        draft.ref = one.ref
        weigh_label(draft, one.text)
        weigh_scene(draft, scene)
        weigh_repetition(draft, times)
    return drafts + beside


def _named(drafts: list[Draft], column: Column, *, alone: bool) -> list[Draft]:
    """Add its heading to what a further answer of a row asks."""
    for draft in drafts if not alone else ():
        draft.text = f"{draft.text}\n{column.text}"
        draft.kind = None if draft.boxes or draft.choices else draft.kind or kind_of_remark(column.text)
    return drafts


def _columns_with_room(table: Table, headings: Headings, rows: range) -> tuple[Column, ...]:
    """List the columns that add to an answer: for remarks, or of no other use behind it; blank in every row."""
    first = min((column.start for column in headings.of(*ANSWERS)), default=0)
    behind = [one for one in headings.of(*_ADDING) if one.start > first and one.text]
    columns = (*headings.of(Role.REMARK), *behind)
    filled = {
        column
        for column in columns
        for at in rows
        if (cell := table.rows[at].at(column.start)) is not None and cell.column == column.start
        if cell.text and not _has_room(cell)
    }
    return tuple(column for column in columns if column not in filled)


def _has_room(cell: Cell) -> bool:
    prompt = prompt_of(cell)
    return prompt is not None and prompt.form in _ROOM


def _remark_drafts(room: Sequence[Column], one: Asked) -> list[Draft]:
    """Draft what a row leaves room to add beside its answer: comments, evidence, the page of the proposal."""
    drafts = []
    for column in room:
        cell = one.row.at(column.start)
        prompt = None if cell is None or cell.merged else prompt_of(cell)
        if cell is None or prompt is None or prompt.form not in _ROOM or cell.column != column.start:
            continue
        draft = Draft(cell.place, f"{one.text}\n{column.text}", heading=column.text, kind=kind_of_remark(column.text))
        weigh_role(draft, column.role, column.text)
        weigh_prompt(draft, prompt)
        draft.say("stands beside an answer", 0.5)
        drafts.append(draft)
    return drafts


def _guidance(headings: Headings, one: Asked) -> str:
    """Join the sentence that heads the questions, which each of them goes on with, and what stands beside them."""
    asking = (column.text for column in headings.columns if column.role in (Role.QUESTION, None))
    heading = next((text for text in asking if len(text.split()) >= _SENTENCE), "")
    return "\n".join(part for part in (heading, _aside(headings, one.row, Role.GUIDANCE)) if part)


def _aside(headings: Headings, row: Row, *roles: Role) -> str:
    cells = [row.at(column.start) for column in headings.of(*roles)]
    return "\n".join(dict.fromkeys(cell.text for cell in cells if cell is not None and cell.text))


def _notes(headings: Headings, row: Row) -> str:
    """Give what the row says of limit, weight and the like, each after its heading."""
    notes = []
    for column in headings.of(*_ASIDE):
        cell = row.at(column.start)
        if cell is not None and cell.text and cell.column == column.start:
            notes.append(f"{column.text}: {cell.text}")
    return "\n".join(notes)
