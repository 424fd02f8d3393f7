"""What an empty list says: what belongs here, how to begin, what follows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import TextStyle, Tone
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon import Icon
from ui.widgets.text import Text


class EmptyState(QWidget):
    """A small drawing, a title, a sentence, one button. Signals: `acted` says that it was pressed."""

    acted = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        words: str,
        button: str = "",
        *,
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{title}. {words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Icon(icon, 32, Tone.ACC), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._title = Text(title, TextStyle.CARD, align=Qt.AlignmentFlag.AlignHCenter, lines=2)
        self._words = Text(words, TextStyle.BODY, Tone.MUT, align=Qt.AlignmentFlag.AlignHCenter, lines=0)
        self._words.setMaximumWidth(480)
        column.addWidget(self._title)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self.button = Button(button, ButtonKind.PRIMARY if primary else ButtonKind.GHOST)
        self.button.clicked.connect(self.acted)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(button))
        column.addStretch(2)
