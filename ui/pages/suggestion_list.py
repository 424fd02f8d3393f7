"""What the program offers for a question: each with its source, how sure it is, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.suggestions import SourceKind, Suggestion
from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.form import caption
from ui.widgets.icon import Icon
from ui.widgets.key_hint import key_name
from ui.widgets.text import Text

ICONS = {
    SourceKind.FACT: ("company", "Fact"),
    SourceKind.EVIDENCE: ("evidence", "Evidence"),
    SourceKind.POLICY: ("policy", "Policy"),
    SourceKind.CASE_STUDY: ("case_study", "Case study"),
    SourceKind.PERSON: ("person", "Person"),
    SourceKind.ANSWER: ("library", "Library"),
    SourceKind.MEMORY: ("history", "Answered before"),
}
MOST = 9
"""As many as there are keys: Alt 1 to Alt 9."""
PASSAGE_LINES = 6
"""A passage is read before it is put in, so that it is shown whole where it can be."""


class SuggestionRow(QWidget):
    """One suggestion. Signals: `wanted` says that it is to be put in."""

    wanted = Signal()

    def __init__(self, number: int, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon, word = ICONS[suggestion.source.kind]
        percent = f"{round(suggestion.confidence * 100)}% match"
        self.setAccessibleName(f"Suggestion {number}, {suggestion.source.title}, {percent}: {suggestion.text}")
        self.button = Button("Insert", ButtonKind.QUIET, small=True, key=key_name(f"Alt {number}"))
        self.button.setAccessibleName(f"Insert suggestion {number}, {suggestion.source.title}")
        self.button.clicked.connect(self.wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(suggestion.source.title, TextStyle.VALUE, lines=2))
        words.addWidget(Text("  ·  ".join((percent, word)), TextStyle.NOTE, Tone.MUT))
        lines = PASSAGE_LINES if suggestion.passage else 2
        words.addWidget(Text(" ".join(suggestion.text.split()), TextStyle.BODY, lines=lines))
        if suggestion.source.why:
            words.addWidget(Text(suggestion.source.why, TextStyle.NOTE, Tone.MUT, lines=2, italic=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        tile = QVBoxLayout()
        tile.addWidget(Icon(icon, 18, Tone.ACC, tile=True))
        tile.addStretch(1)
        end = QVBoxLayout()
        end.addWidget(self.button)
        end.addStretch(1)
        row.addLayout(tile)
        row.addLayout(words, 1)
        row.addLayout(end)


class SuggestionList(QWidget):
    """All suggestions of the open question. Signals: `wanted` carries the number of one, from 1."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Suggestion, ...] = ()
        self._caption = caption("Suggestions")
        self._none = Text("", TextStyle.BODY, Tone.MUT, lines=0)
        self._build = caption("Passages to build an answer from")
        self._build.setVisible(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._none)
        self._rows: list[SuggestionRow] = []

    def show_suggestions(self, suggestions: Sequence[Suggestion], *, working: bool) -> None:
        """List suggestions; `working` says that they are still being worked out."""
        words = (
            "Looking through your profile and library…" if working else "Nothing suitable in your profile or library."
        )
        self._none.setText(words)
        self._none.setVisible(not suggestions)
        if tuple(suggestions[:MOST]) == self._shown:
            return
        self._shown = tuple(suggestions[:MOST])
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._column.removeWidget(self._build)
        self._build.setVisible(any(one.passage for one in self._shown))
        self._rows = [SuggestionRow(number, one, self) for number, one in enumerate(self._shown, 1)]
        for number, row in enumerate(self._rows, 1):
            row.wanted.connect(lambda wanted=number: self.wanted.emit(wanted))
            if self._shown[number - 1].passage and not any(one.passage for one in self._shown[: number - 1]):
                self._column.addWidget(self._build)
            self._column.addWidget(row)
