"""The lengths of an answer: a tab for each, with its live count, and the editor of the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.counting import count_characters, count_words
from ui.theme import TextStyle, Tone
from ui.viewmodels.answer_index import size_of
from ui.viewmodels.saying import say_count
from ui.widgets.button import Button, ButtonKind
from ui.widgets.form import LongTextField
from ui.widgets.tabs import TabRow
from ui.widgets.text import Text

NAMES = {"S": "Short", "M": "Medium", "L": "Long"}


class LengthTabs(QWidget):
    """Edits several texts one at a time. Signals: `edited` says that a person changed one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = [""]
        self._at = 0
        self._quiet = False
        self._tabs = TabRow()
        self._tabs.chosen.connect(lambda key: self._choose(int(key)))
        self.add = Button("Add a length", ButtonKind.QUIET, "add", small=True)
        self.add.clicked.connect(self._add)
        self.drop = Button("Remove this length", ButtonKind.QUIET, "remove", small=True)
        self.drop.clicked.connect(self._drop)
        self.editor = LongTextField(lines=9)
        self.editor.setAccessibleName("Answer")
        self.editor.textChanged.connect(self._on_edit)
        self._wrong = Text("", TextStyle.NOTE, Tone.BAD)
        self._wrong.hide()
        self._counts = Text("", TextStyle.VALUE)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._counts, 1)
        foot.addWidget(self.drop)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tabs)
        column.addWidget(self.editor)
        column.addWidget(self._wrong)
        column.addLayout(foot)
        self.setFocusProxy(self.editor)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that say something."""
        return tuple(text.strip() for text in self._texts if text.strip())

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._texts[self._at]

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other texts, the first one open."""
        self._texts = list(texts) or [""]
        self._choose(0)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong below the editor."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _choose(self, number: int) -> None:
        self._at = min(max(number, 0), len(self._texts) - 1)
        self._quiet = True
        self.editor.setPlainText(self._texts[self._at])
        self._quiet = False
        self._name_tabs()
        self.edited.emit()

    def _add(self) -> None:
        self._texts.append("")
        self._choose(len(self._texts) - 1)
        self.editor.setFocus()

    def _drop(self) -> None:
        del self._texts[self._at]
        self._choose(self._at - 1)

    def _on_edit(self) -> None:
        if not self._quiet:
            self._texts[self._at] = self.editor.text()
            self._name_tabs()
            self.edited.emit()

    def _name_tabs(self) -> None:
        self._tabs.set_tabs([(str(number), _name(text), None) for number, text in enumerate(self._texts)])
        self._tabs.choose(str(self._at))
        self.drop.setVisible(len(self._texts) > 1)
        words, characters = count_words(self.text), count_characters(self.text)
        self._counts.setText(f"{say_count(words, 'word')}  ·  {say_count(characters, 'character')}")


def _name(text: str) -> str:
    words = count_words(text)
    return f"{NAMES[size_of(words)]}  ·  {say_count(words, 'word')}"
