"""The navigation's rows: an icon, a word, a count."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import TextStyle, current, paint_icon
from ui.widgets.arrow_button import ArrowButton
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text


class NavRow(ArrowButton):
    """One place: chosen it stands on its own ground with a white bar."""

    def __init__(self, key: str, text: str, icon: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self._icon, self._shortcut, self._count, self._compact = icon, shortcut, 0, False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringToken", "navhi")
        self._name()

    def set_count(self, count: int) -> None:
        """Show how many things wait; 0 shows nothing."""
        self._count = count
        self._name()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, with the word in the tooltip."""
        self._compact = compact
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Give a row of 36 px."""
        return QSize(current().px(36), current().px(36))

    def minimumSizeHint(self) -> QSize:
        """Give the icon alone."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, icon, word and count."""
        theme = current()
        painter = QPainter(self)
        chosen = self.isChecked()
        ink = theme.colour("navhi" if chosen else "navtext")
        if chosen:
            draw_box(painter, self.rect(), 8, theme.colour("navsel"))
            draw_box(painter, QRect(0, 8, 3, self.height() - 16), 1.5, theme.colour("navhi"))
        elif self.underMouse() or self.isDown():
            draw_box(painter, self.rect(), 8, theme.colour("navhi", 0.12 if self.isDown() else 0.06))
        size = theme.px(20)
        left = (self.width() - size) // 2 if self._compact else theme.px(10)
        paint_icon(painter, QRect(left, (self.height() - size) // 2, size, size), self._icon, ink)
        if self._compact:
            if self._count:
                draw_box(painter, QRect(left + size - 2, theme.px(6), 8, 8), 4, theme.colour("navhi"))
            return
        style = TextStyle.STRONG if chosen else TextStyle.VALUE
        line = theme.line_height(style)
        top = (self.height() - line) // 2
        figure = str(self._count) if self._count else ""
        room = self.width() - theme.px(40) - theme.px(8) - (theme.px(24) if figure else 0)
        draw_text(painter, QRect(theme.px(40), top, room, line), self.text(), style, ink)
        end = QRect(0, top + theme.px(2), self.width() - theme.px(12), line)
        draw_text(painter, end, figure, TextStyle.NOTE_STRONG, ink, align=Qt.AlignmentFlag.AlignRight)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._count} waiting" if self._count else self.text())
        tip = f"{self.text()} ({self._shortcut})" if self._shortcut else self.text()
        self.setToolTip(tip)


class NavList(QWidget):
    """Rows of which one is chosen; the arrow keys move the focus.

    Signals: `chosen` carries the key of the row a person chose.
    """

    chosen = Signal(str)

    def __init__(self, rows: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        """Take for each row its key, word, icon and shortcut."""
        super().__init__(parent)
        self.setAccessibleName("Places")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = [NavRow(*row, parent=self) for row in rows]
        for row in self._rows:
            column.addWidget(row)
            row.clicked.connect(lambda _on=False, key=row.key: self._pick(key))

    def choose(self, key: str) -> None:
        """Mark a row."""
        for row in self._rows:
            row.setChecked(row.key == key)

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait behind a row."""
        for row in self._rows:
            if row.key == key:
                row.set_count(count)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone."""
        for row in self._rows:
            row.set_compact(compact)

    def focus_chosen(self) -> None:
        """Put the focus on the chosen row, or the first."""
        row = next((row for row in self._rows if row.isChecked()), self._rows[0])
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus up and down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, row in enumerate(self._rows) if row.hasFocus()), None)
        if step and at is not None:
            self._rows[(at + step) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
