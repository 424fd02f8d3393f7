"""How a cell of a Word table waits to be filled: by what its text says, and by the fields that stand in it."""

from app.domain.questionnaire import Kind
from app.packages.blanks import BlankKind
from app.packages.word_blanks import WordBlank, control_kind, control_options
from app.packages.word_names import CONTROL, VALUE, W
from app.readers.prompts import Prompt, PromptForm, read_prompt
from app.readers.word_view import Cell

_MOST_WORDS_BESIDE = 3
_KINDS = {"date": Kind.DATE}


def prompt_of(cell: Cell) -> Prompt | None:
    """Say how a cell waits to be filled, or None where it holds something of its own."""
    fields = [one for line in cell.lines for one in line.blanks if is_field(one)]
    if not fields and cell.element.getparent() is not None and _has_control_around(cell):
        fields = [one for one in cell.word.blanks if is_field(one)]
    if fields:
        rest = cell.text
        for one in fields:
            rest = rest.replace(one.blank.text.strip(), " ", 1) if one.blank.text.strip() else rest
        if len(rest.split()) <= _MOST_WORDS_BESIDE:
            return prompt_of_blank(fields[0])
    return read_prompt(cell.text)


def is_field(one: WordBlank) -> bool:
    """Tell whether a blank is a content control or form field other than a box."""
    return one.element is not None and one.blank.kind in (BlankKind.CONTROL, BlankKind.FIELD)


def prompt_of_blank(one: WordBlank) -> Prompt | None:
    """Say how one blank waits to be filled: a field by its own kind and entries, others by their text."""
    if not is_field(one) or one.element is None:
        return read_prompt(one.blank.text)
    said = read_prompt(one.blank.text)
    kind = said.kind if said is not None and said.kind else None
    if one.element.tag == CONTROL:
        options = control_options(one.element)
        kind = _KINDS.get(control_kind(one.element), kind)
        return Prompt(PromptForm.FIELD, kind, options, one.blank.prompt)
    entries = one.element.iterfind(f"{W}ffData/{W}ddList/{W}listEntry")
    options = tuple(text for entry in entries if (text := entry.get(VALUE, "").strip()))
    typed = one.element.find(f"{W}ffData/{W}textInput/{W}type")
    form = "" if typed is None else typed.get(VALUE, "")
    kind = {"date": Kind.DATE, "number": Kind.NUMBER}.get(form, kind)
    return Prompt(PromptForm.FIELD, kind, options, one.blank.text.strip())


def _has_control_around(cell: Cell) -> bool:
    parent = cell.element.getparent()
    return parent is not None and parent.tag == W + "sdtContent"
