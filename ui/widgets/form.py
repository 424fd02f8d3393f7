"""Form fields: the label is always visible, the hint says the form, an error says what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone, current
from ui.widgets.icon import Icon
from ui.widgets.text import Text


class Field(QWidget):
    """A label, a control, and below it a hint or what is wrong."""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", *, optional: bool = False, parent: QWidget | None = None
    ) -> None:
        """Put `label` above `control`; `optional` says so beside the label."""
        super().__init__(parent)
        self.control = control
        self._hint_words = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._label = Text(label, TextStyle.VALUE)
        self._label.setBuddy(control)
        head.addWidget(self._label)
        if optional:
            head.addWidget(Text("optional", TextStyle.NOTE, Tone.MUT))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(control)
        self._wrong = Icon("problem", 16, Tone.BAD)
        self._hint = Text(hint, TextStyle.NOTE, Tone.MUT, lines=0)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._wrong, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._hint, 1)
        column.addLayout(foot)
        control.setAccessibleName(label)
        self.setFocusProxy(control)
        self.set_error("")

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return "" if self._wrong.isHidden() else self._hint.text()

    def set_error(self, sentence: str) -> None:
        """Show what is wrong and what to do; an empty sentence brings the hint back."""
        self._wrong.setVisible(bool(sentence))
        self._hint.setText(sentence or self._hint_words)
        self._hint.set_tone(Tone.BAD if sentence else Tone.MUT)
        self._hint.setVisible(bool(sentence or self._hint_words))
        self.control.setAccessibleDescription(sentence or self._hint_words)
        if self.control.property("wrong") != bool(sentence):
            self.control.setProperty("wrong", bool(sentence))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def set_hint(self, hint: str) -> None:
        """Show another hint."""
        self._hint_words = hint
        if not self.error:
            self.set_error("")


class TextField(QLineEdit):
    """One line of text, 40 px high."""

    def __init__(
        self, text: str = "", example: str = "", parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        """Make a field; `example` is shown while it is empty and is never a label."""
        super().__init__(text, parent)
        self.setPlaceholderText(example)
        self.setFixedHeight(current().px(32 if small else 40))
        self.setCursorPosition(0)


class LongTextField(QTextEdit):
    """Several lines of plain text at the line height of the theme; Tab moves on."""

    def __init__(self, text: str = "", example: str = "", parent: QWidget | None = None, *, lines: int = 5) -> None:
        """Make a field of at least `lines` lines."""
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setPlainText(text)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(lines * current().line_height(TextStyle.BODY) + current().px(20))

    def setPlainText(self, text: str) -> None:
        """Show other text; typing goes on at the same line height, and undo ends here."""
        super().setPlainText(text)
        spaced = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        spaced.setLineHeight(float(current().line_height(TextStyle.BODY)), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.document().setUndoRedoEnabled(False)
        cursor.mergeBlockFormat(spaced)
        self.document().setUndoRedoEnabled(True)

    def text(self) -> str:
        """Give what stands in it."""
        return self.toPlainText()


def caption(text: str) -> QLabel:
    """Give the small heading over a group: 12 px, 600, muted."""
    return Text(text, TextStyle.NOTE_STRONG, Tone.MUT)
