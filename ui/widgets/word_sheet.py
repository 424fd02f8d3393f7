"""Eight words to be printed or written down."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import TextStyle, current
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text

COLUMNS = 4


class WordSheet(QWidget):
    """Numbered words in boxes, four in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words: tuple[str, ...] = ()

    def set_words(self, words: str) -> None:
        """Show words; empty for none."""
        self._words = tuple(words.split())
        self.setAccessibleName("Recovery words")
        self.setAccessibleDescription(", ".join(f"{n}: {word}" for n, word in enumerate(self._words, 1)))
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are shown."""
        return self._words

    def sizeHint(self) -> QSize:
        """Give room for two rows."""
        return QSize(current().px(560), current().px(2 * 56 + 12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the boxes."""
        theme = current()
        painter = QPainter(self)
        gap, tall = theme.px(12), theme.px(56)
        wide = (self.width() - (COLUMNS - 1) * gap) // COLUMNS
        line = theme.line_height(TextStyle.CARD)
        for number, word in enumerate(self._words):
            box = QRect((number % COLUMNS) * (wide + gap), (number // COLUMNS) * (tall + gap), wide, tall)
            draw_box(painter, box, 8, theme.colour("alt"), theme.colour("edge"))
            top = box.top() + (tall - line) // 2
            figure = QRect(box.left() + theme.px(12), top, theme.px(20), line)
            draw_text(painter, figure, str(number + 1), TextStyle.BODY, theme.colour("mut"))
            room = QRect(box.left() + theme.px(36), top, wide - theme.px(44), line)
            draw_text(painter, room, word, TextStyle.CARD, theme.colour("text"))
