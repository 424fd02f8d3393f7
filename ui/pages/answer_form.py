"""The open library answer: its lengths, the wordings it answers, state, tags, review dates, history."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.records import AnswerState, LibraryAnswer
from ui.pages.length_tabs import LengthTabs
from ui.theme import TextStyle, Tone
from ui.viewmodels.answer_index import Freshness, answer_row
from ui.viewmodels.library import AnswerDraft, AnswerVersion, LibraryViewModel, draft_of
from ui.viewmodels.saying import say_day
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Rule
from ui.widgets.date_field import DateField
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.form import Field, LongTextField, TextField, caption
from ui.widgets.pill import Pill
from ui.widgets.timeline import Moment, Timeline

STATES = {
    AnswerState.APPROVED: ("Approved", Tone.OK, "tick"),
    AnswerState.DRAFT: ("Draft", Tone.WARN, "edit"),
    AnswerState.RETIRED: ("Retired", Tone.MUT, "cancel"),
}
FRESH = {
    Freshness.FRESH: (Tone.OK, "approved"),
    Freshness.DUE_SOON: (Tone.WARN, "clock"),
    Freshness.OVERDUE: (Tone.BAD, "problem"),
}


class AnswerForm(DetailPanel):
    """Edits one answer; what was changed is kept when another is opened."""

    def __init__(self, model: LibraryViewModel, parent: QWidget | None = None) -> None:
        super().__init__("The open answer", parent)
        self._model = model
        self._shown: AnswerDraft | None = None
        self._id: str | None = None
        self._state = Pill("", Tone.MUT)
        self._fresh = Pill("", Tone.MUT)
        self._more = IconButton("more", "More actions")
        self._more.clicked.connect(self._open_menu)
        for mark in (self._state, self._fresh, self._more):
            self.marks.addWidget(mark)
        self.lengths = LengthTabs()
        self.lengths.edited.connect(self._on_edit)
        self.questions = LongTextField(lines=5)
        self.questions.setFixedHeight(self.questions.minimumHeight())
        self.questions.textChanged.connect(self._on_edit)
        self._questions = Field("Wordings it answers", self.questions, "One on each line; the first is its title")
        self.tags, self.owner = TextField(small=True), TextField(small=True)
        self.reviewed, self.review_by = DateField(), DateField()
        for field in (self.tags, self.owner, self.reviewed, self.review_by):
            field.textChanged.connect(self._on_edit)
        self._history = Timeline()
        self.remove = Button("Remove", ButtonKind.QUIET, "remove")
        self.remove.clicked.connect(model.remove)
        self.approve = Button("Approve", icon="tick")
        self.approve.clicked.connect(self._approve)
        self.save = Button("Save", ButtonKind.PRIMARY, key="Ctrl Enter")
        self.save.clicked.connect(self.keep)
        self._lay_out()
        model.opened.connect(self.show_answer)
        model.dated.connect(self._show_history)

    def _lay_out(self) -> None:
        self._dates = Field("Reviewed on", self.reviewed), Field("Next review", self.review_by)
        content = self.content
        content.addWidget(self.lengths)
        content.addWidget(self._questions)
        content.addLayout(_beside(Field("Topics", self.tags, "With commas between them"), Field("Owner", self.owner)))
        content.addLayout(_beside(*self._dates))
        self._rule, self._past = Rule(), caption("History")
        content.addWidget(self._rule)
        content.addWidget(self._past)
        content.addWidget(self._history)
        content.addStretch(1)
        foot = self.set_foot(self.remove, self.approve, self.save, height=72)
        foot.setContentsMargins(24, 0, 24, 0)

    @property
    def draft(self) -> AnswerDraft:
        """What stands in the form."""
        held = self._shown or AnswerDraft((), (), AnswerState.DRAFT)
        return replace(
            held,
            questions=tuple(line.strip() for line in self.questions.text().splitlines() if line.strip()),
            texts=self.lengths.texts,
            tags=tuple(tag.strip() for tag in self.tags.text().split(",") if tag.strip()),
            owner=self.owner.text().strip(),
            reviewed_on=self.reviewed.day,
            review_by=self.review_by.day,
        )

    @property
    def is_changed(self) -> bool:
        """Whether a person changed what was shown."""
        return self._shown is not None and self.draft != self._shown

    def show_answer(self, answer: LibraryAnswer | None) -> None:
        """Show an answer; what was changed in the one before has been kept."""
        if answer is not None and answer.id == self._id and self.is_changed:
            return
        self._shown = None
        self._id = answer.id if answer else None
        draft = draft_of(answer) if answer else AnswerDraft((), (), AnswerState.DRAFT)
        self.lengths.show_texts(draft.texts)
        self.questions.setPlainText("\n".join(draft.questions))
        self.tags.setText(", ".join(draft.tags))
        self.owner.setText(draft.owner)
        self.reviewed.set_day(draft.reviewed_on)
        self.review_by.set_day(draft.review_by)
        self._history.set_moments(())
        self._head(answer)
        self._questions.set_error("")
        if answer is not None:
            self._shown = draft
            self._shown = self.draft
        self._on_edit()

    def settle(self) -> None:
        """Keep what was changed before another answer is shown."""
        if self.is_changed and not any(field.is_wrong for field in (self.reviewed, self.review_by)):
            self._model.keep(self.draft)
        self._shown = self.draft if self._shown is not None else None

    def keep(self) -> None:
        """Keep the answer, or say what is missing."""
        draft = self.draft
        self._questions.set_error("" if draft.questions else "Write at least one question it answers.")
        self.lengths.set_error("" if draft.texts else "Write the answer.")
        for field, day in zip(self._dates, (self.reviewed, self.review_by), strict=True):
            field.set_error("This is not a date. Write it as 11 Dec 2026." if day.is_wrong else "")
        if not any(field.error for field in self._dates) and draft.questions and draft.texts:
            self._shown = draft
            self._model.keep(draft)

    def begin(self) -> None:
        """Put the cursor where writing begins."""
        (self.questions if self._model.is_adding else self.lengths).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl Enter."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _head(self, answer: LibraryAnswer | None) -> None:
        there = answer is not None
        for widget in (self.lengths, self._questions, self.save, self.remove, self._more, self._state):
            widget.setVisible(there)
        kept = there and not self._model.is_adding
        self._fresh.setVisible(kept)
        if answer is None:
            self.set_heading("", "Choose an answer")
            self.approve.hide()
            return
        row = answer_row(answer, self._model.today)
        title = row.title if kept else "New answer"
        self.set_heading(", ".join(answer.tags) or "No topic", title, TextStyle.TITLE)
        word, tone, icon = STATES[answer.state]
        self._state.set(word, tone, icon)
        fresh, mark = FRESH[row.freshness]
        self._fresh.set(row.due, fresh, mark)
        self.remove.setText("Remove" if kept else "Discard")
        self.approve.setVisible(kept and answer.state is not AnswerState.APPROVED)

    def _approve(self) -> None:
        if self.is_changed:
            self.keep()
        self._model.set_state(AnswerState.APPROVED)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        answer = self._model.open
        for state, words in (
            (AnswerState.APPROVED, "Approve"),
            (AnswerState.DRAFT, "Make it a draft"),
            (AnswerState.RETIRED, "Retire: keep it, offer it no more"),
        ):
            action = menu.addAction(words)
            action.setEnabled(answer is not None and not self._model.is_adding and answer.state is not state)
            action.triggered.connect(lambda _on=False, wanted=state: self._model.set_state(wanted))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _show_history(self, versions: Sequence[AnswerVersion]) -> None:
        self._history.set_moments(
            [
                Moment(
                    " ".join(version.text.split())[:160] or "Empty",
                    f"v{version.number}  ·  {say_day(version.at.date())}" + (f" by {version.by}" if version.by else ""),
                    version is versions[0],
                )
                for version in versions[:8]
            ]
        )

    def _on_edit(self) -> None:
        self.save.set_reason("" if self.is_changed or self._model.is_adding else "Nothing has been changed")


def _beside(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
