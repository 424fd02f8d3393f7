"""Draws the cells of a table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.theme import TextStyle, Theme, Tone, current, paint_icon
from ui.widgets.bars import paint_confidence
from ui.widgets.cell import Cell
from ui.widgets.icon import GROUNDS
from ui.widgets.painting import draw_box, draw_rule
from ui.widgets.rows_model import CELL
from ui.widgets.state_mark import paint_state
from ui.widgets.typesetting import draw_text, text_lines, text_width

LABEL = TextStyle.NOTE


class CellDelegate(QStyledItemDelegate):
    """Ground and separator of the row, then what the cell holds."""

    EDGE = 16
    """Px between the border of the card and its content."""
    GAP = 12
    """Px that stay free at the right of a cell."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        cell = index.data(CELL)
        table = option.widget
        if not isinstance(cell, Cell) or not isinstance(table, QTableView):
            return
        painter.save()
        painter.setClipRect(option.rect)
        self._draw_ground(painter, option.rect, index, table)
        first, last = _ends(table)
        left = self.EDGE if index.column() == first else 0
        right = self.EDGE if index.column() == last else self.GAP
        scale = current().px
        self._draw_cell(painter, option.rect.adjusted(scale(left), 0, -scale(right), 0), cell)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, table: QTableView
    ) -> None:
        theme, row = current(), index.row()
        first, last = _ends(table)
        chosen = table.currentIndex().row()
        if row == chosen:
            painter.fillRect(rect, theme.colour("sel"))
            if index.column() == first:
                painter.fillRect(QRect(rect.topLeft(), QPoint(rect.left() + 2, rect.bottom())), theme.colour("acc"))
            return
        if row == getattr(table, "hovered", -1):
            painter.fillRect(rect, theme.colour("alt"))
        if row + 1 != chosen:
            left = rect.left() + (theme.px(self.EDGE) if index.column() == first else 0)
            right = rect.right() + 1 - (theme.px(self.EDGE) if index.column() == last else 0)
            draw_rule(painter, left, right, rect.bottom(), theme.colour("line"))

    def _draw_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        theme = current()
        if cell.has_confidence:
            paint_confidence(painter, rect, cell.confidence)
            return
        if cell.pill is not None:
            _draw_pill(painter, rect, cell, theme)
            return
        if cell.over:
            _draw_fact(painter, rect, cell, theme)
            return
        room = QRect(rect)
        room.setLeft(room.left() + _draw_mark(painter, rect, cell, theme))
        self._draw_words(painter, room, cell, theme)

    def _draw_words(self, painter: QPainter, room: QRect, cell: Cell, theme: Theme) -> None:
        words = cell.text or (cell.state.word if cell.state else "")
        count = len(text_lines(words, cell.style, room.width(), cell.lines))
        height = count * theme.line_height(cell.style)
        total = height + (theme.line_height(LABEL) if cell.under else 0)
        room.setTop(room.top() + max((room.height() - total) // 2, 0))
        align = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        ink = theme.colour(cell.tone)
        draw_text(
            painter, room, words, cell.style, ink,
            lines=cell.lines, align=align, tabular=cell.right, italic=cell.italic,
        )  # fmt: skip
        if cell.under:
            room.setTop(room.top() + height)
            draw_text(painter, room, cell.under, LABEL, theme.colour(cell.under_tone), align=align)


def _ends(table: QTableView) -> tuple[int, int]:
    """Give the numbers of the first and the last column that is shown."""
    count = table.model().columnCount()
    shown = [number for number in range(count) if not table.isColumnHidden(number)]
    return (shown[0], shown[-1]) if shown else (0, 0)


def _draw_mark(painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> int:
    """Draw state or icon at the left and give the px it takes."""
    if cell.state is not None:
        size = theme.px(16)
        box = QRect(rect.left(), rect.top() + (rect.height() - size) // 2, size, size)
        paint_state(painter, box, cell.state)
        return size + theme.px(8)
    if not cell.icon:
        return 0
    tone = cell.icon_tone or (Tone.ACC if cell.tile else cell.tone)
    size = theme.px(18)
    side = theme.px(32) if cell.tile else size
    tile = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
    if cell.tile:
        edge = theme.colour(tone) if theme.is_contrast else None
        draw_box(painter, tile, 6, theme.colour(GROUNDS.get(tone, "soft")), edge)
    inset = (side - size) // 2
    paint_icon(painter, QRect(tile.left() + inset, tile.top() + inset, size, size), cell.icon, theme.colour(tone))
    return side + theme.px(12 if cell.tile else 8)


def _draw_fact(painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> None:
    """Draw a label of 12 px and below it the value of 13."""
    label, value = theme.line_height(LABEL), theme.line_height(cell.style)
    top = rect.top() + (rect.height() - label - value) // 2
    draw_label(painter, QRect(rect.left(), top, rect.width(), label), cell, theme)
    room = QRect(rect.left(), top + label, rect.width(), value)
    if cell.icon:
        size = theme.px(16)
        tone = theme.colour(cell.icon_tone or cell.tone)
        paint_icon(painter, QRect(room.left(), room.top() + (value - size) // 2, size, size), cell.icon, tone)
        room.setLeft(room.left() + size + theme.px(8))
    draw_text(painter, room, cell.text, cell.style, theme.colour(cell.tone), italic=cell.italic)


def draw_label(painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> int:
    """Draw the label of a fact, with a dot and a word where it has changed; give its right end."""
    draw_text(painter, rect, cell.over, LABEL, theme.colour("mut"))
    end = rect.left() + min(text_width(cell.over, LABEL), rect.width())
    if cell.changed:
        dot = QRect(end + theme.px(8), rect.top() + (rect.height() - 6) // 2, 6, 6)
        draw_box(painter, dot, 3, theme.colour("warnfill"))
        word = QRect(dot.right() + 5, rect.top(), rect.right() - dot.right(), rect.height())
        draw_text(painter, word, "changed", LABEL, theme.colour("warn"))
        end = word.left() + text_width("changed", LABEL)
    return end


def _draw_pill(painter: QPainter, rect: QRect, cell: Cell, theme: Theme) -> None:
    """Draw the text in a pill, at the right where the cell is aligned so."""
    tone = cell.pill or Tone.MUT
    size = theme.px(16) if cell.icon else 0
    width = text_width(cell.text, TextStyle.NOTE_STRONG) + theme.px(20) + (size + theme.px(4) if size else 0)
    height = theme.px(24)
    left = rect.right() + 1 - width if cell.right else rect.left()
    box = QRect(left, rect.top() + (rect.height() - height) // 2, min(width, rect.width()), height)
    plain = tone not in GROUNDS
    edge = theme.colour("edge" if plain else tone) if plain or theme.is_contrast else None
    draw_box(painter, box, height / 2, theme.colour(GROUNDS.get(tone, "panel")), edge)
    at = box.left() + theme.px(10 if not size else 8)
    if size:
        paint_icon(painter, QRect(at, box.top() + (height - size) // 2, size, size), cell.icon, theme.colour(tone))
        at += size + theme.px(4)
    line = theme.line_height(TextStyle.NOTE_STRONG)
    room = QRect(at, box.top() + (height - line) // 2, box.right() - at, line)
    draw_text(painter, room, cell.text, TextStyle.NOTE_STRONG, theme.colour(tone))
