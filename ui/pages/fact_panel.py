"""The open fact: its value, whether it holds on the day, where it comes from, its history."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.answers_in_words import address_lines
from app.domain.catalogue import FactType
from app.domain.profile import Knowledge
from app.domain.records import Fact
from app.domain.responses import ResponseState
from app.domain.validity import Validity
from ui.pages.fact_form import FactForm, FactInput, fixed
from ui.theme import TextStyle, Tone
from ui.viewmodels.company import CompanyViewModel
from ui.viewmodels.facts import OpenFact
from ui.viewmodels.saying import say_count, say_day, say_period
from ui.widgets.button import Button, ButtonKind, IconButton, LinkButton
from ui.widgets.card import Rule
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.form import caption
from ui.widgets.icon import Icon
from ui.widgets.pill import Pill
from ui.widgets.state_mark import State, StateMark
from ui.widgets.text import Text
from ui.widgets.timeline import Moment, Timeline

SOURCE_ICONS = (("companies house", "registry"), ("register", "registry"), ("cdp", "file"), (".pdf", "pdf"))


STATES = {
    ResponseState.APPROVED: State.APPROVED,
    ResponseState.IN_REVIEW: State.IN_REVIEW,
    ResponseState.DRAFT: State.DRAFT,
}
MOST_USES = 5


def source_icon(source: str) -> str:
    """Choose the picture of a source: a register, a file, or a person's own hand."""
    said = source.casefold()
    if not said or said.startswith("typed"):
        return "edit"
    return next((icon for words, icon in SOURCE_ICONS if words in said), "file")


class FactPanel(DetailPanel):
    """Shows one fact and takes its edits. Signals: `evidence_wanted` carries the id of evidence to open, or None."""

    evidence_wanted = Signal(object)

    def __init__(self, model: CompanyViewModel, parent: QWidget | None = None) -> None:
        super().__init__("The open fact", parent)
        self._model = model
        self._form: FactForm | None = None
        self._shown: OpenFact | None = None
        self._more = IconButton("more", "More actions")
        self._more.clicked.connect(self._open_menu)
        self.marks.addWidget(self._more)
        self._part = QWidget()
        self.content.addWidget(self._part)
        self.content.addStretch(1)
        self._stand = Text("", TextStyle.NOTE, Tone.MUT)
        self._undo = Button("Undo last change", ButtonKind.QUIET, "undo", small=True, key="Ctrl Z")
        self._undo.clicked.connect(model.undo)
        self.set_actions(self._stand, self._undo)
        model.opened.connect(self.show_fact)

    @property
    def form(self) -> FactForm | None:
        """The form, while the fact is being edited."""
        return self._form

    def show_fact(self, now: OpenFact | None) -> None:
        """Show a fact; a form that is open for the same fact and was not kept stays."""
        same = self._shown is not None and now is not None and now.definition.key == self._shown.definition.key
        unchanged = same and self._shown is not None and now is not None and now.fact == self._shown.fact
        self._shown = now
        if self._form is not None and unchanged:
            return
        self._show()

    def edit(self) -> None:
        """Open the form: a mistake in a known value, or the first value."""
        now = self._shown
        if now is not None and now.definition.type is FactType.EVIDENCE:
            self.evidence_wanted.emit(now.evidence[0].id if now.evidence else None)
        elif now is not None:
            self._open_form(fixing=now.fact is not None)

    def record_change(self) -> None:
        """Open the form for a new value from a day on."""
        self._open_form(fixing=False)

    def _show(self) -> None:
        self._form = None
        old, self._part = self._part, QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        now = self._shown
        self._more.setVisible(now is not None)
        self._undo.setEnabled(self._model.can_undo)
        if now is None:
            self.set_heading("", "Choose a fact")
            column.addWidget(Text("Its value, source and history are shown here.", TextStyle.BODY, Tone.MUT, lines=0))
        else:
            self.set_heading(now.section, now.definition.label, TextStyle.TITLE)
            self._fill(column, now)
        self.content.replaceWidget(old, self._part)
        old.hide()
        old.deleteLater()
        self._say_stand()

    def _fill(self, column: QVBoxLayout, now: OpenFact) -> None:
        for line in _value_lines(now):
            known = now.row.knowledge is Knowledge.KNOWN
            style = TextStyle.LEAD if known else TextStyle.BODY
            column.addWidget(Text(line, style, Tone.TEXT if known else Tone.MUT, lines=0, italic=not known))
        pills = self._pills(now)
        if pills.count() > 1:
            column.addLayout(pills)
        if now.doubt:
            column.addWidget(Text(now.doubt, TextStyle.NOTE, Tone.WARN, lines=0))
        column.addLayout(self._buttons(now))
        if now.evidence or now.definition.type is FactType.EVIDENCE:
            self._add_evidence(column, now)
        if now.fact is not None:
            column.addWidget(Rule())
            column.addWidget(caption("Where it comes from"))
            column.addLayout(_source(now.fact))
        if now.history:
            column.addWidget(Rule())
            column.addWidget(caption("History"))
            history = Timeline()
            history.set_moments(
                [Moment(entry.value, _note(entry.fact, entry.period), entry.holds) for entry in now.history]
            )
            column.addWidget(history)
        if now.uses:
            column.addWidget(Rule())
            _add_uses(column, now)

    def _pills(self, now: OpenFact) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        day = say_day(self._model.day)
        lapses = {Validity.LAPSED: (f"Lapsed on {day}", Tone.BAD), Validity.LAPSES_SOON: ("Lapses soon", Tone.WARN)}
        if now.row.validity in lapses:
            words, tone = lapses[now.row.validity]
            row.addWidget(Pill(words, tone, "lapses"))
        elif now.row.knowledge is Knowledge.KNOWN:
            row.addWidget(Pill(f"Valid on {day}", Tone.OK, "tick"))
        elif now.row.knowledge is Knowledge.NOT_APPLICABLE:
            row.addWidget(Pill("Does not apply", Tone.MUT, "not_applicable"))
        row.addStretch(1)
        return row

    def _buttons(self, now: OpenFact) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if now.definition.type is FactType.EVIDENCE:
            keep = Button("Open the evidence" if now.evidence else "Add evidence", ButtonKind.PRIMARY, small=True)
            keep.clicked.connect(self.edit)
            row.addWidget(keep)
            if not now.evidence:
                row.addWidget(self._denial())
        elif now.fact is None:
            add = Button("Add the value", ButtonKind.PRIMARY, "add", small=True, key="E")
            add.clicked.connect(self.record_change)
            row.addWidget(add)
            row.addWidget(self._denial())
        else:
            change = Button("Record a change", ButtonKind.PRIMARY, small=True)
            change.clicked.connect(self.record_change)
            fix = Button("Fix a mistake", small=True, key="E")
            fix.clicked.connect(self.edit)
            row.addWidget(change)
            row.addWidget(fix)
        row.addStretch(1)
        return row

    def _denial(self) -> Button:
        button = Button("Does not apply", small=True)
        button.clicked.connect(self._model.say_does_not_apply)
        return button

    def _add_evidence(self, column: QVBoxLayout, now: OpenFact) -> None:
        column.addWidget(Rule())
        column.addWidget(caption("Answered by evidence"))
        if not now.evidence:
            words = "This is answered by a certificate or an insurance, with its dates and its file."
            column.addWidget(Text(words, TextStyle.BODY, Tone.MUT, lines=0))
        for item in now.evidence:
            link = LinkButton(item.title or item.issuer or now.definition.label)
            link.clicked.connect(lambda _on=False, wanted=item.id: self.evidence_wanted.emit(wanted))
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Icon("evidence", 18, Tone.ACC, tile=True))
            row.addWidget(link)
            row.addWidget(Text(say_period(item.starts, item.ends), TextStyle.NOTE, Tone.MUT), 1)
            column.addLayout(row)

    def _open_form(self, *, fixing: bool) -> None:
        now = self._shown
        if now is None or now.definition.type is FactType.EVIDENCE:
            return
        form = FactForm(now.definition, now.fact, fixing=fixing)
        form.left.connect(self._show)
        form.kept.connect(lambda given: self._keep(now, given, fixing=fixing))
        self._form = form
        old, self._part = self._part, form
        self.content.replaceWidget(old, form)
        old.hide()
        old.deleteLater()
        form.setFocus()

    def _keep(self, now: OpenFact, given: FactInput, *, fixing: bool) -> None:
        self._form = None
        if fixing and now.fact is not None:
            self._model.fix_mistake(fixed(now.fact, given))
        else:
            self._model.record_change(given.value, given.valid_from, given.source)

    def _open_menu(self) -> None:
        now = self._shown
        if now is None:
            return
        menu = QMenu(self)
        copy = menu.addAction("Copy value")
        copy.triggered.connect(self.copy_value)
        copy.setEnabled(now.row.knowledge is Knowledge.KNOWN)
        denial = menu.addAction("Does not apply")
        denial.triggered.connect(self._model.say_does_not_apply)
        denial.setEnabled(not now.evidence)
        forget = menu.addAction("Not known yet")
        forget.triggered.connect(self._model.say_not_known)
        forget.setEnabled(now.fact is not None)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def copy_value(self) -> None:
        """Put the value on the clipboard."""
        if self._shown is not None and self._shown.row.knowledge is Knowledge.KNOWN:
            QGuiApplication.clipboard().setText(self._shown.row.value)

    def _say_stand(self) -> None:
        fact = self._shown.fact if self._shown else None
        self._stand.setText(f"Recorded {say_day(fact.recorded_on)}" if fact and fact.recorded_on else "")


def _value_lines(now: OpenFact) -> tuple[str, ...]:
    value = now.fact.value if now.fact else None
    if now.definition.type is FactType.ADDRESS and isinstance(value, dict):
        lines = address_lines(value)
        return (lines[0], ", ".join(lines[1:])) if len(lines) > 1 else lines
    if now.definition.type is FactType.LONG_TEXT and isinstance(value, str):
        return (value,)
    return (now.row.value,)


def _add_uses(column: QVBoxLayout, now: OpenFact) -> None:
    column.addWidget(caption(f"Used in {say_count(len(now.uses), 'answer')}"))
    for use in now.uses[:MOST_USES]:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(StateMark(STATES[use.state], alone=True))
        row.addWidget(Text(use.question, TextStyle.BODY), 1)
        row.addWidget(Text(STATES[use.state].word.lower(), TextStyle.NOTE, Tone.MUT))
        column.addLayout(row)
    if len(now.uses) > MOST_USES:
        column.addWidget(Text(f"and {len(now.uses) - MOST_USES} more", TextStyle.NOTE, Tone.MUT))


def _note(fact: Fact, period: str) -> str:
    return "  ·  ".join(part for part in (period, fact.source) if part)


def _source(fact: Fact) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(Icon(source_icon(fact.source), 18, Tone.ACC, tile=True))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(fact.source or "Typed in", TextStyle.VALUE))
    recorded = f"Taken in on {say_day(fact.recorded_on)}" if fact.recorded_on else "Day not recorded"
    words.addWidget(Text(recorded, TextStyle.NOTE, Tone.MUT))
    row.addLayout(words, 1)
    return row
