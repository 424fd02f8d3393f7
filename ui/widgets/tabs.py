"""A row of tabs with counts, under the head of a page."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import TextStyle, current
from ui.widgets.arrow_button import ArrowButton
from ui.widgets.painting import draw_box, draw_rule
from ui.widgets.typesetting import draw_text, text_width


class Tab(ArrowButton):
    """One tab: a word and, where it has one, a count."""

    def __init__(self, key: str, word: str, count: int | None, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self.key = key
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_words(word, count)

    def show_words(self, word: str, count: int | None) -> None:
        """Show another word or count."""
        self._count = count
        self.setText(word)
        self.setAccessibleName(word if count is None else f"{word}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the bolder of its two weights, so that choosing moves nothing."""
        theme = current()
        return QSize(self._word() + self._figure() + theme.px(4), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word, count and the bar of the chosen one."""
        theme = current()
        painter = QPainter(self)
        chosen = self.isChecked()
        ink = theme.colour("text" if chosen or self.underMouse() else "mut")
        top = (self.height() - theme.px(20)) // 2 - 2
        style = TextStyle.STRONG if chosen else TextStyle.VALUE
        draw_text(painter, QRect(2, top, self._word(), theme.px(20)), self.text(), style, ink)
        if self._count is not None:
            figure = QRect(2 + self._word() + theme.px(4), top, self._figure(), theme.px(20))
            draw_text(painter, figure, str(self._count), TextStyle.BODY, theme.colour("mut"))
        if chosen:
            draw_box(painter, QRect(0, self.height() - 3, self.width(), 3), 1.5, theme.colour("acc"))

    def _word(self) -> int:
        return text_width(self.text(), TextStyle.STRONG) + 2

    def _figure(self) -> int:
        return 0 if self._count is None else text_width(str(self._count), TextStyle.STRONG) + current().px(6)


class TabRow(QWidget):
    """Tabs in a row; the arrow keys move between them.

    Signals: `chosen` carries the key of the tab a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tabs")
        self._tabs: list[Tab] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 1)
        self._row.setSpacing(28)
        self._row.addStretch(1)

    def set_tabs(self, tabs: Sequence[tuple[str, str, int | None]]) -> None:
        """Show tabs: key, word, count or None; the chosen one stays chosen, and so does the focus."""
        if [tab.key for tab in self._tabs] == [key for key, _word, _count in tabs]:
            for tab, (_key, word, count) in zip(self._tabs, tabs, strict=True):
                tab.show_words(word, count)
            return
        held = next((tab.key for tab in self._tabs if tab.isChecked()), tabs[0][0] if tabs else "")
        focused = any(tab.hasFocus() for tab in self._tabs)
        for tab in self._tabs:
            tab.hide()
            self._row.removeWidget(tab)
            tab.deleteLater()
        self._tabs = [Tab(*entry, parent=self) for entry in tabs]
        for number, tab in enumerate(self._tabs):
            self._row.insertWidget(number, tab)
            tab.clicked.connect(lambda _on=False, key=tab.key: self._pick(key))
        self.choose(held)
        if focused:
            next((tab for tab in self._tabs if tab.isChecked()), self).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, key: str) -> None:
        """Mark a tab."""
        for tab in self._tabs:
            tab.setChecked(tab.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, tab in enumerate(self._tabs) if tab.hasFocus()), None)
        if step and at is not None:
            neighbour = self._tabs[(at + step) % len(self._tabs)]
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)
            self._pick(neighbour.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line under all tabs."""
        draw_rule(QPainter(self), 0, self.width(), self.height() - 1, current().colour("line"))

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
