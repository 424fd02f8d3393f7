"""Filters as outlined pills with counts: one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import TextStyle, current
from ui.widgets.arrow_button import ArrowButton
from ui.widgets.painting import draw_box
from ui.widgets.state_mark import State, paint_state
from ui.widgets.typesetting import draw_text, text_width
from ui.widgets.wrapping_row import WrappingRow


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its key, its word, how many it lets through, and the mark of a state."""

    key: str
    word: str
    count: int | None = None
    state: State | None = None


class FilterPill(ArrowButton):
    """One pill."""

    def __init__(self, entry: Filter, parent: QWidget | None = None) -> None:
        super().__init__(entry.word, parent)
        self.entry = entry
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", 20)
        self.show_entry(entry)

    def show_entry(self, entry: Filter) -> None:
        """Show another count."""
        self.entry = entry
        self.setText(entry.word)
        self.setAccessibleName(entry.word if entry.count is None else f"{entry.word}, {entry.count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the bolder weight, so that choosing moves nothing."""
        theme = current()
        mark = theme.px(22) if self.entry.state else 0
        figure = text_width(self._figure(), TextStyle.VALUE) + theme.px(8) if self._figure() else 0
        return QSize(theme.px(24) + mark + text_width(self.text(), TextStyle.STRONG) + figure, theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw border, mark, word and count."""
        theme = current()
        painter = QPainter(self)
        chosen = self.isChecked()
        fill = theme.colour("soft" if chosen else "alt" if self.underMouse() else "panel")
        edge, width = (theme.colour("acc"), 2.0) if chosen else (theme.colour("edge"), 1.0)
        draw_box(painter, self.rect(), self.height() / 2, fill, edge, width)
        left = theme.px(12)
        if self.entry.state:
            left = theme.px(10)
            size = theme.px(16)
            paint_state(painter, QRect(left, (self.height() - size) // 2, size, size), self.entry.state)
            left += size + theme.px(6)
        line = theme.px(20)
        top = (self.height() - line) // 2
        ink = theme.colour("acc" if chosen else "text")
        style = TextStyle.STRONG if chosen else TextStyle.VALUE
        draw_text(painter, QRect(left, top, self.width(), line), self.text(), style, ink)
        room = QRect(0, top, self.width() - theme.px(12), line)
        quiet = theme.colour("acc" if chosen else "mut")
        style = TextStyle.VALUE if chosen else TextStyle.BODY
        draw_text(painter, room, self._figure(), style, quiet, align=Qt.AlignmentFlag.AlignRight)

    def _figure(self) -> str:
        return "" if self.entry.count is None else f"{self.entry.count:,}"


class FilterPills(QWidget):
    """A row of filters of which one is chosen; the arrow keys move, and what does not fit goes into a further line.

    Signals: `chosen` carries the key of the filter a person chose.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._pills: list[FilterPill] = []
        self._row = WrappingRow(self)

    @property
    def key(self) -> str:
        """The key of the chosen filter."""
        return next((pill.entry.key for pill in self._pills if pill.isChecked()), "")

    def set_filters(self, entries: Sequence[Filter]) -> None:
        """Show filters; the chosen one stays chosen, and pills that stay are not made anew."""
        held = self.key
        if [pill.entry.key for pill in self._pills] == [entry.key for entry in entries]:
            for pill, entry in zip(self._pills, entries, strict=True):
                pill.show_entry(entry)
            return
        for pill in self._pills:
            pill.hide()
            self._row.removeWidget(pill)
            pill.deleteLater()
        self._pills = [FilterPill(entry, self) for entry in entries]
        for pill in self._pills:
            self._row.addWidget(pill)
            pill.clicked.connect(lambda _on=False, key=pill.entry.key: self._pick(key))
        keys = [entry.key for entry in entries]
        self.choose(held if held in keys else keys[0] if keys else "")

    def choose(self, key: str) -> None:
        """Mark a filter as chosen, without telling anyone."""
        for pill in self._pills:
            pill.setChecked(pill.entry.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, pill in enumerate(self._pills) if pill.hasFocus()), None)
        if step and at is not None:
            neighbour = self._pills[(at + step) % len(self._pills)]
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)
            self._pick(neighbour.entry.key)
        else:
            super().keyPressEvent(event)

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
