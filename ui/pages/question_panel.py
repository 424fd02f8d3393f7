"""The open question: what is asked, the answer in its editor, its limit, suggestions, approval."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.counting import count_characters
from app.domain.questionnaire import Question
from ui.pages.answer_editor import make_answer_editor
from ui.pages.copy_out import CopyOut
from ui.pages.suggestion_list import SuggestionList
from ui.theme import TextStyle, Tone
from ui.viewmodels.questions import BY_HAND, CHOSEN, QuestionState, is_answered
from ui.viewmodels.review import ReviewViewModel
from ui.viewmodels.review_file import OpenQuestion
from ui.viewmodels.saying import say_time
from ui.widgets.bars import LimitBar
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Rule
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.form import caption
from ui.widgets.pill import Pill
from ui.widgets.state_mark import State
from ui.widgets.text import Text
from ui.widgets.value_editor import LongTextEditor, TextEditor, ValueEditor

STATES = {
    QuestionState.APPROVED: (State.APPROVED, Tone.OK),
    QuestionState.IN_REVIEW: (State.IN_REVIEW, Tone.ACC),
    QuestionState.DRAFT: (State.DRAFT, Tone.WARN),
    QuestionState.NO_ANSWER: (State.NO_ANSWER, Tone.MUT),
    QuestionState.PROBLEM: (State.PROBLEM, Tone.BAD),
}
"""The shape of each state, and the tone of its pill."""


class QuestionPanel(DetailPanel):
    """Shows the open question and takes its answer. Signals: `stepped` says that the list is to show the open row."""

    stepped = Signal()

    def __init__(self, model: ReviewViewModel, parent: QWidget | None = None) -> None:
        super().__init__("The open question", parent)
        self._model = model
        self._question: Question | None = None
        self.editor: ValueEditor = TextEditor()
        self._state = Pill("", Tone.MUT)
        self._more = IconButton("more", "More actions")
        self._more.clicked.connect(self._open_menu)
        self.marks.addWidget(self._state)
        self.marks.addWidget(self._more)
        self._guidance = Text("", TextStyle.BODY, Tone.MUT, lines=6)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(8)
        self._saved = Text("", TextStyle.NOTE, Tone.MUT, align=Qt.AlignmentFlag.AlignRight)
        self.limit = LimitBar()
        self._wrong = Text("", TextStyle.NOTE, Tone.BAD, lines=2)
        self._behind = Text("", TextStyle.NOTE, Tone.OK)
        self.copy_out = CopyOut()
        self.suggestions = SuggestionList()
        self.suggestions.wanted.connect(model.insert)
        self.second = Button("Send to review", icon="send")
        self.second.clicked.connect(self._on_second)
        self.approve = Button("Approve", ButtonKind.PRIMARY, "tick", key="Ctrl Enter")
        self.approve.clicked.connect(model.approve_and_next)
        self._lay_out()
        model.opened.connect(self.show_question)
        model.edited.connect(self.show_progress)
        model.offers.changed.connect(self._show_suggestions)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(caption("Answer"))
        head.addWidget(self._saved, 1)
        self._answer = QVBoxLayout()
        self._answer.setSpacing(8)
        self._answer.addLayout(head)
        self._answer.addWidget(self.editor)
        self._answer.addWidget(self._wrong)
        self._answer.addWidget(self.limit)
        self._answer.addWidget(self._behind)
        self._answer.addWidget(self.copy_out)
        self.content.addWidget(self._guidance)
        self.content.addLayout(self._pills)
        self.content.addLayout(self._answer)
        self.content.addWidget(Rule())
        self.content.addWidget(self.suggestions)
        self.content.addStretch(1)
        self.set_actions(self.second, self.approve)

    def show_question(self, now: OpenQuestion | None) -> None:
        """Show a question; its editor is left alone while it holds the same answer already."""
        if now is None:
            self._question = None
            self.set_heading("", "Choose a question")
            self._put_editor(TextEditor())
            self.editor.setEnabled(False)
            self._guidance.hide()
            self.suggestions.hide()
            self.copy_out.hide()
            self._show_state(None)
            return
        if self._question != now.question:
            self._show_new(now)
        elif self.editor.value() != now.shown and not now.answering.edited:
            self.editor.set_value(now.shown)
        elif now.answering.edited and self.editor.value() != now.answering.value:
            self.editor.set_value(now.answering.value)
        self._show_pills(now)
        self._show_suggestions()
        self.show_progress()

    def show_progress(self) -> None:
        """Show count, state and whether everything is kept, while a person types."""
        now = self._model.open
        self._show_state(now)
        if now is None:
            return
        counted = now.question.kind not in CHOSEN | BY_HAND and isinstance(self.editor, LongTextEditor | TextEditor)
        self.limit.setVisible(counted)
        if counted:
            held = now.measure
            self.limit.set_count(held.used, held.maximum or 0, str(held.unit))
        self._wrong.setText(self.editor.problem())
        self._wrong.setVisible(bool(self.editor.problem()))
        self._saved.setText(self._said_of_saving(now))
        self._behind.setText(now.behind)
        self._behind.setVisible(bool(now.behind))
        if now.has_place:
            self.copy_out.hide()
        else:
            self.copy_out.show_answer(now.plain, count_characters(now.plain))

    def begin(self) -> None:
        """Put the cursor into the editor."""
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_new(self, now: OpenQuestion) -> None:
        question = self._question = now.question
        caption = f"Question {question.ref}" if question.ref else question.section.split(" > ")[-1]
        self.set_heading(caption, now.row.text)
        self._guidance.setText(question.guidance)
        self._guidance.setVisible(bool(question.guidance))
        self.suggestions.show()
        self._put_editor(make_answer_editor(question))
        self.editor.set_value(now.shown)
        self.editor.edited.connect(self._on_edit)

    def _put_editor(self, editor: ValueEditor) -> None:
        old, self.editor = self.editor, editor
        editor.setAccessibleName("Answer")
        self._answer.replaceWidget(old, editor)
        old.hide()
        old.deleteLater()

    def _on_edit(self) -> None:
        if not self.editor.problem():
            self._model.edit(self.editor.value())
        self.show_progress()

    def _show_pills(self, now: OpenQuestion) -> None:
        while (item := self._pills.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for pill in _pills_of(now):
            self._pills.addWidget(pill)
        self._pills.addStretch(1)

    def _show_suggestions(self) -> None:
        now = self._model.open
        if now is not None:
            self.suggestions.show_suggestions(now.answering.suggestions, working=self._model.offers.is_working)

    def _show_state(self, now: OpenQuestion | None) -> None:
        for widget in (self._state, self._more, self.second, self.approve):
            widget.setVisible(now is not None)
        if now is None:
            self.limit.hide()
            return
        state, tone = STATES[now.row.state]
        self._state.set(now.row.word, tone, state=state)
        approved = now.answering.is_approved
        self.second.setText("Reopen" if approved else "Send to review")
        self.approve.setText("Next" if approved else "Approve")
        by_hand = now.question.kind in BY_HAND
        nothing = "" if is_answered(now.shown) or by_hand or approved else "There is no answer yet"
        self.approve.set_reason("A person does this by hand" if by_hand else nothing)
        self.second.set_reason("A person does this by hand" if by_hand else nothing)

    def _said_of_saving(self, now: OpenQuestion) -> str:
        if now.offered:
            return "Suggested, not taken yet"
        if self._model.is_saving or now.answering.edited:
            return "Saving…"
        return f"Saved {say_time(self._model.saved_at, self._model.today)}" if self._model.saved_at else ""

    def _on_second(self) -> None:
        now = self._model.open
        if now is not None and now.answering.is_approved:
            self._model.reopen()
        elif now is not None:
            self._model.send_to_review()

    def _open_menu(self) -> None:
        now = self._model.open
        if now is None:
            return
        menu = QMenu(self)
        clear = menu.addAction("Clear the answer")
        clear.setEnabled(now.answering.response is not None)
        clear.triggered.connect(self._model.clear)
        alone = menu.addAction("Approve and stay here")
        alone.setEnabled(is_answered(now.shown) and not now.answering.is_approved)
        alone.triggered.connect(self._model.approve)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _pills_of(now: OpenQuestion) -> list[Pill]:
    question, pills = now.question, []
    if now.row.confidence is not None:
        percent = round(now.row.confidence * 100)
        pills.append(Pill(f"{percent}% match", Tone.OK if percent >= 75 else Tone.WARN, "match"))
    if question.mandatory:
        pills.append(Pill("Mandatory", Tone.WARN, "mandatory"))
    if question.pass_fail:
        pills.append(Pill("Pass or fail", Tone.ACC, "check"))
    if question.weight is not None:
        pills.append(Pill(f"Weight {question.weight:g}%", Tone.ACC, "weight"))
    if not now.answering.asked:
        pills.append(Pill("Falls away by an earlier answer", Tone.MUT, "not_applicable"))
    return pills
