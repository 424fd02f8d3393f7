"""Controls to choose with: tick boxes, options side by side, a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.theme import TextStyle, Theme, current, paint_icon
from ui.widgets.painting import draw_box
from ui.widgets.typesetting import draw_text, text_width


class TickBox(QCheckBox):
    """A box to tick, with its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for box and words."""
        theme = current()
        return QSize(theme.px(26) + text_width(self.text(), TextStyle.BODY) + 2, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Words may be shortened."""
        return QSize(current().px(60), current().px(24))

    def hitButton(self, pos: object) -> bool:
        """Take clicks on the words as well."""
        del pos
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        theme = current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        size = theme.px(16)
        box = QRect(1, (self.height() - size) // 2, size, size)
        if self.isChecked():
            draw_box(painter, box, 4, theme.colour("acc"))
            paint_icon(painter, box.adjusted(1, 1, -1, -1), "tick", theme.colour("acctext"))
        else:
            edge = theme.colour("acc" if self.underMouse() else "edge")
            draw_box(painter, box, 4, theme.colour("field"), edge, 1.5)
        line = theme.line_height(TextStyle.BODY)
        room = QRect(size + theme.px(10), (self.height() - line) // 2, self.width() - size - theme.px(10), line)
        draw_text(painter, room, self.text(), TextStyle.BODY, theme.colour("text"))


class OptionButton(QRadioButton):
    """One of several options side by side."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Give room for the ring and the words."""
        theme = current()
        return QSize(theme.px(30) + text_width(self.text(), TextStyle.VALUE) + theme.px(18), theme.px(40))

    def hitButton(self, pos: object) -> bool:
        """Take clicks anywhere."""
        del pos
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bordered box with ring and words."""
        theme = current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        chosen = self.isChecked()
        fill = theme.colour("soft" if chosen else "alt" if self.underMouse() else "field")
        edge, width = (theme.colour("acc"), 2.0) if chosen else (theme.colour("edge"), 1.0)
        draw_box(painter, self.rect(), 8, fill, edge, width)
        self._draw_ring(painter, theme, chosen=chosen)
        line = theme.line_height(TextStyle.VALUE)
        room = QRect(theme.px(34), (self.height() - line) // 2, self.width() - theme.px(40), line)
        draw_text(painter, room, self.text(), TextStyle.VALUE, theme.colour("text"))

    def _draw_ring(self, painter: QPainter, theme: Theme, *, chosen: bool) -> None:
        size = theme.px(16)
        ring = QRect(theme.px(12), (self.height() - size) // 2, size, size)
        draw_box(painter, ring, size / 2, None, theme.colour("acc" if chosen else "edge"), 1.5)
        if chosen:
            dot = ring.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
            draw_box(painter, dot, dot.width() / 2, theme.colour("acc"))


class Options(QWidget):
    """Options side by side, of which one may be chosen: yes or no, a theme.

    Signals: `chosen` carries the key of the option a person chose.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Take the options as pairs of key and words."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _words in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, (_key, words) in enumerate(options):
            button = OptionButton(words, self)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    @property
    def key(self) -> str:
        """The key of the chosen option; empty for none."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose an option; an unknown key chooses none."""
        self._group.setExclusive(False)
        for number, mine in enumerate(self._keys):
            self._group.button(number).setChecked(mine == key)
        self._group.setExclusive(True)


class ChoiceField(QComboBox):
    """A list that opens; it is never changed by the wheel in passing.

    Signals: `chosen` carries the key of the entry a person chose.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, entries: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        """Take the entries as pairs of key and words."""
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(current().px(40))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_entries(entries)
        self.activated.connect(lambda _number: self.chosen.emit(self.key))

    @property
    def key(self) -> str:
        """The key of the entry that is shown."""
        return str(self.currentData() or "")

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer other entries; the chosen one stays."""
        held = self.key
        self.clear()
        for key, words in entries:
            self.addItem(words, key)
        self.choose(held)

    def choose(self, key: str) -> None:
        """Show an entry, without a signal."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    def sizeHint(self) -> QSize:
        """Give room for the longest entry."""
        theme = current()
        words = max((text_width(self.itemText(n), TextStyle.BODY) for n in range(self.count())), default=80)
        return QSize(words + theme.px(72 if self._icon else 48), theme.px(40))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter as well as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, words and chevron."""
        theme = current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        wrong = bool(self.property("wrong"))
        strong = wrong or self.hasFocus()
        edge = theme.colour("bad" if wrong else "acc" if self.hasFocus() else "edge")
        draw_box(painter, self.rect(), 8, theme.colour("field"), edge, 2.0 if strong else 1.0)
        size, left = theme.px(18), theme.px(12)
        if self._icon:
            box = QRect(left, (self.height() - size) // 2, size, size)
            paint_icon(painter, box, self._icon, theme.colour("mut"))
            left += size + theme.px(8)
        line = theme.line_height(TextStyle.BODY)
        room = QRect(left, (self.height() - line) // 2, self.width() - left - theme.px(36), line)
        draw_text(painter, room, self.currentText(), TextStyle.BODY, theme.colour("text"))
        arrow = QRect(self.width() - theme.px(12) - size, (self.height() - size) // 2, size, size)
        paint_icon(painter, arrow, "expand", theme.colour("mut"))
