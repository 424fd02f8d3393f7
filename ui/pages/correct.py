"""Putting the reading right: the buyer's file as it looks, what was found in it, and one key for each correction."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import BidfolioError
from app.domain.questionnaire import Question
from app.wording import sentence
from ui.theme import TextStyle, Tone
from ui.viewmodels.correcting import CorrectingViewModel, DoubtRow
from ui.viewmodels.saying import say_count
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.cell import Cell
from ui.widgets.column import Column
from ui.widgets.columns import MainAndDetail
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.document_view import DocumentView
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table
from ui.widgets.text import Text
from ui.widgets.wrapping_row import WrappingRow

EXPLAINED = "Click a place and say what it is; with Shift, of its column. Blue is asked, a dashed green box is yours."


class PlacePanel(DetailPanel):
    """What the chosen place was taken for and why, above every question, the least sure first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Place", parent)
        self.why = Text("", TextStyle.BODY, Tone.MUT, lines=0)
        self.table: Table[DoubtRow] = Table("Questions, least sure first", COLUMNS, lambda row: row.id, _spoken)
        self.table.setMinimumHeight(240)
        self.content.addWidget(self.why)
        self.content.addWidget(self.table, 1)

    def show_question(self, question: Question | None, text: str) -> None:
        """Show a question with its reasons, or a place at which nothing was found."""
        if question is None and not text:
            self.set_heading("Place", "Choose a place")
            self.why.setText("")
            return
        if question is None:
            self.set_heading("Nothing of yours", text)
            self.why.setText("Nothing is asked here. Press A to answer here, or Q where this is the question.")
            return
        self.set_heading(f"Question {question.ref}".strip(), " ".join(question.text.split()))
        reasons = [f"{signal.name} ({signal.weight:+.1f})" for signal in question.signals]
        self.why.setText("Taken for a question: " + ", ".join(reasons or ["its place in the form"]) + ".")


class CorrectView(QWidget):
    """Keys of corrections above the file, the list at its side."""

    def __init__(self, model: CorrectingViewModel, *, single_keys: bool = True, parent: QWidget | None = None) -> None:
        """Take whether single letters act in the file and in the list."""
        super().__init__(parent)
        self._model, self._single_keys = model, single_keys
        self.banner = Banner()
        self.document = DocumentView()
        self.document.chosen.connect(model.choose)
        self.document.lettered.connect(self._on_letter)
        self.panel = PlacePanel()
        self.panel.table.chosen.connect(self._on_row)
        self.panel.table.lettered.connect(lambda letter: self._on_letter(letter, shift=False))
        self.question = Button("Question", ButtonKind.GHOST, small=True, key="Q")
        self.answer = Button("Answer", ButtonKind.GHOST, small=True, key="A")
        self.answer_column = Button("Answer column", ButtonKind.GHOST, small=True, key="Shift A")
        self.section = Button("Section", ButtonKind.GHOST, small=True, key="S")
        self.not_ours = Button("Not ours", ButtonKind.GHOST, small=True, key="N")
        self.question.clicked.connect(model.mark_asking)
        self.answer.clicked.connect(lambda: model.mark_answer())
        self.answer_column.clicked.connect(lambda: model.mark_answer(column=True))
        self.section.clicked.connect(model.mark_section)
        self.not_ours.clicked.connect(lambda: model.mark_not_ours())
        self.list = Button("Questions", ButtonKind.GHOST, "list", small=True)
        self.list.clicked.connect(self._open_list)
        self.list.hide()
        self._buttons = (self.question, self.answer, self.answer_column, self.section, self.not_ours)
        self._said = Text(EXPLAINED, TextStyle.NOTE, Tone.MUT, lines=2)
        self._waiting = EmptyState("search", "Opening the file", "It is shown as it looks in a moment.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.document)
        self._stack.addWidget(self._waiting)
        self._unseen = EmptyState(
            "file",
            "This file cannot be shown as it looks",
            "Its questions stand under Questions and are answered there.",
        )
        self._stack.addWidget(self._unseen)
        self._columns = MainAndDetail(self._main(), self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addWidget(self.banner)
        outer.addWidget(self._columns, 1)
        for keys, step in (("Ctrl+J", 1), ("Ctrl+Shift+J", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: model.next_doubt(step))
        model.shown.connect(self._on_shown)
        model.marked.connect(self._on_marked)
        model.chosen.connect(self._on_chosen)
        model.carried.connect(self._on_carried)
        model.failed.connect(self._on_failed)
        self._on_shown()

    def set_narrow(self, narrow: bool) -> None:
        """Show the list as a sheet, which a button opens."""
        self._columns.set_narrow(narrow)
        self.list.setVisible(narrow)

    def _main(self) -> Card:
        card = Card(padding=0)
        head = WrappingRow()
        head.setContentsMargins(16, 12, 16, 12)
        for button in self._buttons:
            head.addWidget(button)
        head.stretch()
        head.addWidget(self.list)
        card.add(head)
        words = QHBoxLayout()
        words.setContentsMargins(16, 0, 16, 8)
        words.addWidget(self._said, 1)
        card.add(words)
        card.body.setSpacing(0)
        card.add(self._stack, 1)
        card.body.setContentsMargins(1, 0, 1, 1)
        card.setFocusProxy(self.document)
        return card

    def _open_list(self) -> None:
        self._columns.open_sheet()
        self.panel.table.setFocus()

    def _on_letter(self, letter: str, shift: bool) -> None:
        if not self._single_keys:
            return
        if letter == "Q":
            self._model.mark_asking()
        elif letter == "A":
            self._model.mark_answer(column=shift)
        elif letter == "S":
            self._model.mark_section()
        elif letter == "N":
            self._model.mark_not_ours(column=shift)

    def _on_row(self, row: DoubtRow | None) -> None:
        shown = self._model.question
        if row is not None and (shown is None or shown.id != row.id):
            self._model.choose(row.where)

    def _on_shown(self) -> None:
        self.banner.hide()
        self.document.show_layout(None)
        self._stack.setCurrentWidget(self._waiting)
        self.panel.table.set_rows(())
        self._on_chosen("")

    def _on_marked(self) -> None:
        model = self._model
        if model.survey is not None and not self.document.shows(model.survey.layout):
            self.document.show_layout(model.survey.layout)
        empty = model.survey is not None and not model.survey.cells
        self._stack.setCurrentWidget(self._unseen if empty else self.document)
        rows = model.rows
        self.document.show_marks(model.marks, {row.where: row.ref for row in rows})
        self.panel.table.set_rows(rows)

    def _on_chosen(self, place: str) -> None:
        model = self._model
        cell = model.survey.cells.get(place) if model.survey else None
        question = model.question
        for button in self._buttons:
            button.set_reason("" if place else "Choose a place first")
        self.document.show_place(place)
        self.panel.show_question(question, (cell.text or "A blank place") if cell else "")
        asked = bool(model.asked_at)
        self._said.setText("Now click where it is answered, and press A." if asked else EXPLAINED)
        if question is not None:
            self.panel.table.choose(question.id)

    def _on_failed(self, error: BidfolioError) -> None:
        self.banner.show_message(sentence(error), "", Tone.BAD)
        if self._model.survey is None:
            self._stack.setCurrentWidget(self._unseen)

    def _on_carried(self, count: int) -> None:
        if not count:
            self.banner.hide()
            return
        self.banner.show_message(
            f"{say_count(count, 'correction')} of an earlier file applied",
            "The same words stand alike in this one. Undo takes them back.",
            Tone.OK,
        )


def _spoken(row: DoubtRow) -> str:
    sure = "put right by you" if row.by_hand else f"{row.confidence:.0%} sure"
    return f"{row.ref} {row.text}, {sure}".strip()


COLUMNS: tuple[Column[DoubtRow], ...] = (
    Column("Question", lambda row: Cell(row.text, TextStyle.VALUE, over=row.ref), share=1),
    Column(
        "Sure",
        lambda row: Cell("by you", tone=Tone.MUT) if row.by_hand else Cell(f"{row.confidence:.0%}", right=True),
        width=72,
        right=True,
    ),
)
