"""Answers into the fields of a PDF form: the buyer's bytes stay, and what changed is added behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from app.domain.answer_marks import plain_value
from app.domain.answers_in_words import as_date, say_date
from app.domain.questionnaire import Kind, Question, Questionnaire
from app.domain.values import JsonValue
from app.fillers.choices import choose, choose_boxes
from app.fillers.patch import Patch, write_answers
from app.fillers.pdf_write import write_values
from app.fillers.refusal import LOCKED, PLACE_GONE, SIGNATURE, TOO_LONG, Unwritable
from app.fillers.values import answer_text, one_line, table_rows
from app.packages.pdf_fields import FieldKind, PdfField, Widget
from app.packages.pdf_file import PdfFile

__all__ = ["differences", "fill_copy", "place_texts"]

_PREFIX = "field:"
_LINE = 8
"""Boxes whose middles differ by less stand on one line; in points."""
XFA = "The form also holds a second description (XFA) that some programs show instead: open the copy and check it."


def fill_copy(source: Path, questionnaire: Questionnaire, answers: Mapping[str, JsonValue], copy: Path) -> Patch:
    """Write a copy of the form with the answers in its fields. Raises `FileUnreadable` where it is protected."""
    with PdfFile(source) as pdf:
        form = _Form(pdf.fields)
        patch = write_answers(questionnaire, answers, form.write)
        if pdf.has_xfa and form.values:
            patch.notices.append(XFA)
    write_values(source, form.values, copy)
    patch.meant = form.meant()
    patch.parts_changed = ("form",) if form.values else ()
    return patch


def place_texts(path: Path, growth: Mapping[int, int] | None = None) -> Mapping[str, str]:  # noqa: ARG001
    """Read the value of every field."""
    with PdfFile(path) as pdf:
        return {f"{_PREFIX}{field.name}": field.value for field in pdf.fields}


def differences(source: Path, copy: Path, patch: Patch) -> tuple[str, ...]:  # noqa: ARG001
    """Tell whether the buyer's own bytes still stand at the head of the copy."""
    with source.open("rb") as own, copy.open("rb") as filled:
        return () if filled.read(source.stat().st_size) == own.read() else ("the buyer's own bytes",)


class _Form:
    """The fields of one form, and the values they are to have."""

    def __init__(self, fields: Iterable[PdfField]) -> None:
        self._fields = {field.name: field for field in fields}
        self.values: dict[str, str] = {}

    def write(self, question: Question, value: JsonValue) -> Iterable[str]:
        """Note one answer and list the fields it goes to. Raises `Unwritable`."""
        value = plain_value(question, value)
        if question.kind is Kind.TABLE and question.slot.options:
            planned = self._table(question, value)
        elif question.slot.options:
            planned = self._boxes(question, value)
        else:
            planned = self._single(question, value)
        self.values.update(planned)
        return [f"{_PREFIX}{name}" for name in planned]

    def meant(self) -> dict[str, str]:
        """Say what is to be read in each field afterwards."""
        boxes = {name for name, field in self._fields.items() if field.kind in (FieldKind.CHECKBOX, FieldKind.RADIO)}
        said = ((name, value.removeprefix("/") if name in boxes else value) for name, value in self.values.items())
        return {f"{_PREFIX}{name}": value for name, value in said}

    def _single(self, question: Question, value: JsonValue) -> dict[str, str]:
        field = self._field(question.slot.where or "")
        return {field.name: _value(field, question, value)}

    def _boxes(self, question: Question, value: JsonValue) -> dict[str, str]:
        options = tuple(question.slot.options)
        chosen = choose_boxes(value, options, several=question.kind is Kind.MULTI_CHOICE)
        planned: dict[str, str] = {}
        for option, place in question.slot.options.items():
            field = self._field(place)
            if option in chosen:
                alone = field.kind is FieldKind.CHECKBOX and len(field.widgets) == 1
                planned[field.name] = _on(field) if alone else _state_of(field, option, options)
            elif field.kind is FieldKind.CHECKBOX and field.is_filled:
                planned.setdefault(field.name, "/Off")
        return planned

    def _table(self, question: Question, value: JsonValue) -> dict[str, str]:
        """Write the first entry into the fields of the first row, and further ones into the rows below it."""
        rows = table_rows(value, tuple(question.slot.options))
        heads = [self._field(place) for place in question.slot.options.values()]
        columns = [self._below(field) for field in heads]
        room = min(map(len, columns))
        if len(rows) > room:
            raise Unwritable(f"The buyer's table has room for {room} of {len(rows)} entries.")
        cell_question = replace(question, kind=Kind.TEXT, options=())
        return {
            column[down].name: _value(column[down], cell_question, cell)
            for down, row in enumerate(rows)
            for column, cell in zip(columns, row, strict=True)
            if cell not in (None, "")
        }

    def _below(self, head: PdfField) -> list[PdfField]:
        """List the field and those below it in the same column, from the top down."""
        first = head.widgets[0]
        same = [one for one in self._fields.values() if _is_below(one.widgets[0], first) and not one.is_filled]
        return [head, *sorted(same, key=lambda one: -one.widgets[0].box.top)]

    def _field(self, place: str) -> PdfField:
        field = self._fields.get(place.removeprefix(_PREFIX))
        if field is None:
            raise Unwritable(PLACE_GONE)
        if field.kind is FieldKind.SIGNATURE:
            raise Unwritable(SIGNATURE)
        if field.is_read_only:
            raise Unwritable(LOCKED)
        return field


def _value(field: PdfField, question: Question, value: JsonValue) -> str:
    """Give the value a field takes: an item of its list, the name of a box's state, or words."""
    if field.kind is FieldKind.CHOICE:
        return choose(value, field.options)
    if field.kind is FieldKind.RADIO and question.options:
        return _state_of(field, choose(value, question.options), question.options)
    if field.kind in (FieldKind.CHECKBOX, FieldKind.RADIO):
        return _on(field) if choose(value, ("Yes", "No")) == "Yes" else "/Off"
    return _words(field, question, value)


def _words(field: PdfField, question: Question, value: JsonValue) -> str:
    day = as_date(value) if isinstance(value, str) and question.kind is Kind.DATE else None
    text = say_date(day) if day else answer_text(question, value)
    text = text if field.kind is FieldKind.MULTILINE else one_line(text)
    if field.longest and len(text) > field.longest:
        raise Unwritable(f"{TOO_LONG[:-1]}: {len(text)} of {field.longest} characters.")
    return text


def _on(field: PdfField) -> str:
    return f"/{field.widgets[0].state or 'Yes'}"


def _state_of(field: PdfField, option: str, options: tuple[str, ...]) -> str:
    """Find the name that ticks an option: by its name, else by its place in reading order."""
    states = [widget.state for widget in field.widgets]
    if option in states:
        return f"/{option}"
    ordered = sorted(field.widgets, key=lambda widget: (-round(widget.box.middle / _LINE), widget.box.left))
    at = options.index(option)
    if len(ordered) != len(options):
        raise Unwritable("The form does not say which of its boxes belongs to this answer.")
    return f"/{ordered[at].state}"


def _is_below(widget: Widget, head: Widget) -> bool:
    narrow = max(4.0, (head.box.right - head.box.left) / 4)
    aligned = abs(widget.box.left - head.box.left) < narrow and abs(widget.box.right - head.box.right) < narrow
    return widget.page == head.page and aligned and widget.box.top <= head.box.bottom + 2
