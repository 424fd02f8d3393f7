"""The titles of a table's columns."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import TextStyle, current
from ui.widgets.painting import draw_rule
from ui.widgets.typesetting import draw_text


class TableHeader(QHeaderView):
    """Titles of 12 px between two hairlines."""

    def __init__(self, right: Sequence[bool], parent: QWidget | None = None) -> None:
        """Take for each column whether it is aligned to the right."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._right = tuple(right)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """Give the height of the titles."""
        return QSize(super().sizeHint().width(), current().px(32))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one title."""
        theme = current()
        painter.save()
        painter.fillRect(rect, theme.colour("panel"))
        draw_rule(painter, rect.left(), rect.right() + 1, rect.top(), theme.colour("line"))
        draw_rule(painter, rect.left(), rect.right() + 1, rect.bottom(), theme.colour("line"))
        shown = [number for number in range(self.count()) if not self.isSectionHidden(number)]
        left = theme.px(16) if section == shown[0] else 0
        right = theme.px(16) if section == shown[-1] else theme.px(12)
        line = theme.line_height(TextStyle.NOTE_STRONG)
        room = rect.adjusted(left, 0, -right, 0)
        room.setTop(rect.top() + (rect.height() - line) // 2)
        align = Qt.AlignmentFlag.AlignRight if self._right[section] else Qt.AlignmentFlag.AlignLeft
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        draw_text(painter, room, title, TextStyle.NOTE_STRONG, theme.colour("mut"), align=align)
        painter.restore()
