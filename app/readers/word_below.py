"""Questions across a table and the blanks across it below them, with the rows between that only explain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.questionnaire import Kind
from app.readers.answer_labels import is_answer_label
from app.readers.headings import Role, heading_role
from app.readers.prompts import Prompt, PromptForm, read_prompt
from app.readers.references import is_reference
from app.readers.sentences import asks
from app.readers.word_headers import is_set_apart
from app.readers.word_prompts import prompt_of
from app.readers.word_view import Cell, Row, Table

ASIDES = (Role.WEIGHT, Role.SCORE, Role.LIMIT, Role.PASS_FAIL, Role.MANDATORY, Role.TYPE)
"""What a label beside a question may say of it."""
_TITLE_WORDS = 12
_PARTS = 2
_REQUESTS = 1.75
"""From this weight on a text asks in so many words."""
_PUT_IN = re.compile(r"(?i)\b(?:here|below|response|answer|insert|enter|type)\b")
_ALSO_LABELS = (Kind.DATE, Kind.NUMBER, Kind.EMAIL, Kind.URL, Kind.SIGNATURE, Kind.TABLE)
"""Forms of answers whose name by itself is as often a label: "Date", "E-mail"."""
_GUIDES = re.compile(r"(?i)\b(?:guidance|instructions?|help)\b")


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
    ref: str = ""


def waits(cell: Cell, *, first: bool = False) -> Prompt | None:
    """Say how a cell waits to be filled, or None; in the first cell of a row a request is the question itself."""
    if cell.merged or cell.tables:
        return None
    prompt = prompt_of(cell)
    if prompt is None or (prompt.form is PromptForm.TYPE and prompt.kind in _ALSO_LABELS and _is_label(cell.text)):
        return None
    if prompt.form is PromptForm.REQUEST and not first and cell.text.endswith(".") and not _PUT_IN.search(cell.text):
        return None
    own = prompt.form not in (PromptForm.EMPTY, PromptForm.LINE, PromptForm.FIELD)
    return None if first and own else prompt


def _is_label(text: str) -> bool:
    """Tell whether the name of a form is a label: "Date:" is, "dd/mm/yyyy" and "[date]" are not."""
    return re.fullmatch(r"[\w\s-]+:?", text) is not None and not any(map(str.isdigit, text))


def is_aside(label: str, *, printed: bool) -> bool:
    """Tell whether a label only says something of a question; `printed` where the buyer wrote it beside the label."""
    role = heading_role(label)
    if printed:
        return role in ASIDES
    return role in (Role.LIMIT, Role.WEIGHT, Role.SCORE) or (role is Role.GUIDANCE and bool(_GUIDES.search(label)))


@dataclass
class _Block:
    """What the rows above a blank say: titles, what asks, and what explains it."""

    asked: list[Cell] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ref: str = ""

    def take(self, row: Row) -> None:
        """Take a row of several cells: a numbered question, what explains the one above, or something else."""
        shown = [cell for cell in row.cells if cell.text]
        role = heading_role(shown[0].text) if shown and len(row.cells) == _PARTS else None
        if self.asked and role is Role.GUIDANCE:
            self.guidance += [cell.text for cell in shown[1:]]
        elif self.asked and role in ASIDES:
            self.notes.append(": ".join(cell.text for cell in shown))
        else:
            self.end()
            numbered = len(shown) == len(row.cells) == _PARTS and is_reference(shown[0].text) and not waits(shown[1])
            self.asked, self.ref = (shown[1:], shown[0].text) if numbered else ([], "")

    def end(self) -> None:
        """Forget the question; titles stay."""
        self.asked, self.guidance, self.notes, self.ref = [], [], [], ""

    def pair(self, cell: Cell, prompt: Prompt, at: int, lead: str) -> Pair:
        """Pair what was said with the blank below it."""
        first = next((i for i, one in enumerate(self.asked) if asks(one.text) >= _REQUESTS), 0)
        guidance = [*(one.text for one in self.asked[first + 1 :]), *self.guidance]
        text = "" if self.asked else next((one for one in self.titles if not is_answer_label(one)), lead)
        notes = [*self.titles, *(one.text for one in self.asked[:first]), *self.notes]
        return Pair(
            self.asked[first] if self.asked else cell,
            cell,
            prompt,
            at,
            beside=False,
            text=text,
            guidance="\n".join(guidance),
            notes="\n".join(notes),
            ref=self.ref,
        )


def pairs_below(table: Table, rows: range, lead: str) -> Iterator[Pair]:
    """Pair a text across the table with the blank across the table below it; text between is guidance."""
    block = _Block()
    for at in rows:
        row = table.rows[at]
        if len(row.cells) != 1:
            block.take(row)
            continue
        cell = row.cells[0]
        if is_answer_label(cell.text) and _is_blank_row(table, rows, at + 1):
            block.titles.append(cell.text)
            continue
        prompt = _prompt_across(cell)
        if prompt is None:
            if _is_title(table, at):
                block = _Block(titles=[cell.text])
            else:
                block.asked.append(cell)
        elif block.asked or block.titles or (lead and cell.text):
            yield block.pair(cell, prompt, at, lead)
            block = _Block(titles=block.titles[:1])


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
