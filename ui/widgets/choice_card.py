"""A card that can be chosen: a picture or an icon, a title, some words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_lines


class ChoiceCard(QRadioButton):
    """One of several ways, drawn as a card; chosen it has a border of 2 px and a filled ring."""

    def __init__(self, title: str, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._words, self._icon = words, icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", 10)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: object) -> bool:
        """Take clicks anywhere."""
        del pos
        return True

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the words need."""
        theme = current()
        lines = len(text_lines(self._words, TextStyle.BODY, self._room(width), 6))
        return (
            theme.px(32) + theme.line_height(TextStyle.CARD) + lines * theme.line_height(TextStyle.BODY) + theme.px(4)
        )

    def sizeHint(self) -> QSize:
        """Give a readable width."""
        width = current().px(360)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, words and ring."""
        theme = current()
        painter = QPainter(self)
        chosen = self.isChecked()
        fill = theme.colour("alt" if self.underMouse() and not chosen else "panel")
        edge, width = (theme.colour("acc"), 2.0) if chosen else (theme.colour("edge"), 1.0)
        draw_box(painter, self.rect(), 10, fill, edge, width)
        tile = QRect(theme.px(16), theme.px(16), theme.px(40), theme.px(40))
        draw_box(painter, tile, 8, theme.colour("soft"), theme.colour("acc") if theme.is_contrast else None)
        size = theme.px(20)
        inset = (tile.width() - size) // 2
        paint_icon(painter, QRect(tile.left() + inset, tile.top() + inset, size, size), self._icon, theme.colour("acc"))
        left, room = tile.right() + theme.px(16), self._room(self.width())
        title = QRect(left, theme.px(14), room, theme.line_height(TextStyle.CARD))
        draw_text(painter, title, self.text(), TextStyle.CARD, theme.colour("text"))
        words = QRect(left, title.bottom() + theme.px(4), room, self.height())
        draw_text(painter, words, self._words, TextStyle.BODY, theme.colour("mut"), lines=6)
        ring = QRect(self.width() - theme.px(34), theme.px(18), theme.px(18), theme.px(18))
        draw_box(painter, ring, ring.width() / 2, None, theme.colour("acc" if chosen else "edge"), 1.5)
        if chosen:
            draw_box(painter, ring.adjusted(5, 5, -5, -5), ring.width() / 2 - 5, theme.colour("acc"))

    def _room(self, width: int) -> int:
        return max(width - current().px(72 + 48), 80)
