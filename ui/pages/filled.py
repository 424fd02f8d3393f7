"""The proof of a filling: what was written where, what was left and why, and the way to the file."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.questionnaire import Questionnaire
from app.services.keep_fills import Fill
from ui.theme import TextStyle, Tone
from ui.viewmodels.filling import FillRow, fill_rows
from ui.viewmodels.saying import say_moment
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.filter_pills import Filter, FilterPills
from ui.widgets.icon import Icon
from ui.widgets.table import Table
from ui.widgets.text import Text


class Figure(Card):
    """One figure of the proof, with what it means."""

    def __init__(self, caption: str, icon: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.addWidget(Text(caption, TextStyle.NOTE_STRONG, Tone.MUT), 1)
        head.addWidget(Icon(icon, 18, Tone.ACC))
        self._figure = Text("", TextStyle.TITLE)
        self._note = Text("", TextStyle.BODY, Tone.MUT)
        self.body.setSpacing(2)
        self.add(head)
        self.add(self._figure)
        self.add(self._note)
        self._caption = caption

    def set_figure(self, figure: str, note: str) -> None:
        """Show a figure and its note."""
        self._figure.setText(figure)
        self._note.setText(note)
        self.setAccessibleName(f"{self._caption}: {figure}, {note}")


class FilledView(QWidget):
    """Four figures, then every question of the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FillRow, ...] = ()
        self._written = Figure("Answers written", "file_safe")
        self._left = Figure("Left as the buyer sent them", "cancel")
        self._places = Figure("Places changed", "edit")
        self._parts = Figure("Parts of the file", "pack")
        self.filters = FilterPills("Which questions")
        self.filters.chosen.connect(lambda _key: self._show_rows())
        self.table: Table[FillRow] = Table("What was done", COLUMNS, lambda row: row.id, _spoken, row_height=60)
        self._where = Text("", TextStyle.BODY, Tone.MUT)
        figures = QHBoxLayout()
        figures.setSpacing(16)
        for figure in (self._written, self._left, self._places, self._parts):
            figures.addWidget(figure, 1)
        card = Card(padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(12)
        head.addWidget(self.filters)
        head.addWidget(self._where, 1)
        card.add(head)
        card.body.setSpacing(0)
        card.add(self.table, 1)
        card.body.setContentsMargins(1, 0, 1, 10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addLayout(figures)
        outer.addWidget(card, 1)

    def show_fill(self, fill: Fill, questionnaire: Questionnaire) -> None:
        """Show what a filling did."""
        report = fill.report
        self._rows = fill_rows(questionnaire, fill)
        written, left = len(report.filled), sum(not row.is_filled for row in self._rows)
        changed, parts = len(report.changed), len(report.parts_changed) + report.parts_identical
        self._written.set_figure(f"{written} of {len(self._rows)}", "each approved by a person")
        self._left.set_figure(str(left), "each with its reason below")
        self._places.set_figure(str(changed), "and nothing outside them")
        self._parts.set_figure(f"{report.parts_identical} of {parts}", "byte for byte as they came")
        self._where.setText(
            f"{Path(fill.out).name}  ·  {say_moment(fill.at)}  ·  the buyer’s own file is kept as it came"
        )
        self.filters.set_filters(
            [Filter("all", "All", len(self._rows)), Filter("filled", "Written", written), Filter("left", "Left", left)]
        )
        self._show_rows()

    def _show_rows(self) -> None:
        key = self.filters.key
        self.table.set_rows(
            [row for row in self._rows if key in ("", "all") or row.is_filled == (key == "filled")],
        )


def _before_cell(row: FillRow) -> Cell:
    said = " ".join(row.before.split())
    if said or not row.is_filled:
        return Cell(said, tone=Tone.MUT, lines=2)
    return Cell("Blank", tone=Tone.MUT, italic=True)


def _done_cell(row: FillRow) -> Cell:
    if row.is_filled:
        return Cell(" ".join(row.written.split()), lines=2)
    if row.refused:
        return Cell(row.reason, TextStyle.VALUE, Tone.BAD, icon="problem", icon_tone=Tone.BAD, lines=2)
    return Cell(row.reason, tone=Tone.MUT, icon="cancel", icon_tone=Tone.WARN, lines=2)


def _state_cell(row: FillRow) -> Cell:
    if row.is_filled:
        return Cell("Written", TextStyle.VALUE, Tone.OK, under=row.approved_by, icon="approved", icon_tone=Tone.OK)
    return Cell("Left", TextStyle.VALUE, Tone.MUT)


def _spoken(row: FillRow) -> str:
    done = (
        f"written: {row.written}, {row.where}, before: {row.before or 'blank'}"
        if row.is_filled
        else f"left: {row.reason}"
    )
    return ", ".join(part for part in (row.ref, row.text, done) if part)


COLUMNS: tuple[Column[FillRow], ...] = (
    Column("Ref", lambda row: Cell(row.ref, tone=Tone.MUT), width=64),
    Column("Question", lambda row: Cell(" ".join(row.text.split()), TextStyle.VALUE, lines=2)),
    Column("Before", _before_cell, width=160, rank=2),
    Column("In the filled file", _done_cell),
    Column("Place", lambda row: Cell(row.where, tone=Tone.MUT), width=120, rank=1),
    Column("State", _state_cell, width=148),
)
