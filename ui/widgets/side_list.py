"""A list of sections beside a table: marks, words and figures in groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import TextStyle, Theme, Tone, current, paint_icon
from ui.widgets.arrow_button import ArrowButton
from ui.widgets.form import caption
from ui.widgets.painting import draw_arc, draw_box
from ui.widgets.state_mark import State, paint_state
from ui.widgets.typesetting import draw_text, text_width


@dataclass(frozen=True, slots=True)
class Section:
    """One section: how much of it is known, its figure, and an icon that asks for a look."""

    key: str
    word: str
    figure: str = ""
    share: float | None = None
    """0 to 1; None for a section that is switched off or has no measure."""
    icon: str = ""
    icon_says: str = ""
    """What the icon means, for the tooltip and for screen readers."""
    changed: bool = False
    group: str = ""
    """The heading it stands under; sections of one group follow each other."""


class SectionRow(ArrowButton):
    """One row of the list."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_section(section)

    def show_section(self, section: Section) -> None:
        """Show another state of the section."""
        self.section = section
        parts = (section.word, section.figure, section.icon_says, "changed" if section.changed else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(section.icon_says)
        self.update()

    def sizeHint(self) -> QSize:
        """Give a row of 36 px."""
        return QSize(current().px(160), current().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark, word, icon and figure."""
        theme, section = current(), self.section
        painter = QPainter(self)
        self._draw_ground(painter, theme)
        size = theme.px(16)
        mark = QRect(theme.px(20), (self.height() - size) // 2, size, size)
        left = theme.px(20)
        if section.share is not None or section.figure:
            _draw_share(painter, mark, section.share, theme)
            left += size + theme.px(12)
        style = TextStyle.STRONG if self.isChecked() else TextStyle.BODY
        line = theme.line_height(style)
        top = (self.height() - line) // 2
        figure = text_width(section.figure, TextStyle.BODY) + theme.px(16) if section.figure else theme.px(8)
        word = min(
            text_width(section.word, style), self.width() - left - figure - (theme.px(24) if section.icon else 0)
        )
        ink = theme.colour("mut" if section.share is None and section.figure else "text")
        draw_text(painter, QRect(left, top, word + 1, line), section.word, style, ink)
        self._draw_end(painter, theme, figure, top)

    def _draw_ground(self, painter: QPainter, theme: Theme) -> None:
        ground = self.rect().adjusted(theme.px(8), 0, -theme.px(8), 0)
        if self.isChecked():
            draw_box(painter, ground, 8, theme.colour("sel"))
            bar = QRect(ground.left(), ground.top() + 4, 3, ground.height() - 8)
            draw_box(painter, bar, 1.5, theme.colour("acc"))
        elif self.underMouse():
            draw_box(painter, ground, 8, theme.colour("alt"))

    def _draw_end(self, painter: QPainter, theme: Theme, figure: int, top: int) -> None:
        section = self.section
        end = self.width() - theme.px(16) - figure + theme.px(4)
        if section.icon:
            size = theme.px(16)
            box = QRect(end - size, (self.height() - size) // 2, size, size)
            paint_icon(painter, box, section.icon, theme.colour(Tone.WARN))
        elif section.changed:
            draw_box(painter, QRect(end - 10, (self.height() - 6) // 2, 6, 6), 3, theme.colour("warnfill"))
        room = QRect(0, top, self.width() - theme.px(16), theme.px(20))
        tone = "text" if self.isChecked() else "mut"
        style = TextStyle.VALUE if self.isChecked() else TextStyle.BODY
        draw_text(painter, room, section.figure, style, theme.colour(tone), align=Qt.AlignmentFlag.AlignRight)


def _draw_share(painter: QPainter, box: QRect, share: float | None, theme: Theme) -> None:
    """Draw how much is known: a tick for all, a part of a disc, or dashes for none."""
    if share is None or share == 0:
        paint_state(painter, box, State.NO_ANSWER)
    elif share >= 1:
        paint_state(painter, box, State.APPROVED)
    else:
        outer = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        draw_arc(painter, outer, 1.0, theme.colour("acc"), 1.5)
        inner = outer.adjusted(3.5, 3.5, -3.5, -3.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("acc"))
        painter.drawPie(inner, 90 * 16, round(-360 * 16 * share))
        painter.restore()


class SideList(QWidget):
    """Sections of which one is chosen; the arrow keys move and choose.

    Signals: `chosen` carries the key of the section a person chose.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[SectionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)

    @property
    def key(self) -> str:
        """The key of the chosen section."""
        return next((row.section.key for row in self._rows if row.isChecked()), "")

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show sections; the chosen one stays chosen, and rows that stay are not made anew."""
        if [row.section.key for row in self._rows] == [section.key for section in sections]:
            for row, section in zip(self._rows, sections, strict=True):
                row.show_section(section)
            return
        held = self.key
        self._clear()
        group = None
        for section in sections:
            if section.group != group:
                group = section.group
                self._add_caption(group)
            row = SectionRow(section, self)
            row.clicked.connect(lambda _on=False, key=section.key: self._pick(key))
            self._rows.append(row)
            self._column.addWidget(row)
        self.choose(held)

    def choose(self, key: str) -> None:
        """Mark a section, without a signal."""
        for row in self._rows:
            row.setChecked(row.section.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        at = next((number for number, row in enumerate(self._rows) if row.hasFocus()), None)
        if step and at is not None and 0 <= at + step < len(self._rows):
            self._rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            self._pick(self._rows[at + step].section.key)
        elif not step:
            super().keyPressEvent(event)

    def _add_caption(self, group: str) -> None:
        if not group:
            return
        label = caption(group)
        label.setContentsMargins(current().px(16), 0, 0, 0)
        label.setFixedHeight(current().px(36))
        self._column.addWidget(label)

    def _clear(self) -> None:
        self._rows = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
