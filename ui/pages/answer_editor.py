"""The control for the answer to one question, by the form the buyer wants it in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.catalogue import FactType
from app.domain.questionnaire import Kind, Question
from app.domain.values import JsonValue
from ui.theme import TextStyle, Tone
from ui.viewmodels.questions import BY_HAND, option_of
from ui.widgets.choices import OptionButton
from ui.widgets.text import Text
from ui.widgets.value_editor import ChoiceEditor, LongTextEditor, TextEditor, TicksEditor, ValueEditor
from ui.widgets.value_groups import EntryGrid, make_editor

TYPES = {
    Kind.DATE: FactType.DATE,
    Kind.NUMBER: FactType.NUMBER,
    Kind.MONEY: FactType.MONEY,
    Kind.PERCENT: FactType.PERCENT,
    Kind.ADDRESS: FactType.ADDRESS,
}
MOST_BUTTONS = 7
"""More options than this are chosen from a list that opens."""
BY_HAND_WORDS = {
    Kind.SIGNATURE: "A person signs this in the filled file. Bidfolio never writes a signature.",
    Kind.UPLOAD: "The buyer wants a document here. Attach it where the buyer says.",
}


class OptionsEditor(ValueEditor):
    """The buyer's own options below each other, of which one is chosen."""

    def __init__(self, question: Question, options: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._options = question, tuple(options)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for number, option in enumerate(self._options):
            button = OptionButton(option, self)
            button.setToolTip(option)
            self._group.addButton(button, number)
            column.addWidget(button)
        self._group.idClicked.connect(lambda _number: self.edited.emit())
        if self._options:
            self.setFocusProxy(self._group.button(0))

    def value(self) -> JsonValue:
        """Give the option, or true or false where it is the buyer's yes or no."""
        number = self._group.checkedId()
        if number < 0:
            return None
        chosen = self._options[number]
        if self._question.kind in (Kind.YES_NO, Kind.DECLARATION):
            for answer in (True, False):
                if option_of(self._question, answer) == chosen:
                    return answer
        return chosen

    def set_value(self, value: JsonValue) -> None:
        """Choose the option that says a value."""
        said = option_of(self._question, value) if isinstance(value, bool) else str(value or "")
        self._group.setExclusive(False)
        for number, option in enumerate(self._options):
            self._group.button(number).setChecked(option.casefold() == said.casefold())
        self._group.setExclusive(True)

    def setAccessibleName(self, name: str) -> None:
        """Name the group; each option keeps its own words."""
        QWidget.setAccessibleName(self, name)


class ByHand(ValueEditor):
    """Says why nothing can be typed here."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(BY_HAND_WORDS[kind], TextStyle.BODY, Tone.MUT, lines=0))

    def value(self) -> JsonValue:
        """Give nothing."""
        return None

    def set_value(self, value: JsonValue) -> None:
        """Show nothing: a person signs or attaches."""


def make_answer_editor(question: Question) -> ValueEditor:
    """Make the control for a question."""
    kind = question.kind
    if kind in BY_HAND:
        return ByHand(kind)
    if kind in TYPES:
        return make_editor(TYPES[kind], "Answer")
    if kind is Kind.TABLE:
        columns = tuple(question.slot.options) or question.options or ("Answer",)
        return EntryGrid("Answer", columns, rows=5)
    if kind is Kind.MULTI_CHOICE and question.options:
        return TicksEditor(question.options)
    if kind in (Kind.YES_NO, Kind.DECLARATION, Kind.CHOICE):
        return _choice(question)
    if kind in (Kind.EMAIL, Kind.PHONE, Kind.URL):
        return TextEditor()
    return LongTextEditor(lines=10 if kind is Kind.LONG_TEXT else 3)


def _choice(question: Question) -> ValueEditor:
    options = question.options or (("Yes", "No") if question.kind is Kind.YES_NO else ())
    if not options:
        return LongTextEditor(lines=3)
    if len(options) > MOST_BUTTONS:
        return ChoiceEditor("Answer", [(option, option) for option in options])
    return OptionsEditor(question, options)
